from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPixmap

from facilitator.ui.kit.painting import painting


@pytest.mark.usefixtures("qapp")
def test_a_painter_is_ended_also_when_painting_fails() -> None:
    sheet = QPixmap(4, 4)
    with pytest.raises(ZeroDivisionError), painting(sheet) as painter:
        painter.fillRect(0, 0, 4, 4, QColor("red"))
        1 / 0  # noqa: B018
    assert not sheet.paintingActive()
    with painting(sheet) as again:
        assert again.isActive()
    assert sheet.toImage().pixelColor(1, 1) == QColor("red")
