"""Sealing an export before it is mailed: not, under a passphrase, or for the holder of a public key."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from facilitator.services.locking import plain_words
from facilitator.services.sealing import Seal
from facilitator.ui.dialogs.new_passphrase import NewPassphrase
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.fields import LineField
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.surfaces import column
from facilitator.ui.kit.theme import BODY, SMALL


class SealPart(QWidget):
    """Off until somebody asks for it.

    Signals:
        changed: Something was chosen or typed.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        layout = column(self, theme, (0,), spacing=8)
        about = self.tr("Nobody on the way can read it. Tell the passphrase by telephone, not by e-mail.")
        self.on = QCheckBox(self.tr("Seal it for e-mail (.age)"), self)
        self.on.setObjectName("seal")
        self.on.setFont(theme.font(BODY, bold=True))
        self.on.setAccessibleDescription(about)
        layout.addWidget(self.on)
        self._inner = QWidget(self)
        inner = column(self._inner, theme, (0, 0, 0, 36), spacing=10)
        inner.addWidget(PlainLabel(about, self, font=theme.font(SMALL), tone="quiet", wrap=True))
        self.by_words = QRadioButton(self.tr("Under a passphrase"), self)
        self.by_words.setObjectName("seal_words")
        self.by_key = QRadioButton(self.tr("With a public key"), self)
        self.by_key.setObjectName("seal_key")
        self._ways = QButtonGroup(self)
        self.words = NewPassphrase(theme, self)
        self.recipient = LineField(theme, self)
        self.recipient.setObjectName("seal_recipient")
        self.recipient.setPlaceholderText("age1…")
        self.recipient.setAccessibleName(self.tr("Public key, begins with age1"))
        self.recipient.set_committed(context.settings.recipient)
        for way, field in ((self.by_words, self.words), (self.by_key, self.recipient)):
            self._ways.addButton(way)
            inner.addWidget(way)
            inner.addWidget(field)
        layout.addWidget(self._inner)
        self.by_words.setChecked(True)
        self.on.toggled.connect(self._look)
        self._ways.buttonToggled.connect(self._look)
        self.words.changed.connect(self.changed)
        self.recipient.textChanged.connect(self._typed)
        self._look()

    @Slot()
    def _look(self) -> None:
        self._inner.setVisible(self.on.isChecked())
        self.words.setVisible(self.by_words.isChecked())
        self.recipient.setVisible(self.by_key.isChecked())
        self.changed.emit()

    @Slot()
    def _typed(self) -> None:
        self.changed.emit()

    def is_ready(self) -> bool:
        """Tell whether enough is chosen and typed to go on."""
        if not self.on.isChecked():
            return True
        return self.words.is_ready() if self.by_words.isChecked() else bool(self.recipient.text().strip())

    def value(self) -> Seal | None:
        """Return how it is to be sealed, or None."""
        if not self.on.isChecked():
            return None
        if self.by_words.isChecked():
            return Seal(passphrase=plain_words(self.words.text()))
        return Seal(recipient="".join(self.recipient.text().split()))
