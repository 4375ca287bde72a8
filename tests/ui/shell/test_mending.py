"""What the window does with damaged and kept files: always on in a new file, or a word why not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.services.repairing import Damage
from facilitator.services.rescuing import all_rescued
from facilitator.store import pieces
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.damaged_dialog import DamagedDialog
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.kept_files import Deed
from tests.helpers.step_pages import answer
from tests.helpers.window import make_file

LONG = 15_000


def test_a_file_of_which_nothing_can_be_read_is_told_and_stays(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "sessions" / "kapot.dialoog"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"rommel" * 2000)
    window.mending.do(Deed("save_readable", Damage(path, b"", ())))
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=LONG)
    assert "niets meer te lezen" in window.notice_bar.text()
    assert path.read_bytes() == b"rommel" * 2000
    assert window.desk.session is None


def test_leaving_a_damaged_file_leaves_everything(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=1)
    before = path.read_bytes()
    met = answer(QDialog.reject)
    window.mending.look(path)
    qtbot.waitUntil(lambda: bool(met) and not window.tasks.busy, timeout=LONG)
    assert isinstance(met[0], DamagedDialog)
    assert path.read_bytes() == before
    assert window.notice_bar.shown() is None
    assert window.desk.session is None


@pytest.mark.parametrize("chosen", [True, False])
def test_a_kept_dialogue_goes_where_the_person_says(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: bool
) -> None:
    path = make_file(tmp_path, notes=2)
    with SessionStore.open(path, source="toets") as store:
        kept = tmp_path / "rescued" / f"{store.identity.hex()}.dialoog"
        kept.parent.mkdir()
        store.save_copy(kept)
    path.unlink()
    (rescued,) = all_rescued(kept.parent)
    target = tmp_path / "elders" / "zorg.dialoog"
    target.parent.mkdir()
    answered = str(target) if chosen else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (answered, ""))
    window.mending.do(Deed("save_rescued", rescued))
    assert target.exists() is chosen
    assert (window.desk.session is not None) is chosen
    if chosen:
        assert window.context.dialogue.store.path == target
        assert str(target) in window.settings.known


@pytest.mark.parametrize("whole", [True, False])
def test_that_reading_was_stopped_for_time_is_told_in_plain_words(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    real = pieces.gather

    def gathered(*given: Any) -> pieces.Pieces:
        return replace(real(*given), whole=whole)

    monkeypatch.setattr(pieces, "gather", gathered)
    path = make_file(tmp_path, notes=2)
    steps: list[str] = []
    window.notice_bar.notices_changed.connect(lambda: steps.append(window.notice_bar.text()))
    window.mending.save_readable(path)
    qtbot.waitUntil(lambda: window.desk.session is not None, timeout=LONG)
    told = window.notice_bar.text()
    assert any(step.endswith("%") for step in steps)
    assert "2 notities" in told
    assert ("Het lezen duurde te lang en is gestopt" in told) is not whole
