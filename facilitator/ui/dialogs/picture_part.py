"""The picture of a note in its dialog: seen, described, taken off."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.entities import Note
from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.pictures import bytes_of, thumbnail
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import row
from facilitator.ui.kit.theme import BODY, SMALL

_HEIGHT = 160


class PicturePart(QWidget):
    """Hidden for a note without a picture."""

    def __init__(self, context: Context, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        self._kept = context.dialogue.state.picture(note.picture)
        self.removed = False
        line = row(self, theme, spacing=16)
        self._seen = PlainLabel("", self)
        self._seen.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.gap(6))
        label = PlainLabel(self.tr("What is seen on the picture?"), self, font=theme.font(BODY, bold=True))
        self.description = LineField(theme, self)
        self.description.setAccessibleName(label.text())
        label.setBuddy(self.description)
        hint = self.tr("Read aloud to those who cannot see it.")
        self.take_off = Button(theme, self.tr("Take the picture off"), self, variant="quiet", icon="trash")
        self.take_off.clicked.connect(self._take_off)
        words.addWidget(label)
        words.addWidget(self.description)
        words.addWidget(PlainLabel(hint, self, font=theme.font(SMALL), tone="quiet", wrap=True))
        words.addWidget(self.take_off, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        line.addWidget(self._seen)
        line.addLayout(words, 1)
        self.setVisible(self._kept is not None)
        if self._kept is not None:
            self.description.set_committed(self._kept.description)
            room = QSize(2 * theme.px(_HEIGHT), theme.px(_HEIGHT))
            self._seen.setPixmap(thumbnail(bytes_of(self._kept), room, self.devicePixelRatioF()))
            self._seen.setAccessibleName(self._kept.description or self.tr("Picture"))

    @Slot()
    def _take_off(self) -> None:
        self.removed = True
        self.hide()

    def look_only(self) -> None:
        """Let nothing be changed."""
        self.description.setReadOnly(True)
        self.take_off.hide()

    def value(self) -> dict[str, object]:
        """Return what was changed about the picture."""
        if self._kept is None:
            return {}
        if self.removed:
            return {"without_picture": True}
        if self.description.text() != self._kept.description:
            return {"picture_description": self.description.text()}
        return {}
