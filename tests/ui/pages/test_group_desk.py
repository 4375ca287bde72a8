"""The lists of the grouping page: searched, opened, chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.domain.evidence import gather
from facilitator.services import grouping
from facilitator.store.session import SessionStore
from facilitator.ui.pages.group_page import GroupPage
from tests.helpers.keys import type_text
from tests.ui.pages.group_window import CONTROL, focus, press


def test_the_tray_is_searched_by_word_and_by_name(
    page: GroupPage, example: SessionStore, qtbot: QtBot
) -> None:
    press(focus(), Qt.Key.Key_F, CONTROL)
    assert focus() is page.tray.field
    type_text(focus(), "fatima")
    wanted = [
        note.id
        for note in gather(example.state).tray
        if "fatima" in f"{note.text} {page.desk.faces.notes.name(note.persona)}".lower()
    ]
    qtbot.waitUntil(lambda: page.desk.loose_model.ids() == wanted)
    assert page.tray.count.text() == f"{len(gather(example.state).tray)} notities", (
        "the count stays that of all"
    )
    grouping.place_notes(example, wanted[:1], example.state.insights[0].id)
    assert page.desk.loose_model.ids() == wanted[1:]


def test_a_double_click_opens_and_the_mouse_can_do_it_all_by_buttons(
    page: GroupPage, example: SessionStore
) -> None:
    cards = page.insights.cards
    middle = cards.visualRect(page.desk.insight_model.index(0)).center()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert page.insights.actions_of["open"].isVisible()
    QTest.mouseDClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert page.desk.opened == example.state.insights[0].id
    QTest.mouseClick(page.insights.detail.close_button, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert not page.insights.is_open()
