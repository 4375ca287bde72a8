"""Answer modal dialogs as they come, one after the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from facilitator.ui.dialogs.unlock_dialog import UnlockDialog


def when_asked(*answers: Callable[[QDialog], object]) -> list[str]:
    """Answer dialogs one after the other; the list names those that came."""
    left = list(answers)
    met: list[str] = []
    seen: list[QDialog] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or dialog in seen:
            QTimer.singleShot(5, answer)
            return
        seen.append(dialog)
        met.append(type(dialog).__name__)
        act = left.pop(0)
        if left:
            # What is done may open the next one, before it comes back.
            QTimer.singleShot(5, answer)
        act(dialog)

    QTimer.singleShot(0, answer)
    return met


def typing(text: str) -> Callable[[QDialog], None]:
    """Return how to unlock with a passphrase or recovery code."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, UnlockDialog)
        dialog.secret.field.setText(text)
        dialog.accept()

    return act
