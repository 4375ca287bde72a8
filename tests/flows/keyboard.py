"""The real main window with nothing but a keyboard."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.domain.state import State
from facilitator.services.settings import Settings
from facilitator.ui.application import make_registry
from facilitator.ui.kit.language import Translators
from facilitator.ui.main_window import MainWindow
from facilitator.ui.shell.world import World
from tests.helpers.keys import type_text
from tests.helpers.shelf import shelf

NOON = datetime(2026, 11, 14, 12, 40)


class Keyboard:
    """Presses keys where the focus is; never calls anything of the window."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self._failed: list[BaseException] = []
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        sessions = folder / "dialogen"
        sessions.mkdir()
        world = World(
            library=shelf(),
            settings_file=folder / "settings.json",
            sessions=sessions,
            example=paths.example(),
            logs=folder,
            translators=app.findChild(Translators) or Translators(app),
            now=lambda: NOON,
        )
        self.window = MainWindow(world, Settings(language="nl", theme="light", sound=False), make_registry())
        self.window.resize(1366, 768)
        self.window.show()
        self.rest()

    def close(self) -> None:
        self.window.desk.close(even_unsaved=True)
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def state(self) -> State:
        return self.window.context.dialogue.state

    def rest(self, milliseconds: int = 1) -> None:
        self._qtbot.wait(milliseconds)
        # Offscreen nobody gives the keyboard back when a dialog closes.
        if QApplication.activeModalWidget() is None and QApplication.activeWindow() is None:
            self.window.activateWindow()
            self._qtbot.wait(1)

    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "the keyboard is nowhere"
        return focus

    def hit(self, *keys: str) -> None:
        """Press one chord after the other, such as ``Ctrl+N`` or ``Down``."""
        for chord in keys:
            pressed = QKeySequence(chord, QKeySequence.SequenceFormat.PortableText)[0]  # pyright: ignore[reportIndexIssue]
            QTest.keyClick(self.focus(), pressed.key(), pressed.keyboardModifiers())
            self.rest()

    def type(self, text: str) -> None:
        type_text(self.focus(), text)
        self.rest()

    def tab_to(self, name: str) -> None:
        """Press Tab until the widget with this object name or accessible name has the focus."""
        for _ in range(120):
            focus = self.focus()
            if name in (focus.objectName(), focus.accessibleName()):
                return
            self.hit("Tab")
        raise AssertionError(f"Tab does not reach {name}")

    def pane_to(self, name: str) -> None:
        """Press F6 until the area with this accessible name has the focus."""
        seen: list[str] = []
        for _ in range(12):
            self.hit("F6")
            focus = self.focus()
            seen.append(focus.accessibleName() or focus.objectName() or type(focus).__name__)
            if name in (focus.objectName(), focus.accessibleName()):
                return
        raise AssertionError(f"F6 does not reach {name}: {seen}")

    def dialog(self, opening: str, *steps: str | Callable[[], object]) -> None:
        """Open a dialog with the chord ``opening`` and go through it.

        A step is a chord, text to type when it begins with ``=``, or something to call.
        """
        self.dialogs(opening, steps)

    def dialogs(
        self, opening: str | Callable[[], object], *scripts: Sequence[str | Callable[[], object]]
    ) -> None:
        """Go through dialogs that open one after the other, each with its own steps."""
        left = list(scripts)
        last: list[QWidget] = []

        def act() -> None:
            dialog = QApplication.activeModalWidget()
            focus = QApplication.focusWidget()
            if dialog is None or dialog in last or focus is None or not dialog.isAncestorOf(focus):
                if dialog is not None:
                    dialog.activateWindow()
                QTimer.singleShot(5, self.window, act)
                return
            last[:] = [dialog]
            try:
                self._follow(left.pop(0))
            except BaseException as error:  # noqa: BLE001 - raised below, once the dialog is closed
                self._failed.append(error)
                left.clear()
            if QApplication.activeModalWidget() is dialog and isinstance(dialog, QDialog):
                self._failed.append(AssertionError(f"{type(dialog).__name__} is still open"))
                dialog.reject()
            if left:
                QTimer.singleShot(5, self.window, act)

        QTimer.singleShot(5, self.window, act)
        if callable(opening):
            opening()
        else:
            self.hit(opening)
        self.wait_for(lambda: not left)
        if self._failed:
            raise self._failed[0]

    def _follow(self, steps: Sequence[str | Callable[[], object]]) -> None:
        for step in steps:
            if callable(step):
                step()
            elif step.startswith("="):
                self.type(step[1:])
            else:
                self.hit(step)

    def wait_for(self, condition: Callable[[], bool], seconds: float = 20.0) -> None:
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"waited in vain for {condition}"
            self.rest(10)
        assert not [n.text for n in self.window.notice_bar.notices() if n.kind == "error"]
