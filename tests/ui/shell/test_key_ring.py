from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.services import key_store
from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.safekeeping import back_up
from facilitator.store import keys, rekeying
from facilitator.store.keys import Key, from_passphrase
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.damaged_dialog import DamagedDialog
from facilitator.ui.dialogs.unlock_dialog import UnlockDialog
from facilitator.ui.dialogs.versions_dialog import VersionsDialog
from facilitator.ui.kit.buttons import Button
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.start_page import StartPage
from tests.helpers.answers import typing, when_asked
from tests.helpers.window import close_window, make_file, make_window

MINE, THEIRS = "paard batterij nietje correct", "acht blauwe fietsen buiten"
PAGE = 4096
Answer = Callable[[QDialog], object]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_ROUNDS", 100)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = make_window(tmp_path)
    yield made
    close_window(made)


@pytest.fixture
def key() -> Key:
    return from_passphrase(MINE)


@pytest.fixture
def file(tmp_path: Path, key: Key) -> Path:
    """Give a locked dialogue of three notes with a backup of them."""
    path = make_file(tmp_path, notes=3)
    rekeying.rekey(path, None, key)
    with SessionStore.open(path, source="laptop-1", key=key) as store:
        back_up(store)
    return path


@pytest.fixture
def copy(file: Path, key: Key, tmp_path: Path) -> Path:
    """Give a copy from elsewhere with a note more, which another laptop locked."""
    out = tmp_path / "stick" / "kopie.dialoog"
    with SessionStore.open(file, source="laptop-1", key=key) as store:
        store.save_copy(out)
    with SessionStore.open(out, source="laptop-2", key=key) as store:
        add_note(store, NoteDraft("van elders", step="ervaren"))
    rekeying.rekey(out, key, from_passphrase(THEIRS))
    return out


def answering(qtbot: QtBot, act: Callable[[], object], *answers: Answer) -> list[str]:
    """Do it and answer each dialog that comes, also those that only come later."""
    met = when_asked(*answers)
    act()
    qtbot.waitUntil(
        lambda: len(met) == len(answers) and QApplication.activeModalWidget() is None, timeout=30_000
    )
    return met


def texts(window: MainWindow) -> list[str]:
    session = window.desk.session
    assert session is not None
    return [note.text for note in session.state.notes]


def torn(path: Path) -> bytes:
    raw = bytearray(path.read_bytes())
    raw[:PAGE] = bytes(one ^ 0x55 for one in raw[:PAGE])
    path.write_bytes(raw)
    return bytes(raw)


def going_on(dialog: QDialog) -> None:
    assert isinstance(dialog, DamagedDialog)
    assert dialog.list.chosen() is not None
    dialog.accept()


def reading(dialog: QDialog) -> None:
    assert isinstance(dialog, DamagedDialog)
    dialog.asked_button.emit("readable")


@pytest.mark.parametrize("way", [going_on, reading], ids=["backup", "readable"])
def test_a_locked_file_with_a_broken_beginning_asks_for_its_key_once_and_leads_on(
    window: MainWindow, file: Path, key: Key, qtbot: QtBot, way: Answer
) -> None:
    before = torn(file)
    met = answering(qtbot, lambda: window.desk.open(file), typing(MINE), way)
    assert met == ["UnlockDialog", "DamagedDialog"]
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=30_000)
    assert window.desk.session is not None
    assert window.desk.session.store.key == key
    assert len(texts(window)) == 3
    assert file.read_bytes() == before


def test_cut_off_in_the_middle_of_a_page_it_has_a_card_that_asks_for_the_key(
    window: MainWindow, file: Path, key: Key, qtbot: QtBot
) -> None:
    window.desk.open(file, key=key)
    assert window.desk.close()
    file.write_bytes(file.read_bytes()[:-100])
    page = window.page
    assert isinstance(page, StartPage)
    page.refresh(None)
    qtbot.waitUntil(lambda: bool(page.kept.cards()), timeout=30_000)
    [card] = page.kept.cards()
    assert "wachtwoord" in card.accessibleName()
    button = card.findChild(Button, "look")
    assert button is not None
    assert answering(qtbot, button.click, typing(MINE), going_on) == ["UnlockDialog", "DamagedDialog"]
    assert len(texts(window)) == 3


def test_the_wrong_passphrase_of_such_a_file_is_told_as_wrong(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    torn(file)
    shown: list[bool] = []

    def wrong(dialog: QDialog) -> None:
        typing(THEIRS)(dialog)
        assert isinstance(dialog, UnlockDialog)
        shown.append(dialog.fault.isVisibleTo(dialog))
        dialog.reject()

    assert answering(qtbot, lambda: window.desk.open(file), wrong) == ["UnlockDialog"]
    assert shown == [True]
    assert window.desk.session is None


def test_a_copy_that_another_laptop_locked_asks_for_its_own_key(
    window: MainWindow, file: Path, copy: Path, key: Key, qtbot: QtBot
) -> None:
    window.desk.open(file, key=key)
    met = answering(qtbot, lambda: window.desk.merge(copy), typing(THEIRS))
    assert met == ["UnlockDialog"]
    assert "van elders" in texts(window)


def test_of_a_dialogue_that_is_here_under_another_key_both_keys_are_asked_for_once(
    window: MainWindow, file: Path, copy: Path, qtbot: QtBot, key: Key
) -> None:
    window.desk.open(file, key=key)
    assert window.desk.close()
    answering(qtbot, lambda: window.desk.open(copy), typing(THEIRS))
    shown = window.notice_bar.shown()
    assert shown is not None
    assert shown.action is not None
    answering(qtbot, shown.action, typing(MINE))
    session = window.desk.session
    assert session is not None
    assert session.store.path == file
    assert "van elders" in texts(window)


def test_a_backup_under_a_key_of_before_is_told_and_can_be_used_once_that_is_given(
    window: MainWindow, file: Path, key: Key, qtbot: QtBot
) -> None:
    [backup] = paths.backups().glob("*/*.dialoog")
    older = from_passphrase(THEIRS)
    rekeying.rekey(backup, key, older)
    with SessionStore.open(file, source="laptop-1", key=key) as store:
        add_note(store, NoteDraft("later", step="ervaren"))
    window.desk.open(file, key=key)
    told: list[str] = []

    def giving(dialog: QDialog) -> None:
        assert isinstance(dialog, VersionsDialog)
        qtbot.waitUntil(dialog.earlier.isVisible)
        told.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        dialog.earlier.click()
        qtbot.waitUntil(lambda: not dialog.earlier.isVisible())
        told.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        dialog.reject()

    met = answering(qtbot, window.handlers()["versions"], giving, typing(THEIRS))
    assert met == ["VersionsDialog", "UnlockDialog"]
    assert sum("eerdere sleutel" in text for text in told) == 1
    assert keys.salt_of(backup) == key.salt
    assert key_store.find(older.name) is None
