from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.action_table import TABLE
from facilitator.ui.kit.actions import (
    GROUPS,
    MENUS,
    ActionBook,
    action_text,
    group_text,
    keys_text,
    menu_text,
)
from facilitator.ui.kit.icons import icon_names
from facilitator.ui.kit.theme import load_theme
from tests.helpers.ui import dress

PAGE_GROUPS = {"capture", "note", "group", "advice"}


def test_every_action_has_its_own_id_a_known_menu_and_group() -> None:
    assert max(Counter(spec.id for spec in TABLE).values()) == 1
    assert {spec.menu for spec in TABLE} <= {"", *MENUS}
    assert {spec.group for spec in TABLE} <= set(GROUPS)


def test_every_icon_is_drawn() -> None:
    assert {spec.icon for spec in TABLE if spec.icon} <= set(icon_names())


def test_every_key_is_one_qt_knows() -> None:
    for spec in TABLE:
        for key in spec.keys:
            assert not QKeySequence(key, QKeySequence.SequenceFormat.PortableText).isEmpty(), spec.id


def test_keys_of_the_window_are_used_for_nothing_else() -> None:
    """A page never answers to two actions of one key; those of the window are always there."""
    always = [
        key for spec in TABLE if spec.group not in PAGE_GROUPS and not spec.shown_only for key in spec.keys
    ]
    pages = [key for spec in TABLE if spec.group in PAGE_GROUPS and not spec.shown_only for key in spec.keys]
    assert max(Counter(always).values()) == 1
    assert not set(always) & set(pages)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_action_and_heading_has_words(qtbot: QtBot, language: str) -> None:
    dress(load_theme("light"), language)
    assert all(action_text(spec) for spec in TABLE)
    assert all(group_text(group) for group in GROUPS)
    assert all("&" in menu_text(menu) for menu in MENUS)


def test_mnemonics_of_the_menus_differ_in_dutch(qtbot: QtBot) -> None:
    dress(load_theme("light"), "nl")
    letters = [menu_text(menu).split("&")[1][0].lower() for menu in MENUS]
    assert len(set(letters)) == len(letters)


def test_keys_are_shown_as_caps() -> None:
    assert keys_text("Ctrl+Shift+Z") == "Ctrl Shift Z"
    assert keys_text("Ctrl++") == "Ctrl +"
    assert keys_text("F1") == "F1"


def test_an_action_tells_its_id_and_is_off_unless_enabled(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    book = ActionBook(TABLE, load_theme("light"), window)
    said: list[str] = []
    book.triggered.connect(said.append)
    book.enable_only(["undo"])
    book.action("undo").trigger()
    book.action("redo").trigger()
    assert said == ["undo"]
    assert book.spec("undo").keys == ("Ctrl+Z",)


def test_a_long_menu_shows_the_work_of_the_page_and_all_of_it_where_there_is_none(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    book = ActionBook(TABLE, load_theme("light"), window)
    book.enable_only(["new_advice", "undo"])
    assert book.action("votes").isVisible()
    assert not book.action("new_insight").isVisible()
    assert not book.action("star").isVisible()
    book.enable_only(["capture"])
    assert book.action("star").isVisible(), "what needs a choice first is there to be found"
    assert not book.action("votes").isVisible()
    book.enable_only(["quit"])
    assert book.action("votes").isVisible()
    assert not book.action("votes").isEnabled()
