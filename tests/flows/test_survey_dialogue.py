"""What real people wrote in a survey, from the table they left to an advice in an English report."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog
from pytestqt.qtbot import QtBot

from facilitator.domain.state import State
from facilitator.domain.text import clean_note
from facilitator.services.dialogue import new_meeting
from facilitator.services.settings import Settings
from facilitator.store.session import SessionStore
from facilitator.ui.application import make_registry
from facilitator.ui.dialogs.goal_dialog import GoalDialog
from facilitator.ui.dialogs.import_dialog import ImportDialog
from facilitator.ui.dialogs.insight_choice_dialog import InsightChoiceDialog
from facilitator.ui.dialogs.insight_dialog import LinkDialog
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.advice_page import AdvicePage
from facilitator.ui.pages.group_page import GroupPage
from facilitator.ui.pages.report_page import ReportPage
from facilitator.ui.pages.step_page import StepPage
from facilitator.ui.widgets.insight_pane import NewBar
from tests.flows.hostile import flat, in_dialog, said, to_front
from tests.helpers.keys import press, type_text
from tests.helpers.pdf import pages_of
from tests.helpers.window import close_window, make_file, make_window

DATA = Path(__file__).resolve().parents[1] / "data" / "polis-bowling-green-2018" / "comments.csv"
NAME = "Polis, Bowling Green 2018 (CC BY 4.0, The Computational Democracy Project)"
EVENING = "One resident said this at the table."
INSIGHTS = {"Roads & signs <must> be safer": (0, 4), "Work for everyone": (10, 13)}
GOAL = "A town that works, day & night"
ADVICE = "Mend the roads <b>before</b> the next winter."
PER_INSIGHT = (5, 4)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = make_window(tmp_path, make_registry(), Settings(source="laptop-1", language="en", sound=False))
    made.resize(1366, 768)
    made.open_any(make_file(tmp_path, "survey", title="Bowling Green"))
    yield made
    close_window(made)


def state(window: MainWindow) -> State:
    return window.context.dialogue.state


def answers() -> list[str]:
    with DATA.open(encoding="utf-8", newline="") as file:
        return [clean_note(row["comment-body"]) for row in csv.DictReader(file)]


def test_a_survey_becomes_advice_that_says_what_it_rests_on(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    source = DATA.read_bytes()
    _speak(window)
    _bring_in(window)
    before = _said_by_whom(state(window))
    _group(window)
    _advise(window)
    assert _said_by_whom(state(window)) == before
    out = _export(window, qtbot, tmp_path)
    _read(out, state(window))
    path = window.context.dialogue.store.path
    assert window.close_dialogue()
    with SessionStore.open(path, source="toets") as store:
        assert _said_by_whom(store.state) == before
        assert store.check() == []
    assert DATA.read_bytes() == source
    # Who wrote it and when is in the table, and nobody asked for it: it stays there.
    assert b"Tue Feb 13" in source
    assert b"Tue Feb 13" not in path.read_bytes()


def _said_by_whom(now: State) -> list[tuple[str, str, str, str, str]]:
    channels = {meeting.id: meeting.channel for meeting in now.meetings}
    return [(n.text, channels[n.meeting], n.persona, n.source, n.source_ref) for n in now.notes]


def _speak(window: MainWindow) -> None:
    """One note at a table first, so that two channels stand side by side."""
    window.context.dialogue.run(new_meeting, name="Evening", channel="large", people=12)
    window.go(Go("step", "ervaren"))
    field = cast("StepPage", window.page).capture.field
    type_text(field, EVENING)
    press(field, Qt.Key.Key_Return)


def _bring_in(window: MainWindow) -> None:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        column = dialog.findChild(QComboBox, "text_column")
        assert isinstance(column, QComboBox)
        # Proposed by itself: the column with the sentences, as a survey.
        assert (column.currentText(), dialog.choice().channel) == ("comment-body", "survey")
        dialog._name.setText(NAME)
        dialog.accept()

    in_dialog(choose)
    window.open_any(DATA)
    to_front(window)
    assert said(window) == "120 answers added."
    now = state(window)
    assert [note.text for note in now.notes if note.source == "import"] == answers()
    assert [(m.name, m.channel, m.people) for m in now.meetings[1:]] == [(NAME, "survey", 120)]
    # Bringing it in once more adds nothing, and says so.
    in_dialog(choose)
    window.open_any(DATA)
    to_front(window)
    assert "120" in said(window)
    assert len(state(window).notes) == 121


def _group(window: MainWindow) -> None:
    window.go(Go("step", "wegen"))
    page = cast("GroupPage", window.page)
    for title, (first, last) in INSIGHTS.items():
        page.desk.tray.view.setFocus()
        page.desk.tray.view.select_rows(range(first, last + 1))
        window.do("new_insight")
        field = page.findChildren(NewBar)[0].field
        type_text(field, title)
        press(field, Qt.Key.Key_Return)
    assert [insight.title for insight in state(window).insights] == list(INSIGHTS)
    counts = [sum(i.id in n.insights for n in state(window).notes) for i in state(window).insights]
    assert tuple(counts) == PER_INSIGHT

    def name_it(dialog: QDialog) -> None:
        assert isinstance(dialog, GoalDialog)
        dialog.title.setText(GOAL)
        dialog.accept()

    page.desk.insights.cards.clearSelection()
    in_dialog(name_it)
    window.do("new_goal")
    to_front(window)

    def link(dialog: QDialog) -> None:
        assert isinstance(dialog, LinkDialog)
        if dialog.list.ticked() == []:
            press(dialog.list, Qt.Key.Key_Space)
        dialog.accept()

    page.show_look("cards")
    page.desk.insights.cards.choose_ids([insight.id for insight in state(window).insights])
    page.desk.insights.cards.setFocus()
    in_dialog(link)
    window.do("link_goal")
    to_front(window)
    goal = state(window).goals[0]
    assert goal.title == GOAL
    assert [insight.goals for insight in state(window).insights] == [(goal.id,), (goal.id,)]


def _advise(window: MainWindow) -> None:
    window.go(Go("step", "adviseren"))
    page = cast("AdvicePage", window.page)
    page.show_goal(state(window).goals[0].id)
    window.do("new_advice")
    editor = page.chapter.editor
    editor.text.setFocus()
    press(editor.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(editor.text, ADVICE)
    press(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def rest_on_the_first(dialog: QDialog) -> None:
        assert isinstance(dialog, InsightChoiceDialog)
        wanted = state(window).insights[0].id
        for row in range(dialog.list.count()):
            item = dialog.list.item(row)
            on = wanted in str(item.data(Qt.ItemDataRole.UserRole))
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        dialog.accept()

    in_dialog(rest_on_the_first)
    page.choose_insights()
    to_front(window)
    advice = state(window).advices[0]
    assert (advice.text, advice.insights) == (ADVICE, (state(window).insights[0].id,))


def _export(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Path:
    window.go(Go("report"))
    page = cast("ReportPage", window.page)
    page.options.set_choices(page.options.parts(), "en")
    out = tmp_path / "report.pdf"
    page.export_to(out)
    qtbot.waitUntil(lambda: not page.is_saving(), timeout=30_000)
    assert "report.pdf" in said(window)
    return out


def _read(out: Path, now: State) -> None:
    spaced = " ".join(" ".join(pages_of(out)).replace("\ufffe", "").split())
    whole = flat(spaced)
    wanted = [GOAL, ADVICE, NAME, EVENING, *INSIGHTS]
    assert [text for text in wanted if flat(text) not in whole] == []
    # A long answer may run on over a page: its beginning and its end are looked for then.
    assert [note.text for note in now.notes if flat(note.text)[:60] not in whole] == []
    assert [note.text for note in now.notes if flat(note.text)[-40:] not in whole] == []
    # The channels side by side, never added together.
    for words in ("1 survey", "120 replies", "120 notes", "Large meetings", "12 people", "1 note"):
        assert words in spaced, words
    assert "121 notes" not in spaced
    assert "Advice 1.1 rests on 1 insight and 5 notes" in spaced
    assert "1 from large meetings, 4 from the survey" in spaced
    assert "Large meetings (12 people) yes 1 note 100% Survey (120 replies) yes 8 notes" in spaced
