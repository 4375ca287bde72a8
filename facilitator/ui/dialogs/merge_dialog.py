"""Merging insights or goals: which name stays, and what goes where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QRadioButton, QWidget

from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import PlainLabel, escape_mnemonic
from facilitator.ui.kit.surfaces import Surface, column
from facilitator.ui.kit.theme import BODY, SMALL


@dataclass(frozen=True, slots=True)
class Party:
    """One of those that go together; ``detail`` tells how much it brings."""

    id: str
    title: str
    detail: str


class MergeDialog(Dialog):
    """Shows all that go together, asks which one stays, and tells what happens then.

    ``preview`` returns the lines that tell it, for the id of the one that stays.
    """

    def __init__(
        self,
        context: Context,
        title: str,
        parties: Sequence[Party],
        preview: Callable[[str], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, title, parent, lead=self.tr("Which name stays?"))
        theme = self.theme
        self._preview = preview
        self._group = QButtonGroup(self)
        self._parties = tuple(parties)
        self.choices: dict[str, QRadioButton] = {}
        for nth, party in enumerate(parties):
            self.body.addLayout(self._line(party, nth))
        what = Surface("tint", self)
        inside = column(what, theme, (12, 16), spacing=4)
        inside.addWidget(PlainLabel(self.tr("What happens"), font=theme.font(BODY, bold=True)))
        self.told = PlainLabel(font=theme.font(BODY), wrap=True)
        inside.addWidget(self.told)
        inside.addWidget(
            PlainLabel(
                self.tr("No note is lost, and you can undo it."),
                font=theme.font(SMALL),
                tone="quiet",
                wrap=True,
            )
        )
        self.body.addWidget(what)
        self.add_buttons(self.tr("Merge"), self.tr("Cancel"))
        self._group.buttonToggled.connect(self._tell)
        next(iter(self.choices.values())).setChecked(True)
        next(iter(self.choices.values())).setFocus()

    def _line(self, party: Party, nth: int) -> QHBoxLayout:
        theme = self.theme
        line = QHBoxLayout()
        line.setSpacing(theme.gap(4))
        choice = QRadioButton(self)
        choice.setAccessibleName(escape_mnemonic(f"{party.title}, {party.detail}"))
        self._group.addButton(choice, nth)
        self.choices[party.id] = choice
        words = QWidget(self)
        inside = column(words, theme, (4, 0), spacing=0)
        name = PlainLabel(party.title, words, font=theme.font(BODY, bold=True), wrap=True)
        name.setBuddy(choice)
        inside.addWidget(name)
        inside.addWidget(PlainLabel(party.detail, words, font=theme.font(SMALL), tone="quiet", wrap=True))
        line.addWidget(choice)
        line.addWidget(words, 1)
        return line

    @Slot()
    def _tell(self) -> None:
        self.told.setText("\n".join(self._preview(self.value())))

    def value(self) -> str:
        """Return the id of the one that stays."""
        return self._parties[max(self._group.checkedId(), 0)].id

    @classmethod
    def ask(
        cls,
        context: Context,
        parent: QWidget,
        title: str,
        parties: Sequence[Party],
        preview: Callable[[str], Sequence[str]],
    ) -> str | None:
        """Return the id of the one that stays, or None."""
        dialog = cls(context, title, parties, preview, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.value() if done else None
