from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from facilitator.ui.board.keys import ASKED, WISHES, follow, wish
from tests.domain.board_world import World
from tests.ui.board.test_model import made

KEY = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PAD = Qt.KeyboardModifier.KeypadModifier


@pytest.mark.parametrize(
    ("key", "held", "wanted"),
    [
        (KEY.Key_Left, PLAIN, "go:left"),
        (KEY.Key_Down, SHIFT, "extend:down"),
        (KEY.Key_Up, CTRL, "carry:up"),
        (KEY.Key_Home, CTRL, ""),
        (KEY.Key_End, SHIFT, "extend:last"),
        (KEY.Key_Left, ALT, ""),
        (KEY.Key_M, PLAIN, "move"),
        (KEY.Key_M, SHIFT, "also"),
        (KEY.Key_M, CTRL, ""),
        (KEY.Key_Enter, PAD, "edit"),
        (KEY.Key_Slash, SHIFT, "find"),
        (KEY.Key_1, SHIFT, "full"),
        (KEY.Key_G, SHIFT, ""),
        (KEY.Key_Plus, PAD, "zoom_in"),
        (KEY.Key_Q, PLAIN, ""),
    ],
)
def test_a_key_asks_for_one_thing(key: Qt.Key, held: Qt.KeyboardModifier, wanted: str) -> None:
    assert wish(QKeyEvent(QEvent.Type.KeyPress, key, held)) == wanted


def test_everything_a_board_cannot_do_itself_has_a_key() -> None:
    assert set(WISHES.values()) >= ASKED


def test_keys_about_the_choice_alone_are_followed() -> None:
    model = made(World(3))
    assert follow(model, "go:first")
    assert follow(model, "extend:right")
    assert model.chosen == ("n0", "n1")
    assert follow(model, "toggle")
    assert model.chosen == ("n0",)
    assert follow(model, "all")
    assert len(model.chosen) == 3
    assert follow(model, "release")
    assert model.chosen == ()
    assert follow(model, "alike")
    assert model.chosen == ("n0", "n1", "n2")
    assert not follow(model, "delete")
