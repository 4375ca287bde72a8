"""A fault of ours, told calmly."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog


class CrashDialog(Dialog):
    """Says that something went wrong, that the notes are safe, and what can be sent to the makers."""

    def __init__(self, context: Context, details: str, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.set_heading(
            self.tr("Something went wrong in the program"),
            self.tr(
                "That is our fault, not yours. Your notes are safe in the dialogue file. You can go on. "
                "If something looks odd, close the program and open it again."
            ),
        )
        self._details = QPlainTextEdit(self)
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setPlainText(details)
        self._details.setMaximumHeight(self.theme.px(140))
        hint = self.tr(
            "It contains no notes and no names. You may send it to whoever helps you with the program."
        )
        self.add_field(self.tr("What the makers need to know"), self._details, hint)
        self.body.addStretch(1)
        copy = self.add_button("copy", self.tr("Copy"))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        self.add_buttons(self.tr("Go on"))
