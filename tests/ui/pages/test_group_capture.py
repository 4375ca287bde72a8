"""A note that comes up while grouping."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.domain.evidence import gather
from facilitator.store.session import SessionStore
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
