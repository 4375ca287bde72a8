"""The editor tells each field once, and votes only as a whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Advice
from facilitator.ui.widgets.advice_card import AdviceFace
from facilitator.ui.widgets.advice_editor import ASKS, AdviceEditor
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context

FACE = AdviceFace("a1", "2.1", "Doe iets.", "", None, "", "Nog niet gestemd", "quiet", 75)
ADVICE = Advice(id="a1", alive=True, text="Doe iets.", addressee="Ziekenhuis", minority="Te duur.")


@pytest.fixture
def editor(qtbot: QtBot) -> AdviceEditor:
    made = AdviceEditor(make_context().theme)
    qtbot.addWidget(made)
    made.show()
    made.show_advice(ADVICE, FACE)
    return made


def test_fields_tell_what_was_typed_once(editor: AdviceEditor) -> None:
    told: list[tuple[str, object]] = []
    editor.changed.connect(lambda field, value: told.append((field, value)))
    editor.addressee.setFocus()
    editor.addressee.selectAll()
    type_text(editor.addressee, "Gemeenten\n")
    editor.deadline.setFocus()
    editor.decision.setCurrentIndex(2)
    editor.decision.activated.emit(2)
    assert told == [("addressee", "Gemeenten"), ("decision", "rejected")]


def test_votes_are_told_when_the_last_number_is_left(editor: AdviceEditor) -> None:
    told: list[object] = []
    editor.voted.connect(told.append)
    editor.votes[0].setFocus()
    editor.votes[0].selectAll()
    for box, count in zip(editor.votes, ("12", "3", "1"), strict=True):
        assert box.hasFocus()
        type_text(box, count)
        press(box, Qt.Key.Key_Tab)
    assert told == [(12, 3, 1)]


def test_every_button_asks_by_its_name(editor: AdviceEditor) -> None:
    asked: list[str] = []
    editor.asked.connect(asked.append)
    for name in ASKS:
        button = editor.findChild(object, f"advice_{name}")  # type: ignore[type-var]
        button.click()  # type: ignore[union-attr]
    assert asked == list(ASKS)


def test_looking_only_means_no_typing(editor: AdviceEditor) -> None:
    editor.set_readonly(True)
    assert editor.text.isReadOnly()
    assert not editor.votes[0].isEnabled()
