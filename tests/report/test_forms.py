"""Short forms: every page of the example and of a hostile dialogue, in both languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from facilitator.domain import entities as e
from facilitator.domain.choices import FORMS
from facilitator.domain.errors import UserError
from facilitator.domain.evidence import advice_numbers
from facilitator.domain.report_data import FormOrder, ReportData
from facilitator.domain.state import State
from facilitator.report import preview
from facilitator.report.forms import render_form
from tests.helpers.structure import Tagged, read_structure
from tests.report.builders import RESOURCES, example, example_state, report_of, small_state, state_of

ORDERS = [FormOrder(form) for form in FORMS]
ORDERS += [FormOrder("poster", "a2"), FormOrder("board", "a4"), FormOrder("board", "a3")]
ORDERS += [FormOrder("board", board="ervaren"), FormOrder("board", "a4", board="all")]
LONG = "Donaudampfschifffahrtsgesellschaft" * 12
TALE = ("Ik wacht al <b>weken</b> & niemand belt. " * 500)[:20_000]


def name_of(order: FormOrder) -> str:
    return f"{order.form}{order.size}{order.board}"


def hostile() -> State:
    """Return a dialogue whose every text is too long, one word, right to left or without a font."""
    words = (TALE, LONG, "أخاف ألا يفهمني أحد عند الطبيب", "🙂\U0010fffd\u200b" * 40, "\n" * 30 + "x")
    rows: list[e.Entity] = [
        e.Meeting(id="m1", name=LONG, venue=TALE[:500], date="gisteren", people=9, tables=3)
    ]
    for n, word in enumerate(words):
        rows.append(e.Persona(id=f"p{n}", name=word[:400], line=word[:900], story=word, needs=word, seq=n))
        rows.append(e.Goal(id=f"g{n}", title=word, seq=n))
        rows.append(e.Insight(id=f"i{n}", title=word, goals=(f"g{n}", "g0"), seq=n))
        rows.append(
            e.Advice(
                id=f"a{n}", goal=f"g{n}", text=word, votes_for=3, votes_against=1, votes_abstain=0, seq=n
            )
        )
        rows += [
            e.Note(
                id=f"n{n}{m}",
                text=word,
                persona=f"p{n}",
                meeting="m1",
                insights=(f"i{m}",),
                starred=True,
                seq=m,
            )
            for m in range(5)
        ]
    rows.append(e.Advice(id="b", goal="g0", text=TALE, seq=9))
    rows += [e.Note(id=f"loose{n}", text=words[n % 5], seq=50 + n) for n in range(90)]
    return state_of(
        e.Dialogue(title=TALE, question=TALE, commissioners=(LONG, TALE), summary=TALE, language="nl"), *rows
    )


def made(order: FormOrder, data: ReportData, out: Path) -> Tagged:
    pages = render_form(order, data, out, RESOURCES).pages
    found = read_structure(out)
    assert found.pages == pages
    assert found.faults == []
    return found


Sign = tuple[float, float, float, float]
"""Left, bottom, right and top of what was drawn."""


def boxes(path: Path) -> list[tuple[tuple[float, float], list[Sign]]]:
    """Return per page its size and where each sign was drawn."""
    with preview.pdfium_lock:
        document = pypdfium2.PdfDocument(path)
        pages: list[tuple[tuple[float, float], list[Sign]]] = []
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            signs = [words.get_charbox(place) for place in range(words.count_chars())]
            # Spaces and line ends that the reader makes up have no size.
            drawn = [sign for sign in signs if sign[2] - sign[0] > 0.01 and sign[3] - sign[1] > 0.01]
            pages.append((page.get_size(), drawn))
            words.close()
            page.close()
        document.close()
    return pages


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("order", ORDERS, ids=name_of)
def test_every_form_of_the_example_is_told_as_it_is_drawn(
    tmp_path: Path, order: FormOrder, language: str
) -> None:
    found = made(order, example(language), tmp_path / "form.pdf")
    levels = [int(heading.role[1]) for heading in found.root.of("H1", "H2", "H3")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in zip(levels, levels[1:], strict=False))
    assert found.lang[:2] == language
    assert "Zorg voor morgen" in found.title


@pytest.mark.parametrize("state", [example_state(), hostile()], ids=["example", "hostile"])
@pytest.mark.parametrize("order", ORDERS, ids=name_of)
def test_nothing_is_drawn_outside_the_margins(tmp_path: Path, order: FormOrder, state: State) -> None:
    out = tmp_path / "form.pdf"
    made(order, report_of(state), out)
    for number, ((wide, tall), signs) in enumerate(boxes(out), 1):
        assert signs, f"page {number} is empty"
        edge = 20.0
        for left, bottom, right, top in signs:
            assert edge <= left < right <= wide - edge, (number, left, right, wide)
            assert edge <= bottom < top <= tall - edge, (number, bottom, top, tall)


@pytest.mark.parametrize("order", ORDERS, ids=name_of)
def test_the_same_dialogue_gives_the_same_bytes(tmp_path: Path, order: FormOrder) -> None:
    for name in ("1.pdf", "2.pdf"):
        render_form(order, report_of(small_state()), tmp_path / name, RESOURCES)
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()


@pytest.mark.parametrize("order", ORDERS, ids=name_of)
def test_an_empty_dialogue_has_a_page_that_says_so(tmp_path: Path, order: FormOrder) -> None:
    found = made(order, report_of(State()), tmp_path / "form.pdf")
    assert len(found.root.of("H1")) == 1


def test_the_summary_is_two_pages_whatever_is_in_it(tmp_path: Path) -> None:
    for state in (example_state(), small_state()):
        made(FormOrder("summary"), report_of(state), tmp_path / "form.pdf")
        assert len(PdfReader(tmp_path / "form.pdf").pages) <= 2


def test_the_summary_names_every_goal_and_advice(tmp_path: Path) -> None:
    state = example_state()
    heard = made(FormOrder("summary"), report_of(state), tmp_path / "form.pdf").root.heard
    for goal in state.goals:
        assert goal.title in heard
    numbers = advice_numbers(state)
    whole = [advice for advice in state.advices if advice.text in heard]
    # Some stand whole rather than all cut off; the others are named.
    assert len(whole) >= len(state.goals)
    for advice in state.advices:
        assert numbers[advice.id] in heard
    assert "(…)" not in heard


def test_a_handout_is_one_page_for_each_persona(tmp_path: Path) -> None:
    state = example_state()
    found = made(FormOrder("handout"), report_of(state), tmp_path / "form.pdf")
    assert [heading.heard for heading in found.root.of("H1")] == [one.name for one in state.personas]
    assert len(PdfReader(tmp_path / "form.pdf").pages) == len(state.personas)


def test_one_persona_and_one_meeting_can_be_asked_for(tmp_path: Path) -> None:
    state = example_state()
    one = made(FormOrder("handout", persona="geert"), report_of(state), tmp_path / "form.pdf")
    assert [heading.heard for heading in one.root.of("H1")] == ["Geert"]
    meeting = state.meetings[1]
    told = made(FormOrder("meeting", meeting=meeting.id), report_of(state), tmp_path / "form.pdf").root.heard
    for note in state.notes:
        if note.consent != "none" and max(note.text) < "\u0590":
            assert (note.text in told) == (note.meeting == meeting.id)


def test_what_nobody_may_publish_is_nowhere_to_be_read(tmp_path: Path) -> None:
    state = example_state()
    secret = "Dit mag niemand lezen"
    notes = state.tables["note"]
    for id in list(notes)[:40]:
        notes[id] = replace(notes[id], text=secret, consent="none", starred=True)  # pyright: ignore
    for order in ORDERS:
        heard = made(order, report_of(state), tmp_path / "form.pdf").root.heard
        assert secret not in heard


@pytest.mark.parametrize(("size", "wide"), [("a3", 841.89), ("a2", 1190.55)])
def test_posters_have_the_paper_asked_for_and_a_page_per_goal(tmp_path: Path, size: str, wide: float) -> None:
    state = example_state()
    found = made(FormOrder("poster", size), report_of(state), tmp_path / "form.pdf")
    pages = PdfReader(tmp_path / "form.pdf").pages
    assert [float(page.mediabox.width) for page in pages] == [pytest.approx(wide)] * len(state.goals)
    assert [heading.heard for heading in found.root.of("H1")] == [goal.title for goal in state.goals]
    assert all(3 <= len(sheet.of("BlockQuote")) <= 5 for sheet in found.root.of("Sect") if sheet.of("H1"))


@pytest.mark.parametrize("size", ["one", "a3", "a4"])
def test_every_card_of_the_board_is_on_paper_as_often_as_it_lies(tmp_path: Path, size: str) -> None:
    state = example_state()
    found = made(FormOrder("board", size), report_of(state), tmp_path / "form.pdf")
    said = sorted(card.heard for card in found.root.of("LBody"))
    lying = sum(max(1, len(set(note.insights))) for note in state.notes)
    assert len(said) == lying


@pytest.mark.parametrize("size", ["one", "a3", "a4"])
@pytest.mark.parametrize("arrangement", e.ARRANGEMENTS)
def test_the_board_of_a_step_holds_each_of_its_cards_once(
    tmp_path: Path, size: str, arrangement: str
) -> None:
    state = example_state()
    mine = [note for note in state.notes if note.step == "ervaren"]
    key = "step:ervaren|*"
    laid = [e.Spot(id=f"{key}/{note.id}", alive=True, board=key, note=note.id, x=90 * n, y=40 * n)
            for n, note in enumerate(mine[:5])]  # fmt: skip
    state.tables["board"] = {key: e.Board(id=key, alive=True, arrangement=arrangement)}
    state.tables["spot"] = {spot.id: spot for spot in laid}
    found = made(FormOrder("board", size, board="ervaren"), report_of(state), tmp_path / "form.pdf")
    said = sorted(card.kids[0].heard for card in found.root.of("LBody"))
    withheld = "Deze notitie telt mee. De woorden zijn niet vrijgegeven."
    assert said == sorted(withheld if note.consent == "none" else note.text for note in mine)


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (FormOrder("leaflet"), "report.bad_form"),
        (FormOrder("poster", "a9"), "report.bad_size"),
        (FormOrder("meeting", meeting="x"), "report.no_meeting"),
        (FormOrder("handout", persona="x"), "report.no_persona"),
        (FormOrder("board", board="x"), "report.no_board"),
    ],
)
def test_what_is_not_there_is_refused(tmp_path: Path, order: FormOrder, code: str) -> None:
    with pytest.raises(UserError) as caught:
        render_form(order, report_of(small_state()), tmp_path / "form.pdf", RESOURCES)
    assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []
