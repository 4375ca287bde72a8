"""Write the reports that are to be judged into a folder, and print their paths."""

from __future__ import annotations

import base64
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.report_work import state_of
from facilitator import paths
from facilitator.content.methods import load_method
from facilitator.domain import entities as e
from facilitator.domain.choices import FORMS
from facilitator.domain.report_data import PARTS, FormOrder, ReportData
from facilitator.domain.state import State
from facilitator.report.forms import render_form
from facilitator.report.render import render
from tests.report.builders import example_state, small_state

FORMS_JUDGED = (*(FormOrder(form) for form in FORMS), FormOrder("poster", "a2"), FormOrder("board", "a4"))

HOSTILE = (
    "a" * 20_000,
    "أريد أن أفهم طبيبي، وليس فقط (أومئ) 3 مرات.",
    "אני רוצה להבין את הרופא שלי",
    "🙂👩‍⚕️🇳🇱 emoji, ☑ ✓ → ⇒",
    "中文 tekens die geen letter hebben \ue000 \ufdd0",
    "<b>vet</b> &amp; <img src=/etc/passwd> ]]> <</K 1>> (((\\",
    "z\u0323\u0301\u0302\u0303\u0304\u0305 gestapeld",
    "lange regel " * 900,
)


def hostile() -> State:
    """Return a dialogue in which every text is of the worst kind."""
    notes = [
        e.Note(id=f"h{n}", text=text, translation=text[:300], step="ervaren", persona="fatima", seq=n)
        for n, text in enumerate(HOSTILE)
    ]
    rest: list[e.Entity] = []
    for n, text in enumerate(HOSTILE):
        rest.append(e.Persona(id=f"p{n}", name=text[:200], line=text[:300], story=text, seq=n + 5))
        rest.append(e.Goal(id=f"x{n}", title=text[:300], definition=text, residents_say=text, seq=n + 5))
        rest.append(e.Insight(id=f"y{n}", title=text[:300], goals=(f"x{n}",), description=text, seq=n))
        rest.append(e.Advice(id=f"z{n}", goal=f"x{n}", text=text, minority=text, insights=(f"y{n}",), seq=n))
    starred = [replace(note, starred=True, insights=(f"y{n}",)) for n, note in enumerate(notes)]
    return small_state(*starred, *rest, title=HOSTILE[5], question=HOSTILE[1])


TONGUES = (
    ("أريد أن أفهم طبيبي", "ar"),
    ("Beklemek zor.", "tr"),
    ("It was fine.", "en"),
    ("Vreemd", "geen taal!"),
)


def of_many_tongues() -> State:
    """Return a Dutch dialogue with notes in other languages, translated or not, and one in none."""
    notes = [
        e.Note(id=f"t{n}", text=text, language=tongue, starred=True, insights=("i1",), step="ervaren", seq=n)
        for n, (text, tongue) in enumerate(TONGUES)
    ]
    return small_state(*(replace(note, translation=f"Vertaald: {note.seq}") for note in notes), *notes[3:])


def with_pictures() -> State:
    """Return the example with a cover, a logo and pictures on notes."""
    state = example_state()
    out = BytesIO()
    Image.new("RGB", (300, 200), "#0F5C63").save(out, "PNG")
    data = base64.b64encode(out.getvalue()).decode()
    told = e.Picture(id="pic", alive=True, data=data, width=300, height=200, description="Een groene weide")
    bare, broken = replace(told, id="bare", description=""), replace(told, id="broken", data="AAAA")
    state.tables["picture"] = {picture.id: picture for picture in (told, bare, broken)}
    dialogue = replace(state.dialogue, cover="pic", logo="bare")
    state.tables["dialogue"] = {e.DIALOGUE_ID: dialogue}
    for note, picture in zip(state.notes[:9], ("pic", "bare", "broken") * 3, strict=True):
        state.tables["note"][note.id] = replace(note, picture=picture, consent="anonymous_quote")
    return state


def main(folder: Path, *, everything: bool) -> None:
    """Write them all."""
    resources = paths.resources()
    wanted: dict[str, tuple[State, str]] = {
        "example-nl": (example_state(), "nl"),
        "example-en": (example_state(), "en"),
        "tongues-nl": (of_many_tongues(), "nl"),
        "tongues-en": (of_many_tongues(), "en"),
        "pictures-en": (with_pictures(), "en"),
        "hostile": (hostile(), "nl"),
        "empty": (State(), "nl"),
        "notes-1500": (state_of(1_500), "nl"),
    }
    if everything:
        wanted["notes-15000"] = (state_of(15_000), "en")
    for name, (state, language) in wanted.items():
        out = folder / f"{name}.pdf"
        render(_data(state, language), out, resources)
        print(out)
    for order in FORMS_JUDGED:
        out = folder / f"form-{order.form}{order.size}-en.pdf"
        render_form(order, _data(example_state(), "en"), out, resources)
        print(out)


def _data(state: State, language: str) -> ReportData:
    method = load_method(paths.resources() / "methods" / "vijf-stappen").pick(language)
    return ReportData(
        state=state, method=method, language=language, parts=PARTS, made_on="2026-11-14", version="0"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), everything="--all" in sys.argv)
