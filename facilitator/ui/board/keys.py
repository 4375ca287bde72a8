"""Plain keys on a board, the same on the canvas and in the outline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from facilitator.ui.board.model import BoardModel

_K = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier

DIRECTIONS = {
    _K.Key_Left: "left",
    _K.Key_Right: "right",
    _K.Key_Up: "up",
    _K.Key_Down: "down",
    _K.Key_Home: "first",
    _K.Key_End: "last",
}
"""Key -> where it leads; with Shift the choice extends, with Ctrl (arrows alone) the note moves."""

WISHES: dict[tuple[Qt.Key, Qt.KeyboardModifier], str] = {
    (_K.Key_Return, _NONE): "edit",
    (_K.Key_Enter, _NONE): "edit",
    (_K.Key_F2, _NONE): "open",
    (_K.Key_Space, _NONE): "toggle",
    (_K.Key_A, _CTRL): "all",
    (_K.Key_C, _CTRL): "copy",
    (_K.Key_D, _NONE): "duplicate",
    (_K.Key_Delete, _NONE): "delete",
    (_K.Key_Escape, _NONE): "release",
    (_K.Key_G, _NONE): "new_insight",
    (_K.Key_L, _NONE): "alike",
    (_K.Key_M, _NONE): "move",
    (_K.Key_M, _SHIFT): "also",
    (_K.Key_P, _NONE): "park",
    (_K.Key_S, _NONE): "star",
    (_K.Key_Slash, _NONE): "find",
    (_K.Key_Menu, _NONE): "menu",
    (_K.Key_F10, _SHIFT): "menu",
    (_K.Key_Plus, _NONE): "zoom_in",
    (_K.Key_Equal, _NONE): "zoom_in",
    (_K.Key_Minus, _NONE): "zoom_out",
    (_K.Key_0, _NONE): "fit",
    (_K.Key_1, _NONE): "full",
}
"""Key and what is held with it -> what is wanted."""

ASKED = frozenset(
    {"delete", "park", "move", "star", "copy", "duplicate", "new_insight", "alike", "find", "also"}
)
"""What a board cannot do by itself: it goes out as the signal ``asked``."""
_LAYOUT_DEPENDENT = frozenset({_K.Key_Slash, _K.Key_Plus, _K.Key_Equal, _K.Key_0, _K.Key_1})


def wish(event: QKeyEvent) -> str:
    """Return what a key on a board asks for, such as ``edit``; empty when nothing.

    Arrows give ``go:<direction>``, with Shift ``extend:<direction>``, with Ctrl ``carry:<direction>``.
    """
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    direction = DIRECTIONS.get(key)
    if direction is not None:
        if held == _CTRL and direction not in ("first", "last"):
            return f"carry:{direction}"
        return {_NONE: "go:", _SHIFT: "extend:"}[held] + direction if held in (_NONE, _SHIFT) else ""
    if key in _LAYOUT_DEPENDENT and held == _SHIFT:
        # On many keyboards these signs and digits need Shift.
        held = _NONE
    return WISHES.get((key, held), "")


def follow(model: BoardModel, wanted: str) -> bool:
    """Do what only concerns the choice and the keyboard; False when it is not that."""
    what, _colon, direction = wanted.partition(":")
    if what in ("go", "extend"):
        model.go(direction, extend=what == "extend")
    elif wanted == "toggle" and model.current:
        model.toggle(model.current)
    elif wanted == "all":
        model.choose_all()
    elif wanted == "alike" and model.note(model.current) is not None:
        model.choose_alike(model.current)
    elif wanted == "release":
        model.choose([])
    else:
        return False
    return True
