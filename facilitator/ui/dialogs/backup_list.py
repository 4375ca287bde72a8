"""A list of backups to choose one from: when each was made, how many notes, whether it is good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from facilitator.services.safekeeping import Backup
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.icons import icon
from facilitator.ui.kit.language import moment_text
from facilitator.ui.kit.theme import BODY

_LEAST, _MOST = 2, 6
LARGE = 1.5


class BackupList(QListWidget):
    """Shows backups, the newest first; one that is not good cannot be chosen and says so."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._backups: list[Backup] = []
        self.setObjectName("backups")
        self.setFont(context.theme.font(BODY))
        self.setUniformItemSizes(True)
        side = context.theme.px(18)
        self.setIconSize(QSize(side, side))

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these and choose the newest good one."""
        self.clear()
        self._backups = list(backups)
        theme = self._context.theme
        for backup in backups:
            item = QListWidgetItem(self.text_of(backup))
            colour = theme.good if backup.good else theme.quiet if backup.locked else theme.danger
            sign = "check" if backup.good else "lock" if backup.locked else "error"
            item.setIcon(icon(sign, colour, theme.px(18)))
            if not backup.good:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setSizeHint(QSize(theme.px(200), theme.px(32)))
            self.addItem(item)
        newest = next((row for row, backup in enumerate(backups) if backup.good), -1)
        self.setCurrentRow(newest)
        lines = min(max(len(backups), _LEAST), _MOST if theme.scale < LARGE else _LEAST)
        self.setFixedHeight(lines * theme.px(32) + theme.px(12))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Filled before it was dressed: its rows have another height now.
        self.doItemsLayout()

    def text_of(self, backup: Backup) -> str:
        """Return a backup in one line."""
        when = moment_text(backup.at_ms, self._context.language, self._context.now())
        if backup.good:
            what = self.tr("%n note(s)", "", backup.notes)
        else:
            what = self.tr("earlier key") if backup.locked else self.tr("cannot be used")
        return f"{when} · {what}"

    def chosen(self) -> Backup | None:
        """Return the chosen backup, or None."""
        row = self.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) and self._backups[row].good else None
