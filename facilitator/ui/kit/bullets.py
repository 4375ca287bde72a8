"""Points one below the other, whose second line begins below the first."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.kit.theme import BODY, Theme


def bullets(theme: Theme, lines: Iterable[str], parent: QWidget) -> QGridLayout:
    """Return the lines as points, to be put in a layout."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.gap(8))
    grid.setVerticalSpacing(theme.gap(6))
    grid.setColumnStretch(1, 1)
    for row, line in enumerate(lines):
        dot = PlainLabel("•", parent, font=theme.font(BODY), tone="quiet")
        grid.addWidget(dot, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(line, parent, font=theme.font(BODY), wrap=True), row, 1)
    return grid
