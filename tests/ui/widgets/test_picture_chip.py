"""The chip of the waiting picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.buttons import IconButton
from facilitator.ui.kit.pictures import made_anew
from facilitator.ui.widgets.picture_chip import PictureChip
from tests.helpers.ui import make_context


def test_it_shows_the_picture_and_asks_to_take_it_off(qtbot: QtBot) -> None:
    chip = PictureChip(make_context().theme)
    qtbot.addWidget(chip)
    assert not chip.isVisible()
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    chip.show_image(made_anew(image))
    assert chip.isVisible()
    seen = chip._seen.pixmap()
    assert (seen.width(), seen.height()) == (48, 32)
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(chip.findChild(IconButton), Qt.MouseButton.LeftButton)
    chip.show_image(None)
    assert chip.image is None
    assert not chip.isVisible()
