"""A note that comes up while grouping."""

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
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.ui.pages.group_window import focus, group_page, press

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


def test_an_extra_note_is_written_down_here(page: GroupPage, store: SessionStore) -> None:
    number = len(gather(store.state).tray)
    press(focus(), Qt.Key.Key_J, CONTROL)
    assert focus() is page.extra.bar.field
    type_text(focus(), f"{HOSTILE}\n")
    assert tray_says(page, number + 1)
    assert store.state.notes[-1].text == HOSTILE
    assert store.state.notes[-1].step == "wegen"
