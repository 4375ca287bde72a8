"""A dialogue whose file is gone comes back from its backup, or goes for good, through the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.services import locking, safekeeping, whereabouts
from facilitator.store.keys import Key
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.lost_dialog import LostDialog
from facilitator.ui.dialogs.remove_dialog import RemoveDialog
from facilitator.ui.dialogs.unlock_dialog import UnlockDialog
from facilitator.ui.main_window import MainWindow
from tests.helpers.keys import press, type_text
from tests.helpers.step_pages import answer
from tests.helpers.window import close_window, make_file, make_window

KEY = Key(bytes(range(32)), bytes(range(16)))


def gone(path: Path, key: Key | None = None) -> bytes:
    """Make a backup of a dialogue and take its file away."""
    with SessionStore.open(path, source="toets", key=key) as store:
        safekeeping.back_up(store)
        whereabouts.seen(store.identity, path)
        identity = store.identity
    path.unlink()
    return identity


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = make_window(tmp_path)
    yield made
    close_window(made)


def shown(window: MainWindow, qtbot: QtBot) -> QPushButton:
    """Wait for the quiet line below the dialogues."""
    window.page.refresh(None)
    button = window.page.findChild(QPushButton, "start_lost")
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(button.isVisible)
    return button


def test_it_comes_back_by_the_keyboard(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=3)
    identity = gone(path)
    button = shown(window, qtbot)
    assert button.text() == "1 dialoog ligt niet meer waar hij lag…"
    said: list[str] = []

    def bring_back(dialog: object) -> None:
        assert isinstance(dialog, LostDialog)
        said.append(dialog.where.text())
        press(dialog.list, Qt.Key.Key_Return)

    answer(bring_back)
    button.setFocus()
    press(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.desk.session is not None)
    session = window.desk.session
    assert session is not None
    assert str(path) in said[0]
    assert (session.store.identity, len(session.state.notes)) == (identity, 3)
    assert session.store.path.parent == window.world.sessions
    qtbot.waitUntil(lambda: "terug" in window.notice_bar.text())


def test_a_locked_one_asks_for_its_key(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=2).rename(tmp_path / "sessions" / "geheim.dialoog")
    locking.encrypt(path, KEY)
    gone(path, KEY)
    shown(window, qtbot)
    asked: list[object] = []

    def unlock(dialog: object) -> None:
        asked.append(type(dialog))
        assert isinstance(dialog, UnlockDialog)
        type_text(dialog.secret.field, KEY.code)
        dialog.accept()

    def bring_back(dialog: object) -> None:
        assert isinstance(dialog, LostDialog)
        assert "geheim" in dialog.text_of(dialog._lost[0])
        assert "vergrendeld" in dialog.text_of(dialog._lost[0])
        dialog.accept()
        answer(unlock)

    answer(bring_back)
    window.book.action("lost").trigger()
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=10_000)
    assert asked == [UnlockDialog]
    assert window.desk.session is not None
    assert window.desk.session.store.key is not None
    assert len(window.desk.session.state.notes) == 2


def test_it_goes_for_good(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=2)
    gone(path)
    button = shown(window, qtbot)

    def remove(dialog: object) -> None:
        assert isinstance(dialog, RemoveDialog)
        type_text(dialog.typed, dialog._wanted)
        dialog.remove.click()

    def choose(dialog: object) -> None:
        assert isinstance(dialog, LostDialog)
        answer(remove)
        wanted = dialog.findChild(QPushButton, "remove")
        assert isinstance(wanted, QPushButton)
        wanted.click()

    answer(choose)
    button.click()
    qtbot.waitUntil(lambda: not list(paths.backups().rglob("*.dialoog")))
    qtbot.waitUntil(lambda: not button.isVisible())


def test_where_nothing_is_gone_that_is_said(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    make_file(tmp_path, notes=1)
    window.book.action("lost").trigger()
    qtbot.waitUntil(lambda: "Er is geen dialoog verdwenen" in window.notice_bar.text())
    assert QApplication.activeModalWidget() is None
