"""Suggested groups on the page: asked for, looked at, accepted, refused; nothing moves by itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.services import grouping, notes, suggesting
from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.services.notes import NoteDraft
from facilitator.store.session import SessionStore
from facilitator.ui.kit.notices import Notice
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.helpers.shelf import shelf
from tests.similarity.corpus import BUS, OTHER, WAITING
from tests.ui.pages.group_window import CONTROL, focus, group_page, press


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    setup = DialogueSetup(title="Zorg", question="Wat moet dichtbij blijven?")
    with create_dialogue(tmp_path / "a.dialoog", setup, shelf(), "laptop-1") as made:
        notes.add_notes(made, [NoteDraft(text=text) for text in WAITING + BUS + OTHER])
        yield made


@pytest.fixture
def page(store: SessionStore, qtbot: QtBot) -> Iterator[GroupPage]:
    with group_page(store, qtbot) as made:
        yield made


def asked(page: GroupPage, qtbot: QtBot) -> GroupPage:
    """Ask for groups by its key and wait for the answer."""
    press(focus(), Qt.Key.Key_R, CONTROL)
    qtbot.waitUntil(
        lambda: page.suggest.strip.isVisible() and page.suggest.strip.stop.isHidden(), timeout=30_000
    )
    return page


def titles(store: SessionStore) -> list[str]:
    return [insight.title for insight in store.state.insights]


def chosen(page: GroupPage, store: SessionStore) -> list[str]:
    return sorted(n.text for id in page.tray.view.selected_ids() if (n := store.state.note(id)) is not None)


def notices(page: GroupPage) -> list[Notice]:
    found: list[Notice] = []
    page.notice_requested.connect(found.append)
    return found


def test_the_button_under_the_loose_notes_asks(page: GroupPage, store: SessionStore, qtbot: QtBot) -> None:
    history = len(store.history())
    assert page.tray.suggest.text() == "Stel groepen voor"
    page.tray.suggest.click()
    assert page.suggest.strip.isVisible()
    qtbot.waitUntil(lambda: len(page.suggest.strip.cards) == 2, timeout=30_000)
    assert len(store.history()) == history
    assert len(page.desk.faces.facts.tray) == len(WAITING + BUS + OTHER)


def test_few_loose_notes_are_not_asked_about(page: GroupPage, store: SessionStore) -> None:
    ids = [note.id for note in store.state.notes]
    notes.park(store, ids[3:], "past niet")
    QApplication.processEvents()
    assert not page.tray.suggest.isVisible()
    assert "suggest" not in page.commands()


def test_stepping_to_a_group_chooses_its_notes_in_the_tray(
    page: GroupPage, store: SessionStore, qtbot: QtBot
) -> None:
    strip = asked(page, qtbot).suggest.strip
    groups = [sorted(WAITING), sorted(BUS)]
    qtbot.waitUntil(lambda: chosen(page, store) in groups)
    first = chosen(page, store)
    assert strip.focused() is strip.cards[0]
    press(focus(), Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: chosen(page, store) in groups and chosen(page, store) != first)
    strip.close_button.setFocus()
    qtbot.waitUntil(lambda: chosen(page, store) == [])


def test_on_a_board_with_the_loose_notes_they_light_up_and_a_search_comes_back(
    page: GroupPage, store: SessionStore, qtbot: QtBot
) -> None:
    strip = asked(page, qtbot).suggest.strip
    qtbot.waitUntil(lambda: bool(chosen(page, store)))
    model, notes_there = page.desk.board.model, store.state.notes
    page.show_look("board")
    page.desk.board.set_scope(with_tray=True, goal="")
    searched = frozenset({notes_there[0].id})
    model.set_hits(searched)
    press(focus(), Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: model.hits != searched)
    lit = [note.text for note in notes_there if model.is_hit(note.id)]
    assert lit in (WAITING, BUS)
    assert len(lit) == strip.cards[1].face.count
    strip.close_button.setFocus()
    qtbot.waitUntil(lambda: model.hits == searched)


def test_enter_accepts_one_and_undo_takes_it_back(page: GroupPage, store: SessionStore, qtbot: QtBot) -> None:
    told = notices(page)
    strip = asked(page, qtbot).suggest.strip
    first = strip.cards[0].face
    press(focus(), Qt.Key.Key_Return)
    assert titles(store) == [first.title]
    assert len(strip.cards) == 1
    assert strip.focused() is strip.cards[0]
    assert told[-1].text == f"{first.count} notities kregen een plek · 1 inzicht"
    assert told[-1].action_label == "Ongedaan maken"
    press(focus(), Qt.Key.Key_Z, CONTROL)
    assert titles(store) == []
    qtbot.waitUntil(lambda: len(strip.cards) == 2)


def test_all_at_once_is_one_undo(page: GroupPage, store: SessionStore, qtbot: QtBot) -> None:
    told = notices(page)
    strip = asked(page, qtbot).suggest.strip
    strip.all.click()
    assert len(titles(store)) == 2
    assert len(page.desk.faces.facts.tray) == len(OTHER)
    assert strip.title.text() == "Dat was alles."
    assert told[-1].action is not None
    told[-1].action()
    assert titles(store) == []
    assert len(page.desk.faces.facts.tray) == len(WAITING + BUS + OTHER)


def test_the_name_can_be_changed_first(page: GroupPage, store: SessionStore, qtbot: QtBot) -> None:
    asked(page, qtbot)
    press(focus(), Qt.Key.Key_F2)
    type_text(focus(), "Te lang <b>wachten</b>\n")
    assert titles(store) == ["Te lang <b>wachten</b>"]


def test_a_refused_group_stays_away_tonight_unless_it_is_asked_back(
    page: GroupPage, store: SessionStore, qtbot: QtBot
) -> None:
    told = notices(page)
    strip = asked(page, qtbot).suggest.strip
    history = len(store.history())
    refused = strip.cards[0].face.id
    press(focus(), Qt.Key.Key_Delete)
    assert [card.face.id for card in strip.cards] != [refused]
    assert len(strip.cards) == 1
    assert len(store.state.notes) == len(WAITING + BUS + OTHER)
    assert len(store.history()) == history
    press(focus(), Qt.Key.Key_Escape)
    asked(page, qtbot)
    assert refused not in [card.face.id for card in strip.cards]
    assert told[-1].action_label == "Toch tonen"
    assert told[-1].action is not None
    told[-1].action()
    assert refused in [card.face.id for card in strip.cards]


def test_escape_puts_the_strip_away_and_the_keyboard_back(
    page: GroupPage, store: SessionStore, qtbot: QtBot
) -> None:
    strip = asked(page, qtbot).suggest.strip
    press(focus(), Qt.Key.Key_Escape)
    assert not strip.isVisible()
    assert focus() is page.tray.view
    assert chosen(page, store) == []
    assert titles(store) == []


def test_stop_ends_the_search(page: GroupPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        suggesting, "worker_command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"]
    )
    told = notices(page)
    press(focus(), Qt.Key.Key_R, CONTROL)
    strip = page.suggest.strip
    assert strip.stop.isVisible()
    press(focus(), Qt.Key.Key_Escape)
    assert not strip.isVisible()
    qtbot.waitUntil(lambda: not page.context.tasks.busy)
    assert told == []


def test_a_search_that_fails_is_told(page: GroupPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        suggesting, "worker_command", lambda: [sys.executable, "-c", "raise SystemExit('op')"]
    )
    told = notices(page)
    press(focus(), Qt.Key.Key_R, CONTROL)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert (told[-1].kind, told[-1].key) == ("error", "suggest.worker_failed")
    assert not page.suggest.strip.isVisible()


def test_notes_that_others_place_leave_the_suggestions(
    page: GroupPage, store: SessionStore, qtbot: QtBot
) -> None:
    strip = asked(page, qtbot).suggest.strip
    ids = [note.id for note in store.state.notes]
    grouping.new_insight(store, "Elders", ids[:3])
    assert [card.face.count for card in strip.cards] == [len(BUS)]
    notes.delete_notes(store, ids[4:6])
    assert strip.cards == []


def test_nothing_alike_is_told(page: GroupPage, store: SessionStore, qtbot: QtBot) -> None:
    notes.park(store, [note.id for note in store.state.notes][: len(WAITING + BUS)], "past niet")
    strip = asked(page, qtbot).suggest.strip
    assert strip.title.text() == "Geen losse notities gaan duidelijk over hetzelfde."
    assert strip.close_button.hasFocus()


def test_a_late_note_is_offered_to_its_insight(page: GroupPage, store: SessionStore, qtbot: QtBot) -> None:
    ids = [note.id for note in store.state.notes]
    insight = grouping.new_insight(store, "Geen bus op zondag", ids[5:7])
    strip = asked(page, qtbot).suggest.strip
    joining = next(card for card in strip.cards if card.face.joins)
    assert joining.face.title == "Geen bus op zondag"
    joining.take.click()
    assert store.state.notes[4].insights == (insight,)


def test_what_lies_there_survives_a_rebuilt_window(store: SessionStore, qtbot: QtBot) -> None:
    with group_page(store, qtbot) as page:
        asked(page, qtbot)
        press(focus(), Qt.Key.Key_F2)
        type_text(focus(), "Mijn naam")
        view = page.save_view()
        gone = page.suggest.strip.cards[1].face.id
        page.suggest.strip.refused.emit(gone)
    with group_page(store, qtbot, language="en", theme="dark") as again:
        again.restore_view(view)
        assert [card.title() for card in again.suggest.strip.cards] == ["Mijn naam"]
        assert again.suggest.strip.title.text() == "1 group suggested"


def test_a_dialogue_that_can_only_be_looked_at_offers_no_suggestions(
    store: SessionStore, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "readonly", True)
    with group_page(store, qtbot) as page:
        assert "suggest" not in page.commands()
        assert not page.tray.suggest.isVisible()
