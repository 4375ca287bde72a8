"""Waiting for a disk, or a long sum, while the window goes on painting: the one place where that is done.

Whoever calls gets the answer as if nothing else had happened meanwhile: nobody can press anything.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QThread
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.domain.errors import UserError
from facilitator.store.patience import LONG
from facilitator.ui.kit.cover import Cover
from facilitator.ui.kit.theme import Theme

T = TypeVar("T")
STOPPED = "wait.stopped"
"""The code of the UserError for what somebody did not want to wait for."""
QUICK = 0.03
"""Seconds in which nobody notices that nothing is painted."""
SHOWN_AFTER = 0.4
"""Seconds after which is said that there is something to wait for."""
_NAP = 0.004
_SLICE_MS = 20
_ALL = QEventLoop.ProcessEventsFlag.AllEvents
_NO_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.Shortcut,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
    }
)


class _Aside(Generic[T]):
    """Work on a thread of its own; what comes too late is given away."""

    def __init__(self, work: Callable[[], T], late: Callable[[T], object]) -> None:
        self._work, self._late = work, late
        self._done = threading.Event()
        self._lock = threading.Lock()
        self._given_up = False
        self._result: list[T] = []
        self._error: BaseException | None = None
        threading.Thread(target=self._run, name="aside", daemon=True).start()

    def _run(self) -> None:
        try:
            result = self._work()
        except BaseException as error:  # noqa: BLE001  (handed to the caller, who raises it)
            self._error = error
        else:
            with self._lock:
                self._result.append(result)
                late = self._given_up
            if late:
                self._late(result)
        self._done.set()

    def wait(self, seconds: float) -> bool:
        return self._done.wait(seconds)

    def give_up(self) -> None:
        """Want the result no more; one that is there already is given away at once."""
        with self._lock:
            self._given_up = True
            late = list(self._result)
        for result in late:
            self._late(result)

    def result(self) -> T:
        if self._error is not None:
            raise self._error
        return self._result[0]


def _leave(_result: object) -> None:
    """Want nothing of what came too late."""


class Waiting(QObject):
    """Waits for a window; what is waited for is said over it when it takes long.

    While it is ``busy`` nobody should begin anything by itself.
    """

    def __init__(self, window: QWidget | None = None, theme: Callable[[], Theme] | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._depth = 0
        self._cover: Cover | None = None
        self._stopped = False

    @property
    def busy(self) -> bool:
        """Tell whether something is waited for."""
        return self._depth > 0

    def until(
        self, wait: Callable[[float], bool], words: str = "", *, may_stop: bool = False, seconds: float = LONG
    ) -> bool:
        """Return True when ``wait(seconds)``, which waits at most so long, tells that it is over.

        Args:
            words: What is being done.
            may_stop: The person may stop waiting, which gives False.
            seconds: How long at most, which gives False too.
        """
        end = time.monotonic() + seconds
        if QThread.currentThread() is not self.thread():
            while not wait(min(LONG, max(end - time.monotonic(), 0.0))):
                if time.monotonic() >= end:
                    return False
            return True
        if wait(min(QUICK, seconds)):
            return True
        outer, self._cover, self._stopped = self._cover, None, False
        self._depth += 1
        try:
            return self._pump(wait, words or self.tr("Waiting for the disk…"), may_stop, end, outer)
        finally:
            self._depth -= 1
            if self._cover is not None:
                QApplication.instance().removeEventFilter(self)  # pyright: ignore[reportOptionalMemberAccess]
                self._cover.end()
            self._cover, self._stopped = outer, False

    def _pump(
        self, wait: Callable[[float], bool], words: str, may_stop: bool, end: float, outer: Cover | None
    ) -> bool:
        shown_at = time.monotonic() + SHOWN_AFTER
        while not wait(_NAP):
            # What is typed meanwhile waits too, unless there is something to press.
            to_press = may_stop and self._cover is not None
            QCoreApplication.processEvents(_ALL if to_press else _NO_INPUT, _SLICE_MS)
            if self._stopped or time.monotonic() >= end:
                return False
            if self._cover is None and outer is None and time.monotonic() >= shown_at:
                self._show(words, may_stop)
        return True

    def _show(self, words: str, may_stop: bool) -> None:
        over = QApplication.activeModalWidget() or self._window
        if over is None or self._theme is None or not over.isVisible():
            return
        self._cover = Cover(self._theme(), words, over, may_stop=may_stop)
        self._cover.stopped.connect(self._stop)
        QApplication.instance().installEventFilter(self)  # pyright: ignore[reportOptionalMemberAccess]

    def _stop(self) -> None:
        self._stopped = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let nobody press anything but what stands on the cover."""
        cover = self._cover
        if cover is None or not isinstance(watched, QWidget):
            return event.type() is QEvent.Type.Shortcut
        if event.type() is QEvent.Type.Close and watched.isWindow():
            event.ignore()
            return True
        if event.type() not in _INPUT or watched is cover or cover.isAncestorOf(watched):
            return False
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            cover.stop()
        return True

    def breathe(self) -> None:
        """Let the window paint between two pieces of work."""
        if QThread.currentThread() is not self.thread():
            return
        self._depth += 1
        QCoreApplication.processEvents(_NO_INPUT, _SLICE_MS)
        self._depth -= 1

    def while_(self, busy: Callable[[], bool], words: str = "", seconds: float = LONG) -> None:
        """Wait while ``busy()``, which tells at once, at most so long."""

        def is_over(most: float) -> bool:
            if busy():
                time.sleep(min(most, _NAP))
            return not busy()

        self.until(is_over, words, seconds=seconds)

    def aside(
        self,
        work: Callable[[], T],
        words: str = "",
        *,
        may_stop: bool = False,
        late: Callable[[T], object] = _leave,
    ) -> T:
        """Do ``work`` on a thread of its own and return what it returns, or raise what it raises.

        Args:
            late: Is given, on that thread, what comes when nobody waits for it any more.

        Raises:
            UserError: ``wait.stopped``.
        """
        if QThread.currentThread() is not self.thread():
            return work()
        aside = _Aside(work, late)
        if not self.until(aside.wait, words, may_stop=may_stop):
            aside.give_up()
            raise UserError(STOPPED)
        return aside.result()
