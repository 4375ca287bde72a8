"""Earlier versions in the window: none yet, and one that cannot be used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.services import safekeeping
from facilitator.services.safekeeping import Backup
from facilitator.ui.dialogs.versions_dialog import VersionsDialog
from facilitator.ui.main_window import MainWindow
from tests.helpers.step_pages import answer
from tests.helpers.window import make_file

LONG = 15_000


def test_what_is_only_looked_at_cannot_go_back(window: MainWindow, tmp_path: Path) -> None:
    assert window.desk.open(make_file(tmp_path, notes=1), twin="look")
    assert "versions" not in window.handlers()


def test_a_damaged_backup_is_shown_as_such_and_refused(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_any(make_file(tmp_path, notes=1))
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=LONG)
    store = window.context.dialogue.store
    (made,) = safekeeping.backups(paths.backups(), store.identity)
    made.path.write_bytes(b"rommel" * 1000)
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, VersionsDialog)
        qtbot.waitUntil(lambda: dialog.list.count() > 0, timeout=LONG)
        seen.append(dialog.list.item(0).text())
        dialog.reject()

    answer(look)
    window.do("versions")
    assert seen[0].endswith("niet te gebruiken")
    window.commands._versions.restore(Backup(made.path, 0, 0, good=True))  # noqa: SLF001
    assert "beschadigd" in window.notice_bar.text()
    assert len(window.context.dialogue.state.notes) == 1
