"""Outcome of a vote on an advice against a threshold fixed beforehand."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.entities import Advice


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the group decided.

    Attributes:
        cast: Votes for, against and abstained together; 0 before the vote.
        share: Percentage of all votes cast that were in favour, 0.0..100.0.
        voted: Whether a vote was counted.
        adopted: True or False, or None while open.
        overruled: Whether the group decided otherwise than the votes say.
    """

    cast: int
    share: float
    voted: bool
    adopted: bool | None
    overruled: bool


def outcome(advice: Advice, threshold: int) -> Outcome:
    """Weigh the votes of ``advice`` against ``threshold`` percent.

    Abstentions count as votes cast, so the share is the part of everybody present who is in
    favour; that is the strictest of the usual readings and the one the bar on screen shows.
    """
    counts = (advice.votes_for, advice.votes_against, advice.votes_abstain)
    cast = sum(count or 0 for count in counts)
    voted = cast > 0
    share = 100.0 * (advice.votes_for or 0) / cast if voted else 0.0
    # Whole numbers, so that 75 of 100 meets 75 % whatever the rounding.
    by_vote = 100 * (advice.votes_for or 0) >= threshold * cast if voted else None
    decided = {"adopted": True, "rejected": False}.get(advice.decision, by_vote)
    return Outcome(cast, share, voted, decided, by_vote is not None and decided is not by_vote)
