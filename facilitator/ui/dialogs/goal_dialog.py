"""The texts of a goal: name, what it means, what residents say, where it chafes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField, TextField


@dataclass(frozen=True, slots=True)
class GoalTexts:
    """What is written of a goal."""

    title: str = ""
    definition: str = ""
    residents_say: str = ""
    tensions: str = ""


class GoalDialog(Dialog):
    """Asks the four texts of a goal; only the name is needed."""

    def __init__(
        self,
        context: Context,
        texts: GoalTexts,
        heading: str,
        verb: str,
        lead: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, heading, parent, lead=lead)
        self.set_width(680)
        theme = self.theme
        self.title = LineField(theme, self)
        self.title.set_committed(texts.title)
        self.definition = self._text(texts.definition, 2)
        self.residents_say = self._text(texts.residents_say, 4)
        self.tensions = self._text(texts.tensions, 2)
        self.add_field(self.tr("Name of the goal"), self.title)
        self.add_field(self.tr("What we mean by it"), self.definition)
        self.add_field(self.tr("What residents say"), self.residents_say)
        self.add_field(
            self.tr("Points of tension"),
            self.tensions,
            self.tr("Wishes that clash, within this goal or with another one"),
        )
        self._take = self.add_buttons(verb, self.tr("Cancel"))
        self.title.textChanged.connect(self._look)
        self._look()
        self.title.setFocus()

    def _text(self, text: str, lines: int) -> TextField:
        field = TextField(self.theme, self, lines=lines, most=8)
        field.set_committed(text)
        return field

    @Slot()
    def _look(self) -> None:
        self._take.setEnabled(bool(self.title.text().strip()))

    def value(self) -> GoalTexts:
        """Return the texts as they are typed."""
        return GoalTexts(
            self.title.text().strip(),
            self.definition.text().strip(),
            self.residents_say.text().strip(),
            self.tensions.text().strip(),
        )

    @classmethod
    def ask(
        cls, context: Context, parent: QWidget, texts: GoalTexts, heading: str, verb: str, lead: str = ""
    ) -> GoalTexts | None:
        """Return the texts, or None."""
        dialog = cls(context, texts, heading, verb, lead, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.value() if done else None
