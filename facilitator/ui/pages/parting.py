"""What is said when a text was too long for one note and became several."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facilitator.ui.kit.bridge import Session
from facilitator.ui.kit.notices import Notice


class Parting(QObject):
    """Words about it; one for each who changes texts."""

    def notice(self, session: Session, count: int) -> Notice:
        """Return the notice for ``count`` new notes, with a way back."""
        text = self.tr("The text was too long for one note: %n note(s) were added.", "", count)
        return Notice("info", text, self.tr("Undo"), session.undo, key="parted")
