"""Opening a locked dialogue: passphrase or recovery code in one field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.domain.errors import UserError
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.secret_field import SecretField


class UnlockDialog(Dialog):
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
        super().__init__(context, "", parent)
        self._attempt = attempt
        self.set_heading(
            self.tr("This dialogue is locked"),
            self.tr("‘{name}’ opens with its passphrase, or with the recovery code.").format(name=name),
        )
        self.secret = SecretField(self.theme, self)
        self.secret.setObjectName("secret")
        self.secret.changed.connect(self._look)
        self.add_field(
            self.tr("Passphrase or recovery code"),
            self.secret,
            self.tr("In the code capitals, dashes and spaces make no difference; in a passphrase they do."),
        )
        self.fault = PlainLabel("", self, tone="danger", wrap=True)
        self.fault.setObjectName("fault")
        self.fault.hide()
        self.body.addWidget(self.fault)
        self.keep = QCheckBox(self.tr("Let this laptop keep the key"), self)
        self.keep.setObjectName("keep")
        self.keep.setVisible(may_keep)
        self.body.addWidget(self.keep)
        self.body.addStretch(1)
        self._open = self.add_buttons(self.tr("Open"), self.tr("Leave it locked"))
        self._look()
        self.secret.setFocus()

    @Slot()
    def _look(self) -> None:
        self._open.setEnabled(bool(self.secret.text().strip()))
        self.secret.show_fault(False)

    def accept(self) -> None:
        error = self._attempt(self.secret.text(), self.keep.isChecked())
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
