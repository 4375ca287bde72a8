"""Set-up writes what is typed, ticked and chosen, and shows what others changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.changes import ChangeSet
from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.services.notes import NoteDraft, add_note
from facilitator.store.session import SessionStore
from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Go
from facilitator.ui.pages import setup_page
from facilitator.ui.pages.setup_page import SetupPage
from tests.helpers.keys import press, type_text
from tests.helpers.shelf import shelf
from tests.helpers.ui import make_context


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    library = shelf()
    with create_dialogue(tmp_path / "a.dialoog", DialogueSetup("Zorg", ""), library, "laptop-1") as opened:
        yield opened


@pytest.fixture
def page(store: SessionStore, qtbot: QtBot) -> Iterator[SetupPage]:
    context = make_context(store)
    shown = SetupPage(context)
    qtbot.addWidget(shown)
    context.dialogue.changed.connect(shown.refresh)
    shown.resize(1366, 768)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    context.dialogue.changed.disconnect(shown.refresh)


def test_what_is_typed_is_in_the_dialogue_when_the_field_is_left(
    page: SetupPage, store: SessionStore
) -> None:
    page.question.setFocus()
    type_text(page.question, "Wat hoort dichtbij te blijven? <b>écht</b> & snel")
    press(page.question, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.asked_by.setFocus()
    type_text(page.asked_by, "MST, ZGT ,,\n")
    assert store.state.dialogue.question == "Wat hoort dichtbij te blijven? <b>écht</b> & snel"
    assert store.state.dialogue.commissioners == ("MST", "ZGT")


def test_an_empty_title_is_not_taken(page: SetupPage, store: SessionStore) -> None:
    page.title.setFocus()
    page.title.selectAll()
    type_text(page.title, "\b\n")
    assert store.state.dialogue.title == "Zorg"
    assert page.title.text() == "Zorg"


def test_undo_shows_the_earlier_text(page: SetupPage, store: SessionStore) -> None:
    page.promise.setFocus()
    type_text(page.promise, "Wij noemen geen namen.")
    page.title.setFocus()
    assert store.state.dialogue.privacy_promise == "Wij noemen geen namen."
    store.undo()
    assert page.promise.text() == ""


def test_what_is_promised_is_chosen_and_the_suggestion_follows(page: SetupPage, store: SessionStore) -> None:
    promises = page.promises
    promises.publication.row.button("numbers").click()
    assert store.state.dialogue.publication == "numbers"
    assert "Uw woorden staan niet in het rapport." in promises.suggestion.text()
    promises.take.click()
    assert store.state.dialogue.privacy_promise == promises.promise.text() == promises.suggestion.text()
    assert promises.offer.isHidden()
    promises.smallest.setValue(8)
    promises.smallest.editingFinished.emit()
    assert store.state.dialogue.smallest_group == 8
    assert "minder dan 8 mensen" in promises.suggestion.text()
    assert not promises.offer.isHidden()


@pytest.mark.parametrize("agreed", [False, True])
def test_promising_less_than_people_heard_asks_first(
    page: SetupPage, store: SessionStore, agreed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.promises.anonymity.row.button("full").click()
    add_note(store, NoteDraft(text="Ik was bang"))
    asked: list[str] = []

    def answer(*given: object, **_: object) -> bool:
        asked.append(str(given[2]))
        return agreed

    monkeypatch.setattr(setup_page, "ask", answer)
    page.promises.publication.row.button("quotes").click()
    assert asked == []
    page.promises.anonymity.row.button("group").click()
    assert asked == ["Mensen kregen meer beloofd"]
    kept = "group" if agreed else "full"
    assert store.state.dialogue.anonymity == page.promises.anonymity.value() == kept
    assert store.undo_label == ("promise.loosened" if agreed else "dialogue.edited")


def test_a_meeting_is_added_filled_in_and_deleted(page: SetupPage, store: SessionStore) -> None:
    page.meetings.add.click()
    meeting = store.state.meetings[0]
    assert (meeting.name, meeting.date, meeting.channel) == ("Bijeenkomst 1", "2026-11-14", "large")
    assert page.meetings.chosen() == meeting.id
    type_text(page.meetings.name, "Avond in Losser\n")
    page.meetings.channel.setFocus()
    page.meetings.channel.setCurrentIndex(page.meetings.channel.findData("soft"))
    page.meetings.channel.activated.emit(1)
    page.meetings.tables.setFocus()
    page.meetings.tables.selectAll()
    type_text(page.meetings.tables, "12\n")
    changed = store.state.meetings[0]
    assert (changed.name, changed.channel, changed.tables) == ("Avond in Losser", "soft", 12)
    page.meetings.remove.click()
    assert store.state.meetings == []


def test_a_meeting_with_notes_is_not_deleted(page: SetupPage, store: SessionStore) -> None:
    page.meetings.add.click()
    add_note(store, NoteDraft(text="gezegd", persona="fatima", meeting=store.state.meetings[0].id))
    refused: list[object] = []
    page.context.dialogue.refused.connect(refused.append)
    page.meetings.remove.click()
    assert len(store.state.meetings) == 1
    assert [error.code for error in refused] == ["meeting.has_notes"]  # type: ignore[attr-defined]


def test_a_persona_ticked_off_does_not_take_part_and_comes_back_by_undo(
    page: SetupPage, store: SessionStore, qtbot: QtBot
) -> None:
    box = page.tiles.tiles["bram"].box
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(12, box.height() // 2))
    assert "bram" not in {persona.id for persona in store.state.personas}
    store.undo()
    assert page.tiles.tiles["bram"].box.isChecked()


def test_personas_are_copied_taken_from_a_pack_written_and_read_again(
    page: SetupPage, store: SessionStore, tmp_path: Path
) -> None:
    page.tiles.tiles["truus"].copy.click()
    page.tiles.pack_requested.emit("kampen")
    assert {"Truus 2", "Sophie", "Rayan"} <= {persona.name for persona in store.state.personas}
    told: list[Notice] = []
    page.notice_requested.connect(told.append)
    file = tmp_path / "mensen.personas.json"
    page.export_pack(file)
    assert file.is_file()
    assert [notice.kind for notice in told] == ["info"]
    before = len(store.state.personas)
    page.import_pack(file)
    assert len(store.state.personas) > before
    page.import_pack(tmp_path / "weg.personas.json")
    assert told[-1].kind == "error"


def test_the_day_of_removal_is_kept_and_undo_takes_it_back(page: SetupPage, store: SessionStore) -> None:
    page.retention.on.setChecked(True)
    assert store.state.dialogue.retention == page.retention.value() != ""
    store.undo()
    page.refresh(None)
    assert not page.retention.on.isChecked()


def test_the_threshold_is_kept_once_votes_are_counted(page: SetupPage, store: SessionStore) -> None:
    page.threshold.setFocus()
    page.threshold.selectAll()
    type_text(page.threshold, "60\n")
    assert store.state.dialogue.threshold == 60


def test_the_button_says_what_is_open_and_goes_to_the_first_step(
    page: SetupPage, store: SessionStore
) -> None:
    assert "de vraag" in page.open_points.text()
    assert "een bijeenkomst" in page.open_points.text()
    assert page.begin.words() == "Beginnen met Ontmoeten"
    went: list[Go] = []
    page.navigate_requested.connect(went.append)
    page.begin.click()
    assert went == [Go("step", "ontmoeten")]


def test_a_file_for_looking_only_cannot_be_typed_in(
    tmp_path: Path, qtbot: QtBot, store: SessionStore
) -> None:
    store.close()
    with SessionStore.open(store.path, source="laptop-1", readonly=True) as looking:
        page = SetupPage(make_context(looking))
        qtbot.addWidget(page)
        assert page.question.isReadOnly()
        assert not page.tiles.isEnabled()


def test_a_view_is_taken_up_again(page: SetupPage, store: SessionStore) -> None:
    page.meetings.add.click()
    page.meetings.add.click()
    page.meetings.list.setCurrentRow(0)
    view = page.save_view()
    page.meetings.list.setCurrentRow(1)
    page.restore_view(view)
    assert page.meetings.chosen() == store.state.meetings[0].id
    page.refresh(ChangeSet("x", "merge", ()))
    assert page.meetings.chosen() == store.state.meetings[0].id
    assert QApplication.focusWidget() is not None
