"""Faults of ours: logged without anybody's words and told calmly; the dialogue file is left alone."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, Slot, qInstallMessageHandler

log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where it went wrong: files, lines and the kind of fault, never a value (it may hold a note)."""
    places = [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join([kind.__name__, *places])


class CrashReporter(QObject):
    """Catches what nobody caught.

    Signals:
        crashed: A description without any text of the dialogue, on the GUI thread.
    """

    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: Callable[..., object] = sys.excepthook
        self._showing = False

    def install(self) -> None:
        """Take over the hooks of Python and Qt."""
        self._before = sys.excepthook
        sys.excepthook = self._on_exception
        qInstallMessageHandler(qt_message)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = self._before
        qInstallMessageHandler(None)

    def _on_exception(
        self, kind: type[BaseException], value: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, value, trace)
            return
        text = describe(kind, trace)
        log.error("fault: %s", text)
        # A fault in painting comes back with every frame: one box is enough.
        if not self._showing:
            self._showing = True
            self.crashed.emit(text)

    @Slot()
    def seen(self) -> None:
        """The person has closed the box; the next fault may be shown."""
        self._showing = False


def qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Write what Qt has to say to the log."""
    logging.getLogger("facilitator.qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
