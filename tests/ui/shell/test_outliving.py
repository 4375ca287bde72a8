from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.notices import Notice
from facilitator.ui.kit.page import Page
from facilitator.ui.shell.outliving import after_close, after_rebuild, holds_draft
from tests.helpers.ui import make_context


def test_buttons_of_a_page_and_of_what_is_on_it_go(qtbot: QtBot) -> None:
    page = Page(make_context())
    qtbot.addWidget(page)
    child = QLabel(page)
    notices = [
        Notice("error", "een", "knop", page.may_leave),
        Notice("error", "twee", "knop", child.clear),
        Notice("info", "drie", "knop", None, second_label="map", second_action=partial(page.show_drop, True)),
    ]
    kept = after_rebuild(notices)
    assert [notice.text for notice in kept] == ["een", "twee", "drie"]
    assert {(n.action, n.second_action) for n in kept} == {(None, None)}
    assert [n.action_label + n.second_label for n in kept] == ["", "", "knop"]


def test_buttons_of_what_outlives_the_page_stay() -> None:
    other = QObject()
    notices = [Notice("info", "een", "knop", other.dumpObjectInfo), Notice("info", "twee", "knop", list)]
    assert after_rebuild(notices) == tuple(notices)


def test_with_another_dialogue_only_words_are_left() -> None:
    plain = Notice("error", "een")
    assert after_close([plain, Notice("info", "twee", "knop", list)]) == (plain,)


def test_a_draft_is_found_however_deep_it_lies() -> None:
    assert holds_draft({"draft": "half af"})
    assert holds_draft({"shown": "group", "group": {"capture": {"draft": "half af", "values": {}}}})
    assert not holds_draft({"capture": {"draft": "  ", "values": {"kind": "worry"}}, "who": "fatima"})
