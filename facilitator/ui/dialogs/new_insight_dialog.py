"""A new insight of chosen notes: its name is asked, nothing more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.plain import ElidedLabel
from facilitator.ui.kit.theme import BODY

SHOWN = 3


class NewInsightDialog(Dialog):
    """Shows some of the notes and asks what they say together; the name may follow later."""

    def __init__(self, context: Context, texts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(context, self.tr("A new insight of %n note(s)", "", len(texts)), parent)
        self.set_width(560)
        for text in texts[:SHOWN]:
            self.body.addWidget(ElidedLabel(" ".join(text.split()), self, font=self.theme.font(BODY)))
        if len(texts) > SHOWN:
            more = self.tr("and %n more note(s)", "", len(texts) - SHOWN)
            self.body.addWidget(ElidedLabel(more, self, font=self.theme.font(BODY)))
        self.title = LineField(self.theme, self)
        self.add_field(
            self.tr("What do these notes say together?"),
            self.title,
            self.tr("Someone needs something, because of something. You can also name it later."),
        )
        self.add_buttons(self.tr("Make the insight"), self.tr("Cancel"))
        self.title.setFocus()

    @classmethod
    def ask(cls, context: Context, parent: QWidget, texts: Sequence[str]) -> str | None:
        """Return the name, which may be empty, or None."""
        dialog = cls(context, texts, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return " ".join(dialog.title.text().split()) if done else None
