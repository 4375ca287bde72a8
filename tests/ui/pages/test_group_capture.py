"""A note that comes up while grouping."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from facilitator.domain.evidence import gather
from facilitator.store.session import SessionStore
from facilitator.ui.kit.pictures import made_anew
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.ui.pages.group_window import CONTROL, HOSTILE, focus, press, tray_says


def test_an_extra_note_is_written_down_here(page: GroupPage, example: SessionStore) -> None:
    number = len(gather(example.state).tray)
    press(focus(), Qt.Key.Key_J, CONTROL)
    assert focus() is page.extra.bar.field
    type_text(focus(), f"{HOSTILE}\n")
    assert tray_says(page, number + 1)
    assert example.state.notes[-1].text == HOSTILE
    assert example.state.notes[-1].step == "wegen"


def test_a_picture_alone_is_a_note_too(page: GroupPage, example: SessionStore) -> None:
    press(focus(), Qt.Key.Key_J, CONTROL)
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    page.extra.bar.set_picture(made_anew(image))
    press(focus(), Qt.Key.Key_Return)
    note = example.state.notes[-1]
    assert note.text == "Foto"
    assert example.state.picture(note.picture) is not None
    assert page.extra.bar.picture is None


def test_a_loose_note_that_says_the_same_is_pointed_out(
    page: GroupPage, example: SessionStore, qtbot: QtBot
) -> None:
    loose = gather(example.state).tray[0]
    press(focus(), Qt.Key.Key_J, CONTROL)
    page.extra.bar.field.setPlainText(loose.text)
    qtbot.waitUntil(page.extra.bar.similar.isVisible, timeout=5_000)
    page.extra._point_out(loose.id)
    assert page.tray.view.selected_ids() == [loose.id]
