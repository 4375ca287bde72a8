"""Boxes for a choice, a number and a date that leave the mouse wheel to the page they stand on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QListView, QSpinBox, QStyledItemDelegate, QWidget


class ChoiceBox(QComboBox):
    """A choice that only changes when somebody opens it or presses a key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The list Qt makes itself is some pixels too low for dressed lines: the last one would be cut off.
        self.setView(QListView(self))
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(12)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a page must not change what passes under the pointer.
        event.ignore()


class NumberBox(QSpinBox):
    """A number that is typed, or changed by arrows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The padding of the sheet does not reach the words inside; they begin where those of a choice do.
        self.lineEdit().setTextMargins(self.fontMetrics().averageCharWidth(), 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DateBox(QDateEdit):
    """A date that is typed, or chosen in a calendar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
