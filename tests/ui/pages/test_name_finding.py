"""The extra name finder, from the button in the publication check to more findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.services import extra_names
from facilitator.services.extra_names import NameFinder
from facilitator.services.notes import NoteDraft, add_note
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.extra_finder import ABSENT, BUSY, OFF, ON
from facilitator.ui.dialogs.publication_dialog import PublicationDialog
from facilitator.ui.pages import name_finding
from facilitator.ui.pages.report_page import ReportPage
from tests.helpers.ui import make_context
from tests.services.test_extra_names import worker
from tests.ui.dialogs.publication_store import open_store


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> Iterator[SessionStore]:
    with open_store(tmp_path) as opened:
        persona = opened.state.personas[0].id
        add_note(opened, NoteDraft("toen hielp Zsófia ons", persona=persona, step="ervaren"))
        yield opened


def _opened(qtbot: QtBot, store: SessionStore) -> tuple[ReportPage, PublicationDialog]:
    page = ReportPage(make_context(store))
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    page.refresh(None)
    qtbot.waitUntil(lambda: page.publication.count is not None)
    page.options.check.click()
    assert page.publication.dialog is not None
    return page, page.publication.dialog


def _installed(monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.setattr(extra_names, "is_installed", lambda: True)
    monkeypatch.setattr(name_finding, "NameFinder", lambda: NameFinder(command))


def _closed(page: ReportPage) -> None:
    assert page.publication.dialog is not None
    page.publication.dialog.reject()
    page.hide()
    assert page.context.tasks.stop()


def test_where_it_is_not_installed_it_says_so(
    qtbot: QtBot, store: SessionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extra_names, "is_installed", lambda: False)
    page, dialog = _opened(qtbot, store)
    assert dialog.extra.state == ABSENT
    assert not dialog.extra.button.isVisible()
    _closed(page)


def test_names_it_sees_are_findings_and_stay_known(
    qtbot: QtBot, store: SessionStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _installed(monkeypatch, worker(tmp_path))
    page, dialog = _opened(qtbot, store)
    assert dialog.extra.state == OFF
    before = dialog.rows.rowCount()
    dialog.extra.button.click()
    qtbot.waitUntil(lambda: dialog.extra.state == ON, timeout=20_000)
    assert dialog.rows.rowCount() == before + 1
    assert "Zsófia" in [face.words[slice(*face.mark)] for face in map(dialog.rows.face, range(before + 1))]
    qtbot.waitUntil(lambda: page.publication.count == before + 1)
    dialog.reject()
    page.options.check.click()
    again = page.publication.dialog
    assert again is not None
    assert again.extra.state == ON
    assert again.rows.rowCount() == before + 1
    _closed(page)


def test_it_is_stopped_while_it_begins(
    qtbot: QtBot, store: SessionStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _installed(monkeypatch, worker(tmp_path, "time.sleep(60)"))
    page, dialog = _opened(qtbot, store)
    dialog.extra.button.click()
    assert dialog.extra.state == BUSY
    dialog.extra.button.click()
    qtbot.waitUntil(lambda: dialog.extra.state == OFF, timeout=10_000)
    _closed(page)


def test_closing_the_window_stops_it(
    qtbot: QtBot, store: SessionStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _installed(monkeypatch, worker(tmp_path, "time.sleep(60)"))
    page, dialog = _opened(qtbot, store)
    dialog.extra.button.click()
    _closed(page)


def test_when_it_fails_the_dialog_says_so(
    qtbot: QtBot, store: SessionStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _installed(monkeypatch, worker(tmp_path, "sys.exit('geen geheugen')"))
    page, dialog = _opened(qtbot, store)
    dialog.extra.button.click()
    qtbot.waitUntil(lambda: dialog.extra.state == OFF, timeout=10_000)
    assert "geen geheugen" in dialog._refusal.text()  # pyright: ignore[reportPrivateUsage]
    _closed(page)
