from __future__ import annotations

import re
import struct
from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from facilitator.domain import entities as e
from facilitator.domain.state import State
from facilitator.report import strings
from facilitator.report.board_drawing import Drawing, Sheet, Words, drawn, png, svg
from tests.helpers.nasty import BROKEN, NASTY
from tests.report.builders import RESOURCES, example_state, report_of, state_of

SVG = "{http://www.w3.org/2000/svg}"


def picture(state: State, board: str = "table", language: str = "nl") -> Drawing:
    report = strings.load(RESOURCES, language)
    return drawn(
        report_of(state, language), board, report, strings.load(RESOURCES, language, "exports"), RESOURCES
    )


def titles(state: State, board: str = "table") -> list[str]:
    root = ET.fromstring(svg(picture(state, board)))
    return [title.text or "" for title in root.iterfind(f".//{SVG}rect/{SVG}title")]


@pytest.mark.parametrize("board", ["table", "all"])
def test_every_note_of_the_board_is_a_card_that_says_all_of_it(board: str) -> None:
    state = example_state()
    found = Counter(title.partition(": ")[2] for title in titles(state, board))
    wanted = {
        note.text: len(set(note.insights)) or 1 if board == "table" else 1
        for note in state.notes
        if note.consent != "none"
    }
    assert {text: found[text] for text in wanted} == wanted


def test_the_board_of_a_step_holds_its_notes_alone() -> None:
    state = example_state()
    wanted = [note for note in state.notes if note.step == "dromen"]
    assert len(titles(state, "dromen")) == len(wanted) > 10


def test_cards_lie_where_they_were_laid_by_hand() -> None:
    note = e.Note(id="n", text="hier")
    spot = e.Spot(id="all|*/n", board="all|*", note="n", x=5_000, y=300)
    other = e.Note(id="m", text="daar", seq=1)
    cards = [
        item.box
        for item in picture(state_of(e.Dialogue(), note, other, spot), "all").items
        if isinstance(item, Sheet)
    ]
    assert max(box.x for box in cards) - min(box.x for box in cards) > 4_000


@pytest.mark.parametrize("text", [*NASTY, BROKEN])
def test_texts_stay_inside_their_card_and_are_never_markup(text: str) -> None:
    drawing = picture(state_of(e.Dialogue(), e.Note(id="n", text=text)), "all")
    (card,) = (item for item in drawing.items if isinstance(item, Sheet))
    lines = [item for item in drawing.items if isinstance(item, Words)]
    assert lines
    assert all(card.box.contains(line.x, line.y) for line in lines)
    assert all(line.x + line.line.width * 1.0 <= card.box.right for line in lines)
    root = ET.fromstring(svg(drawing))
    assert {re.sub("{.*}", "", element.tag) for element in root.iter()} == {
        *("svg", "title", "desc", "rect", "g", "text", "tspan")
    }


def test_a_note_nobody_may_use_lies_there_without_its_words() -> None:
    content = svg(picture(state_of(e.Dialogue(), e.Note(id="n", text="een geheim", consent="none")), "all"))
    assert b"geheim" not in content
    assert content.count(b"<rect") == 2


def test_the_picture_says_what_it_shows() -> None:
    root = ET.fromstring(svg(picture(example_state())))
    assert root.findtext(f"{SVG}title") == "Het bord van ‘Zorg voor morgen’"
    assert re.fullmatch(
        r"Notities op een bord, \d+ notities in \d+ groepen\.", root.findtext(f"{SVG}desc", "")
    )


def test_a_png_is_twice_as_large_as_the_board_and_not_empty() -> None:
    drawing = picture(state_of(e.Dialogue(), e.Note(id="n", text="hier")), "all")
    content = png(drawing)
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == (2 * drawing.width, 2 * drawing.height)
    assert len(content) > 1_000


def test_a_very_large_board_becomes_a_picture_that_programs_can_still_open() -> None:
    notes = [e.Note(id=f"n{n:05}", text="w " * 60, seq=n) for n in range(3_000)]
    width, height = struct.unpack(">II", png(picture(state_of(e.Dialogue(), *notes), "all"))[16:24])
    assert 30_000_000 < width * height < 41_000_000


@pytest.mark.parametrize("board", ["table", "all"])
def test_same_board_same_bytes_and_an_empty_one_is_a_picture_too(board: str) -> None:
    state = example_state()
    assert svg(picture(state, board)) == svg(picture(state, board))
    empty = picture(state_of(e.Dialogue()), board, "en")
    assert png(empty) == png(empty)
    ET.fromstring(svg(empty))
