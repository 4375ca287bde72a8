"""What was erased, where, and what may still hold the words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.services.erasing import Erased
from facilitator.ui.dialogs.handed_out_list import HandedOutList
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel
from facilitator.ui.kit.surfaces import Surface, column
from facilitator.ui.kit.theme import BODY, SMALL


class ErasedDialog(Dialog):
    """Tells how an erasure went; nothing is asked."""

    def __init__(self, context: Context, done: Erased, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(context, self.tr("Erased for good"), parent, lead=lead)
        theme, swept = self.theme, done.swept
        self.set_width(600)
        if swept.looked:
            text = self.tr(
                "%n backup(s) looked through, and written anew where the words stood.", "", swept.looked
            )
        else:
            text = self.tr("There were no backups on this computer.")
        self.body.addWidget(PlainLabel(text, self, font=theme.font(BODY), wrap=True))
        stick = self.tr("A backup on a stick that is not here now follows when the stick is back.")
        self.body.addWidget(PlainLabel(stick, self, font=theme.font(BODY), wrap=True))
        if swept.failed:
            self.body.addWidget(self._failed(done))
        if done.handed_out:
            self.body.addWidget(HandedOutList(context, done.handed_out, self))
        other = self.tr("A copy on another laptop follows when you bring the two together.")
        self.body.addWidget(PlainLabel(other, self, font=theme.font(SMALL), tone="quiet", wrap=True))
        self.body.addStretch(1)
        self.add_buttons(self.tr("Close"))

    def _failed(self, done: Erased) -> Surface:
        theme, words = self.theme, self.context.words
        box = Surface("error", self)
        inside = column(box, theme, (12, 16), spacing=6)
        title = self.tr(
            "%n backup(s) could not be changed and may still hold the words", "", len(done.swept.failed)
        )
        inside.addWidget(PlainLabel(title, box, font=theme.font(BODY, bold=True), wrap=True))
        for path, error in done.swept.failed:
            inside.addWidget(ElidedLabel(str(path), box, font=theme.font(SMALL)))
            inside.addWidget(PlainLabel(words.error(error), box, font=theme.font(SMALL), wrap=True))
        return box

    @classmethod
    def tell(cls, context: Context, parent: QWidget, done: Erased, lead: str) -> None:
        """Show it until somebody closes it."""
        dialog = cls(context, done, lead, parent)
        dialog.exec()
        dialog.deleteLater()
