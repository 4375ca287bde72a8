"""A place that invites a file to be dropped, and says which ones fit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QWidget

from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import Surface, column
from facilitator.ui.kit.theme import BODY, Theme

SUFFIXES = (".dialoog", ".json", ".csv", ".xlsx")


def dropped_file(data: QMimeData) -> Path | None:
    """Return the first local file in ``data``, whatever its kind, or None."""
    for url in data.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    return None


class DropZone(Surface):
    """Only shows; the window takes the drop, wherever it falls."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__("drop", parent)
        layout = column(self, theme, (20, 16))
        words = PlainLabel(text, font=theme.font(BODY), tone="quiet", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(words)

    def show_hover(self, on: bool) -> None:
        """Show that a file hangs above the window."""
        self.set_chosen(on)
