"""Placing and parking notes by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.content.library import Library
from facilitator.domain.evidence import gather
from facilitator.services import grouping
from facilitator.services.exchange import import_json
from facilitator.store.session import SessionStore
from facilitator.ui.kit.note_face import NoteFace, NoteRole
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.ui.pages.group_window import accounted, focus, group_page, press, when_asked

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
HOSTILE = "<b>vet</b> & =1+1 <img src=x> 😀 مرحبا"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with import_json(
        paths.example(), tmp_path / "a.dialoog", "laptop-1", Library(paths.resources())
    ) as opened:
        loose = [note.id for note in opened.state.notes][::10]
        grouping.unplace_notes(opened, loose)
        yield opened


@pytest.fixture
def page(store: SessionStore, qtbot: QtBot) -> Iterator[GroupPage]:
    with group_page(store, qtbot) as made:
        yield made


def typed_and_entered(text: str):  # noqa: ANN201
    def answer(dialog: QDialog) -> None:
        type_text(dialog.focusWidget(), text)
        press(dialog.focusWidget(), Qt.Key.Key_Return)

    return answer


def pressed(key: Qt.Key):  # noqa: ANN201
    return lambda dialog: press(dialog.focusWidget() or dialog, key)


def tray_says(page: GroupPage, number: int) -> bool:
    words = f"{number} notitie" if number == 1 else f"{number} notities"
    return page.tray.count.text() == words and page.desk.loose_model.rowCount() == number


def test_notes_are_placed_by_typing_a_few_letters(page: GroupPage, store: SessionStore) -> None:
    number = len(gather(store.state).tray)
    [note] = page.desk.loose_model.ids()[:1]
    target = store.state.insights[3]
    press(focus(), Qt.Key.Key_Space)
    when_asked(typed_and_entered("vast gezicht draad"))
    press(focus(), Qt.Key.Key_G, CONTROL)
    placed = store.state.note(note)
    assert placed is not None
    assert placed.insights == (target.id,)
    assert tray_says(page, number - 1)
    assert accounted(store)


def test_an_unknown_name_in_the_place_dialog_makes_the_insight(page: GroupPage, store: SessionStore) -> None:
    press(focus(), Qt.Key.Key_Space)
    [note] = page.tray.view.selected_ids()
    when_asked(typed_and_entered("Xylofoon voor iedereen"))
    press(focus(), Qt.Key.Key_G, CONTROL)
    made = store.state.insights[-1]
    assert made.title == "Xylofoon voor iedereen"
    assert [n.id for n in page.desk.faces.notes_of(made.id)] == [note]


def test_parking_asks_a_reason_and_can_be_taken_back(page: GroupPage, store: SessionStore) -> None:
    facts = gather(store.state)
    number, parked = len(facts.tray), len(facts.parked)
    press(focus(), Qt.Key.Key_Space)
    [note] = page.tray.view.selected_ids()
    when_asked(typed_and_entered("hoort bij <i>wonen</i>"))
    press(focus(), Qt.Key.Key_K, CONTROL)
    assert tray_says(page, number - 1)
    assert page.tray.fold.words() == f"Past nergens bij · {parked + 1}"
    assert accounted(store)
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
    assert accounted(store)
