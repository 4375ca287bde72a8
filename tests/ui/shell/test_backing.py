"""Backups beside the window: what is told when one fails, the second place, and that nobody notices them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.services import safekeeping
from facilitator.services.notes import NoteDraft, add_note, add_notes
from facilitator.store.session import SessionStore
from facilitator.ui.main_window import MainWindow
from facilitator.ui.shell.backing import EVERY_MS, second_of
from tests.helpers.turns import Turns
from tests.helpers.window import make_file

LONG = 20_000


def opened(window: MainWindow, qtbot: QtBot, path: Path) -> SessionStore:
    window.open_any(path)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=LONG)
    return window.context.dialogue.store


def test_one_is_made_every_five_minutes() -> None:
    assert EVERY_MS == 300_000


def test_the_second_place_gets_each_while_there(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    window.change_settings(replace(window.settings, second_backup=str(stick)), rebuild=False)
    store = opened(window, qtbot, make_file(tmp_path, notes=2))
    assert [one.notes for one in safekeeping.backups(stick, store.identity)] == [2]
    stick.rename(tmp_path / "eruit")
    window.context.dialogue.run(add_note, NoteDraft(text="zonder stick", step="ervaren"))
    assert window.close_dialogue()
    assert sorted(one.notes for one in safekeeping.backups(paths.backups(), store.identity)) == [2, 3]
    assert not stick.exists()
    assert window.notice_bar.shown() is None


def test_a_place_that_takes_none_is_told_once(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    paths.kept().mkdir(parents=True)
    paths.backups().write_text("hier kan geen map komen")
    opened(window, qtbot, make_file(tmp_path, notes=1))
    shown = window.notice_bar.shown()
    assert shown is not None
    assert (shown.kind, shown.key) == ("warning", "backup")
    assert "Uw dialoog zelf wordt gewoon bewaard" in shown.text or "dialoog" in shown.text
    window.do("dismiss")
    window.backing._on_time()  # noqa: SLF001
    qtbot.waitUntil(lambda: not window.backing.busy, timeout=LONG)
    assert window.notice_bar.shown() is None
    paths.backups().unlink()
    window.backing._on_time()  # noqa: SLF001
    qtbot.waitUntil(lambda: not window.backing.busy, timeout=LONG)
    store = window.context.dialogue.store
    assert [one.good for one in safekeeping.backups(paths.backups(), store.identity)] == [True]


def test_what_is_only_looked_at_gets_no_backup(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=1)
    assert window.desk.open(path, twin="look")
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=LONG)
    assert not paths.backups().exists()


def test_a_folder_that_is_not_there_is_no_second_place(tmp_path: Path) -> None:
    assert second_of("") is None
    assert second_of(str(tmp_path / "weg")) is None
    assert second_of(str(tmp_path)) == tmp_path


@pytest.mark.parametrize("notes", [2_000])
def test_the_window_goes_on_while_a_backup_is_made(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, notes: int
) -> None:
    opened(window, qtbot, make_file(tmp_path))
    drafts = [NoteDraft(text=f"notitie {n}", step="ervaren") for n in range(notes)]
    window.context.dialogue.run(add_notes, drafts)
    window.context.dialogue.store.wait_saved()
    window.backing._on_time()  # noqa: SLF001
    with Turns() as turns:
        qtbot.waitUntil(lambda: not window.backing.busy, timeout=LONG)
    assert turns.count
    # Of this very thread: a busy machine changes nothing.
    assert turns.work < 0.25
