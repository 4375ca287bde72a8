"""Work that can wait: done in slices while nobody touches the keyboard, the pointer or the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot

PAUSE_MS = 300
"""So long after the last key or movement nothing is done."""
INPUT = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.NativeGesture,
        QEvent.Type.InputMethod,
    )
)


class IdleWork(QObject):
    """Calls ``work`` again and again while it says that there is more; a call should take 4 ms at most."""

    def __init__(self, work: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)
        self._watched: QCoreApplication | None = None

    @property
    def active(self) -> bool:
        """Tell whether there is more to do."""
        return self._next.isActive()

    def start(self) -> None:
        """Begin, unless it is under way."""
        if not self.active:
            self._watch()
            self._next.start(0)

    def _watch(self) -> None:
        # Every event of the program comes along here: only while there is work.
        self._watched = QCoreApplication.instance()
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUT and self.active:
            self._next.start(PAUSE_MS)
        return False

    @Slot()
    def _go_on(self) -> None:
        if self._work():
            self._next.start(0)
        elif self._watched is not None and not self.active:
            # It may have been asked for again meanwhile.
            self._watched.removeEventFilter(self)
            self._watched = None
