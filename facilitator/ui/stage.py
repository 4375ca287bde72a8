"""The real window with a person at its keyboard played by the program: for the demo and the self-test."""

from __future__ import annotations

import sys
import time
import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import paths
from facilitator.content.library import Library
from facilitator.services.settings import Settings
from facilitator.ui.application import make_registry
from facilitator.ui.kit.language import Translators
from facilitator.ui.main_window import MainWindow
from facilitator.ui.shell.world import World

EVENING = datetime(2025, 5, 15, 21, 40)
_STEP_MS = 10


_NO_MATTER = "propagateSizeHints"
"""Without a screen Qt says at each window that it cannot pass a size on; nobody can do anything with that."""


def _tell_qt(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    if _NO_MATTER not in text:
        sys.stderr.write(text + "\n")


class StageError(Exception):
    """The play went wrong; the text says where, in one line."""


class Stage:
    """A window on a folder, settings that are nobody's, and hands that type; use it with ``with``."""

    def __init__(self, app: QApplication, sessions: Path, settings_file: Path, language: str = "nl") -> None:
        self._faults: list[str] = []
        self._before = sys.excepthook
        world = World(
            library=Library(paths.resources()),
            settings_file=settings_file,
            sessions=sessions,
            example=paths.example(),
            logs=settings_file.parent,
            translators=app.findChild(Translators) or Translators(app),
            now=lambda: EVENING,
        )
        settings = Settings(language=language, theme="light", source="demo", sound=False)
        self.window = MainWindow(world, settings, make_registry())

    def __enter__(self) -> Stage:
        sys.excepthook = self._on_fault
        self._told_before = qInstallMessageHandler(_tell_qt)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        qInstallMessageHandler(self._told_before)
        window = self.window
        window.desk.close(even_unsaved=True)
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        sys.excepthook = self._before

    def _on_fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._faults.append(f"{kind.__name__}: {error}")
        self._before(kind, error, trace)

    def show(self, width: int, height: int) -> None:
        """Show the window at this size."""
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        self.wait_for(self.window.isVisible, "the window")
        self.rest(50)

    # ── time ────────────────────────────────────────────────────────────────

    def rest(self, milliseconds: int = 0) -> None:
        """Let the window do what it has to do."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        # Without a window manager nobody gives the keyboard back when a dialog closes.
        if QApplication.activeModalWidget() is None and QApplication.activeWindow() is None:
            self.window.activateWindow()
            QApplication.processEvents()
        self.check()

    def wait_for(self, condition: Callable[[], object], what: str, seconds: float = 20.0) -> None:
        """Wait until ``condition`` holds.

        Raises:
            StageError: ``what`` did not come, or something went wrong meanwhile.
        """
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise StageError(f"waited {seconds:.0f} s in vain for {what}")
            self.rest(_STEP_MS)
        self.check()

    def check(self) -> None:
        """Raise when anything went wrong.

        Raises:
            StageError: a fault, or a message in red in the window.
        """
        if self._faults:
            raise StageError(self._faults[0])
        for notice in self.window.notice_bar.notices():
            if notice.kind == "error":
                raise StageError(notice.text)

    # ── hands ───────────────────────────────────────────────────────────────

    def type_text(self, text: str, field: QWidget | None = None) -> None:
        """Type into ``field``, or where the keyboard is; a line break is Enter."""
        for character in text:
            target = field or self.keyboard()
            if character == "\n":
                self.press("Return", target)
                continue
            upper = character.upper()
            key = ord(upper) if len(upper) == 1 and ord(upper) < 0x100 else 0
            if unicodedata.category(character).startswith("C"):
                raise StageError(f"cannot type character {ord(character):#x}")
            _send(target, key, Qt.KeyboardModifier.NoModifier, character)
        self.rest()

    def press(self, keys: str, target: QWidget | None = None) -> None:
        """Press keys such as ``Down`` or ``Ctrl+A`` where the keyboard is; shortcuts go through ``do``."""
        chord = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)[0]  # pyright: ignore[reportIndexIssue]
        text = " " if chord.key() == Qt.Key.Key_Space else ""
        _send(target or self.keyboard(), chord.key().value, chord.keyboardModifiers(), text)

    def keyboard(self) -> QWidget:
        """Return the widget that has the keyboard.

        Raises:
            StageError: when nothing has.
        """
        found = QApplication.focusWidget()
        if found is None:
            raise StageError("the keyboard is nowhere")
        return found

    def do(self, action: str) -> None:
        """Do an action of the menus.

        Raises:
            StageError: when it cannot be done now.
        """
        if not self.window.book.action(action).isEnabled():
            raise StageError(f"action {action} cannot be done here")
        self.window.book.action(action).trigger()
        self.rest()

    def in_dialog(self, act: Callable[[QWidget], object]) -> None:
        """Prepare what the hands do in the next dialog; call it before the dialog opens."""

        def found() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(_STEP_MS, self.window, found)
                return
            act(dialog)

        QTimer.singleShot(_STEP_MS, self.window, found)

    def picture(self, path: Path) -> None:
        """Save what the window shows as PNG.

        Raises:
            StageError: when the file cannot be written.
        """
        self.rest(30)
        if not self.window.grab().save(str(path), "PNG"):
            raise StageError(f"cannot write {path}")


def _send(target: QObject, key: int, modifiers: Qt.KeyboardModifier, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))
