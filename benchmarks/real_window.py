"""The window people use, on a made-up dialogue, with the time from a key to the painted answer."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import paths
from facilitator.content.library import Library
from facilitator.services.settings import Settings
from facilitator.ui.application import make_application, make_registry
from facilitator.ui.kit.language import Translators
from facilitator.ui.main_window import MainWindow
from facilitator.ui.shell import collecting
from facilitator.ui.shell.world import World

WIDE, HIGH = 1920, 1080
PATIENCE_S = 60.0


class Watch(QObject):
    """Notes that a widget was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.painted = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.painted += 1
        return False


@dataclass
class Spent:
    """Milliseconds on the clock and of this thread, one pair for each round."""

    clock: list[float] = field(default_factory=list[float])
    thread: list[float] = field(default_factory=list[float])

    @contextmanager
    def round(self) -> Generator[None]:
        """Measure one round."""
        clock, thread = time.perf_counter(), time.thread_time()
        yield
        self.thread.append(1_000 * (time.thread_time() - thread))
        self.clock.append(1_000 * (time.perf_counter() - clock))


@contextmanager
def real_window() -> Generator[MainWindow]:
    """Show the window, with settings that are nobody's; without asking it is closed in the end."""
    app = make_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        world = World(
            library=Library(paths.resources()),
            settings_file=folder / "settings.toml",
            sessions=folder,
            example=paths.example(),
            logs=folder,
            translators=app.findChild(Translators) or Translators(app),
        )
        settings = Settings(language="nl", theme="light", source="bench", sound=False)
        window = MainWindow(world, settings, make_registry())
        window.resize(WIDE, HIGH)
        window.show()
        window.activateWindow()
        app.processEvents()
        collecting.begin()
        try:
            yield window
        finally:
            window.desk.close(even_unsaved=True)
            window.close()
            window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(target: QWidget, key: Qt.Key, text: str = "", *, ctrl: bool = False) -> None:
    """Press and let go of a key."""
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, held, text))


def write(target: QWidget, text: str) -> None:
    """Type letters, digits and spaces."""
    for letter in text:
        press(target, Qt.Key(ord(letter.upper())), letter)


def until(done: Callable[[], object]) -> None:
    """Let the window work until ``done``.

    Raises:
        TimeoutError: it did not come to that.
    """
    end = time.perf_counter() + PATIENCE_S
    while not done():
        QApplication.processEvents()
        if time.perf_counter() > end:
            raise TimeoutError("the window does not get there")


def rest(milliseconds: float) -> float:
    """Let the window do what waits for a quiet moment; return the longest it kept a key waiting."""
    longest, end = 0.0, time.perf_counter() + milliseconds / 1_000
    while (start := time.perf_counter()) < end:
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - start)
        time.sleep(0.0005)
    return 1_000 * longest
