"""The table of who was heard, drawn and spoken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.coverage_view import CellFace, Column, CoverageView, Line
from tests.helpers import lint
from tests.helpers.ui import make_context

COLUMNS = [Column("a", "Ervaren", "Ervaringen delen"), Column("b", "Dromen", "Dromen")]
LINES = [
    Line(
        "f",
        "Fatima · 12",
        (CellFace(12, "2 bedacht", "", False, "Fatima: 12"), CellFace(1, "", "", False, "1")),
    ),
    Line(
        "h",
        "Hennie · 0",
        (CellFace(0, "", "niemand gehoord", True, "stil"), CellFace(0, "", "later", False, "l")),
    ),
]


def make(qtbot: QtBot, theme: str = "light", scale: int = 100) -> CoverageView:
    view = CoverageView(make_context(theme=theme, scale=scale).theme)
    qtbot.addWidget(view)
    view.show_table(COLUMNS, LINES)
    view.resize(700, 400)
    view.show()
    return view


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_cell_stands_out_and_no_two_kinds_look_alike(qtbot: QtBot, theme: str) -> None:
    view = make(qtbot, theme)
    view.setCurrentIndex(view.rows.index(0, 1))
    shown = view.viewport().grab().toImage()
    boxes = [view.visualRect(view.rows.index(r, c)) for r, c in ((0, 0), (1, 0), (1, 1))]
    drawn = [shown.copy(box) for box in boxes]
    assert all(lint.contrast_drawn(image) >= 4.5 for image in drawn)
    assert drawn[0] != drawn[1] != drawn[2]


def test_cells_and_headers_are_spoken(qtbot: QtBot) -> None:
    view = make(qtbot)
    model = view.rows
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(1, 0), role) == "stil"
    assert model.headerData(0, Qt.Orientation.Horizontal, role) == "Ervaringen delen"
    spoken = QAccessible.queryAccessibleInterface(view)
    names = [spoken.child(n).text(QAccessible.Text.Name) for n in range(spoken.childCount())]
    assert {"stil", "Fatima: 12"} <= set(names)


def test_another_shape_starts_anew_and_the_same_shape_keeps_the_place(qtbot: QtBot) -> None:
    view = make(qtbot)
    view.setCurrentIndex(view.rows.index(1, 1))
    view.show_table(COLUMNS, list(reversed(LINES)))
    assert (view.currentIndex().row(), view.rows.lines[0].id) == (1, "h")
    view.show_table(COLUMNS[:1], LINES)
    assert (view.rows.columnCount(), view.currentIndex().row()) == (1, 0)


def test_large_letters_scroll_rather_than_cut_off(qtbot: QtBot) -> None:
    view = make(qtbot, scale=200)
    assert view.columnWidth(0) >= 200
