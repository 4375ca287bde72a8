"""Opening a sealed file: the passphrase of who sent it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.domain.errors import UserError
from facilitator.ui.dialogs.secret_dialog import SecretDialog
from facilitator.ui.kit.context import Context


class UnsealDialog(SecretDialog):
    """Stays until what is typed opens the file, or the person gives up.

    ``attempt`` is given what is typed; it returns why the file stays shut, or None when it is open.
    """

    def __init__(
        self,
        context: Context,
        name: str,
        attempt: Callable[[str], UserError | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._attempt = attempt
        lead = self.tr("‘{name}’ opens with the passphrase of who sent it.").format(name=name)
        self.set_heading(self.tr("This file is sealed"), lead)
        self.build(self.tr("Passphrase"), self.tr("Open"), self.tr("Leave it sealed"))

    def attempt(self) -> UserError | None:
        """Try what is typed on the file."""
        return self._attempt(self.secret.text())
