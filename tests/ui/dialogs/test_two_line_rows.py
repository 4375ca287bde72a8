from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.two_line_rows import ROW, TwoLineList, TwoLineRows
from tests.helpers.ui import make_context


class Told(TwoLineRows):
    seen: list[object]

    def draw_words(self, painter: QPainter, box: QRectF, face: object) -> None:
        assert painter.isActive()
        assert box.height() > 10
        self.seen.append(face)


def test_every_row_in_sight_is_drawn_with_what_its_model_gives(qtbot: QtBot) -> None:
    theme = make_context(None).theme
    view = TwoLineList()
    qtbot.addWidget(view)
    rows = Told(theme, view, 14)
    rows.seen = []
    view.draw_with(rows)
    model = QStandardItemModel(view)
    for word in ("een", "twee", ""):
        item = QStandardItem()
        item.setData(word or None, ROW)
        model.appendRow(item)
    view.setModel(model)
    view.resize(300, 3 * rows.high + 20)
    view.setCurrentIndex(model.index(1, 0))
    shown = view.grab().toImage()
    assert rows.seen[:2] == ["een", "twee"]
    assert None not in rows.seen
    assert view.minimumHeight() >= 2 * rows.high
    here = shown.pixelColor(150, rows.high + rows.high // 2)
    assert here == theme.soft
    assert view.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
