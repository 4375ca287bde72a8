"""The head of the notes: menus are filled when they open, and tell what was picked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import ARRANGEMENTS, COLOURINGS
from facilitator.store.session import SessionStore
from facilitator.ui.kit.plain import PlainLabel
from facilitator.ui.pages.notes_head import ALL, MEETING, STEP, NotesHead
from tests.helpers.step_pages import new_dialogue
from tests.helpers.ui import make_context


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def head(qtbot: QtBot, store: SessionStore) -> NotesHead:
    made = NotesHead(make_context(store), presents=True)
    qtbot.addWidget(made)
    made.show_scope(STEP, [("m1", "<b>Avond</b> & meer"), ("m2", "")])
    made.show_arrangement("rows", "kind", changeable=True)
    made.show()
    return made


def offered(head: NotesHead, which: str) -> list[tuple[str, bool]]:
    menu = {"scope": head.scope, "lay": head.lay}[which].menu()
    menu.aboutToShow.emit()
    return [(action.objectName(), action.isChecked()) for action in menu.actions() if action.objectName()]


def test_it_offers_this_step_all_steps_and_every_meeting(head: NotesHead, qtbot: QtBot) -> None:
    assert offered(head, "scope") == [
        (STEP, True),
        (ALL, False),
        (MEETING + "m1", False),
        (MEETING + "m2", False),
    ]
    with qtbot.waitSignal(head.scope_chosen) as told:
        head.pick(head.scope, MEETING + "m1")
    assert told.args == [MEETING + "m1"]
    head.show_scope(MEETING + "m1", [("m1", "<b>Avond</b> & meer")])
    assert head.scope.words() == "<b>Avond</b> & meer"


def test_every_arrangement_and_colouring_can_be_picked(head: NotesHead) -> None:
    told: list[str] = []
    head.arrangement_chosen.connect(told.append)
    head.colouring_chosen.connect(told.append)
    names = [name for name, _on in offered(head, "lay")]
    assert len(names) == len(ARRANGEMENTS) + len(COLOURINGS)
    for value in ("persona", "colour", "basis", "channel"):
        head.pick(head.lay, value)
    assert told == ["persona", "colour", "basis", "channel"]


def test_the_menu_tells_what_the_colours_mean(head: NotesHead) -> None:
    head.show_arrangement("rows", "table", changeable=True)
    offered(head, "lay")
    words = [label.text() for label in head.lay.menu().findChildren(PlainLabel)]
    assert "Tafel 3" in words
    head.show_arrangement("rows", "basis", changeable=True)
    offered(head, "lay")
    assert "Bedacht voor de persona" in [label.text() for label in head.lay.menu().findChildren(PlainLabel)]


def test_who_can_only_look_cannot_tidy_up(head: NotesHead) -> None:
    head.show_arrangement("rows", "kind", changeable=False)
    assert not head.lay.isEnabled()
    assert head.scope.isEnabled()


def test_where_height_is_scarce_only_drawings_are_left(head: NotesHead) -> None:
    head.fit(1200, 600)
    assert [head.scope.words(), head.lay.words()] == ["Deze stap", "Schik"]
    head.fit(900, 600)
    assert [head.scope.words(), head.ways.button("card").words()] == ["", "Kaart"]
    head.fit(1200, 200)
    assert [head.scope.words(), head.lay.words(), head.ways.button("card").words()] == ["", "", ""]
    assert head.scope.accessibleName() == "Welke notities: Deze stap"
    assert not head.count.isVisible()
