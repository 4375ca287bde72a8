"""Voting in the room from the pages: set up, counted, corrected and undone by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from facilitator.domain.tally import dots_of, tally
from facilitator.services import advising, grouping, voting
from facilitator.services.dialogue import new_meeting
from facilitator.services.settings import Settings
from facilitator.ui.application import make_registry
from facilitator.ui.dialogs.ballot_dialog import BallotDialog
from facilitator.ui.dialogs.count_dialog import CountDialog
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import press, type_text
from tests.helpers.step_pages import answer
from tests.helpers.window import close_window, make_file, make_window

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = make_window(tmp_path, make_registry(), Settings(source="laptop-1", theme="light"))
    made.resize(1366, 768)
    assert made.desk.open(make_file(tmp_path))
    session = made.context.dialogue
    session.run(new_meeting, name="Avond", channel="large", people=25, tables=3)
    goal = session.run(grouping.new_goal, "Zorg dichtbij")
    assert goal is not None
    for title in ("Bellen is eng", "De bus rijdt niet", "Een vast gezicht"):
        session.run(grouping.new_insight, title)
        session.run(advising.new_advice, goal, f"Advies: {title}")
    yield made
    close_window(made)


def step(window: MainWindow, activity: str) -> Go:
    return Go("step", next(s.id for s in window.context.method().steps if activity in s.activities))


def count(act: Callable[[CountDialog], object], seen: list[str]) -> None:
    """Let ``act`` count in the next dialog, which must be the one to count in."""

    def look(dialog: QDialog) -> None:
        try:
            assert isinstance(dialog, CountDialog)
            dialog.activateWindow()
            assert QTest.qWaitForWindowActive(dialog, 5000)
            QApplication.processEvents()
            dialog.grid.setFocus()
            act(dialog)
            seen.append(dialog.control.text())
        finally:
            # A dialog left open would keep the test waiting for ever.
            dialog.reject()

    answer(look)


def test_dots_are_set_up_and_counted_from_the_grouping_page(window: MainWindow) -> None:
    window.go(step(window, "group"))
    seen: list[str] = []

    def typing(dialog: CountDialog) -> None:
        type_text(dialog.grid, "5+3\n61\n")
        assert dialog.control.text() == "69 van 75 stippen geteld, ▽ 6 te weinig"
        press(dialog.grid, Qt.Key.Key_Z, CONTROL)
        assert dialog.here.text() == (
            "Ongedaan gemaakt: stapel tellen (Wegen · ‘Ronde 1’ · ‘De bus rijdt niet’)"
        )
        press(dialog.grid, Qt.Key.Key_Up)
        press(dialog.grid, Qt.Key.Key_Up)
        type_text(dialog.grid, "=9\n")
        press(dialog.grid, Qt.Key.Key_Delete)

    def set_up(dialog: QDialog) -> None:
        assert isinstance(dialog, BallotDialog)
        assert dialog.people.value() == 25
        count(typing, seen)
        dialog.accept()

    answer(set_up)
    window.do("room_vote")
    state = window.context.dialogue.state
    assert seen == ["9 van 75 stippen geteld, ▽ 66 te weinig"]
    assert [dots_of(state, insight.id) for insight in state.insights] == [9, 0, 0]
    # The page shows them, also when they are undone there.
    page = window.page
    assert isinstance(page, GroupPage)
    first = state.insights[0].id
    assert page.desk.faces.insight(first).count == "0 notities · 9 stippen"
    while window.context.dialogue.store.undo_label != "insight.added" and window.context.dialogue.undo():
        pass
    assert page.desk.faces.insight(first).count == "0 notities"


def test_a_round_goes_on_where_it_was_and_undo_stays_within_the_voting(window: MainWindow) -> None:
    session = window.context.dialogue
    id = session.run(voting.new_ballot, title="Ronde 1", people=25)
    assert id is not None
    seen: list[str] = []
    told: list[str] = []

    def undo_all(dialog: CountDialog) -> None:
        type_text(dialog.grid, "4\n")
        for _ in range(2):
            press(dialog.grid, Qt.Key.Key_Z, CONTROL)
            told.append(dialog.here.text())

    window.go(step(window, "group"))
    session.run(voting.update_ballot, id, people=30)
    count(undo_all, seen)
    window.do("room_vote")
    assert told[0].startswith("Ongedaan gemaakt: stapel tellen")
    assert told[1].startswith("Ongedaan gemaakt: stemronde wijzigen")
    assert len(session.state.insights) == 3
    while session.store.undo_label != "insight.added" and session.undo():
        pass
    session.run(grouping.new_insight, "Nog een")
    session.run(voting.new_ballot, title="Ronde 2")
    session.run(grouping.update_insight, session.state.insights[0].id, title="Anders")
    count(lambda dialog: press(dialog.grid, Qt.Key.Key_Z, CONTROL), seen)
    window.do("room_vote")
    assert session.state.insights[0].title == "Anders"


def test_hands_are_counted_for_advice_and_become_its_votes(window: MainWindow) -> None:
    session = window.context.dialogue
    session.run(voting.new_ballot, title="Handen", subject="advice", method="hands", people=25)
    window.go(step(window, "advise"))
    seen: list[str] = []

    def typing(dialog: CountDialog) -> None:
        type_text(dialog.grid, "20\n10\n25\n4\n15\n0\n1\n0\n0\n")
        assert tally(session.state, session.state.ballots[0]).missing() == []
        dialog.take_over.click()
        assert dialog.here.text() == "De stemmen staan bij 3 adviezen."

    count(typing, seen)
    window.do("room_vote")
    assert seen == ["75 van 75 handen geteld ✓"]
    votes = [(a.votes_for, a.votes_against, a.votes_abstain) for a in session.state.advices]
    assert votes == [(20, 4, 1), (10, 15, 0), (25, 0, 0)]
    assert session.store.undo_label == "ballot.taken_over"


def test_a_round_is_changed_closed_and_opened_from_the_menu(window: MainWindow) -> None:
    session = window.context.dialogue
    session.run(voting.new_ballot, title="Ronde 1", people=25)
    window.go(step(window, "group"))
    seen: list[str] = []

    def change(dialog: QDialog) -> None:
        assert isinstance(dialog, BallotDialog)
        dialog.people.setValue(20)
        dialog.accept()

    def act(dialog: CountDialog) -> None:
        answer(change)
        dialog.actions_of["setup"].trigger()
        dialog.actions_of["close"].trigger()
        type_text(dialog.grid, "5\n")
        dialog.actions_of["reopen"].trigger()
        dialog.grid.go_to_first()
        press(dialog.grid, Qt.Key.Key_Up)
        type_text(dialog.grid, "7\n")

    count(act, seen)
    window.do("room_vote")
    assert seen == ["7 van 60 stippen geteld, ▽ 53 te weinig"]


def test_cancelling_the_set_up_starts_nothing(window: MainWindow) -> None:
    window.go(step(window, "advise"))
    met = answer(lambda dialog: dialog.reject())
    window.do("room_vote")
    assert isinstance(met[0], BallotDialog)
    assert window.context.dialogue.state.ballots == []
