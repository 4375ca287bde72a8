"""Opening a sealed file: the passphrase of who sent it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from facilitator.domain.errors import UserError
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.secret_field import SecretField


class UnsealDialog(Dialog):
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
        super().__init__(context, "", parent)
        self._attempt = attempt
        lead = self.tr("‘{name}’ opens with the passphrase of who sent it.").format(name=name)
        self.set_heading(self.tr("This file is sealed"), lead)
        self.secret = SecretField(self.theme, self)
        self.secret.setObjectName("secret")
        self.secret.changed.connect(self._look)
        self.add_field(self.tr("Passphrase"), self.secret)
        self.fault = PlainLabel("", self, tone="danger", wrap=True)
        self.fault.setObjectName("fault")
        self.fault.hide()
        self.body.addWidget(self.fault)
        self.body.addStretch(1)
        self._open = self.add_buttons(self.tr("Open"), self.tr("Leave it sealed"))
        self._look()
        self.secret.setFocus()

    @Slot()
    def _look(self) -> None:
        self._open.setEnabled(bool(self.secret.text().strip()))
        self.secret.show_fault(False)

    def accept(self) -> None:
        """Close the dialog when what is typed opens the file."""
        error = self._attempt(self.secret.text())
        if error is None:
            self.secret.clear()
            super().accept()
            return
        self.fault.setText(self.context.words.error(error))
        self.fault.show()
        self.resize(self.sizeHint())
        self.secret.show_fault(True)
        self.secret.setFocus()
        self.secret.field.selectAll()
