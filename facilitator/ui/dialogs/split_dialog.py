"""Splitting an insight or a goal: which ones go, and how the new one is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.ui.dialogs.tick_list import TickList
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.plain import PlainLabel


@dataclass(frozen=True, slots=True)
class SplitChoice:
    """The name of the new one and the ids that go to it."""

    title: str
    ids: tuple[str, ...]


class SplitDialog(Dialog):
    """Asks which of ``lines`` (id, words) go along to something new."""

    def __init__(
        self,
        context: Context,
        title: str,
        lead: str,
        lines: Sequence[tuple[str, str]],
        chosen: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, title, parent, lead=lead)
        self.title = LineField(self.theme, self)
        self.add_field(self.tr("Name of the new one"), self.title)
        self.list = TickList(self.theme, len(lines), self)
        picked = set(chosen)
        self.list.set_lines(lines, [id in picked for id, _words in lines])
        self.add_field(self.tr("What goes with it"), self.list)
        self.count = PlainLabel(tone="quiet", wrap=True)
        self.body.addWidget(self.count)
        self._take = self.add_buttons(self.tr("Split"), self.tr("Cancel"))
        self._total = len(lines)
        self.list.changed.connect(self._look)
        self._look()
        self.title.setFocus()

    @Slot()
    def _look(self) -> None:
        number = len(self.list.ticked())
        self._take.setEnabled(number > 0)
        self.count.setText(
            self.tr("Chosen: {number} of {total}; the others stay.").format(number=number, total=self._total)
        )

    def value(self) -> SplitChoice:
        """Return what is chosen now."""
        return SplitChoice(self.title.text().strip(), tuple(self.list.ticked()))

    @classmethod
    def ask(
        cls,
        context: Context,
        parent: QWidget,
        title: str,
        lead: str,
        lines: Sequence[tuple[str, str]],
        chosen: Iterable[str] = (),
    ) -> SplitChoice | None:
        """Return what goes along and the new name, or None."""
        dialog = cls(context, title, lead, lines, chosen, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.value() if done else None
