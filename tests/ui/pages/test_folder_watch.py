from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from facilitator.ui.pages.folder_watch import LONGEST_MS, FolderWatch


def test_many_changes_at_once_are_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    watch = FolderWatch(tmp_path)
    told: list[bool] = []
    watch.changed.connect(lambda: told.append(True))
    with qtbot.waitSignal(watch.changed, timeout=5000):
        for n in range(20):
            (tmp_path / f"{n}.dialoog").touch()
    qtbot.wait(LONGEST_MS // 10)
    assert told == [True]


def test_a_folder_made_later_is_watched_from_then_on(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "map" / "sessions"
    watch = FolderWatch(folder)
    with qtbot.waitSignal(watch.changed, timeout=5000):
        folder.mkdir(parents=True)
    with qtbot.waitSignal(watch.changed, timeout=5000):
        (folder / "zorg.dialoog").touch()


def test_a_folder_that_never_rests_is_told_all_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    watch = FolderWatch(tmp_path)
    told: list[bool] = []
    watch.changed.connect(lambda: told.append(True))
    for n in range(LONGEST_MS * 2 // 50):
        (tmp_path / f"{n}.dialoog").touch()
        qtbot.wait(50)
        if told:
            break
    assert told
