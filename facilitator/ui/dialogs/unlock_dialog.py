"""Opening a locked dialogue: passphrase or recovery code in one field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.domain.errors import UserError
from facilitator.ui.dialogs.secret_dialog import SecretDialog
from facilitator.ui.kit.context import Context


class UnlockDialog(SecretDialog):
    """Stays until what is typed opens the file, or the person gives up.

    ``attempt`` is given what is typed and whether this laptop may keep the key; it returns why the file
    stays shut, or None when it is open.
    """

    def __init__(
        self,
        context: Context,
        name: str,
        attempt: Callable[[str, bool], UserError | None],
        parent: QWidget | None = None,
        *,
        may_keep: bool = False,
    ) -> None:
        super().__init__(context, parent)
        self._attempt = attempt
        self.set_heading(
            self.tr("This dialogue is locked"),
            self.tr("‘{name}’ opens with its passphrase, or with the recovery code.").format(name=name),
        )
        self.keep = QCheckBox(self.tr("Let this laptop keep the key"), self)
        self.keep.setObjectName("keep")
        self.keep.setVisible(may_keep)
        self.build(
            self.tr("Passphrase or recovery code"),
            self.tr("Open"),
            self.tr("Leave it locked"),
            hint=self.tr(
                "In the code capitals, dashes and spaces make no difference; in a passphrase they do."
            ),
            below=self.keep,
        )

    def attempt(self) -> UserError | None:
        """Try what is typed on the file."""
        return self._attempt(self.secret.text(), self.keep.isChecked())
