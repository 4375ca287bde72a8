"""The outcome of a vote: exact at the threshold, open before the vote, overruled only openly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.entities import Advice
from facilitator.domain.voting import outcome

COUNT = st.integers(0, 100_000)


def advice(*votes: int | None, decision: str = "") -> Advice:
    return Advice(
        id="a", votes_for=votes[0], votes_against=votes[1], votes_abstain=votes[2], decision=decision
    )


@given(COUNT, COUNT, COUNT, st.integers(1, 100))
def test_adopted_is_exactly_when_the_share_reaches_the_threshold(
    yes: int, no: int, abstain: int, threshold: int
) -> None:
    found = outcome(advice(yes, no, abstain), threshold)
    cast = yes + no + abstain
    assert found.cast == cast
    if not cast:
        assert (found.voted, found.adopted, found.share) == (False, None, 0.0)
        return
    assert found.adopted is (Fraction(yes, cast) >= Fraction(threshold, 100))
    assert found.share == pytest.approx(100 * yes / cast)
    assert not found.overruled


@given(COUNT, COUNT, COUNT, st.integers(1, 100))
def test_one_more_in_favour_never_makes_it_fail(yes: int, no: int, abstain: int, threshold: int) -> None:
    if outcome(advice(yes, no, abstain), threshold).adopted:
        assert outcome(advice(yes + 1, no, abstain), threshold).adopted


def test_three_of_four_meets_75_and_abstaining_counts() -> None:
    assert outcome(advice(75, 25, 0), 75).adopted is True
    assert outcome(advice(74, 25, 1), 75).adopted is False
    assert outcome(advice(3, 0, 2), 75).adopted is False


@pytest.mark.parametrize(
    ("votes", "decision", "adopted", "overruled"),
    [
        ((1, 9, 0), "adopted", True, True),
        ((9, 1, 0), "adopted", True, False),
        ((9, 1, 0), "rejected", False, True),
        ((None, None, None), "rejected", False, False),
        ((None, None, None), "", None, False),
    ],
)
def test_a_decision_goes_before_the_votes_and_shows(
    votes: tuple[int | None, ...], decision: str, adopted: bool | None, overruled: bool
) -> None:
    found = outcome(advice(*votes, decision=decision), 75)
    assert (found.adopted, found.overruled) == (adopted, overruled)
