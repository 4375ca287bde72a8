"""Linking insights to goals: tick the goals they bear on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from facilitator.ui.dialogs.tick_list import TickList
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import PlainLabel

SHOWN = 3


class LinkDialog(Dialog):
    """Asks which goals some insights bear on; a half-ticked goal is one that only some of them serve."""

    def __init__(
        self,
        context: Context,
        insights: Sequence[str],
        goals: Sequence[tuple[str, str]],
        states: Sequence[bool | None],
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Goals of %n insight(s)", "", len(insights))
        super().__init__(context, title, parent)
        for words in insights[:SHOWN]:
            self.body.addWidget(PlainLabel(words, self, tone="quiet", wrap=True))
        if len(insights) > SHOWN:
            self.body.addWidget(
                PlainLabel(self.tr("and %n more insight(s)", "", len(insights) - SHOWN), self, tone="quiet")
            )
        self.list = TickList(self.theme, len(goals), self)
        self.list.set_lines(goals, states)
        self.add_field(
            self.tr("Which goals does this belong to?"),
            self.list,
            self.tr("You may tick more than one. Space switches a tick on or off."),
        )
        self.add_buttons(self.tr("Link"), self.tr("Cancel"))
        self.list.setFocus()

    def value(self) -> dict[str, bool | None]:
        """Return for each goal: ticked, not ticked, or None for left as it is."""
        return self.list.states()

    @classmethod
    def ask(
        cls,
        context: Context,
        parent: QWidget,
        insights: Sequence[str],
        goals: Sequence[tuple[str, str]],
        states: Sequence[bool | None],
    ) -> dict[str, bool | None] | None:
        """Return what was ticked, or None."""
        dialog = cls(context, insights, goals, states, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.value() if done else None
