"""A window on a dialogue with many notes, on a slow disk, in a folder of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from benchmarks.real_window import real_window, rest
from facilitator.store.session import SessionStore
from facilitator.ui.main_window import MainWindow
from tests.helpers.disks import Disk, slow_disk

SYNC_S = 0.15
"""Seconds of a sync: a commit takes three or four of them."""
SETTLE_MS = 400
WORDS = "paard batterij nietje correct"
PASTED = 3_000
STEP = "ervaren"


@dataclass
class House:
    """A window on a dialogue with many notes, in a folder of its own."""

    window: MainWindow
    disk: Disk
    folder: Path
    file: Path

    @property
    def store(self) -> SessionStore:
        return self.window.context.dialogue.store

    def elsewhere(self, name: str = "elders.dialoog") -> Path:
        """Return a copy of the dialogue in a folder that is not ours."""
        place = self.folder / "usb"
        place.mkdir(exist_ok=True)
        shutil.copyfile(self.file, place / name)
        return place / name

    @contextmanager
    def quickly(self) -> Generator[None]:
        """Let the disk be quick: this is not what is measured."""
        slow, self.disk.seconds = self.disk.seconds, 0.0
        try:
            yield
        finally:
            self.disk.seconds = slow

    def opened(self) -> SessionStore:
        """Open the dialogue quickly, and let all come to rest."""
        with self.quickly():
            self.window.open_any(self.file)
            self.rest()
        return self.store

    def rest(self) -> None:
        """Wait until nothing is at work beside the window."""
        rest(SETTLE_MS)
        while self.window.tasks.busy:
            rest(50)
        rest(SETTLE_MS)


Act = Callable[[], object]
Door = Callable[[House], Act]


def dialogs(answers: list[Callable[[QDialog], object]]) -> None:
    """Answer the dialogs that come, one after another."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and answers and not dialog.property("answered"):
            dialog.setProperty("answered", True)
            answers.pop(0)(dialog)
        if answers:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


@contextmanager
def house_of(file: Path) -> Generator[House]:
    """Give a window and a copy of the dialogue, not yet open."""
    with slow_disk() as disk, real_window() as window:
        folder = window.world.sessions
        own = folder / "werk.dialoog"
        shutil.copyfile(file, own)
        os.environ["FACILITATOR_DATA"] = str(folder / "data")
        disk.seconds = SYNC_S
        rest(200)
        try:
            yield House(window, disk, folder, own)
        finally:
            disk.seconds = 0.0
