"""The text of one note, in which more may be put than one note holds: nothing of it gets lost."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.errors import UserError
from facilitator.domain.text import NOTE_LIMIT, PASTED_LINES_LIMIT, refuse_long_paste, split_note
from facilitator.ui.kit.fields import TextField
from facilitator.ui.kit.notices import tell_refusal
from facilitator.ui.kit.theme import BODY, Theme


class NoteField(TextField):
    """A field for a note; what is pasted and cannot be laid out at once is kept beside it.

    Signals:
        much_changed: What is kept beside the field has changed.
    """

    much_changed = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, size: int = BODY, lines: int = 2, most: int = 12
    ) -> None:
        super().__init__(theme, parent, size=size, lines=lines, most=most)
        self.limit = PASTED_LINES_LIMIT
        self._beside: list[str] = []

    def whole(self) -> str:
        """Return the text with what is kept beside it."""
        return "\n\n".join([self.text(), *self._beside]) if self._beside else self.text()

    def notes(self) -> int:
        """Return how many notes the text takes, 0 for none."""
        return (
            len(split_note(self.whole()))
            if len(self.text()) > NOTE_LIMIT or self._beside
            else int(bool(self.text().strip()))
        )

    def insertFromMimeData(self, source: QMimeData) -> None:
        try:
            refuse_long_paste(source.text())
        except UserError as error:
            if len(self.whole()) + len(source.text()) > PASTED_LINES_LIMIT:
                tell_refusal(self, error)
                return
            self._beside.append(source.text())
            self.much_changed.emit()
            return
        super().insertFromMimeData(source)
