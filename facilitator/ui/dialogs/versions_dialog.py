"""Earlier versions of the dialogue: the backups there are, and what going back to one would change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from facilitator.domain.errors import UserError
from facilitator.services.safekeeping import Backup, Difference, Item
from facilitator.ui.dialogs.backup_list import BackupList
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.icons import icon
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import BODY

LARGE = 1.5
MOST_SHOWN = 200
"""Lines of a preview; what lies behind them is counted."""


class VersionsDialog(Dialog):
    """Lists the backups; the one to go back to is looked into before anything is changed.

    Signals:
        looked_at: The Backup whose preview is wanted; ``show_difference`` gives it.
        key_wanted: A Backup that is locked with an earlier key, which somebody wants to give.
    """

    looked_at = Signal(object)
    key_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        theme = self.theme
        lead = self.tr("Made by themselves while you work, kept for fourteen days. Going back can be undone.")
        self.set_heading(self.tr("Earlier versions"), lead if theme.scale < LARGE else "")
        self.set_width(720)
        self.list = BackupList(context, self)
        self.list.setAccessibleName(self.tr("Versions, the newest first"))
        self.told = PlainLabel(
            self.tr("Looking for earlier versions…"), font=theme.font(BODY, bold=True), wrap=True
        )
        self.told.setObjectName("told")
        self.changes = QListWidget(self)
        self.changes.setObjectName("changes")
        self.changes.setFont(theme.font(BODY))
        self.changes.setWordWrap(True)
        side = theme.px(18)
        self.changes.setIconSize(QSize(side, side))
        self.changes.setAccessibleName(self.tr("What would change"))
        self.changes.setMinimumHeight(theme.px(140))
        for widget in (self.list, self.told, self.changes):
            self.body.addWidget(widget)
        self.body.setStretchFactor(self.changes, 1)
        # Takes the room that is left while there are no changes to show.
        self.body.addStretch(0)
        self.primary = self.add_buttons(self.tr("Go back to this version"), self.tr("Close"))
        self.primary.setEnabled(False)
        self.earlier = self.add_button("earlier", self.tr("Give an earlier key…"))
        self.earlier.setObjectName("earlier")
        self.earlier.hide()
        self.asked_button.connect(self._on_key)
        self._locked: Backup | None = None
        self.list.currentRowChanged.connect(self._on_row)
        self._shown: Backup | None = None

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show what there is."""
        self._locked = next((one for one in backups if one.locked), None)
        self.earlier.setVisible(self._locked is not None)
        self.list.show_backups(backups)
        self.list.setFocus()
        if self.list.chosen() is None:
            self.told.setText(
                self.tr("There is no earlier version on this laptop yet.")
                if self._locked is None
                else self.tr("The earlier versions are locked with an earlier key.")
            )

    @Slot(str)
    def _on_key(self, _name: str) -> None:
        if self._locked is not None:
            self.key_wanted.emit(self._locked)

    @Slot(int)
    def _on_row(self, _row: int) -> None:
        backup = self.list.chosen()
        self.primary.setEnabled(False)
        self.changes.clear()
        if backup is not None:
            self.told.setText(self.tr("Looking what would change…"))
            self.looked_at.emit(backup)

    def show_difference(self, backup: Backup, found: Difference) -> None:
        """Show what going back to ``backup`` changes, if that one is still looked at."""
        if backup != self.list.chosen():
            return
        self.changes.clear()
        self.changes.setVisible(not found.is_empty)
        if found.is_empty:
            self.told.setText(self.tr("Nothing would change: this is how it is now."))
            return
        self._shown = backup
        self.primary.setEnabled(True)
        parts = [
            self.tr("%n come(s) back", "", len(found.added)) if found.added else "",
            self.tr("%n go(es)", "", len(found.removed)) if found.removed else "",
            self.tr("%n become(s) as before", "", len(found.changed)) if found.changed else "",
            self.tr("%n other thing(s) change", "", found.others) if found.others else "",
        ]
        self.told.setText(
            self.tr("Going back: {what}.").format(what=", ".join(part for part in parts if part))
        )
        lines = [
            *(("plus", self._comes(item)) for item in found.added),
            *(("minus", self._goes(item)) for item in found.removed),
            *(("edit", self._changes(item)) for item in found.changed),
        ]
        for sign, text in lines[:MOST_SHOWN]:
            line = QListWidgetItem(icon(sign, self.theme.ink, self.theme.px(18)), text)
            self.changes.addItem(line)
        if len(lines) > MOST_SHOWN:
            self.changes.addItem(self.tr("and %n more", "", len(lines) - MOST_SHOWN))
        self.changes.setVisible(bool(lines))

    def _kind(self, item: Item) -> str:
        return {
            "note": self.tr("Note"),
            "insight": self.tr("Insight"),
            "goal": self.tr("Goal"),
            "advice": self.tr("Advice"),
        }[item.entity]

    def _comes(self, item: Item) -> str:
        return self.tr("{kind} comes back: {text}").format(kind=self._kind(item), text=item.then)

    def _goes(self, item: Item) -> str:
        return self.tr("{kind} goes: {text}").format(kind=self._kind(item), text=item.now)

    def _changes(self, item: Item) -> str:
        if item.now == item.then:
            return self.tr("{kind} as before: {text}").format(kind=self._kind(item), text=item.then)
        text = self.tr("{kind}: ‘{now}’ becomes ‘{then}’")
        return text.format(kind=self._kind(item), now=item.now, then=item.then)

    def show_fault(self, error: UserError) -> None:
        """Say why a version cannot be looked into."""
        self.told.setText(self.context.words.error(error))

    def choice(self) -> Backup | None:
        """Return the version to go back to, once the dialog is closed."""
        accepted = self.result() == QDialog.DialogCode.Accepted
        return self._shown if accepted and self._shown == self.list.chosen() else None
