"""A place that invites a file to be dropped, and says which ones fit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QWidget

from facilitator.ui.kit.file_kinds import DIALOGUE, EXPORT, SEALED, SURVEY, endings
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import Surface, column
from facilitator.ui.kit.theme import BODY, Theme


def dropped_file(data: QMimeData) -> Path | None:
    """Return the first local file in ``data``, whatever its kind, or None."""
    for url in data.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    return None


class DropZone(Surface):
    """Only shows; the window takes the drop, wherever it falls."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("drop", parent)
        layout = column(self, theme, (20, 16))
        text = self.tr(
            "Drag a dialogue ({dialogue}), an export ({export}), a survey from Excel or CSV ({survey}) "
            "or a sealed file ({sealed}) here"
        )
        kinds = {kind: ", ".join(endings(kind)) for kind in (DIALOGUE, EXPORT, SURVEY, SEALED)}
        self.words = PlainLabel(text.format(**kinds), font=theme.font(BODY), tone="quiet", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.words)

    def show_hover(self, on: bool) -> None:
        """Show that a file hangs above the window."""
        self.set_chosen(on)
