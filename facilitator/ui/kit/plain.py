"""Text from people shown literally: Qt would otherwise guess mark-up and load what it names."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

TONES = ("", "quiet", "primary", "danger", "good", "on_primary", "note")

_TOOLTIP_MOST = 1500


class PlainLabel(QLabel):
    """Shows text as it is, never as mark-up."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        font: QFont | None = None,
        tone: str = "",
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if font is not None:
            self.setFont(font)
        if tone:
            self.set_tone(tone)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_tone(self, tone: str) -> None:
        """Colour the text: one of ``TONES``."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(PlainLabel):
    """One line that ends in "…" when it does not fit; the whole text is in the tooltip then."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, font: QFont | None = None, tone: str = ""
    ) -> None:
        self._whole = ""
        super().__init__(text, parent, font=font, tone=tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def whole_text(self) -> str:
        """Return the text before shortening."""
        return self._whole

    def setText(self, text: str) -> None:
        self._whole = text
        self._fit()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        line = " ".join(self._whole.split())
        shown = QFontMetrics(self.font()).elidedText(line, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        super().setText(shown)
        plain_tooltip(self, line if shown != line else "")
        self.setAccessibleName(line)


def plain_tooltip(widget: QWidget, text: str) -> None:
    """Set a tooltip that shows ``text`` literally and wraps long lines."""
    widget.setToolTip(tooltip_text(text) if text else "")


def tooltip_text(text: str) -> str:
    """Return what a tooltip needs to show ``text`` literally; the end of a very long one is left out."""
    shown = text if len(text) <= _TOOLTIP_MOST else text[:_TOOLTIP_MOST] + "…"
    # A tooltip would otherwise guess mark-up in what people said.
    return f"<p style='white-space:pre-wrap'>{escape(shown)}</p>"


def escape_mnemonic(text: str) -> str:
    """Return ``text`` for a button or menu, so that ``&`` shows as it is."""
    return text.replace("&", "&&")
