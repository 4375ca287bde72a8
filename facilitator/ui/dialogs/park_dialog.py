"""Setting notes apart: the reason why they fit no insight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import FlowLayout

SHOWN = 3


class ParkDialog(Dialog):
    """Asks why; the usual reasons are one click."""

    def __init__(self, context: Context, notes: Sequence[str], parent: QWidget | None = None) -> None:
        title = self.tr("Set %n note(s) aside", "", len(notes))
        lead = self.tr("A note you set aside stays in the dialogue and in the report, with the reason.")
        super().__init__(context, title, parent, lead=lead)
        theme = self.theme
        for text in notes[:SHOWN]:
            short = text if len(text) <= 160 else text[:160].rstrip() + " …"
            self.body.addWidget(PlainLabel(f"“{short}”", self, wrap=True))
        if len(notes) > SHOWN:
            more = self.tr("and %n more note(s)", "", len(notes) - SHOWN)
            self.body.addWidget(PlainLabel(more, self, tone="quiet"))
        self.reason = LineField(theme, self)
        self.add_field(self.tr("Why do they not fit now?"), self.reason)
        usual = QWidget(self)
        flow = FlowLayout(usual, theme.gap(8))
        for words in (
            self.tr("Belongs elsewhere"),
            self.tr("Nobody recognises this"),
            self.tr("Said before"),
            self.tr("Too personal"),
        ):
            button = Button(theme, words, usual)
            button.clicked.connect(lambda _on=False, reason=words: self._take(reason))
            flow.addWidget(button)
        self.body.addWidget(usual)
        self._park = self.add_buttons(self.tr("Set aside"), self.tr("Cancel"))
        self.reason.textChanged.connect(self._look)
        self._look()

    def _take(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setFocus()

    @Slot()
    def _look(self) -> None:
        self._park.setEnabled(bool(self.reason.text().strip()))

    def value(self) -> str:
        """Return the reason."""
        return self.reason.text().strip()

    @classmethod
    def ask(cls, context: Context, parent: QWidget, notes: Sequence[str]) -> str | None:
        """Return the reason to park these notes, given by their texts, or None."""
        dialog = cls(context, notes, parent)
        dialog.reason.setFocus()
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.value() if done else None
