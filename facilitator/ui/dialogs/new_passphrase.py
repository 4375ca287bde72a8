"""Two fields for a new passphrase, and a word below them that tells whether it will do."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.services.locking import is_strong, plain_words
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.secret_field import SecretField
from facilitator.ui.kit.surfaces import column
from facilitator.ui.kit.theme import BODY, SMALL, Theme


class NewPassphrase(QWidget):
    """Ready when the same long enough passphrase is typed twice.

    Signals:
        changed: What is typed changed.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self, theme, (0,), spacing=12)
        self.first, self.second = SecretField(theme, self), SecretField(theme, self)
        self.first.setObjectName("first")
        self.second.setObjectName("second")
        labels = (self.tr("Passphrase"), self.tr("The same once more"))
        for field, words in zip((self.first, self.second), labels, strict=True):
            label = PlainLabel(words, self, font=theme.font(BODY, bold=True), wrap=True)
            label.setBuddy(field)
            field.setAccessibleName(words)
            group = QVBoxLayout()
            group.setSpacing(theme.gap(4))
            group.addWidget(label)
            group.addWidget(field)
            layout.addLayout(group)
            field.changed.connect(self._look)
        self.hint = PlainLabel("", self, font=theme.font(SMALL), tone="quiet", wrap=True)
        self.hint.setObjectName("hint")
        layout.addWidget(self.hint)
        self.setFocusProxy(self.first)
        self._look()

    @Slot()
    def _look(self) -> None:
        typed, again = plain_words(self.first.text()), plain_words(self.second.text())
        if not typed:
            hint, tone = self.tr("At least four words, or twelve characters."), "quiet"
        elif not is_strong(typed):
            hint, tone = self.tr("Still too short: four words, or twelve characters."), "quiet"
        elif typed == again:
            hint, tone = self.tr("Good. Both are the same."), "good"
        elif again and not typed.startswith(again):
            hint, tone = self.tr("The two are not the same yet."), "danger"
        else:
            hint, tone = self.tr("Long enough. Type it once more."), "good"
        self.hint.setText(hint)
        self.hint.set_tone(tone)
        self.changed.emit()

    def is_same(self) -> bool:
        """Tell whether the same is typed in both."""
        return plain_words(self.first.text()) == plain_words(self.second.text())

    def is_ready(self) -> bool:
        """Tell whether it is long enough and typed twice."""
        return self.is_same() and is_strong(self.first.text())

    def text(self) -> str:
        """Return what is typed in the first field."""
        return self.first.text()
