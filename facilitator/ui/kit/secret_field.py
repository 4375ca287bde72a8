"""A field for a passphrase: hidden while it is typed, shown when asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.ui.kit.buttons import Button
from facilitator.ui.kit.surfaces import row
from facilitator.ui.kit.theme import BODY, Theme

LIMIT = 1000


class SecretField(QWidget):
    """One line that shows dots, with a button that shows what is typed.

    Signals:
        changed: The text changed.
        entered: Enter was pressed.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = row(self, theme, spacing=8)
        line.setContentsMargins(0, 0, 0, 0)
        self.field = QLineEdit(self)
        self.field.setFont(theme.font(BODY))
        self.field.setMaxLength(LIMIT)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.field.setInputMethodHints(
            hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase
        )
        self.field.textChanged.connect(self.changed)
        self.field.returnPressed.connect(self.entered)
        self._eye = Button(theme, self.tr("Show"), self, variant="chip", icon="eye")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        # Side by side they are as high.
        self._eye.setFixedHeight(max(self.field.sizeHint().height(), theme.px(36)))
        self.field.setMinimumHeight(self._eye.height())
        line.addWidget(self.field, 1)
        line.addWidget(self._eye)
        self.setFocusProxy(self.field)

    def setAccessibleName(self, name: str) -> None:
        """Name the field itself: that is where the focus goes."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def text(self) -> str:
        """Return what is typed."""
        return self.field.text()

    def clear(self) -> None:
        """Forget what is typed, also for undo."""
        self.field.clear()

    def show_fault(self, on: bool) -> None:
        """Show that what is typed does not fit, or no longer."""
        self.field.setProperty("faulty", on)
        self.field.style().polish(self.field)

    @Slot(bool)
    def _show(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
