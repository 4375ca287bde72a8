"""Dialogues whose file is gone: which there are, and what can be done with their backups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from facilitator.services.lost import Lost
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.language import moment_text
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import BODY, SMALL

_LEAST, _MOST = 2, 7
_LARGE = 1.5


@dataclass(frozen=True, slots=True)
class LostChoice:
    """What the person chose.

    Attributes:
        removed: Whether its backups are to go for good; otherwise it is brought back.
    """

    lost: Lost
    removed: bool


class LostDialog(Dialog):
    """Brings back what a lost stick or a deleted file took along, or lets it go for good."""

    def __init__(self, context: Context, lost: Sequence[Lost], parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            self.tr("Dialogues that are gone"),
            parent,
            lead=self.tr(
                "Their file is no longer where it lay: on a stick that is not in, moved, or deleted. "
                "Backups of them are on this computer."
            ),
        )
        self.set_width(680)
        theme = self.theme
        self._lost = list(lost)
        self._removed = False
        self.list = QListWidget(self)
        self.list.setObjectName("lost")
        self.list.setFont(theme.font(BODY))
        self.list.setAccessibleName(self.tr("Dialogues that are gone, those with the newest backup first"))
        high = theme.px(32)
        for one in self._lost:
            item = QListWidgetItem(self.text_of(one))
            item.setSizeHint(QSize(theme.px(200), high))
            self.list.addItem(item)
        lines = min(max(len(self._lost), _LEAST), _MOST if theme.scale < _LARGE else _LEAST)
        self.list.setFixedHeight(lines * high + theme.px(8))
        self.body.addWidget(self.list)
        self.where = PlainLabel("", self, font=theme.font(SMALL), tone="quiet", wrap=True)
        self.body.addWidget(self.where)
        self.body.addStretch(1)
        self.add_buttons(self.tr("Bring back"), self.tr("Leave it"))
        self.add_button("remove", self.tr("Remove for good…")).setObjectName("remove")
        self.asked_button.connect(self._remove)
        self.list.currentRowChanged.connect(self._tell_where)
        self.list.itemActivated.connect(self.accept)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def text_of(self, one: Lost) -> str:
        """Return a dialogue in one line."""
        context = self.context
        when = moment_text(one.backup.at_ms, context.language, context.now())
        name = one.name or self.tr("A dialogue without a name")
        if one.locked:
            return self.tr("{name} · locked · backup of {when}").format(name=name, when=when)
        text = self.tr("{name} · %n note(s) · backup of {when}", "", one.backup.notes)
        return text.format(name=name, when=when)

    @Slot(int)
    def _tell_where(self, row: int) -> None:
        if not 0 <= row < len(self._lost):
            return
        place = self._lost[row].place
        if place is None:
            text = self.tr("Nobody remembers where its file lay.")
        else:
            text = self.tr("Its file lay here: {place}. If that is a stick, put it in first.")
            text = text.format(place=place)
        # In large letters a line of the list does not hold it all.
        whole = f"{self.text_of(self._lost[row])}\n" if self.theme.scale >= _LARGE else ""
        self.where.setText(whole + text)

    @Slot(str)
    def _remove(self, _name: str) -> None:
        self._removed = True
        self.accept()

    def choice(self) -> LostChoice | None:
        """Return what was chosen, or None."""
        row = self.list.currentRow()
        if self.result() != QDialog.DialogCode.Accepted or not 0 <= row < len(self._lost):
            return None
        return LostChoice(self._lost[row], self._removed)

    @classmethod
    def ask(cls, context: Context, lost: Sequence[Lost], parent: QWidget | None) -> LostChoice | None:
        """Show it and return what was chosen."""
        dialog = cls(context, lost, parent)
        dialog.exec()
        choice = dialog.choice()
        dialog.deleteLater()
        return choice
