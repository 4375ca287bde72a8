"""Asking whether notes go for good, with what that means and what it does not reach."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from facilitator.services.handed_out import HandedOut
from facilitator.ui.dialogs.handed_out_list import HandedOutList
from facilitator.ui.kit.bullets import bullets
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel
from facilitator.ui.kit.surfaces import Surface, column
from facilitator.ui.kit.theme import BODY, SMALL

SHOWN = 4


class EraseNotesDialog(Dialog):
    """Shows the notes, how erasing differs from deleting, and the files that stay as they are."""

    def __init__(
        self,
        context: Context,
        texts: Sequence[str],
        out: Sequence[HandedOut] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            context,
            self.tr("Erase %n note(s) for good?", "", len(texts)),
            parent,
            lead=self.tr("This cannot be undone. ‘Delete’ can."),
        )
        theme = self.theme
        self.set_width(600)
        notes = Surface("tint", self)
        inside = column(notes, theme, (12, 16), spacing=4)
        for text in texts[:SHOWN]:
            inside.addWidget(ElidedLabel(text, notes, font=theme.font(BODY)))
        if len(texts) > SHOWN:
            more = self.tr("and %n more", "", len(texts) - SHOWN)
            inside.addWidget(PlainLabel(more, notes, font=theme.font(SMALL), tone="quiet"))
        self.body.addWidget(notes)
        lines = (
            self.tr("The words also go from the history, the search, the backups and what was rescued."),
            self.tr(
                "Pictures that no other note shows go along, and so does what was decided about the notes."
            ),
            self.tr("That something was erased stays in the history, without what it was."),
            self.tr("Words taken over in an insight, advice or text of the report stay there."),
        )
        self.body.addLayout(bullets(theme, lines, self))
        if out:
            self.body.addWidget(HandedOutList(context, out, self))
        self.body.addStretch(1)
        self.add_buttons(self.tr("Erase for good"), self.tr("Keep"), danger=True)
        # Enter by habit must not do what nothing takes back.
        if self._cancel is not None:
            self._cancel.setFocus()

    @classmethod
    def ask(
        cls, context: Context, parent: QWidget, texts: Sequence[str], out: Sequence[HandedOut] = ()
    ) -> bool:
        """Return whether they are to be erased."""
        dialog = cls(context, texts, out, parent)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return done
