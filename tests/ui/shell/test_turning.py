"""Undo, redo and other moments in the real window: told where it was, and led there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.domain.changes import ChangeSet
from facilitator.services.grouping import new_goal, new_insight
from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.settings import Settings
from facilitator.ui.application import make_registry
from facilitator.ui.dialogs.coverage_dialog import CoverageDialog
from facilitator.ui.dialogs.history_dialog import HistoryDialog
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.group_page import GroupPage
from facilitator.ui.pages.step_page import StepPage
from tests.helpers.keys import press
from tests.helpers.step_pages import answer
from tests.helpers.window import close_window, make_file, make_window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = make_window(tmp_path, make_registry(), Settings(source="laptop-1", theme="light"))
    made.resize(1366, 768)
    assert made.desk.open(make_file(tmp_path))
    session = made.context.dialogue
    session.run(add_note, NoteDraft("Ik durf niet te bellen", persona="fatima", step="ervaren"))
    session.run(add_note, NoteDraft("De bus rijdt niet", persona="hennie", step="ervaren"))
    session.run(new_insight, "Bellen is eng", [session.state.notes[0].id])
    yield made
    close_window(made)


def notice(window: MainWindow) -> Notice:
    (found,) = window.notice_bar.notices()
    return found


def test_what_was_undone_elsewhere_is_named_and_shown_on_demand(window: MainWindow) -> None:
    window.go(Go("report"))
    window.do("undo")
    window.do("undo")
    assert notice(window).text == (
        "Ongedaan gemaakt: notitie toevoegen (Ervaren · Hennie · ‘De bus rijdt niet’)"
    )
    window.do("redo")
    shown = notice(window)
    assert shown.action_label == "Laat zien waar"
    assert shown.action is not None
    shown.action()
    assert window.here == Go("step", "ervaren")
    page = window.page
    assert isinstance(page, StepPage)
    assert page.area.who == "hennie"


def test_an_insight_is_shown_on_the_page_of_its_step(window: MainWindow) -> None:
    window.do("undo")
    window.do("redo")
    shown = notice(window)
    assert shown.action is not None
    shown.action()
    page = window.page
    assert isinstance(page, GroupPage)
    assert page.desk.chosen_insights() == [window.context.dialogue.state.insights[0].id]


def test_the_history_leads_back_and_on_in_one_go(window: MainWindow) -> None:
    heard: list[ChangeSet] = []
    window.context.dialogue.changed.connect(heard.append)

    def back(dialog: QDialog) -> None:
        assert isinstance(dialog, HistoryDialog)
        press(dialog.view, Qt.Key.Key_Down)
        press(dialog.view, Qt.Key.Key_Down)
        press(dialog.view, Qt.Key.Key_Return)

    met = answer(back)
    window.do("history")
    assert met
    state = window.context.dialogue.state
    assert [note.text for note in state.notes] == ["Ik durf niet te bellen"]
    assert state.insights == []
    assert len(heard) == 1
    assert notice(window).text == "2 stappen teruggedraaid. Met Opnieuw doen komen ze terug."

    def on(dialog: QDialog) -> None:
        assert isinstance(dialog, HistoryDialog)
        press(dialog.view, Qt.Key.Key_Home)
        press(dialog.view, Qt.Key.Key_Return)

    answer(on)
    window.do("history")
    assert (len(state.notes), len(state.insights)) == (2, 1)
    assert notice(window).text == "2 stappen opnieuw gedaan."


def test_the_history_can_only_be_looked_at_and_shows_the_place(window: MainWindow) -> None:
    window.go(Go("report"))

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, HistoryDialog)
        press(dialog.view, Qt.Key.Key_Down)
        dialog.look.click()

    answer(look)
    window.do("history")
    assert window.here == Go("step", "ervaren")
    answer(lambda dialog: dialog.reject())
    window.do("history")
    assert len(window.context.dialogue.state.notes) == 2


def test_who_was_heard_leads_to_the_notes_of_a_persona_in_a_step(window: MainWindow) -> None:
    window.go(Go("step", "ervaren"))
    page = window.page
    assert isinstance(page, StepPage)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CoverageDialog)
        row = [line.id for line in dialog.table.rows.lines].index("hennie")
        column = [each.id for each in dialog.table.rows.columns].index("dromen")
        dialog.table.setCurrentIndex(dialog.table.rows.index(row, column))
        press(dialog.table, Qt.Key.Key_Return)

    answer(look)
    page.personas.coverage.click()
    assert window.here == Go("step", "dromen")
    shown = window.page
    assert isinstance(shown, StepPage)
    assert shown.area.who == "hennie"


def test_who_was_heard_for_a_goal_leads_to_its_insights(window: MainWindow) -> None:
    session = window.context.dialogue
    goal = session.run(new_goal, "Zorg dichtbij", [session.state.insights[0].id])
    assert goal is not None

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CoverageDialog)
        dialog.switch.button("goals").click()
        press(dialog.table, Qt.Key.Key_Return)

    answer(look)
    window.do("coverage")
    page = window.page
    assert isinstance(page, GroupPage)
    assert page.desk.lit == goal
