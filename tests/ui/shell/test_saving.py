"""What the window shows of saving, with the real writer and faults of the real disk."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.services.notes import NoteDraft, add_note
from facilitator.store.engine import Database
from facilitator.store.log import Job
from facilitator.store.session import SaveStatus, SessionStore
from facilitator.ui.kit.buttons import Button
from facilitator.ui.main_window import MainWindow
from tests.helpers.disks import slow_disk
from tests.helpers.turns import ENOUGH, turns_while_held
from tests.helpers.window import make_file


def opened(window: MainWindow, path: Path) -> SessionStore:
    window.open_any(path)
    store = window.context.dialogue.store
    store.wait_saved()
    return store


def note(window: MainWindow, text: str) -> str:
    id = window.context.dialogue.run(add_note, NoteDraft(text=text, step="ervaren"))
    assert id is not None
    return id


def press(window: MainWindow, name: str) -> None:
    button = window.notice_bar.findChild(Button, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def slow_down(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    write = Job.write

    def slowly(self: Job, db: Database) -> None:
        time.sleep(seconds)
        write(self, db)

    monkeypatch.setattr(Job, "write", slowly)


def test_what_is_not_on_disk_yet_is_not_called_saved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(window, make_file(tmp_path, notes=1))
    slow_down(monkeypatch, 0.05)
    for n in range(5):
        wide = window.header.saved_width()
        note(window, f"notitie {n}")
        assert window.header.save_words() == "Opslaan…"
        # A word that comes and goes must not push the others about.
        assert window.header.saved_width() == wide
        qtbot.waitUntil(lambda: not store.status.pending)
        qtbot.waitUntil(lambda: window.header.save_words() == "Alles opgeslagen")


def test_a_slow_disk_says_saving_and_the_window_does_not_wait_for_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    seen: set[str] = set()
    with slow_disk() as disk:
        store = opened(window, make_file(tmp_path, notes=1))

        def write() -> None:
            for n in range(3):
                note(window, f"notitie {n}")
            while store.status.pending:
                qtbot.wait(5)
                seen.add(window.header.save_words())

        assert turns_while_held(disk, write) >= ENOUGH
        assert disk.met
    assert "Opslaan…" in seen
    qtbot.waitUntil(lambda: window.header.save_words() == "Alles opgeslagen")


@pytest.mark.parametrize("fault", ["moved", "replaced"])
def test_a_file_that_goes_is_told_and_every_note_is_kept(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, fault: str
) -> None:
    path = make_file(tmp_path, notes=2)
    store = opened(window, path)
    aside = path.with_name("elders.dialoog")
    path.rename(aside)
    if fault == "replaced":
        path.write_bytes(b"iets heel anders")
    id = note(window, "na de stick")
    qtbot.waitUntil(lambda: window.saving.state == "kept", timeout=8000)
    shown = window.notice_bar.shown()
    assert shown is not None
    assert (shown.kind, shown.key) == ("error", "save")
    assert "1 notitie die nog niet in het bestand staat" in shown.text
    assert str(tmp_path) not in shown.text
    assert window.header.save_words() == "Op deze laptop bewaard"
    assert "op deze laptop bewaard" in window.windowTitle()
    assert ("note", id) in store.unsaved()
    if fault == "replaced":
        assert path.read_bytes() == b"iets heel anders"
        assert shown.action_label == "Opnieuw openen"
        path.unlink()
    aside.rename(path)
    store.retry()
    qtbot.waitUntil(lambda: window.saving.state == "saved", timeout=15_000)
    assert window.notice_bar.text() == "Alles staat weer in het bestand."
    assert "bewaard" not in window.windowTitle()


def test_more_notes_change_the_number_without_bringing_back_a_bar_that_was_closed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = make_file(tmp_path, notes=1)
    opened(window, path)
    path.rename(path.with_name("elders.dialoog"))
    note(window, "een")
    qtbot.waitUntil(lambda: window.saving.state == "kept", timeout=8000)
    note(window, "twee")
    qtbot.waitUntil(lambda: "2 notities" in window.notice_bar.text(), timeout=8000)
    window.do("dismiss")
    note(window, "drie")
    qtbot.wait(300)
    assert window.notice_bar.shown() is None
    window.header.save_details_requested.emit()
    assert "3 notities" in window.notice_bar.text()
    press(window, "notice_action")
    qtbot.waitUntil(lambda: "3 notities" in window.notice_bar.text(), timeout=8000)


def test_home_with_kept_notes_closes_and_says_where_they_are(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = make_file(tmp_path, notes=1)
    opened(window, path)
    path.rename(path.with_name("elders.dialoog"))
    note(window, "een")
    qtbot.waitUntil(lambda: window.saving.state == "kept", timeout=8000)
    assert window.close_dialogue()
    assert "1 notitie" in window.notice_bar.text()
    assert "op deze laptop" in window.notice_bar.text()


def test_what_is_nowhere_but_in_the_program_is_called_not_saved(window: MainWindow, tmp_path: Path) -> None:
    opened(window, make_file(tmp_path, notes=1))
    window.context.dialogue.saved.emit(SaveStatus(2, UserError("store.disk_full", path="/x/y")))
    assert window.header.save_words() == "Niet opgeslagen"
    assert "Sluit het programma nog niet" in window.notice_bar.text()


def test_in_large_letters_the_bar_says_in_a_few_words_what_is_safe_and_what_to_do(
    window: MainWindow, tmp_path: Path
) -> None:
    window.change_settings(replace(window.settings, text_scale=200))
    opened(window, make_file(tmp_path))
    for code in ("moved", "io", "disk_full", "in_use", "not_writable", "replaced", "damaged"):
        window.context.dialogue.saved.emit(SaveStatus(2, UserError(f"store.{code}", path="/x/y")))
        told = window.notice_bar.text()
        assert "alleen nog in het programma" in told, code
        assert "sluit nog niet" in told, code
        assert len(told) < 150, code


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_changed_is_for_looking_only(window: MainWindow, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=1)
    path.chmod(0o444)
    opened(window, path)
    assert window.saving.state == "readonly"


def test_looking_only_is_said_everywhere(window: MainWindow, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=1)
    assert window.desk.open(path, twin="look")
    assert window.header.save_words() == "Alleen bekijken"
    assert "alleen bekijken" in window.windowTitle()
    assert window.notice_bar.shown() is not None
    window.context.dialogue.run(add_note, NoteDraft(text="x", step="ervaren"))
    shown = window.notice_bar.shown()
    assert shown is not None
    assert shown.kind == "warning"
