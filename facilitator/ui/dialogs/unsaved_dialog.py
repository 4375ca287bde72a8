"""Closing while notes are not in their file: the one question that may stand in the way."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog


class UnsavedDialog(Dialog):
    """Asks what to do with notes that are not in the dialogue's own file.

    Attributes:
        answer: ``copy``, ``drop`` (close without more ado) or ``stay``.
    """

    def __init__(self, context: Context, parent: QWidget | None = None, *, kept: bool = False) -> None:
        """Make it; ``kept`` says that this laptop keeps all of them, so that closing loses nothing."""
        super().__init__(context, "", parent)
        self.answer = "stay"
        if kept:
            self._ask_kept()
        else:
            self._ask_unsaved()
        self.body.addStretch(1)

    def _ask_kept(self) -> None:
        self.set_heading(
            self.tr("Your notes are kept on this laptop"),
            self.tr(
                "Their own file cannot be reached now. Nothing is lost. Open this dialogue again "
                "when the file is there; one press puts everything together."
            ),
        )
        self.add_buttons(self.tr("Close"), self.tr("Stay here")).clicked.connect(self._drop)
        copy = Button(self.theme, self.tr("Save a copy…"), self)
        copy.clicked.connect(self._copy)
        copy.clicked.connect(self.accept)
        self.put_left(copy)

    def _ask_unsaved(self) -> None:
        self.set_heading(
            self.tr("Some notes are not on disk yet"),
            self.tr(
                "The disk does not accept them. They are still in the program. "
                "Save a copy in another place, for example on a USB stick."
            ),
        )
        self.add_buttons(self.tr("Save a copy…"), self.tr("Stay here")).clicked.connect(self._copy)
        drop = Button(self.theme, self.tr("Close without those notes"), self, variant="danger")
        drop.clicked.connect(self._drop)
        drop.clicked.connect(self.accept)
        self.put_left(drop)

    @Slot()
    def _copy(self) -> None:
        self.answer = "copy"

    @Slot()
    def _drop(self) -> None:
        self.answer = "drop"
