"""Advice: text that says something, votes counted whole, a threshold that does not move afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.voting import outcome
from facilitator.services import advising, grouping
from facilitator.store.session import SessionStore
from tests.services import builders


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with builders.dialogue(tmp_path / "a.dialoog", notes=2) as made:
        yield made


@pytest.fixture
def goal(store: SessionStore) -> str:
    return grouping.new_goal(store, "Zorg dichtbij")


def found(store: SessionStore, id: str) -> e.Advice:
    advice = store.state.advice(id)
    assert advice is not None
    return advice


def test_advice_keeps_what_was_given_cleaned(store: SessionStore, goal: str) -> None:
    insight = grouping.new_insight(store, "i")
    id = advising.new_advice(
        store,
        goal,
        " Regel vervoer ",
        addressee="gemeente\n",
        insights=[insight, insight],
        deadline="voor 2027",
    )
    advice = found(store, id)
    assert (advice.text, advice.addressee, advice.deadline) == ("Regel vervoer", "gemeente", "voor 2027")
    assert (advice.goal, advice.insights, advice.votes_for) == (goal, (insight,), None)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": " \n"}, "advice.empty"),
        ({"insights": ["x"]}, "insight.unknown"),
        ({"decision": "misschien"}, "advice.bad_decision"),
        ({"addressee": "x" * 301}, "text.too_long"),
    ],
)
def test_bad_fields_are_refused_when_made_and_when_changed(
    store: SessionStore, goal: str, fields: dict[str, object], code: str
) -> None:
    id = advising.new_advice(store, goal, "goed")
    before = builders.remembered(store.state)
    with pytest.raises(UserError) as caught:
        advising.update_advice(store, id, **fields)
    assert caught.value.code == code
    with pytest.raises(UserError) as caught:
        advising.new_advice(store, goal, **{"text": "goed", **fields})  # pyright: ignore[reportArgumentType]
    assert caught.value.code == code
    assert builders.remembered(store.state) == before


def test_votes_are_not_edited_like_a_text(store: SessionStore, goal: str) -> None:
    id = advising.new_advice(store, goal, "a")
    with pytest.raises(TypeError, match="votes_for"):
        advising.update_advice(store, id, votes_for=3)


def test_votes_are_counted_and_cleared(store: SessionStore, goal: str) -> None:
    id = advising.new_advice(store, goal, "a")
    advising.set_votes(store, id, 9, 2, 1)
    result = outcome(found(store, id), store.state.dialogue.threshold)
    assert (result.cast, result.share, result.adopted) == (12, 75.0, True)
    advising.set_votes(store, id, None, None, None)
    assert not outcome(found(store, id), 75).voted


@pytest.mark.parametrize(
    ("votes", "code"),
    [
        ((1, None, 2), "advice.votes_incomplete"),
        ((None, None, 0), "advice.votes_incomplete"),
        ((-1, 0, 0), "advice.bad_votes"),
        ((0, 100_001, 0), "advice.bad_votes"),
        ((0, 0, True), "advice.bad_votes"),
        ((1.5, 0, 0), "advice.bad_votes"),
    ],
)
def test_half_or_odd_votes_are_refused(
    store: SessionStore, goal: str, votes: tuple[int, int, int], code: str
) -> None:
    id = advising.new_advice(store, goal, "a")
    with pytest.raises(UserError) as caught:
        advising.set_votes(store, id, *votes)
    assert caught.value.code == code
    assert found(store, id).votes_for is None


def test_the_threshold_stands_once_a_vote_is_counted(store: SessionStore, goal: str) -> None:
    id = advising.new_advice(store, goal, "a")
    advising.set_threshold(store, 66)
    advising.set_votes(store, id, 0, 0, 3)
    assert advising.threshold_fixed(store.state)
    advising.set_threshold(store, 66)
    with pytest.raises(UserError) as caught:
        advising.set_threshold(store, 50)
    assert (caught.value.code, caught.value.details["percent"]) == ("threshold.fixed", 66)
    assert store.state.dialogue.threshold == 66

    advising.delete_advice(store, id)
    advising.set_threshold(store, 50)
    assert store.state.dialogue.threshold == 50


@pytest.mark.parametrize("percent", [0, 101, -5, True])
def test_a_senseless_threshold_is_refused(store: SessionStore, percent: int) -> None:
    with pytest.raises(UserError, match=r"threshold\.bad"):
        advising.set_threshold(store, percent)


def test_moved_advice_comes_last_in_its_new_goal(store: SessionStore, goal: str) -> None:
    other = grouping.new_goal(store, "Ander doel")
    moved = advising.new_advice(store, goal, "verhuist")
    stays = advising.new_advice(store, other, "was er al")
    advising.move_advice(store, moved, other)
    assert [advice.id for advice in store.state.advices if advice.goal == other] == [stays, moved]
    label = store.undo_label
    advising.move_advice(store, moved, other)
    assert store.undo_label == label == "advice.moved"
    with pytest.raises(UserError, match=r"goal\.unknown"):
        advising.move_advice(store, moved, "x")


def test_deleting_advice_takes_its_replies_and_actions_along(store: SessionStore, goal: str) -> None:
    ids = [advising.new_advice(store, goal, text) for text in "ab"]
    with store.edit("reply.added") as edit:
        for n, id in enumerate(ids):
            edit.create(e.Reply(id=f"r{n}", advice=id, kind="adopted"))
            edit.create(e.Action(id=f"a{n}", advice=id, text="doen"))
    advising.delete_advice(store, ids[0])
    assert [reply.id for reply in store.state.replies] == ["r1"]
    assert [action.id for action in store.state.actions] == ["a1"]
    store.undo()
    assert len(store.state.replies) == len(store.state.actions) == 2


def test_advice_needs_a_goal_that_is_there(store: SessionStore) -> None:
    with pytest.raises(UserError, match=r"goal\.unknown"):
        advising.new_advice(store, "x", "tekst")
    for call in (
        advising.delete_advice,
        lambda s, i: advising.set_votes(s, i, 1, 0, 0),
        advising.update_advice,
    ):
        with pytest.raises(UserError, match=r"advice\.unknown"):
            call(store, "x")
