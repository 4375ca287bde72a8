"""Count a round of voting in the room: piles added up, held against how many there should be.

Everything is a sum over a set of piles, so neither the order of counting nor the laptop it was
done on can matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.domain.entities import Ballot, Insight, Pile
from facilitator.domain.state import State

HANDS = ("for", "against", "abstain")
TABLES_ASSUMED = 8
"""Tables to count at when neither the meeting nor the round of voting says how many there are."""

Cell = tuple[str, str, str]
"""Target, unit and choice."""


@dataclass(frozen=True, slots=True)
class Control:
    """What was counted against what there must be.

    Attributes:
        expected: None while nobody said how many people vote.
    """

    counted: int
    expected: int | None

    @property
    def over(self) -> int:
        """Return how many too many were counted, 0 or more."""
        return max(self.counted - self.expected, 0) if self.expected is not None else 0

    @property
    def under(self) -> int:
        """Return how many are still missing, 0 or more."""
        return max(self.expected - self.counted, 0) if self.expected is not None else 0


@dataclass(frozen=True, slots=True)
class Tally:
    """The outcome so far of one round.

    Attributes:
        targets, units, choices: What is counted for, where, and into what; in the order of counting.
        counts: Sum of the piles of a cell; a cell without a pile is absent, one with a pile of 0 is not.
        piles: The counts of the single piles of a cell, oldest first.
        adrift: Counted for something that is no longer there; part of the control total.
    """

    ballot: Ballot
    targets: tuple[str, ...]
    units: tuple[str, ...]
    choices: tuple[str, ...]
    counts: Mapping[Cell, int] = field(default_factory=dict[Cell, int])
    piles: Mapping[Cell, tuple[int, ...]] = field(default_factory=dict[Cell, tuple[int, ...]])
    adrift: int = 0

    def of(self, target: str | None = None, unit: str | None = None, choice: str | None = None) -> int:
        """Return the sum over all cells that fit; None fits all."""
        wanted = (target, unit, choice)
        return sum(
            count
            for cell, count in self.counts.items()
            if all(want is None or want == have for want, have in zip(wanted, cell, strict=True))
        )

    def people(self, unit: str | None = None) -> int | None:
        """Return how many people vote at ``unit``, or in all; None while nobody said (or said 0)."""
        told = self.ballot.attendance.items()
        known = {key: int(text) for key, text in told if text.isdigit() and int(text)}
        if unit:
            return known.get(unit)
        if self.ballot.people:
            return self.ballot.people
        there = [known[unit] for unit in self.units if unit in known]
        return sum(there) if there and len(there) == len(self.units) else None

    def control(self, target: str | None = None, unit: str | None = None) -> Control:
        """Hold what was counted against the people: all their dots, or one hand each per target.

        Dots are held against the people of a unit or of all; ``target`` only says which hands.
        For hands without a target those targets count that were voted on at all.
        """
        people = self.people(unit)
        if self.ballot.method == "dots":
            adrift = self.adrift if unit is None else 0
            return Control(self.of(unit=unit) + adrift, None if people is None else people * self.ballot.dots)
        votes = 1 if target is not None else len({cell[0] for cell in self.counts if unit in (None, cell[1])})
        return Control(self.of(target, unit), None if people is None else people * votes)

    def missing(self) -> list[tuple[str, str]]:
        """Return every target and unit for which nothing was entered yet, not even a nought."""
        counted = {cell[:2] for cell in self.counts}
        return [(t, u) for t in self.targets for u in self.units if (t, u) not in counted]

    def faults(self) -> list[tuple[str, str, Control]]:
        """Return target and unit (empty: all) where too many or too few were counted.

        A unit where nothing was counted yet is not at fault.
        """
        found: list[tuple[str, str, Control]] = []
        hands = self.ballot.method == "hands"
        for target in self.targets if hands else ("",):
            for unit in self.units:
                control = self.control(target or None, unit)
                begun = any(cell[1] == unit and target in ("", cell[0]) for cell in self.counts)
                if begun and (control.over or control.under):
                    found.append((target, unit, control))
        return found

    def ranking(self) -> list[tuple[str, int]]:
        """Return the targets with their dots, or hands in favour, most first; equals keep their order."""
        wanted = "dot" if self.ballot.method == "dots" else "for"
        scores = dict.fromkeys(self.targets, 0)
        for (target, _unit, choice), number in self.counts.items():
            if choice == wanted:
                scores[target] += number
        return sorted(scores.items(), key=lambda score: -score[1])


def targets_of(state: State, ballot: Ballot) -> tuple[str, ...]:
    """Return the living targets of a round in order; what was merged counts for what it went into."""
    rows = state.insights if ballot.subject == "insight" else state.advices
    living = [row.id for row in rows]
    if not ballot.targets:
        return tuple(living)
    wanted = {heir(state, ballot.subject, id) for id in ballot.targets}
    return tuple(id for id in living if id in wanted)


def heir(state: State, subject: str, id: str) -> str:
    """Return what ``id`` went into when it was merged, however often; else ``id`` itself."""
    seen: set[str] = set()
    row = state.get(subject, id)
    while isinstance(row, Insight) and not row.alive and row.merged_into and id not in seen:
        seen.add(id)
        id = row.merged_into
        row = state.get(subject, id)
    return id


def units_of(state: State, ballot: Ballot, piles: Iterable[Pile] = ()) -> tuple[str, ...]:
    """Return where is counted: tables or personas in order, or ``""`` alone; units with piles always."""
    if not ballot.unit:
        return ("",)
    used = {pile.unit for pile in piles if pile.unit} | set(ballot.attendance)
    if ballot.unit == "persona":
        order = [persona.id for persona in state.all_personas]
        shown = {persona.id for persona in state.personas} if not ballot.attendance else set[str]()
        known = [id for id in order if id in shown | used]
        return tuple([*known, *sorted(used - set(order))])
    most = max((meeting.tables for meeting in state.meetings), default=0) or TABLES_ASSUMED
    numbers = used if ballot.attendance else used | {str(n) for n in range(1, most + 1)}
    return tuple(sorted(numbers, key=lambda text: (not text.isdigit(), int(text) if text.isdigit() else 0)))


def tally(state: State, ballot: Ballot) -> Tally:
    """Add up the piles of a round; a pile for something merged counts for what it went into."""
    return count(state, ballot, [pile for pile in state.piles if pile.ballot == ballot.id])


def count(state: State, ballot: Ballot, piles: Sequence[Pile]) -> Tally:
    """Add up ``piles``, in whatever order they come."""
    targets = targets_of(state, ballot)
    there = set(targets)
    sums: Counter[Cell] = Counter()
    single: dict[Cell, list[tuple[str, int]]] = {}
    adrift = 0
    for pile in piles:
        target = heir(state, ballot.subject, pile.target)
        if target not in there:
            adrift += pile.count
            continue
        cell = (target, pile.unit, pile.choice)
        sums[cell] += pile.count
        single.setdefault(cell, []).append((pile.id, pile.count))
    return Tally(
        ballot=ballot,
        targets=targets,
        units=units_of(state, ballot, piles),
        choices=("dot",) if ballot.method == "dots" else HANDS,
        counts=dict(sums),
        piles={cell: tuple(n for _, n in sorted(found)) for cell, found in single.items()},
        adrift=adrift,
    )


def dots(state: State) -> dict[str, int]:
    """Return the dots per insight in the newest round of dots; empty when there was none."""
    rounds = [b for b in state.ballots if b.subject == "insight" and b.method == "dots"]
    if not rounds:
        return {}
    told = tally(state, rounds[-1])
    return {target: told.of(target) for target in told.targets} if told.counts else {}


def dots_of(state: State, insight: str) -> int:
    """Return the dots of one insight in the newest round of dots; use ``dots`` for many."""
    return dots(state).get(insight, 0)
