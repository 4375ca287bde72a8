"""Wishes reach the dialogue as one step of undo each, or not at all."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.domain.entities import Advice, Goal
from facilitator.domain.evidence import gather
from facilitator.store.session import SessionStore
from facilitator.ui.kit.page import Page
from facilitator.ui.pages.advice_faces import AdviceFaces
from facilitator.ui.pages.advice_wishes import AdviceWishes
from tests.helpers.ui import make_context


@pytest.fixture
def wishes(store: SessionStore, qtbot: QtBot) -> AdviceWishes:
    with store.edit("x") as edit:
        edit.create(Goal(id="g", title="Doel", seq=1))
        for n in (1, 2, 3):
            edit.create(Advice(id=f"a{n}", goal="g", text=f"Advies {n}", seq=n))
    page = Page(make_context(store))
    qtbot.addWidget(page)
    faces = AdviceFaces(page.context, lambda: gather(store.state))
    return AdviceWishes(page, faces, lambda: gather(store.state))


def test_the_same_votes_again_are_no_edit(wishes: AdviceWishes, store: SessionStore) -> None:
    wishes.vote("a1", (5, 1, 0))
    wishes.vote("a1", (5, 1, 0))
    assert store.undo_label == "advice.voted"
    store.undo()
    assert store.undo_label == "x"
    wishes.vote("weg", (1, 1, 1))
    assert store.undo_label == "x"


def test_an_empty_text_is_not_kept(wishes: AdviceWishes, store: SessionStore) -> None:
    assert not wishes.change("a1", "text", "  ")
    assert wishes.change("a1", "deadline", "2027")
    assert store.undo_label == "advice.edited"


def test_moving_stays_within_the_goal(wishes: AdviceWishes, store: SessionStore) -> None:
    wishes.move("a1", "g", -1)
    assert wishes.order("g") == ["a1", "a2", "a3"]
    wishes.drop("a3", "a1", "g")
    assert wishes.order("g") == ["a3", "a1", "a2"]
    wishes.drop("weg", "a1", "g")
    assert wishes.order("g") == ["a3", "a1", "a2"]
    wishes.delete("a3")
    assert wishes.order("g") == ["a1", "a2"]
