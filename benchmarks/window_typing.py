"""Doors of the window behind which notes are typed and pasted."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtWidgets import QDialog

from benchmarks.real_window import press, rest, write
from benchmarks.window_house import PASTED, STEP, Act, House, dialogs
from facilitator.ui.kit.page import Go
from facilitator.ui.pages.step_page import StepPage


def field(house: House) -> StepPage:
    """Open the dialogue at the step where notes are written down."""
    house.opened()
    house.window.go(Go("step", STEP))
    rest(2_000)
    return cast("StepPage", house.window.page)


def paste(house: House) -> Act:
    """Paste ten megabytes into the capture bar."""
    page = field(house)
    line = "een regel die iemand ergens heeft opgeschreven en die nu geplakt wordt " * 4
    text = "\n".join(f"{line}{n}" for n in range(36_000))

    def act() -> None:
        data = QMimeData()
        data.setText(text)
        came: list[QDialog] = []
        dialogs([lambda dialog: (came.append(dialog), QTimer.singleShot(1_500, dialog.reject))])
        page.capture.field.insertFromMimeData(data)
        while not came:
            rest(20)
        rest(1_500)

    return act


def stick_many(house: House) -> Act:
    """Stick thousands of pasted lines."""
    page = field(house)
    text = "\n".join(f"een regel die iemand heeft opgeschreven {n}" for n in range(PASTED))

    def act() -> None:
        data = QMimeData()
        data.setText(text)
        came: list[QDialog] = []

        def stick(dialog: QDialog) -> None:
            came.append(dialog)
            QTimer.singleShot(600, dialog.accept)

        dialogs([stick])
        page.capture.field.insertFromMimeData(data)
        while not came:
            rest(20)
        rest(2_000)

    return act


def note(house: House) -> Act:
    """Stick one note."""
    page = field(house)
    write(page.capture.field, "een gewone notitie")
    return lambda: press(page.capture.field, Qt.Key.Key_Return)
