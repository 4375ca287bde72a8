"""The base of the dialogs that ask for a secret: they stay until what is typed opens what is shut."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from facilitator.domain.errors import UserError
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.secret_field import SecretField


class SecretDialog(Dialog):
    """One field that hides what is typed, and why it did not fit below it.

    A subclass says what is asked with ``build`` and tries what is typed in ``attempt``.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.secret = SecretField(self.theme, self)
        self.secret.setObjectName("secret")
        self.fault = PlainLabel("", self, tone="danger", wrap=True)
        self.fault.setObjectName("fault")
        self.fault.hide()

    def build(
        self, label: str, primary: str, cancel: str, *, hint: str = "", below: QWidget | None = None
    ) -> None:
        """Lay it out: the field, its fault, what stands ``below``, and the two verbs."""
        self.add_field(label, self.secret, hint)
        self.body.addWidget(self.fault)
        if below is not None:
            self.body.addWidget(below)
        self.body.addStretch(1)
        self._open = self.add_buttons(primary, cancel)
        self.secret.changed.connect(self._look)
        self._look()
        self.secret.setFocus()

    def attempt(self) -> UserError | None:
        """Try what is typed; return why it stays shut, or None when it is open."""
        raise NotImplementedError

    def accept(self) -> None:
        """Close the dialog when what is typed opens it."""
        self.settle(self.attempt())

    def settle(self, error: UserError | None) -> None:
        """Close with what is typed forgotten, or say why it stays shut."""
        if error is None:
            self.secret.clear()
            super().accept()
            return
        self.fault.setText(self.context.words.brief(error))
        self.fault.show()
        self.resize(self.sizeHint())
        self.bring_in(self.fault)
        self.secret.show_fault(True)
        self.secret.setFocus()
        self.secret.field.selectAll()

    @Slot()
    def _look(self) -> None:
        self._open.setEnabled(bool(self.secret.text().strip()))
        self.secret.show_fault(False)
