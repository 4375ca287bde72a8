"""Whatever is done on the grouping table: grouped, set aside and loose are all that was captured."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.domain.board import PARKED, TRAY
from facilitator.store.session import SessionStore
from facilitator.ui.pages.group_page import GroupPage
from tests.flows.truth import notes_add_up, outline_is_board, table_is_what_was_done
from tests.helpers.keys import type_text
from tests.ui.pages.group_window import living, pressed, typed_and_entered, when_asked

STEPS = 60


class Person:
    """Does one thing after the other on the page, chosen by a seed."""

    def __init__(self, page: GroupPage, store: SessionStore, seed: int) -> None:
        self.page, self.store = page, store
        self.chance = random.Random(seed)
        self.did: dict[str, Callable[[], object]] = {
            "insight": lambda: self._drop(self._insight()),
            "also": lambda: self._drop(self._insight(), also=True),
            "tray": lambda: self._drop(TRAY),
            "aside": self._aside,
            "new": self._new,
            "goal": self._goal,
            "merge": self._merge,
            "duplicate": lambda: self._ask("duplicate"),
            "delete": lambda: self._ask("delete"),
            "delete_insight": self._delete_insight,
            "undo": self.page.context.dialogue.undo,
            "redo": self.page.context.dialogue.redo,
            "look": lambda: self.page.show_look(self.chance.choice(("board", "outline", "cards"))),
        }

    def act(self) -> str:
        """Do one thing and tell which."""
        weights = [1 if name in ("delete", "delete_insight") else 3 for name in self.did]
        (name,) = self.chance.choices(list(self.did), weights)
        self.did[name]()
        QApplication.processEvents()
        return name

    def _insight(self) -> str:
        return f"insight:{self.chance.choice(self.store.state.insights).id}"

    def _some(self) -> list[str]:
        notes = [note.id for note in self.store.state.notes]
        return self.chance.sample(notes, self.chance.randint(1, 4))

    def _drop(self, target: str, *, also: bool = False) -> None:
        self.page.on_table.drop(self._some(), target, also)

    def _aside(self) -> None:
        loose = [note.id for note in self.store.state.notes if note.parked is None]
        when_asked(typed_and_entered("Past nu niet"))
        self.page.on_table.drop(self.chance.sample(loose, 2), PARKED, False)
        QApplication.processEvents()

    def _new(self) -> None:
        self.page.on_table.drop(self._some(), "", False)
        type_text(self.page.insights.new_bar.field, "Nieuw\n")

    def _goal(self) -> None:
        self.page.on_table.drop_areas(
            [self._insight()], f"goal:{self.chance.choice(self.store.state.goals).id}"
        )

    def _merge(self) -> None:
        ids = [insight.id for insight in self.chance.sample(self.store.state.insights, 2)]
        when_asked(pressed(Qt.Key.Key_Return))
        self.page.on_insights.merge_these(ids)

    def _ask(self, wish: str) -> None:
        self.page.show_look("board")
        self.page.desk.board.model.choose(self._some())
        self.page.on_table.ask(wish)

    def _delete_insight(self) -> None:
        self.page.show_look("board")
        self.page.desk.board.model.choose([self._insight()])
        self.page.on_table.ask("delete")


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_lost_or_counted_twice_whatever_is_done_on_the_table(
    table: GroupPage, example: SessionStore, seed: int
) -> None:
    person = Person(table, example, seed)
    changed: Counter[str] = Counter()
    for _ in range(STEPS):
        before = living(example.state)
        name = person.act()
        if living(example.state) != before:
            changed[name] += 1
        board = table.desk.board
        table.show_look("outline" if table.insights.look() == "cards" else table.insights.look())
        outline_is_board(board.model, board.outline)
        table_is_what_was_done(table, board.model.plan, example.state)
        notes_add_up(example.state)
    # A test in which hardly anything happens would hold anything.
    assert len(changed) >= 9, changed
    assert sum(changed.values()) > STEPS / 2
