"""What we promise, chosen in plain words."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from facilitator.domain import entities as e
from facilitator.services.promises import is_suggested, suggested
from facilitator.ui.widgets.promise_editor import PromiseEditor, Suggestions
from tests.helpers.keys import type_text
from tests.helpers.ui import make_context

NOW = e.Dialogue(alive=True, language="nl", publication="quotes", anonymity="channel", smallest_group=7)


def _editor(qtbot: QtBot, scale: int = 100) -> tuple[PromiseEditor, list[tuple[str, object]]]:
    editor = PromiseEditor(make_context(scale=scale), Suggestions(suggested, is_suggested, 100))
    qtbot.addWidget(editor)
    told: list[tuple[str, object]] = []
    editor.changed.connect(lambda field, value: told.append((field, value)))
    editor.resize(900, 900)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.activateWindow()
    return editor, told


def test_showing_what_the_dialogue_has_tells_nothing(qtbot: QtBot) -> None:
    editor, told = _editor(qtbot)
    editor.show_promise(replace(NOW, retention="2027-01-02", privacy_promise="Wij noemen geen namen."))
    assert (editor.publication.value(), editor.anonymity.value()) == ("quotes", "channel")
    assert (editor.smallest.value(), editor.retention.value()) == (7, "2027-01-02")
    assert editor.promise.text() == "Wij noemen geen namen."
    assert told == []


def test_each_choice_says_what_it_means(qtbot: QtBot) -> None:
    editor, told = _editor(qtbot)
    seen = {editor.publication.about.text()}
    for value in e.PUBLICATIONS[1:]:
        editor.publication.row.button(value).click()
        seen.add(editor.publication.about.text())
    assert len(seen) == 3
    assert all(seen)
    assert told == [("publication", "quotes"), ("publication", "numbers")]


def test_own_words_are_never_overwritten(qtbot: QtBot) -> None:
    editor, told = _editor(qtbot)
    editor.show_promise(replace(NOW, privacy_promise="Wij noemen geen namen."))
    editor.take.click()
    ((field, words),) = told
    assert field == "privacy_promise"
    assert str(words).startswith("Wij noemen geen namen.\n\n")
    assert str(words).endswith(editor.suggestion.text())


def test_our_earlier_suggestion_gives_way_to_the_new_one(qtbot: QtBot) -> None:
    editor, told = _editor(qtbot)
    editor.show_promise(NOW)
    before = editor.suggestion.text()
    editor.show_promise(replace(NOW, publication="numbers", privacy_promise=before))
    editor.take.click()
    assert told == [("privacy_promise", editor.suggestion.text())]
    assert editor.suggestion.text() != before


def test_the_suggestion_is_in_the_language_people_speak(qtbot: QtBot) -> None:
    editor, _ = _editor(qtbot)
    editor.show_promise(replace(NOW, language="en"))
    assert editor.suggestion.text().startswith("We write down what you say")


def test_what_is_being_typed_stays(qtbot: QtBot) -> None:
    editor, _ = _editor(qtbot)
    editor.promise.setFocus()
    qtbot.waitUntil(editor.promise.hasFocus)
    type_text(editor.promise, "Wij noemen")
    editor.show_promise(NOW)
    assert editor.promise.toPlainText() == "Wij noemen"


def test_with_large_text_the_choices_are_lists_that_tell_the_same(qtbot: QtBot) -> None:
    editor, told = _editor(qtbot, 200)
    editor.show_promise(NOW)
    box = editor.anonymity.list
    assert not box.isHidden()
    assert editor.anonymity.row.isHidden()
    box.setCurrentIndex(box.findData("full"))
    box.activated.emit(box.currentIndex())
    assert told == [("anonymity", "full")]
    assert editor.anonymity.value() == "full"


def test_nothing_can_be_changed_while_only_looking(qtbot: QtBot) -> None:
    editor, told = _editor(qtbot)
    editor.set_readonly(True)
    editor.publication.row.button("numbers").click()
    editor.take.click()
    assert told == []
    assert editor.promise.isReadOnly()
