"""Order is changed in as few places as can be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.services import advising, grouping
from facilitator.store.session import SessionStore
from tests.services import builders


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with builders.dialogue(tmp_path / "a.dialoog", notes=6) as made:
        yield made


@pytest.mark.parametrize(("start", "end"), [(0, 5), (5, 0), (1, 4), (4, 1), (2, 3)])
def test_moving_one_note_changes_as_few_as_there_is_room_for(
    store: SessionStore, start: int, end: int
) -> None:
    wanted = builders.note_ids(store)
    wanted.insert(end, wanted.pop(start))
    changed: list[int] = []
    store.subscribe(lambda change: changed.append(len(change.rows)))
    grouping.reorder(store, "note", wanted)
    assert builders.note_ids(store) == wanted
    assert changed[0] <= min(end, start, 5 - end, 5 - start) + 2
    if end in {0, 5}:
        assert changed == [1]


def test_advice_of_one_goal_is_put_in_order_by_itself(store: SessionStore) -> None:
    goals = [grouping.new_goal(store, "a"), grouping.new_goal(store, "b")]
    ids = [advising.new_advice(store, goals[n % 2], str(n)) for n in range(6)]
    grouping.reorder(store, "advice", [ids[4], ids[0], ids[2]])
    own = [advice.id for advice in store.state.advices if advice.goal == goals[0]]
    other = [advice.id for advice in store.state.advices if advice.goal == goals[1]]
    assert own == [ids[4], ids[0], ids[2]]
    assert other == [ids[1], ids[3], ids[5]]


def test_what_has_no_order_cannot_be_put_in_order(store: SessionStore) -> None:
    with pytest.raises(ValueError, match="dialogue"):
        grouping.reorder(store, "dialogue", ["dialogue"])


@given(st.lists(st.integers(-50, 50), max_size=40))
def test_fewest_moves_rises_strictly_and_keeps_all_that_fits(seqs: list[int]) -> None:
    new = grouping.fewest_moves(seqs)
    assert len(new) == len(seqs)
    assert all(a < b for a, b in zip(new, new[1:], strict=False))
    kept = sum(a == b for a, b in zip(seqs, new, strict=True))
    assert kept >= _most_that_fit(seqs)


def _most_that_fit(seqs: list[int]) -> int:
    best: list[int] = []
    for place, seq in enumerate(seqs):
        before = [best[n] for n in range(place) if seq - seqs[n] >= place - n]
        best.append(1 + max(before, default=0))
    return max(best, default=0)
