"""Going on although something is open: what is open, and why the group goes on anyway."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import TextField
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.plain import PlainLabel

REASON_LIMIT = 2000


class OverruleDialog(Dialog):
    """Shows the open conditions and asks for a reason."""

    def __init__(
        self, context: Context, open_conditions: Sequence[str], going_to: str, parent: QWidget | None = None
    ) -> None:
        lead = self.tr("You can go on all the same. The reason stays with this step.")
        super().__init__(context, self.tr("Not everything is done yet"), parent, lead=lead)
        theme = self.theme
        for text in open_conditions:
            line = QHBoxLayout()
            line.setSpacing(theme.gap(10))
            mark = PlainLabel("", self)
            mark.setPixmap(pixmap("minus", theme.quiet, theme.px(18), self.devicePixelRatioF()))
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            words = PlainLabel(text, self, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            self.body.addLayout(line)
        self.reason = TextField(theme, self, lines=3, most=6)
        self.add_field(self.tr("Why do we go on now?"), self.reason)
        words = self.tr("Go on to {step}").format(step=going_to) if going_to else self.tr("Go on anyway")
        self._go = self.add_buttons(words, self.tr("Stay with this step"))
        self.reason.textChanged.connect(self._look)
        self._look()

    @Slot()
    def _look(self) -> None:
        self._go.setEnabled(0 < len(self.reason.text().strip()) <= REASON_LIMIT)

    def value(self) -> str:
        """Return the reason."""
        return self.reason.text().strip()

    @classmethod
    def ask(
        cls, context: Context, parent: QWidget, open_conditions: Sequence[str], going_to: str
    ) -> str | None:
        """Return the reason to go on, or None to stay."""
        dialog = cls(context, open_conditions, going_to, parent)
        dialog.reason.setFocus()
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.value() if done else None
