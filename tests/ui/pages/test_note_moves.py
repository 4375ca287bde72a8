"""Move to…: personas and insights in one list, found by the titles of goals too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from facilitator.services import grouping
from facilitator.store.session import SessionStore
from facilitator.ui.dialogs.move_dialog import MoveDialog
from facilitator.ui.dialogs.new_insight_dialog import NewInsightDialog
from facilitator.ui.pages.note_moves import INSIGHT, NOBODY, PERSONA, NoteMoves
from tests.helpers.keys import type_text
from tests.helpers.step_pages import Stage, answer, new_dialogue, notes, open_step, page_of, write


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    opened = new_dialogue(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def shown(qtbot: QtBot, store: SessionStore) -> Stage:
    made = open_step(qtbot, store)
    write(made, "te weinig tijd")
    write(made, "de bus rijdt niet")
    return made


def typed(text: str) -> list[QDialog]:
    def act(dialog: QDialog) -> None:
        field = dialog.field if isinstance(dialog, MoveDialog) else dialog.title  # pyright: ignore[reportAttributeAccessIssue]
        type_text(field, text)
        dialog.accept()

    return answer(act)


def test_an_insight_is_found_by_the_title_of_its_goal(shown: Stage, store: SessionStore) -> None:
    insight = grouping.new_insight(store, "Nabijheid")
    grouping.new_goal(store, "Vervoer op maat", [insight])
    met = typed("vervoer")
    assert NoteMoves(page_of(shown)).ask(notes(shown))
    assert met
    assert [note.insights for note in notes(shown)] == [(insight,), (insight,)]
    store.undo()
    assert [note.insights for note in notes(shown)] == [(), ()]


def test_a_persona_is_found_and_nobody_is_a_place(shown: Stage, store: SessionStore) -> None:
    moves = NoteMoves(page_of(shown))
    typed("bram")
    moves.ask(notes(shown)[:1])
    assert [note.persona for note in notes(shown)] == ["bram", "fatima"]
    typed("niemand")
    moves.ask(notes(shown)[:1])
    assert notes(shown)[0].persona == ""


def test_where_all_are_already_is_no_place_to_go(shown: Stage) -> None:
    moves = NoteMoves(page_of(shown))
    ids = [target.id for target in moves.personas(notes(shown))]
    assert PERSONA + "fatima" not in ids
    assert NOBODY in ids


def test_a_new_insight_can_be_named_while_moving_or_also(shown: Stage, store: SessionStore) -> None:
    moves = NoteMoves(page_of(shown))
    typed("Tijd is schaars")
    moves.ask(notes(shown)[:1])
    first = store.state.insights[0]
    assert (first.title, notes(shown)[0].insights) == ("Tijd is schaars", (first.id,))
    typed("Ook nieuw")
    moves.ask_also(notes(shown)[:1])
    assert notes(shown)[0].insights == (first.id, store.state.insights[1].id)
    assert {target.id for target in moves.insights()} == {INSIGHT + i.id for i in store.state.insights}


def test_g_asks_a_name_and_esc_makes_nothing(shown: Stage, store: SessionStore) -> None:
    moves = NoteMoves(page_of(shown))
    met = typed("Samen optrekken")
    id = moves.new_insight(notes(shown))
    assert isinstance(met[0], NewInsightDialog)
    assert id is not None
    assert [note.insights for note in notes(shown)] == [(id,), (id,)]
    answer(lambda dialog: dialog.reject())
    assert moves.new_insight(notes(shown)) is None
    assert moves.new_insight([]) is None
    assert len(store.state.insights) == 1
    assert not moves.ask([])


def test_the_second_line_tells_the_goals(shown: Stage, store: SessionStore) -> None:
    insight = grouping.new_insight(store, "", [notes(shown)[0].id])
    grouping.new_goal(store, "Dichtbij", [insight])
    (target,) = NoteMoves(page_of(shown)).insights()
    assert (target.title, target.detail, target.aside) == ("Nog geen naam", "1. Dichtbij", "1 notitie")
