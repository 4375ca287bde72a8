"""One picture of the first page: seen, described, chosen anew, taken off."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.domain.entities import Picture
from facilitator.ui.kit.buttons import Button, IconButton
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.pictures import bytes_of, thumbnail
from facilitator.ui.kit.plain import PlainLabel, plain_tooltip
from facilitator.ui.kit.surfaces import Surface, column, row
from facilitator.ui.kit.theme import BODY, SMALL, Theme

_WIDE, _TALL = 150, 60


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What is said about one picture: its name, adding, replacing, taking it off, and what it shows."""

    name: str
    add: str
    replace: str
    remove: str
    ask: str


def _on_paper(picture: QPixmap) -> QPixmap:
    """Return ``picture`` on white, as it is printed: a dark logo must be seen in dark colours too."""
    if not picture.hasAlphaChannel():
        return picture
    paper = QPixmap(picture.size())
    paper.setDevicePixelRatio(picture.devicePixelRatio())
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return paper


class ReportPicture(QWidget):
    """A button while there is no picture; else the picture with a field for what it shows.

    Signals:
        wanted: Somebody wants to choose a picture.
        removed: Somebody wants it gone.
        described: What it shows.
    """

    wanted = Signal()
    removed = Signal()
    described = Signal(str)

    def __init__(self, theme: Theme, words: PictureWords, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._shown = ""
        whole = column(self, theme, spacing=0)
        self.add = Button(theme, words.add, self, variant="row", icon="plus")
        self.add.setObjectName(name)
        # The side keeps its width with long words or large type.
        self.add.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        plain_tooltip(self.add, words.add)
        self.add.clicked.connect(self.wanted)
        whole.addWidget(self.add)
        self._card = Surface("tint", self)
        inside = column(self._card, theme, (8, 8, 8, 12), spacing=6)
        head = row(None, theme, spacing=2)
        title = PlainLabel(words.name, self._card, font=theme.font(SMALL, bold=True), wrap=True)
        self.replace = IconButton(theme, "edit", words.replace, self._card)
        self.replace.setObjectName(f"{name}_replace")
        self.replace.clicked.connect(self.wanted)
        self.remove = IconButton(theme, "trash", words.remove, self._card)
        self.remove.setObjectName(f"{name}_remove")
        self.remove.clicked.connect(self.removed)
        head.addWidget(title, 1)
        head.addWidget(self.replace)
        head.addWidget(self.remove)
        inside.addLayout(head)
        self._seen = PlainLabel("", self._card)
        self._seen.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._seen.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        inside.addWidget(self._seen)
        self.description = LineField(theme, self._card)
        self.description.setObjectName(f"{name}_description")
        self.description.setFont(theme.font(BODY))
        self.description.setPlaceholderText(words.ask)
        self.description.setAccessibleName(words.ask)
        self.description.committed.connect(self.described)
        inside.addWidget(self.description)
        self._hint = PlainLabel(
            self.tr("Read aloud to those who cannot see it."),
            self._card,
            font=theme.font(SMALL),
            tone="quiet",
            wrap=True,
        )
        inside.addWidget(self._hint)
        self._card.hide()
        whole.addWidget(self._card)

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture, or none; what is being typed stays."""
        here = picture.id if picture is not None else ""
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if here != self._shown:
            self._shown = here
            self._draw(picture)
            self.add.setVisible(picture is None)
            self._card.setVisible(picture is not None)
            if had_focus:
                (self.add if picture is None else self.description).setFocus()
        words = picture.description if picture is not None else ""
        self.description.set_committed(words)
        self._hint.setVisible(not words)
        self._seen.setAccessibleName(words or self._words.name)

    def _draw(self, picture: Picture | None) -> None:
        if picture is None:
            self._seen.clear()
            return
        theme = self._theme
        room = QSize(theme.px(_WIDE), theme.px(_TALL))
        self._seen.setPixmap(_on_paper(thumbnail(bytes_of(picture), room, self.devicePixelRatioF())))

    def set_readonly(self, on: bool) -> None:
        """Let nothing be changed."""
        self.add.setEnabled(not on)
        self.replace.setVisible(not on)
        self.remove.setVisible(not on)
        self.description.setReadOnly(on)

    def take_draft(self, text: str | None) -> None:
        """Take up what was being typed before this was built."""
        if text is not None and self._shown and text != self.description.text():
            self.description.setText(text)

    @Slot()
    def ask(self) -> None:
        """Give the field the keyboard: a new picture wants its words."""
        if self._shown:
            self.description.setFocus()
