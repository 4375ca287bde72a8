"""The field notes are typed in: Enter sticks, words of any script stand on their own side."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.errors import UserError
from facilitator.domain.pictures import Image
from facilitator.domain.text import QUICK_PASTE, pasted_notes
from facilitator.ui.kit.direction import follow_direction
from facilitator.ui.kit.fields import TextField
from facilitator.ui.kit.notices import tell_refusal
from facilitator.ui.kit.pictures import has_picture, picture_file, read_picture
from facilitator.ui.kit.theme import BODY, Theme


class CaptureField(TextField):
    """Where notes are typed: Enter sticks, Shift+Enter breaks the line, Escape clears.

    Signals:
        submitted: The text, on Enter; the field keeps it until ``clear`` is called.
        many_pasted: A pasted text of several lines, or too long for one note; it is not put in the field.
        picture_pasted: An ``Image`` made of a pasted picture or a dropped picture file.
        emptied: Escape in a field without text.
    """

    submitted = Signal(str)
    many_pasted = Signal(object)
    picture_pasted = Signal(object)
    emptied = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, size: int = BODY, lines: int = 2, most: int = 12
    ) -> None:
        super().__init__(theme, parent, size=size, lines=lines, most=most)
        follow_direction(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if shift:
                self.insertPlainText("\n")
            else:
                self.submitted.emit(self.text())
            return
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.emptied.emit()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return has_picture(source) or super().canInsertFromMimeData(source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if picture_file(event.mimeData()) is not None and not self.isReadOnly():
            event.acceptProposedAction()
            return
        super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if picture_file(event.mimeData()) is not None and not self.isReadOnly():
            event.acceptProposedAction()
            return
        super().dragMoveEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        try:
            if has_picture(source):
                image: Image = read_picture(source)
                self.picture_pasted.emit(image)
                return
        except UserError as error:
            tell_refusal(self, error)
            return
        text = source.text()
        # So much is looked through beside the window, which goes on meanwhile.
        lines = pasted_notes(text) if len(text) <= QUICK_PASTE else []
        if len(lines) > 1 or len(text) > QUICK_PASTE:
            self.many_pasted.emit(text)
        elif lines:
            self.insertPlainText(lines[0])
