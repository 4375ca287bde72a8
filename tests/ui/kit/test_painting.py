from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPixmap

from facilitator.ui.kit.painting import painting


@pytest.mark.usefixtures("qapp")
def test_a_painter_is_ended_also_when_painting_fails() -> None:
    sheet = QPixmap(4, 4)

    def paint() -> None:
        with painting(sheet) as painter:
            painter.fillRect(0, 0, 4, 4, QColor("red"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        paint()
    assert not sheet.paintingActive()
    with painting(sheet) as again:
        assert again.isActive()
    assert sheet.toImage().pixelColor(1, 1) == QColor("red")
