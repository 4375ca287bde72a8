"""Sealed files in the window: asked for their passphrase, and what is inside opened like any other file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from facilitator.domain.errors import UserError
from facilitator.services import sealing
from facilitator.ui.dialogs.unseal_dialog import UnsealDialog
from facilitator.ui.shell.arriving import Arriving
from facilitator.ui.shell.frame import Frame


class Unsealing(QObject):
    """Leaves nothing of a sealed file in the open but what is taken in."""

    def __init__(self, window: Frame, arriving: Arriving) -> None:
        super().__init__(window)
        self._window = window
        self._arriving = arriving

    def run(self, path: Path, then: Callable[[Path], None]) -> None:
        """Open a sealed file and give what is inside to ``then``, as a file that is gone after that."""
        window = self._window
        aside = window.waiting.aside
        found: list[bytes] = []

        def attempt(typed: str) -> UserError | None:
            try:
                words = self.tr("The file is being opened…")
                found.append(aside(lambda: sealing.unsealed(data, typed), words, may_stop=True))
            except UserError as error:
                return error
            return None

        try:
            data = aside(lambda: sealing.read_for_passphrase(path))
        except UserError as error:
            window.show_refusal(error)
            return
        dialog = UnsealDialog(window.context, path.name, attempt, window)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not done:
            return
        try:
            with sealing.for_a_moment(found.pop(), sealing.plain_name(path).name) as inner:
                self._arriving.passing = inner
                then(inner)
        except UserError as error:
            window.show_refusal(error)
        finally:
            self._arriving.passing = None
