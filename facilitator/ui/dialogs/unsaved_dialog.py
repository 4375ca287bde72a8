"""Closing while notes are not on disk: the one question that may stand in the way."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.dialog import Dialog


class UnsavedDialog(Dialog):
    """Asks what to do with notes that only this window holds.

    Attributes:
        answer: ``copy``, ``drop`` or ``stay``.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "", parent)
        self.answer = "stay"
        self.set_heading(
            self.tr("Some notes are not on disk yet"),
            self.tr(
                "The disk does not accept them. They are still in the program. "
                "Save a copy in another place, for example on a USB stick."
            ),
        )
        self.body.addStretch(1)
        self.add_buttons(self.tr("Save a copy…"), self.tr("Stay here")).clicked.connect(self._copy)
        drop = Button(self.theme, self.tr("Close without those notes"), self, variant="danger")
        drop.clicked.connect(self._drop)
        self.put_left(drop)

    @Slot()
    def _copy(self) -> None:
        self.answer = "copy"

    @Slot()
    def _drop(self) -> None:
        self.answer = "drop"
        self.accept()
