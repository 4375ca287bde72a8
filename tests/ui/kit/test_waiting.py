"""Waiting goes on painting, says what it waits for, and can be stopped where that may be."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.ui.kit import waiting
from facilitator.ui.kit.cover import Cover
from facilitator.ui.kit.waiting import STOPPED, Waiting
from tests.helpers.turns import Turns
from tests.helpers.ui import make_context


class Room(QWidget):
    """A window with a field."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.field)
        self.resize(800, 600)


@pytest.fixture
def room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    made = Room()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.field.setFocus()
    monkeypatch.setattr(waiting, "SHOWN_AFTER", 0.05)
    yield made
    assert made.findChildren(Cover) == [] or not any(one.isVisible() for one in made.findChildren(Cover))


def waits(room: Room) -> Waiting:
    theme = make_context().theme
    return Waiting(room, lambda: theme)


def test_what_is_ready_at_once_costs_no_turn_of_the_window(room: Room) -> None:
    with Turns() as turns:
        assert waits(room).aside(lambda: 7) == 7
        assert turns.count == 0


def test_the_window_goes_on_and_says_what_it_waits_for(room: Room) -> None:
    gate, said = threading.Event(), list[str]()

    def look(count: int) -> None:
        said.extend(cover.words.text() for cover in room.findChildren(Cover) if cover.isVisible())
        if said or count > 2_000:
            gate.set()

    with Turns(then=look) as turns:
        assert waits(room).aside(lambda: gate.wait(5), "Het bestand gaat open…")
        assert turns.count > 5
    assert said[0] == "Het bestand gaat open…"


def test_what_it_raises_is_raised_here(room: Room) -> None:
    def fail() -> None:
        time.sleep(0.06)
        raise UserError("store.io", path="x")

    with pytest.raises(UserError) as caught:
        waits(room).aside(fail)
    assert caught.value.code == "store.io"


def test_stopping_is_at_once_and_what_comes_too_late_is_given_away(qtbot: QtBot, room: Room) -> None:
    gate, late = threading.Event(), list[str]()
    patient = waits(room)

    def work() -> str:
        gate.wait(5)
        return "te laat"

    def press() -> None:
        if any(cover.isVisible() for cover in room.findChildren(Cover)):
            QTest.keyClick(room.field, Qt.Key.Key_Escape)
            return
        QTimer.singleShot(10, press)

    QTimer.singleShot(10, press)
    with pytest.raises(UserError) as caught:
        patient.aside(work, may_stop=True, late=late.append)
    assert caught.value.code == STOPPED
    assert not patient.busy
    gate.set()
    qtbot.waitUntil(lambda: late == ["te laat"])


def test_nobody_presses_anything_under_the_cover(qtbot: QtBot, room: Room) -> None:
    gate, tried = threading.Event(), list[bool]()

    def press() -> None:
        if any(cover.isVisible() for cover in room.findChildren(Cover)):
            QTest.keyClicks(room.field, "weg")
            tried.append(True)
            gate.set()
            return
        QTimer.singleShot(10, press)

    QTimer.singleShot(10, press)
    waits(room).aside(lambda: gate.wait(5), may_stop=True)
    assert tried
    assert room.field.text() == ""
    QTest.keyClicks(room.field, "weer")
    assert room.field.text() == "weer"


def test_no_longer_than_was_said(room: Room) -> None:
    patient = waits(room)
    patient.while_(lambda: True, seconds=0.1)
    assert not patient.busy


def test_between_two_pieces_of_work_the_window_paints(room: Room) -> None:
    patient = waits(room)
    with Turns(every_ms=0) as turns:
        for _ in range(5):
            patient.breathe()
        assert turns.count >= 5
    thread = threading.Thread(target=patient.breathe)
    thread.start()
    thread.join(5)
    assert not patient.busy


def test_on_another_thread_it_just_waits(room: Room) -> None:
    patient, found = waits(room), list[int]()
    thread = threading.Thread(target=lambda: found.append(patient.aside(lambda: 3)))
    thread.start()
    thread.join(5)
    assert found == [3]


def test_waiting_in_a_wait_ends_in_order(room: Room) -> None:
    patient, order = waits(room), list[str]()

    def inner() -> None:
        patient.aside(lambda: time.sleep(0.1))
        order.append("binnen")

    QTimer.singleShot(40, inner)
    patient.aside(lambda: time.sleep(0.3))
    order.append("buiten")
    assert order == ["binnen", "buiten"]
