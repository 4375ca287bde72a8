"""A file that is damaged: which backups there are, and saving what can still be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.services.safekeeping import Backup
from facilitator.ui.dialogs.backup_list import BackupList
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.language import moment_text
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import BODY


@dataclass(frozen=True, slots=True)
class DamagedChoice:
    """What the person chose.

    Attributes:
        backup: The backup to go on with; None means: save what can be read.
    """

    backup: Backup | None


class DamagedDialog(Dialog):
    """Never a dead end: a good backup, what can be read, or leaving the file as it is."""

    def __init__(
        self, context: Context, name: str, backups: Sequence[Backup], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "", parent)
        good = [backup for backup in backups if backup.good]
        self._readable = not good
        lead = self.tr(
            "The file ‘{name}’ can no longer be read as it should. It stays as it is, whatever you choose: "
            "you go on in a new file."
        )
        self.set_heading(self.tr("This dialogue is damaged"), lead.format(name=name))
        self.told = PlainLabel("", font=self.theme.font(BODY, bold=True), wrap=True)
        self.body.addWidget(self.told)
        self.list = BackupList(context, self)
        self.list.setAccessibleName(self.tr("Backups, the newest first"))
        self.list.show_backups(backups)
        self.list.setVisible(bool(backups))
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        if good:
            self.told.setText(self._newest(good[0]))
            self.add_buttons(self.tr("Go on with this backup"), self.tr("Leave it"))
            self.add_button("readable", self.tr("Save what can be read")).setObjectName("readable")
            self.asked_button.connect(self._read)
            self.list.itemActivated.connect(self.accept)
            self.list.setFocus()
        else:
            text = self.tr("There is no good backup of it on this laptop. Often much can still be read.")
            self.told.setText(text)
            self.add_buttons(self.tr("Save what can be read"), self.tr("Leave it"))

    def _newest(self, newest: Backup) -> str:
        when = moment_text(newest.at_ms, self.context.language, self.context.now())
        text = self.tr("The newest good backup is of {when}, with %n note(s).", "", newest.notes)
        return text.format(when=when)

    @Slot(str)
    def _read(self, _name: str) -> None:
        self._readable = True
        self.accept()

    def choice(self) -> DamagedChoice | None:
        """Return what was chosen, or None when the file is left alone."""
        if self.result() != QDialog.DialogCode.Accepted:
            return None
        return DamagedChoice(None if self._readable else self.list.chosen())

    @classmethod
    def ask(
        cls, context: Context, name: str, backups: Sequence[Backup], parent: QWidget | None
    ) -> DamagedChoice | None:
        """Show it and return what was chosen."""
        dialog = cls(context, name, backups, parent)
        dialog.exec()
        choice = dialog.choice()
        dialog.deleteLater()
        return choice
