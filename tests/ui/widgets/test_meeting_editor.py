"""The list of meetings tells what is wanted and shows what is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Meeting
from facilitator.ui.widgets.meeting_editor import NO_DATE, MeetingEditor
from tests.helpers.keys import type_text
from tests.helpers.ui import make_context

ONE = Meeting(id="m1", alive=True, name="Eerste", channel="large", date="2025-01-20", tables=8, people=75)
TWO = Meeting(id="m2", alive=True, venue="Inloophuis", channel="soft", group="patients")


@pytest.fixture
def editor(qtbot: QtBot) -> MeetingEditor:
    made = MeetingEditor(make_context())
    qtbot.addWidget(made)
    made.set_meetings([ONE, TWO])
    made.show()
    return made


def test_the_chosen_meeting_is_shown_whole(editor: MeetingEditor) -> None:
    assert editor.list.item(0).text() == "Eerste · Grote bijeenkomst"
    assert (editor.name.text(), editor.tables.value(), editor.people.value()) == ("Eerste", 8, 75)
    assert editor.date.date() == QDate(2025, 1, 20)
    editor.list.setCurrentRow(1)
    assert (editor.venue.text(), editor.channel.currentData()) == ("Inloophuis", "soft")
    assert editor.date.date() == NO_DATE
    assert editor.date.text() == "niet bekend"


def test_only_real_changes_are_told(editor: MeetingEditor) -> None:
    told: list[tuple[str, str, object]] = []
    editor.changed.connect(lambda *change: told.append(change))
    editor.tables.editingFinished.emit()
    editor.date.editingFinished.emit()
    editor.channel.activated.emit(0)
    assert told == []
    editor.date.setDate(QDate(2025, 3, 3))
    editor.date.editingFinished.emit()
    editor.people.setValue(70)
    editor.people.editingFinished.emit()
    assert told == [("m1", "date", "2025-03-03"), ("m1", "people", 70)]


def test_without_meetings_there_is_nothing_to_fill_in(editor: MeetingEditor) -> None:
    editor.set_meetings([])
    assert not editor.form.isEnabled()
    assert not editor.remove.isEnabled()
    assert editor.chosen() == ""


def test_typing_is_not_disturbed_by_news(editor: MeetingEditor) -> None:
    editor.name.setFocus()
    editor.name.selectAll()
    type_text(editor.name, "Tweede avond")
    editor.set_meetings([ONE, TWO])
    assert editor.name.text() == "Tweede avond"
