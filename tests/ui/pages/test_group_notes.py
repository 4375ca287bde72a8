"""Placing and parking notes by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.domain.evidence import gather
from facilitator.store.session import SessionStore
from facilitator.ui.kit.note_face import NoteFace, NoteRole
from facilitator.ui.pages.group_page import GroupPage
from tests.ui.pages.group_window import (
    CONTROL,
    accounted,
    focus,
    press,
    tray_says,
    typed_and_entered,
    when_asked,
)


def test_notes_are_placed_by_typing_a_few_letters(page: GroupPage, example: SessionStore) -> None:
    number = len(gather(example.state).tray)
    [note] = page.desk.loose_model.ids()[:1]
    target = example.state.insights[3]
    press(focus(), Qt.Key.Key_Space)
    when_asked(typed_and_entered("vast gezicht draad"))
    press(focus(), Qt.Key.Key_G, CONTROL)
    placed = example.state.note(note)
    assert placed is not None
    assert placed.insights == (target.id,)
    assert tray_says(page, number - 1)
    assert accounted(example)


def test_an_unknown_name_in_the_place_dialog_makes_the_insight(
    page: GroupPage, example: SessionStore
) -> None:
    press(focus(), Qt.Key.Key_Space)
    [note] = page.tray.view.selected_ids()
    when_asked(typed_and_entered("Xylofoon voor iedereen"))
    press(focus(), Qt.Key.Key_G, CONTROL)
    made = example.state.insights[-1]
    assert made.title == "Xylofoon voor iedereen"
    assert [n.id for n in page.desk.faces.notes_of(made.id)] == [note]


def test_parking_asks_a_reason_and_can_be_taken_back(page: GroupPage, example: SessionStore) -> None:
    facts = gather(example.state)
    number, parked = len(facts.tray), len(facts.parked)
    press(focus(), Qt.Key.Key_Space)
    [note] = page.tray.view.selected_ids()
    when_asked(typed_and_entered("hoort bij <i>wonen</i>"))
    press(focus(), Qt.Key.Key_K, CONTROL)
    assert tray_says(page, number - 1)
    assert page.tray.fold.words() == f"Past nergens bij · {parked + 1}"
    assert accounted(example)
    page.tray.fold.setFocus()
    press(focus(), Qt.Key.Key_Space)
    row = page.desk.parked_model.row_of(note)
    page.tray.parked.setFocus()
    page.tray.parked.select_rows([row])
    face = page.desk.parked_model.data(page.desk.parked_model.index(row), NoteRole.FACE)
    assert isinstance(face, NoteFace)
    assert face.footer == "hoort bij <i>wonen</i>"
    page.commands()["unpark"]()
    assert tray_says(page, number)
    assert accounted(example)
