"""Asking whether a whole dialogue goes, by letting somebody type its title."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.services.removing import Removal, same_title
from facilitator.ui.dialogs.handed_out_list import day_of
from facilitator.ui.dialogs.tick_list import TickList
from facilitator.ui.kit.bullets import bullets
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import SMALL


class RemoveDialog(Dialog):
    """Tells what goes, lets exports be ticked, and waits for the title."""

    def __init__(self, context: Context, removal: Removal, title: str, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            self.tr("Remove this file?") if removal.others else self.tr("Remove this dialogue?"),
            parent,
            lead=self._lead(removal),
        )
        theme = self.theme
        self.set_width(640)
        self._title = title
        self.body.addLayout(bullets(theme, self._lines(removal), self))
        self.exports = TickList(theme, len(removal.handed_out), self)
        self.exports.setObjectName("exports")
        if removal.handed_out:
            rows = [
                (
                    str(one.path),
                    self.tr("{name}, {day}, in {folder}").format(
                        name=one.path.name, day=day_of(context, one), folder=one.path.parent
                    ),
                )
                for one in removal.handed_out
            ]
            self.exports.set_lines(rows, [True] * len(rows))
            self.add_field(
                self.tr("Remove these files too, made on this computer"),
                self.exports,
                self.tr("What was sent or copied elsewhere stays: ask those who have it."),
            )
        else:
            self.exports.hide()
        self.typed = LineField(theme, self)
        self.typed.setObjectName("typed_title")
        label = title or self.tr("remove")
        self.add_field(self.tr("Type the title to be sure: {title}").format(title=label), self.typed)
        once = self.tr(
            "The files are written over once and then removed. That cannot reach every copy a disk keeps."
        )
        self.body.addWidget(PlainLabel(once, self, font=theme.font(SMALL), tone="quiet", wrap=True))
        self.body.addStretch(1)
        self.remove = self.add_buttons(self.tr("Remove everything"), self.tr("Keep"), danger=True)
        self.remove.setEnabled(False)
        self.typed.textChanged.connect(self._look)
        self._wanted = label
        self.typed.setFocus()

    def _lead(self, removal: Removal) -> str:
        if not removal.others:
            return self.tr("Nobody can bring it back after this, not even from a backup.")
        names = ", ".join(f"‘{path.name}’" for path in removal.others)
        return self.tr(
            "{names} is the same dialogue and stays, with the backups and the key. "
            "This file cannot be brought back."
        ).format(names=names)

    def _lines(self, removal: Removal) -> list[str]:
        lines = [self.tr("The file {name}, with its history").format(name=removal.path.name)]
        if removal.kept:
            lines.append(
                self.tr("%n backup(s) and rescued copies of it on this computer", "", len(removal.kept))
            )
        if removal.beside:
            lines.append(
                self.tr("%n file(s) beside it, from an update or a cut-off save", "", len(removal.beside))
            )
        if removal.key_name:
            lines.append(self.tr("Its key, where this computer keeps it"))
        lines.append(self.tr("What stays is one line: the date, and how many files went"))
        return lines

    @Slot()
    def _look(self) -> None:
        self.remove.setEnabled(same_title(self.typed.text(), self._wanted))

    def value(self) -> tuple[Path, ...]:
        """Return the exports that go along."""
        return tuple(Path(path) for path in self.exports.ticked())

    @classmethod
    def ask(cls, context: Context, parent: QWidget, removal: Removal, title: str) -> tuple[Path, ...] | None:
        """Return the exports that go along, or None to keep everything."""
        dialog = cls(context, removal, title, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.value() if done else None
