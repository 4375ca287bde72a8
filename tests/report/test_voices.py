"""In a report of another language than the dialogue: whose words are in which language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import docx
import pytest
from docx.oxml.ns import qn

from facilitator.domain import entities as e
from facilitator.domain.choices import FORMS
from facilitator.domain.report_data import FormOrder, ReportData
from facilitator.domain.state import State
from facilitator.exchange.docx_out import docx_file
from facilitator.report.forms import render_form
from facilitator.report.render import render
from facilitator.report.telling import told
from facilitator.report.voices import named, voiced
from tests.helpers import html
from tests.helpers.structure import Element, Tagged, read_structure
from tests.report.builders import RESOURCES, example_state, report_of, small_state
from tests.report.plates import page_of

OURS = {
    *("id", "language", "method_data", "step", "furthest", "cover", "logo", "retention"),
    *("publication", "anonymity", "channel", "group", "portrait", "pack", "persona", "kind", "basis"),
    *("meeting", "speaker_group", "consent", "source", "source_ref", "picture", "insights", "goals"),
    *("goal", "decision", "advice", "checked", "status", "household", "drawn", "seed", "merged_into"),
    *("split_from", "translations", "contact", "data", "format"),
}
"""Fields whose words come from a list of ours, or are never printed."""

DUTCH_NOTE, TURKISH, ENGLISH, ARABIC = "n1", "Beklemek zor.", "It was fine.", "أريد أن أفهم طبيبي"


def masked(state: State) -> State:
    """Return ``state`` in which every letter people wrote is a q, so that it can be told from ours."""
    tables = {
        name: {id: replace(cast("Any", row), **_masked(row)) for id, row in rows.items()}
        for name, rows in state.tables.items()
    }
    return State(tables)


def _masked(row: e.Entity) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        dated = isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)
        if field.name in OURS or dated:
            continue
        if isinstance(value, str):
            found[field.name] = _q(value)
        elif isinstance(value, tuple):
            found[field.name] = tuple(_q(item) for item in cast("tuple[str, ...]", value))
        elif isinstance(value, dict):
            pairs = cast("dict[str, str]", value).items()
            found[field.name] = {_q(key): _q(item) for key, item in pairs}
    return found


def _q(text: str) -> str:
    return re.sub(r"[^\W\d_]", "q", text)


def everything() -> State:
    """Return the example with something in every field that is ever printed."""
    state = example_state()
    rows: list[e.Entity] = [
        e.Reply(
            id="r", advice=state.advices[0].id, kind="partly", reason="Wij doen dat.", date="volgend jaar"
        ),
        e.Reply(id="r2", advice=state.advices[1].id, kind="adopted", reason="Goed.", date="2027-01-02"),
        e.Action(id="ac", advice=state.advices[0].id, text="Bel de bus", owner="Annie", due="snel"),
        e.Gate(id="ervaren", overruled="Het was laat."),
        e.Quota(id="q", trait="leeftijd", value="oud", minimum=3, maximum=9),
        e.Draw(id="d", drawn=("p1",), date="2026-03-04", method="op goed geluk"),
        e.Participant(id="p1", traits={"leeftijd": "oud"}, status="came"),
        replace(state.goals[0], tensions="Dichtbij of goedkoop?"),
        replace(state.advices[2], condition="Als er geld is", deadline="voor de zomer", goal=""),
        replace(state.personas[0], made_with="acht bewoners", translations={}),
        replace(state.dialogue, opening="Wij wonen hier.\n\nAllemaal.", commissioners=("Stad", "Dorp")),
    ]
    names = {
        e.Reply: "reply", e.Action: "action", e.Gate: "gate", e.Quota: "quota", e.Draw: "draw",
        e.Participant: "participant", e.Goal: "goal", e.Advice: "advice", e.Persona: "persona",
        e.Dialogue: "dialogue", e.Note: "note",
    }  # fmt: skip
    rows += [replace(note, language="") for note in state.notes if note.language == "en"]
    for row in rows:
        state.tables.setdefault(names[type(row)], {})[row.id] = replace(cast("Any", row), alive=True)
    return masked(state)


def spoken_in(part: Element, lang: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield role, words and language of every element that has words of its own."""
    lang = part.lang or lang
    if part.role == "Figure":
        return
    if part.actual:
        yield part.role, part.actual, lang
        return
    if part.words.strip():
        yield part.role, part.words, lang
    for kid in part.kids:
        yield from spoken_in(kid, lang)


def strays(tagged: Tagged) -> list[tuple[str, str, str]]:
    """Return the words of people without a language of their own, and ours that have one."""
    return wrong(spoken_in(tagged.root))


def wrong(spoken: Iterator[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return what is in the wrong language: place, words and language."""
    found: list[tuple[str, str, str]] = []
    for role, words, lang in spoken:
        letters = re.findall(r"[^\W\d_]+", words)
        theirs = [set(word) == {"q"} for word in letters]
        if (any(theirs) and not lang) or (not all(theirs) and lang):
            found.append((role, words[:90], lang))
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Tagged:
    out = tmp_path_factory.mktemp("voices") / "report.pdf"
    render(report_of(everything(), "en"), out, RESOURCES)
    return read_structure(out)


def test_every_word_of_people_is_dutch_and_every_word_of_ours_english(whole: Tagged) -> None:
    assert whole.faults == []
    assert whole.lang == "en-GB"
    assert strays(whole) == []


def test_headings_of_ours_have_no_language_of_their_own_and_titles_of_goals_have(whole: Tagged) -> None:
    titles = {goal.title for goal in everything().goals}
    heads = [part for part in whole.root.of("H2") if part.heard]
    found = {part.heard: part.lang for part in heads}
    assert {found[title] for title in titles} == {"nl"}
    assert {lang for words, lang in found.items() if words not in titles} == {""}


@pytest.mark.parametrize("form", FORMS)
def test_short_forms_keep_languages_apart_too(form: str, tmp_path: Path) -> None:
    out = tmp_path / "form.pdf"
    render_form(FormOrder(form), report_of(everything(), "en"), out, RESOURCES)
    found = read_structure(out)
    assert found.faults == []
    assert strays(found) == []
    assert "nl" in {part.lang for part in found.root.walk()}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_report_in_the_language_of_the_dialogue_names_no_language_twice(
    language: str, tmp_path: Path
) -> None:
    state = masked(small_state(language=language))
    render(report_of(state, language), tmp_path / "report.pdf", RESOURCES)
    found = read_structure(tmp_path / "report.pdf")
    assert {part.lang for part in found.root.walk()} == {""}


def page_words(part: html.Element, lang: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield name, words and language of every text in a page."""
    lang = part.get("lang") if part.name != "html" and part.get("lang") else lang
    if part.name in ("style", "script", "title", "text"):
        return
    for child in part.children:
        if isinstance(child, str):
            yield part.name, child, lang
        else:
            yield from page_words(child, lang)


def test_the_talking_picture_keeps_languages_apart() -> None:
    assert wrong(page_words(page_of(report_of(everything(), "en")))) == []


def test_the_text_for_editors_keeps_languages_apart() -> None:
    content = docx_file(told(report_of(everything(), "en"), RESOURCES))
    body: Any = docx.Document(BytesIO(content)).element.body
    runs: list[tuple[str, str, str]] = []
    for run in body.iter(qn("w:r")):
        language = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        lang = "" if language is None else language.get(qn("w:val")) or language.get(qn("w:bidi"))
        runs.append(("run", run.text, lang))
    assert wrong(iter(runs)) == []
    assert "nl" in {lang for _, _, lang in runs}


def _with_tongues(report: str) -> ReportData:
    state = small_state(
        e.Note(id="tr", text=TURKISH, language="tr", step="ervaren", translation="Wachten is zwaar.", seq=90),
        e.Note(id="en", text=ENGLISH, language="en", step="ervaren", seq=91),
        e.Note(id="ar", text=ARABIC, step="ervaren", seq=92),
        e.Note(id="odd", text="Vreemd.", language="geen taal!", step="ervaren", seq=93),
    )
    return report_of(state, report)


def test_a_note_keeps_its_own_language_and_a_translation_that_of_the_dialogue(tmp_path: Path) -> None:
    heard: dict[str, dict[str, str]] = {}
    for report in ("nl", "en"):
        render(_with_tongues(report), tmp_path / "report.pdf", RESOURCES)
        root = read_structure(tmp_path / "report.pdf").root
        heard[report] = {words.strip(): lang for _, words, lang in spoken_in(root)}
    assert [heard["nl"][text] for text in (TURKISH, ENGLISH, ARABIC, "Vreemd.")] == ["tr", "en", "ar", ""]
    assert [heard["en"][text] for text in (TURKISH, ENGLISH, ARABIC, "Vreemd.")] == ["tr", "", "ar", "nl"]
    assert heard["en"]["Wachten is zwaar."] == "nl"
    assert heard["nl"]["Vertaling: Wachten is zwaar."] == ""


def test_a_state_without_other_languages_is_kept_as_it_is() -> None:
    state = small_state()
    assert voiced(state, "nl").note(DUTCH_NOTE) is state.note(DUTCH_NOTE)


@pytest.mark.parametrize(("given", "name"), [("nl", "nl"), ("pt-BR", "pt-BR"), ("", ""), ("Turks !", "")])
def test_only_what_can_name_a_language_does(given: str, name: str) -> None:
    assert named(given) == name
