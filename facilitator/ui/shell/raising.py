"""A dialogue that is open already: its window comes to the front, or one only looks."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from facilitator.domain.errors import UserError
from facilitator.services import raising
from facilitator.ui.kit.notices import Notice
from facilitator.ui.shell.frame import Frame

KEY = "in_use"
LOOK_MS = 200
WAIT_MS = 50


class Raising(QObject):
    """Answers requests for the open dialogue, and makes them when a file is open elsewhere."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._asking: tuple[Path, Path, float] | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MS)
        self._watch.timeout.connect(self._look)
        self._wait = QTimer(self)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._on_wait)
        window.desk.session_changed.connect(self._on_session)
        window.desk.in_use.connect(self._on_in_use)

    # ── the first window ────────────────────────────────────────────────────

    @Slot()
    def _on_session(self) -> None:
        session = self._window.desk.session
        if session is not None:
            self._window.notice_bar.dismiss(KEY)
        if session is not None and not session.store.readonly:
            self._watch.start()
        else:
            self._watch.stop()

    @Slot()
    def _look(self) -> None:
        session = self._window.desk.session
        if session is not None and raising.is_asked(session.store.path):
            self.come_forward()

    def come_forward(self) -> None:
        """Bring this window to the front and say why."""
        window = self._window
        window.setWindowState(
            window.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive
        )
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)
        window.notify(Notice("info", self.tr("This dialogue was open already. Here it is."), key=KEY))

    # ── the second one ──────────────────────────────────────────────────────

    @Slot(object)
    def _on_in_use(self, error: UserError) -> None:
        path = Path(str(error.details.get("path", "")))
        request = raising.ask(path)
        if request is None:
            self._nobody(path)
            return
        self._asking = (path, request, time.monotonic() + raising.PATIENCE)
        self._wait.start()

    @Slot()
    def _on_wait(self) -> None:
        if self._asking is None:
            self._wait.stop()
            return
        path, request, end = self._asking
        answered = raising.is_answered(request)
        if not answered and time.monotonic() < end:
            return
        self._wait.stop()
        self._asking = None
        if answered or not raising.withdraw(request):
            self._somebody(path)
        else:
            self._nobody(path)

    def _somebody(self, path: Path) -> None:
        text = self.tr("‘{name}’ is open in another window of this program; that one is in front now.")
        self._offer(text, path)

    def _nobody(self, path: Path) -> None:
        text = self.tr(
            "‘{name}’ is open elsewhere, perhaps on another laptop. Close it there first, or only look at it."
        )
        self._offer(text, path)

    def _offer(self, text: str, path: Path) -> None:
        notice = Notice(
            "warning",
            text.format(name=path.name),
            self.tr("Only look"),
            lambda: self._window.desk.open(path, twin="look"),
            key=KEY,
            second_label=self.tr("Try again"),
            second_action=lambda: self._window.desk.open(path),
        )
        self._window.notify(notice)
