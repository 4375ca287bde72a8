"""The pane of personas: rows, choosing by key, and what a screen reader hears."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.note_face import MIME_NOTES
from facilitator.ui.widgets.persona_pane import EVERYONE, PersonaPane, PersonaRow
from tests.helpers.keys import press
from tests.helpers.ui import make_context


def line(id: str, name: str, count: int = 0) -> PersonaRow:
    return PersonaRow(id, name, "regel", "", count, count == 0, "Ctrl F1", "F1", f"{name}. {count} notities")


ROWS = [line(EVERYONE, "Iedereen", 3), line("fatima", "<b>Fatima</b>", 2), line("bram", "Bram", 1)]


@pytest.fixture
def pane(qtbot: QtBot) -> PersonaPane:
    made = PersonaPane(make_context().theme, keys_hint="Ctrl +")
    qtbot.addWidget(made)
    made.set_rows(ROWS)
    made.resize(made.width(), 400)
    made.show()
    made.activateWindow()
    made.list.setFocus()
    QApplication.processEvents()
    return made


def test_arrows_choose_and_tell(pane: PersonaPane) -> None:
    told: list[str] = []
    pane.chosen.connect(told.append)
    pane.choose(EVERYONE)
    press(pane.list, Qt.Key.Key_Down)
    press(pane.list, Qt.Key.Key_Down)
    pane.step(1)
    pane.step(-1)
    assert told == ["fatima", "bram", EVERYONE, "bram"]


def test_choosing_for_the_person_tells_nothing(pane: PersonaPane) -> None:
    told: list[str] = []
    pane.chosen.connect(told.append)
    pane.choose("bram")
    assert pane.current() == "bram"
    pane.choose("gone")
    assert pane.current() == EVERYONE
    assert told == []


def test_new_counts_keep_the_choice_and_tell_nothing(pane: PersonaPane) -> None:
    told: list[str] = []
    pane.choose("fatima")
    pane.chosen.connect(told.append)
    pane.set_rows([ROWS[0], replace(ROWS[1], count=9, spoken="Fatima. 9 notities"), ROWS[2]])
    assert pane.current() == "fatima"
    assert pane.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Fatima. 9 notities"
    pane.set_rows([ROWS[0], ROWS[2], ROWS[1]])
    assert pane.current() == "fatima"
    assert told == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_rows_are_painted_in_every_theme(qtbot: QtBot, theme: str) -> None:
    pane = PersonaPane(make_context(theme=theme, scale=200).theme)
    qtbot.addWidget(pane)
    pane.set_rows(ROWS)
    assert not pane.grab().isNull()


def drag(pane: PersonaPane, row: int, kind: type[QDropEvent]) -> QDropEvent:
    data = QMimeData()
    data.setData(MIME_NOTES, b"n1\nn2")
    at = pane.list.visualItemRect(pane.list.item(row)).center()
    place = at.toPointF() if kind is QDropEvent else at
    event = kind(
        place,  # pyright: ignore[reportArgumentType, reportCallIssue]
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(pane.list.viewport(), event)
    return event


def test_notes_are_dropped_on_a_persona_that_lights_up(pane: PersonaPane) -> None:
    told: list[tuple[str, list[str]]] = []
    pane.notes_dropped.connect(lambda who, ids: told.append((who, ids)))
    assert not pane.list.acceptDrops()
    pane.take_drops()
    plain = pane.grab().toImage()
    drag(pane, 2, QDragEnterEvent)
    assert drag(pane, 2, QDragMoveEvent).isAccepted()
    assert pane.list.over == 2
    assert pane.grab().toImage() != plain
    assert not drag(pane, 0, QDragMoveEvent).isAccepted(), "everyone is nobody to be about"
    assert pane.list.over == -1
    drag(pane, 2, QDragMoveEvent)
    drag(pane, 2, QDropEvent)
    assert told == [("bram", ["n1", "n2"])]
    assert pane.list.over == -1


@pytest.mark.parametrize("scale", [100, 200])
def test_the_question_who_was_heard_is_asked_below_or_beside_the_title(qtbot: QtBot, scale: int) -> None:
    made = PersonaPane(make_context(scale=scale).theme, keys_hint="Ctrl +")
    qtbot.addWidget(made)
    made.set_rows(ROWS)
    made.resize(made.width(), 400)
    made.show()
    QApplication.processEvents()
    asked: list[bool] = []
    made.coverage_wanted.connect(lambda: asked.append(True))
    made.coverage.click()
    assert asked == [True]
    assert (made.coverage.y() > made.list.y()) == (scale == 100)
