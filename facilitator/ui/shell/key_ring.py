"""The keys of locked files: those given in this window, those the system keeps, and asking for one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from facilitator.domain.errors import UserError
from facilitator.services import key_finding, locking
from facilitator.store.keys import Key
from facilitator.ui.dialogs.unlock_dialog import UnlockDialog
from facilitator.ui.shell.frame import Frame


class KeyRing(QObject):
    """Finds the key of a file, also of one that is damaged; what was given is not asked again."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._given: dict[Path, Key] = {}
        self._aside = window.waiting.aside
        window.desk.key_for = self.key_for

    def key_for(self, path: Path) -> Key | None:
        """Return the key of a file, asked for where it is not known; None when nobody gives it."""
        return self._aside(lambda: self.known(path)) or self.asked(path)[0]

    def known(self, path: Path) -> Key | None:
        """Return the key given for this file a moment ago, or the one the system keeps, if it fits."""
        given = self._given.get(path)
        if given is not None:
            with suppress(UserError):
                if key_finding.fits(path, given):
                    return given
        return key_finding.kept_key(path)

    def asked(self, path: Path) -> tuple[Key | None, bool]:
        """Ask until what is typed fits; returns the key, and whether it was the recovery code."""
        found: list[Key] = []
        codes: list[bool] = []

        def attempt(typed: str, keep: bool) -> UserError | None:
            try:
                key = self._aside(lambda: opens(typed, path, keep=keep))
            except UserError as error:
                return error
            found.append(key)
            codes.append(locking.is_code(typed, key))
            return None

        may_keep = locking.has_store()
        above = QApplication.activeModalWidget() or self._window
        dialog = UnlockDialog(self._window.context, path.stem, attempt, above, may_keep=may_keep)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not (done and found):
            return None, False
        self._given[path] = found[-1]
        return found[-1], codes[-1]

    def forget(self) -> None:
        """Let go of what was given."""
        self._given.clear()


def opens(typed: str, path: Path, *, keep: bool = False) -> Key:
    """Return the key of what was typed when it is that of the file; raises UserError when not."""
    key = key_finding.typed_key(typed, path)
    if keep:
        locking.keep_key(key)
    return key
