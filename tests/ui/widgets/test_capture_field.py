"""The field for notes: what is pasted is words, lines or a picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.pictures import Image
from facilitator.ui.widgets.capture_field import CaptureField
from tests.helpers.keys import press
from tests.helpers.ui import make_context


@pytest.fixture
def field(qtbot: QtBot) -> CaptureField:
    made = CaptureField(make_context().theme)
    qtbot.addWidget(made)
    made.show()
    return made


def drawn() -> QImage:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    return image


def test_a_pasted_picture_is_told_and_leaves_the_text_alone(field: CaptureField) -> None:
    told: list[Image] = []
    field.picture_pasted.connect(told.append)
    field.setPlainText("zo ziet het eruit")
    QApplication.clipboard().setImage(drawn())
    press(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [(image.width, image.height) for image in told] == [(30, 20)]
    assert field.text() == "zo ziet het eruit"


def test_a_picture_file_may_be_dropped_here_and_a_dialogue_not(field: CaptureField, tmp_path: Path) -> None:
    told: list[Image] = []
    field.picture_pasted.connect(told.append)
    file = tmp_path / "muur.png"
    assert drawn().save(str(file))

    def entered(path: Path) -> bool:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        event = QDragEnterEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(field.viewport(), event)
        if event.isAccepted():
            field.insertFromMimeData(data)
        return event.isAccepted()

    assert entered(file)
    assert not entered(tmp_path / "avond.dialoog")
    assert len(told) == 1


def test_a_broken_picture_is_refused(field: CaptureField, tmp_path: Path) -> None:
    told: list[Image] = []
    field.picture_pasted.connect(told.append)
    broken = tmp_path / "kapot.jpg"
    broken.write_bytes(b"geen foto")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(broken))])
    field.insertFromMimeData(data)
    assert told == []
    assert field.text() == ""


def test_escape_clears_first_the_words_and_then_asks_for_more(field: CaptureField) -> None:
    told: list[None] = []
    field.emptied.connect(lambda: told.append(None))
    field.setPlainText("half")
    press(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert told == []
    press(field, Qt.Key.Key_Escape)
    assert len(told) == 1
