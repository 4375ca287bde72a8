"""One window per dialogue, within one program."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from facilitator.services import raising
from facilitator.store.session import SessionStore
from facilitator.ui.main_window import MainWindow
from tests.helpers.window import close_window, make_file, make_window


def test_a_window_that_is_asked_for_comes_forward(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=1)
    window.open_any(path)
    window.showMinimized()
    request = raising.ask(path)
    assert request is not None
    qtbot.waitUntil(lambda: raising.is_answered(request), timeout=5000)
    assert not window.isMinimized()
    assert "was al open" in window.notice_bar.text()


def test_a_closed_dialogue_answers_nobody(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=1)
    window.open_any(path)
    assert window.close_dialogue()
    request = raising.ask(path)
    assert request is not None
    qtbot.wait(500)
    assert not raising.is_answered(request)


def test_two_windows_of_this_program(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=1)
    window.open_any(path)
    other = make_window(tmp_path)
    other.open_any(path)
    qtbot.waitUntil(lambda: "ander venster" in other.notice_bar.text(), timeout=5000)
    assert "was al open" in window.notice_bar.text()
    assert other.desk.session is None
    close_window(other)


def test_the_way_out_goes_when_another_dialogue_is_opened(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = make_file(tmp_path, notes=1)
    holder = SessionStore.open(path, source="elders")
    window.open_any(path)
    qtbot.waitUntil(lambda: "ergens anders open" in window.notice_bar.text(), timeout=5000)
    window.open_any(make_file(tmp_path, "ander"))
    assert window.notice_bar.shown() is None
    holder.close()
