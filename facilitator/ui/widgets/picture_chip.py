"""The picture that waits to go on the next note: small, and gone at a press."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.pictures import Image
from facilitator.ui.kit.buttons import IconButton
from facilitator.ui.kit.pictures import thumbnail
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import Surface, row
from facilitator.ui.kit.theme import SMALL, Theme

_SIDE = 32


class PictureChip(Surface):
    """Shows one picture with a cross; hidden without one.

    Signals:
        removed: The person wants it gone.
    """

    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("tint", parent)
        self._theme = theme
        self.image: Image | None = None
        line = row(self, theme, (2, 4, 2, 8), spacing=6)
        self._seen = PlainLabel("", self)
        self._seen.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = PlainLabel(self.tr("%n picture(s)", "", 1), self, font=theme.font(SMALL), tone="quiet")
        shut = IconButton(theme, "close", self.tr("Take the picture off"), self)
        shut.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        shut.clicked.connect(self.removed)
        line.addWidget(self._seen)
        line.addWidget(words)
        line.addWidget(shut)
        self.hide()

    def show_image(self, image: Image | None) -> None:
        """Show another picture, or none."""
        self.image = image
        self.setVisible(image is not None)
        if image is None:
            self._seen.clear()
            return
        side = self._theme.px(_SIDE)
        self._seen.setPixmap(thumbnail(image.data, QSize(2 * side, side), self.devicePixelRatioF()))
        self._seen.setAccessibleName(self.tr("Picture for the next note"))
