"""Counting in the room: what can be, what is refused, and the same result on any laptop."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.entities import Pile
from facilitator.domain.errors import UserError
from facilitator.domain.tally import Control, Tally, tally
from facilitator.services import advising, grouping, voting
from facilitator.store.session import SessionStore
from tests.services import builders


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with dialogue(tmp_path / "a.dialoog") as made:
        yield made


def dialogue(path: Path) -> SessionStore:
    made = builders.dialogue(path)
    goal = grouping.new_goal(made, "doel")
    for n in range(3):
        grouping.new_insight(made, f"I{n}", goals=[goal])
        advising.new_advice(made, goal, f"A{n}")
    return made


def insight(store: SessionStore, nth: int) -> str:
    return store.state.insights[nth].id


def advice(store: SessionStore, nth: int) -> str:
    return store.state.advices[nth].id


def told(store: SessionStore, nth: int = -1) -> Tally:
    return tally(store.state, store.state.ballots[nth])


def hands(store: SessionStore, **fields: object) -> str:
    return voting.new_ballot(store, subject="advice", method="hands", **fields)


def test_dots_are_counted_pile_by_pile(store: SessionStore) -> None:
    id = voting.new_ballot(store, title="Stippen", people=5, dots=3)
    voting.add_pile(store, id, insight(store, 0), 5)
    voting.add_pile(store, id, insight(store, 0), 3)
    voting.add_pile(store, id, insight(store, 1), 12)
    assert told(store).of(insight(store, 0)) == 8
    # Too many is shown, never refused.
    assert told(store).control() == Control(20, 15)
    assert store.undo_label == "pile.added"


def test_a_count_can_be_corrected_taken_away_and_undone(store: SessionStore) -> None:
    id = voting.new_ballot(store)
    pile = voting.add_pile(store, id, insight(store, 0), 5)
    voting.add_pile(store, id, insight(store, 0), 3)
    voting.correct_pile(store, pile, 6)
    assert told(store).of() == 9
    assert voting.take_last(store, id, insight(store, 0))
    assert told(store).of() == 6
    voting.delete_pile(store, pile)
    assert not voting.take_last(store, id, insight(store, 0))
    assert told(store).missing() == [(i.id, "") for i in store.state.insights]
    for _ in range(3):
        store.undo()
    assert told(store).of() == 8


def test_a_recount_puts_one_pile_for_all_of_a_cell(store: SessionStore) -> None:
    id = voting.new_ballot(store, unit="table")
    for number in (5, 3):
        voting.add_pile(store, id, insight(store, 0), number, unit="2")
    voting.add_pile(store, id, insight(store, 0), 4, unit="1")
    voting.recount(store, id, insight(store, 0), 7, unit="2")
    voting.recount(store, id, insight(store, 1), 1, unit="2")
    found = told(store)
    assert found.piles[insight(store, 0), "2", "dot"] == (7,)
    assert (found.of(insight(store, 0)), found.of(unit="2")) == (11, 8)
    store.undo()
    store.undo()
    assert told(store).piles[insight(store, 0), "2", "dot"] == (5, 3)


REFUSED: dict[str, tuple[str, Callable[[SessionStore], object]]] = {
    "unknown round": ("ballot.unknown", lambda s: voting.add_pile(s, "x", insight(s, 0), 1)),
    "unknown target": (
        "pile.bad_target",
        lambda s: voting.add_pile(s, voting.new_ballot(s), advice(s, 0), 1),
    ),
    "target of another choice": (
        "pile.bad_target",
        lambda s: voting.add_pile(s, voting.new_ballot(s, targets=[insight(s, 0)]), insight(s, 1), 1),
    ),
    "less than nothing": (
        "pile.bad_count",
        lambda s: voting.add_pile(s, voting.new_ballot(s), insight(s, 0), -1),
    ),
    "no table": (
        "pile.bad_unit",
        lambda s: voting.add_pile(s, voting.new_ballot(s, unit="table"), insight(s, 0), 1),
    ),
    "table by another name": (
        "pile.bad_unit",
        lambda s: voting.add_pile(s, voting.new_ballot(s, unit="table"), insight(s, 0), 1, unit="02"),
    ),
    "no such persona": (
        "pile.bad_unit",
        lambda s: voting.add_pile(s, voting.new_ballot(s, unit="persona"), insight(s, 0), 1, unit="1"),
    ),
    "a table in a total": (
        "pile.bad_unit",
        lambda s: voting.add_pile(s, voting.new_ballot(s), insight(s, 0), 1, unit="1"),
    ),
    "a hand among dots": (
        "pile.bad_choice",
        lambda s: voting.add_pile(s, voting.new_ballot(s), insight(s, 0), 1, choice="for"),
    ),
    "a dot among hands": ("pile.bad_choice", lambda s: voting.add_pile(s, hands(s), advice(s, 0), 1)),
    "secret per table": (
        "ballot.secret_unit",
        lambda s: voting.new_ballot(s, secret=True, unit="table"),
    ),
    "secret, with a table": (
        "ballot.secret_unit",
        lambda s: voting.add_pile(s, voting.new_ballot(s, secret=True), insight(s, 0), 1, unit="1"),
    ),
    "no dots": ("ballot.bad_dots", lambda s: voting.new_ballot(s, dots=0)),
    "bad people": ("ballot.bad_people", lambda s: voting.new_ballot(s, people=-1)),
    "bad attendance": (
        "ballot.bad_attendance",
        lambda s: voting.new_ballot(s, unit="table", attendance={"1": "veel"}),
    ),
    "bad subject": ("ballot.bad_subject", lambda s: voting.new_ballot(s, subject="goal")),
    "bad method": ("ballot.bad_method", lambda s: voting.new_ballot(s, method="loten")),
    "bad unit": ("ballot.bad_unit", lambda s: voting.new_ballot(s, unit="stoel")),
    "bad target": ("ballot.bad_target", lambda s: voting.new_ballot(s, targets=["x"])),
    "unknown pile": ("pile.unknown", lambda s: voting.correct_pile(s, "x", 1)),
    "dots as votes": ("ballot.not_hands", lambda s: voting.take_over(s, voting.new_ballot(s))),
    "nothing counted": ("ballot.empty", lambda s: voting.take_over(s, hands(s))),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_and_nothing_is_counted(store: SessionStore, name: str) -> None:
    code, act = REFUSED[name]
    with pytest.raises(UserError) as refused:
        act(store)
    assert refused.value.code == code
    assert store.state.piles == []


def test_a_closed_round_stays_as_it_is_until_it_is_opened_again(store: SessionStore) -> None:
    id = voting.new_ballot(store)
    pile = voting.add_pile(store, id, insight(store, 0), 5)
    voting.close_ballot(store, id)
    for act in (
        lambda: voting.add_pile(store, id, insight(store, 0), 1),
        lambda: voting.correct_pile(store, pile, 1),
        lambda: voting.delete_pile(store, pile),
        lambda: voting.update_ballot(store, id, people=4),
    ):
        with pytest.raises(UserError, match=r"ballot\.is_closed"):
            act()
    voting.reopen_ballot(store, id)
    voting.add_pile(store, id, insight(store, 0), 1)
    assert told(store).of() == 6


def test_what_the_piles_rest_on_is_fixed_once_something_is_counted(store: SessionStore) -> None:
    id = voting.new_ballot(store, unit="table")
    voting.update_ballot(store, id, unit="persona", subject="insight")
    voting.update_ballot(store, id, unit="table", people=20, title="Ronde 1", dots=4)
    voting.add_pile(store, id, insight(store, 0), 5, unit="1")
    for fields in ({"unit": "persona"}, {"method": "hands"}, {"subject": "advice"}):
        with pytest.raises(UserError, match=r"ballot\.counted"):
            voting.update_ballot(store, id, **fields)
    voting.update_ballot(store, id, unit="table", people=22, attendance={"1": "6"})
    assert told(store).control(unit="1") == Control(5, 24)


def test_deleting_a_round_takes_its_piles_along_and_undo_brings_them_back(store: SessionStore) -> None:
    id = voting.new_ballot(store)
    voting.add_pile(store, id, insight(store, 0), 5)
    voting.delete_ballot(store, id)
    assert (store.state.ballots, store.state.piles) == ([], [])
    store.undo()
    assert told(store).of() == 5


def test_hands_become_the_votes_of_the_advice_in_one_edit(store: SessionStore) -> None:
    id = hands(store, unit="table")
    for unit, choice, number in (("1", "for", 6), ("2", "for", 4), ("1", "against", 2), ("2", "abstain", 1)):
        voting.add_pile(store, id, advice(store, 0), number, unit=unit, choice=choice)
    voting.add_pile(store, id, advice(store, 2), 0, unit="1", choice="for")
    advising.set_votes(store, advice(store, 1), 3, 2, 1)
    assert voting.take_over(store, id) == 2
    votes = [(a.votes_for, a.votes_against, a.votes_abstain) for a in store.state.advices]
    assert votes == [(10, 2, 1), (3, 2, 1), (0, 0, 0)]
    # The threshold is fixed from the first vote on.
    with pytest.raises(UserError, match=r"threshold\.fixed"):
        advising.set_threshold(store, 50)
    assert store.undo_label == "ballot.taken_over"
    store.undo()
    assert [a.votes_for for a in store.state.advices] == [None, 3, None]


def test_more_hands_than_an_advice_can_hold_are_refused_whole(store: SessionStore) -> None:
    id = hands(store)
    for _ in range(2):
        voting.add_pile(store, id, advice(store, 1), 100_000, choice="for")
    voting.add_pile(store, id, advice(store, 0), 1, choice="for")
    with pytest.raises(UserError, match=r"advice\.bad_votes"):
        voting.take_over(store, id)
    assert [a.votes_for for a in store.state.advices] == [None, None, None]


@settings(max_examples=8)
@given(seed=st.integers(0, 1_000))
def test_two_laptops_that_count_half_each_agree_whichever_takes_in_the_other(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    rnd = random.Random(seed)
    folder = tmp_path_factory.mktemp("zaal")
    with dialogue(folder / "a.dialoog") as base:
        id = voting.new_ballot(base, unit="table", people=30)
        targets = [i.id for i in base.state.insights]
        base.save_copy(folder / "b.dialoog")
    counted = [(rnd.choice(targets), rnd.choice("123"), rnd.randrange(9)) for _ in range(12)]
    for name, part in (("a", counted[::2]), ("b", counted[1::2])):
        with SessionStore.open(folder / f"{name}.dialoog", source=f"laptop-{name}") as store:
            for target, unit, number in part:
                voting.add_pile(store, id, target, number, unit=unit)
            store.save_copy(folder / f"van-{name}.dialoog")
    sums: list[dict[tuple[str, str, str], int]] = []
    for name, other in (("a", "b"), ("b", "a")):
        with SessionStore.open(folder / f"{name}.dialoog", source=f"laptop-{name}") as store:
            store.merge(folder / f"van-{other}.dialoog")
            sums.append(dict(told(store).counts))
            assert told(store).of() == sum(number for _, _, number in counted)
    assert sums[0] == sums[1]


def test_piles_name_nothing_but_what_was_counted(store: SessionStore) -> None:
    """A secret round holds totals alone: not where, and not who."""
    id = voting.new_ballot(store, secret=True, people=30)
    voting.add_pile(store, id, insight(store, 0), 12)
    (pile,) = store.state.piles
    assert pile == Pile(id=pile.id, alive=True, ballot=id, target=insight(store, 0), count=12)
