"""From the report page to deciding, and back to saving."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.domain.method import Method
from facilitator.domain.state import State
from facilitator.services.findings import Finding
from facilitator.services.notes import edit_note
from facilitator.services.publication import PublicationCheck, open_findings
from facilitator.store.session import SessionStore
from facilitator.ui.kit.page import Go
from facilitator.ui.kit.waiting import Waiting
from facilitator.ui.pages.report_page import ReportPage
from tests.helpers.keys import press
from tests.helpers.ui import make_context
from tests.ui.dialogs.publication_store import CALL, look, open_store

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> Iterator[SessionStore]:
    with open_store(tmp_path) as opened:
        yield opened


@pytest.fixture
def page(qtbot: QtBot, store: SessionStore) -> Iterator[ReportPage]:
    context = make_context(store)
    made = ReportPage(context)
    qtbot.addWidget(made)
    assert context.session is not None
    context.session.changed.connect(made.refresh)
    made.resize(1366, 700)
    made.show()
    made.refresh(None)
    qtbot.waitUntil(lambda: made.publication.count is not None)
    yield made
    made.hide()
    assert context.tasks.stop()


def test_the_button_counts_what_waits(qtbot: QtBot, page: ReportPage, store: SessionStore) -> None:
    assert page.options.check.words() == "Publicatiecheck (3)"
    edit_note(store, store.state.notes[0].id, text="Heel gewoon")
    qtbot.waitUntil(lambda: page.publication.count == 1)
    assert page.options.check.words() == "Publicatiecheck (1)"
    store.undo()
    qtbot.waitUntil(lambda: page.publication.count == 3)


def test_a_look_before_deciding_is_beside_the_window(
    page: ReportPage, store: SessionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    find = PublicationCheck.find

    def watched(check: PublicationCheck, state: State, method: Method) -> list[Finding]:
        threads.append(threading.current_thread())
        return find(check, state, method)

    monkeypatch.setattr(PublicationCheck, "find", watched)
    store.patience.waiter = Waiting()
    dialog = page.publication.show()
    assert dialog.told.text() == "Nog 3 dingen om te beslissen"
    dialog.reject()
    store.patience.waiter = None
    assert threads
    assert threading.main_thread() not in threads


def test_deciding_changes_the_dialogue_and_the_count(
    qtbot: QtBot, page: ReportPage, store: SessionStore
) -> None:
    page.options.check.click()
    dialog = page.publication.dialog
    assert dialog is not None
    press(dialog.view, Qt.Key.Key_R, CONTROL)
    assert store.state.notes[0].text == ("😀 " + CALL).replace("Jansen", "[naam]")
    press(dialog.view, Qt.Key.Key_L, CONTROL)
    assert dialog.told.text() == "Nog 1 ding om te beslissen"
    assert len(open_findings(store.state, look(store))) == 1
    qtbot.waitUntil(lambda: page.publication.count == 1)
    dialog.reject()
    assert page.publication.dialog is None
    store.undo()
    store.undo()
    assert len(open_findings(store.state, look(store))) == 3


def test_it_leads_to_the_note(page: ReportPage, store: SessionStore) -> None:
    went: list[Go] = []
    page.navigate_requested.connect(went.append)
    page.options.check.click()
    assert page.publication.dialog is not None
    page.publication.dialog.look.click()
    assert went == [Go("step", "ervaren")]
    assert went[0].where is not None
    assert went[0].where.note == store.state.notes[0].id


def test_a_change_meanwhile_is_told_in_the_dialog(page: ReportPage, store: SessionStore) -> None:
    page.options.check.click()
    dialog = page.publication.dialog
    assert dialog is not None
    edit_note(store, store.state.notes[0].id, text="Nieuwe woorden")
    dialog.change.click()
    assert dialog._refusal.isVisible()
    assert store.state.notes[0].text == "Nieuwe woorden"


def test_before_the_first_report_leaves_it_is_shown_once_and_holds_nothing_back(page: ReportPage) -> None:
    page.export()
    dialog = page.publication.dialog
    assert dialog is not None
    assert page.findChild(QFileDialog) is None
    dialog.accept()
    chooser = page.findChild(QFileDialog)
    assert chooser is not None
    chooser.reject()
    assert not page.publication.before_saving(page.export)


def test_not_yet_saves_nothing(page: ReportPage) -> None:
    page.export()
    assert page.publication.dialog is not None
    page.publication.dialog.reject()
    assert page.findChild(QFileDialog) is None
    assert not page.is_saving()


def test_when_nothing_is_open_saving_asks_nothing(
    qtbot: QtBot, page: ReportPage, store: SessionStore
) -> None:
    for note in store.state.notes:
        edit_note(store, note.id, text="Heel gewoon", kind="worry")
    qtbot.waitUntil(lambda: page.publication.count == 0)
    assert not page.publication.before_saving(page.export)
    assert page.options.check.words() == "Publicatiecheck"
