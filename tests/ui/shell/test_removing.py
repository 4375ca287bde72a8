"""The reminder of the day, and removing the open dialogue."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.services import removing
from facilitator.services.dialogue import update_dialogue
from facilitator.services.safekeeping import back_up
from facilitator.services.settings import load
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.remove_dialog import RemoveDialog
from facilitator.ui.main_window import MainWindow
from tests.helpers.window import make_file


def _due(tmp_path: Path, day: str) -> Path:
    path = make_file(tmp_path, notes=1)
    with SessionStore.open(path, source="laptop-1") as store:
        update_dialogue(store, retention=day)
    return path


def _notices(window: MainWindow) -> list[str]:
    return [notice.text for notice in window.notice_bar.notices()]


@pytest.mark.parametrize(
    ("day", "words"),
    [("2026-11-20", "moet op 20 november"), ("2026-11-01", "Het is zover"), ("2026-12-20", ""), ("", "")],
)
def test_opening_reminds_of_the_day(window: MainWindow, tmp_path: Path, day: str, words: str) -> None:
    window.open_any(_due(tmp_path, day))
    told = [text for text in _notices(window) if "verwijderd" in text]
    assert [words in text for text in told] == ([True] if words else [])
    window.close_dialogue()
    assert not [text for text in _notices(window) if "verwijderd worden" in text]


def test_the_typed_title_removes_file_backups_and_recents(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_file(tmp_path, notes=1)
    window.open_any(path)
    assert load(window.world.settings_file).recent
    monkeypatch.setattr(RemoveDialog, "ask", lambda *_: ())
    window.commands.handlers()["remove_dialogue"]()
    qtbot.waitUntil(lambda: not path.exists(), timeout=10_000)
    qtbot.waitUntil(lambda: any("is weg" in text for text in _notices(window)), timeout=5_000)
    assert window.desk.session is None
    assert load(window.world.settings_file).recent == ()
    assert not [one for one in path.parent.iterdir() if one.name.startswith(".zorg")]


def test_keeping_it_leaves_all_as_it_is(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_file(tmp_path, notes=1)
    window.open_any(path)
    monkeypatch.setattr(RemoveDialog, "ask", lambda *_: None)
    window.commands.handlers()["remove_dialogue"]()
    assert window.desk.session is not None
    assert path.exists()


def test_what_the_computer_refuses_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UserError("store.in_use", path=str(path))

    path = make_file(tmp_path, notes=1)
    window.open_any(path)
    monkeypatch.setattr(RemoveDialog, "ask", lambda *_: ())
    monkeypatch.setattr(removing, "remove", refuse)
    window.commands.handlers()["remove_dialogue"]()
    qtbot.waitUntil(lambda: any("zorg.dialoog" in text or "open" in text for text in _notices(window)))
    assert path.exists()


def test_backups_in_the_second_place_go_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    window.change_settings(replace(window.settings, second_backup=str(stick)), rebuild=False)
    window.open_any(make_file(tmp_path, notes=1))
    back_up(window.context.dialogue.store, second=stick)
    assert list(stick.rglob("*.dialoog"))
    monkeypatch.setattr(RemoveDialog, "ask", lambda *_: ())
    window.commands.handlers()["remove_dialogue"]()
    qtbot.waitUntil(lambda: any("is weg" in text for text in _notices(window)), timeout=10_000)
    assert not list(stick.rglob("*.dialoog"))
