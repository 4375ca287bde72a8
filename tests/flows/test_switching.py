"""Language, colours and text size changed in the middle of typing, on every page of the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from facilitator.ui.board.canvas import BoardCanvas
from facilitator.ui.kit.page import Go
from facilitator.ui.pages.group_page import GroupPage
from facilitator.ui.pages.notes_board import NotesBoard
from facilitator.ui.pages.step_page import StepPage
from tests.flows.keyboard import Keyboard

DRAFT = "Nog niet af: é & <b>"
SWITCHES = ("language_en", "theme_dark", "text_larger", "theme_contrast", "language_nl", "text_normal")


def _here(keys: Keyboard) -> None:
    """Type where the page puts the keyboard itself."""


def _to_insight(keys: Keyboard) -> None:
    keys.hit("Ctrl+N")


def _to_advice(keys: Keyboard) -> None:
    keys.hit("Ctrl+N", "Ctrl+A")


def _to_summary(keys: Keyboard) -> None:
    keys.tab_to("write_summary")
    keys.hit("Space", "Ctrl+A")


PAGES: tuple[tuple[str, Go, Callable[[Keyboard], None]], ...] = (
    ("Alt+0", Go("setup"), _here),
    ("Alt+1", Go("step", "ontmoeten"), _here),
    ("Alt+2", Go("step", "ervaren"), _here),
    ("Alt+3", Go("step", "dromen"), _here),
    ("Alt+4", Go("step", "wegen"), _to_insight),
    ("Alt+5", Go("step", "adviseren"), _to_advice),
    ("Alt+9", Go("report"), _to_summary),
)


@pytest.fixture
def keys(qtbot: QtBot, tmp_path: Path) -> Iterator[Keyboard]:
    keyboard = Keyboard(qtbot, tmp_path)
    assert keyboard.window.desk.open_example()
    keyboard.rest()
    yield keyboard
    keyboard.close()


def _text(keys: Keyboard) -> str:
    focus = keys.focus()
    if isinstance(focus, QPlainTextEdit):
        return focus.toPlainText()
    assert isinstance(focus, QLineEdit), f"the keyboard went to {type(focus).__name__}"
    return focus.text()


@pytest.mark.parametrize(("chord", "go", "begin"), PAGES, ids=[go.argument or go.page for _, go, _ in PAGES])
def test_what_is_typed_and_where_stays(
    keys: Keyboard, chord: str, go: Go, begin: Callable[[Keyboard], None]
) -> None:
    keys.hit(chord)
    assert keys.window.here == go
    begin(keys)
    keys.type(DRAFT)
    before = _text(keys)
    assert DRAFT in before
    for switch in SWITCHES:
        keys.window.do(switch)
        keys.rest()
        assert keys.window.here == go
        assert _text(keys) == before, f"lost by {switch}"
    assert keys.window.context.theme.name == "contrast"


def test_every_page_is_shown_in_large_text_on_a_small_screen(keys: Keyboard) -> None:
    keys.window.resize(1280, 720)
    for language, theme in (("en", "light"), ("nl", "dark"), ("nl", "contrast")):
        keys.window.change_settings(
            replace(keys.window.settings, language=language, theme=theme, text_scale=200)
        )
        for _chord, go, _begin in PAGES:
            assert keys.window.go(go)
            keys.rest()
            size = keys.window.size()
            assert (size.width(), size.height()) == (1280, 720), f"{go} does not fit"


def test_the_board_stays_where_it_was_looked_at(keys: Keyboard) -> None:
    def board() -> NotesBoard:
        page = keys.window.page
        assert isinstance(page, StepPage)
        return page.area.board

    keys.hit("Alt+2")
    before = board()
    before.tidy("kind")
    before.canvas.set_zoom(0.6)
    before.canvas.pan(300, 200)
    chosen = before.ids()[3:6]
    before.choose(chosen)
    keys.rest(100)
    seen = before.canvas.visible_box()
    for switch in ("theme_dark", "language_en", "theme_contrast"):
        keys.window.do(switch)
        keys.rest(150)
        again = board()
        assert again is not before
        assert again.canvas.zoom == pytest.approx(0.6)
        box = again.canvas.visible_box()
        assert abs(box.x - seen.x) + abs(box.y - seen.y) < 40, f"moved by {switch}"
        assert again.chosen_ids() == chosen
        assert set(again.model.plan.areas) == set(before.model.plan.areas)
        before = again


def test_the_table_stays_where_it_was_looked_at_under_a_search(keys: Keyboard) -> None:
    def table() -> BoardCanvas:
        page = keys.window.page
        assert isinstance(page, GroupPage)
        return page.desk.board.canvas

    keys.hit("Alt+4")
    keys.pane_to("Inzichten")
    keys.hit("/")
    keys.type("de")
    keys.rest(200)
    before = table()
    before.pan(200, 150)
    keys.rest(50)
    seen = before.visible_box()
    for switch in ("theme_dark", "theme_contrast", "theme_light", "language_en"):
        keys.window.do(switch)
        keys.rest(150)
        assert table() is not before
        box = table().visible_box()
        assert abs(box.x - seen.x) + abs(box.y - seen.y) < 40, f"moved by {switch}"
