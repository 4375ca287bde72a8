"""The hint while typing: quiet, after a pause, and the words typed stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.services.notes import NoteDraft, add_note, delete_notes
from facilitator.store.session import SessionStore
from facilitator.ui.kit.page import Page
from facilitator.ui.pages.note_faces import NoteFaces
from facilitator.ui.pages.similar_hint import Alikes, SimilarHint
from facilitator.ui.widgets.capture_bar import CaptureBar
from tests.helpers.keys import type_text
from tests.helpers.step_pages import new_dialogue
from tests.helpers.ui import make_context

SAID = "De wachttijd bij de huisarts is veel te lang"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path)
    add_note(opened, NoteDraft(SAID, persona="bram"))
    add_note(opened, NoteDraft("Er is geen bus", persona="bram"))
    yield opened
    opened.close()


@pytest.fixture
def hint(qtbot: QtBot, store: SessionStore) -> SimilarHint:
    context = make_context(store)
    page = Page(context)
    qtbot.addWidget(page)
    bar = CaptureBar(context.theme, page)
    page.show()
    bar.field.setFocus()
    return SimilarHint(page, bar, NoteFaces(context, page))


def test_it_tells_after_a_pause_and_the_focus_stays(
    hint: SimilarHint, store: SessionStore, qtbot: QtBot
) -> None:
    bar = hint._bar
    type_text(bar.field, "wachttijd huisarts te lang")
    assert hint.found == []
    qtbot.waitUntil(lambda: len(hint.found) == 1)
    assert bar.similar.isVisible()
    assert bar.field.text() == "wachttijd huisarts te lang"
    bar.field.clear()
    assert not bar.similar.isVisible()
    type_text(bar.field, "iets heel anders over fietsen")
    qtbot.wait(350)
    assert hint.found == []


def test_what_was_just_stuck_is_known_and_what_was_deleted_forgotten(
    hint: SimilarHint, store: SessionStore, qtbot: QtBot
) -> None:
    hint._bar.field.setPlainText(SAID)
    qtbot.waitUntil(lambda: len(hint.found) == 1)
    twin = add_note(store, NoteDraft(SAID + "!", persona="fatima"))
    hint._look()
    assert twin in hint.found
    delete_notes(store, hint.found)
    hint._look()
    assert hint.found == []
    assert not hint._bar.similar.isVisible()


def test_the_menu_points_out_or_stars(hint: SimilarHint, store: SessionStore, qtbot: QtBot) -> None:
    hint._bar.field.setPlainText(SAID)
    qtbot.waitUntil(lambda: len(hint.found) == 1)
    menu = hint.menu()
    actions = {action.objectName(): action for action in menu.actions() if action.objectName()}
    assert "Bram" in actions[hint.found[0]].text()
    with qtbot.waitSignal(hint.pointed) as told:
        actions[hint.found[0]].trigger()
    assert told.args == hint.found
    assert hint._bar.field.text() == SAID
    found = hint.found[0]
    actions["star"].trigger()
    note = store.state.note(found)
    assert note is not None
    assert note.starred
    assert hint._bar.field.text() == ""


def test_one_index_serves_all_pages_of_a_dialogue(hint: SimilarHint) -> None:
    session = hint._session
    assert Alikes.of(session) is Alikes.of(session)
