"""The face of a note: what its paper tells."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.note_face import FacePicture, NoteFace


class Photo:
    def pixmap(self, room: QSize, density: float) -> QPixmap:
        return QPixmap(room)


def test_the_paper_has_the_colour_of_the_kind_unless_it_tells_something_else() -> None:
    face = NoteFace("tekst", "worry", "Z", "Fatima", False, False, "tekst")
    assert face.sheet == "worry"
    told = NoteFace("tekst", "worry", "2", "Fatima", False, False, "tekst", paper="need")
    assert (told.sheet, told.kind) == ("need", "worry")


def test_a_picture_is_anything_that_gives_one_when_asked(qtbot: QtBot) -> None:
    photo: FacePicture = Photo()
    face = NoteFace("tekst", "idea", "I", "", False, False, "tekst", picture=photo)
    assert face.picture is photo
    assert photo.pixmap(QSize(4, 3), 1.0).width() == 4
