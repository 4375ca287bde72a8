"""The whole dialogue in memory: entity tables and the plain questions one asks of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeVar, cast

from facilitator.domain import entities as e
from facilitator.domain.changes import RowChange

T = TypeVar("T", bound=e.Entity)
Tables = dict[str, dict[str, e.Entity]]
_FEW = 200
_NOTHING_YET = e.Dialogue()
"""More changes than this at once are cheaper put in order anew."""


@dataclass(frozen=True, slots=True)
class State:
    """A live or copied view of all entities, dead ones included; the accessors give living ones in order.

    ``copy()`` gives a snapshot that later edits do not touch: entities are frozen, tables are copied.
    """

    tables: Tables = field(default_factory=dict[str, dict[str, e.Entity]])
    last_seq: dict[str, int] = field(default_factory=dict[str, int], compare=False)
    """Kept by whoever changes the tables: no ``seq`` of that kind of entity is larger."""
    ordered: dict[str, list[e.Entity]] | None = field(default=None, compare=False, repr=False)
    """Living entities in order, once asked for; None when nobody calls ``follow`` as tables change."""

    def copy(self) -> State:
        """Return a snapshot; costs one dictionary copy per kind of entity."""
        return State({name: dict(rows) for name, rows in self.tables.items()})

    def get(self, entity: str, id: str) -> e.Entity | None:
        """Return the entity, dead or alive, or None."""
        return self.tables.get(entity, {}).get(id)

    def _living(self, name: str, _kind: type[T]) -> list[T]:
        rows = cast("Iterable[T]", self.tables.get(name, {}).values())
        return [row for row in rows if row.alive]

    def _in_order(self, name: str, kind: type[T]) -> list[T]:
        """Return the living entities of a kind by ``seq``, then id."""
        if self.ordered is None:
            return sorted(self._living(name, kind), key=_by_seq)
        kept = cast("list[T] | None", self.ordered.get(name))
        if kept is None:
            kept = sorted(self._living(name, kind), key=_by_seq)
            self.ordered[name] = cast("list[e.Entity]", kept)
        return kept.copy()

    def follow(self, rows: Sequence[RowChange]) -> None:
        """Be told what changed in the tables: what was put in order stays so at the cost of the change."""
        if self.ordered is None:
            return
        if len(rows) > _FEW:
            for name in {row.entity for row in rows}:
                self.ordered.pop(name, None)
            return
        for row in rows:
            kept = self.ordered.get(row.entity)
            if kept is not None:
                _put_in_order(kept, row)

    @property
    def dialogue(self) -> e.Dialogue:
        """Return the dialogue itself."""
        return cast("e.Dialogue", self.tables.get("dialogue", {}).get(e.DIALOGUE_ID, _NOTHING_YET))

    @property
    def meetings(self) -> list[e.Meeting]:
        """Return the living meetings in order."""
        return self._in_order("meeting", e.Meeting)

    @property
    def all_personas(self) -> list[e.Persona]:
        """Return the living personas in order, hidden ones too."""
        return self._in_order("persona", e.Persona)

    @property
    def personas(self) -> list[e.Persona]:
        """Return the living personas that take part, in order."""
        return [persona for persona in self.all_personas if not persona.hidden]

    @property
    def notes(self) -> list[e.Note]:
        """Return the living notes in reading order."""
        return self._in_order("note", e.Note)

    @property
    def insights(self) -> list[e.Insight]:
        """Return the living insights in order."""
        return self._in_order("insight", e.Insight)

    @property
    def goals(self) -> list[e.Goal]:
        """Return the living goals in order; goal number = place + 1."""
        return self._in_order("goal", e.Goal)

    @property
    def advices(self) -> list[e.Advice]:
        """Return all living pieces of advice in order of ``seq``."""
        return self._in_order("advice", e.Advice)

    @property
    def replies(self) -> list[e.Reply]:
        """Return the living replies of the commissioner."""
        return sorted(self._living("reply", e.Reply), key=lambda reply: reply.id)

    @property
    def actions(self) -> list[e.Action]:
        """Return the living actions in order."""
        return self._in_order("action", e.Action)

    @property
    def ballots(self) -> list[e.Ballot]:
        """Return the living rounds of voting in order."""
        return self._in_order("ballot", e.Ballot)

    @property
    def piles(self) -> list[e.Pile]:
        """Return every living counted pile, oldest first."""
        return sorted(self._living("pile", e.Pile), key=lambda pile: pile.id)

    @property
    def spots(self) -> list[e.Spot]:
        """Return where notes were laid by hand, on all boards."""
        return self._living("spot", e.Spot)

    def note(self, id: str) -> e.Note | None:
        """Return the living note, or None."""
        return self._one("note", id, e.Note)

    def persona(self, id: str) -> e.Persona | None:
        """Return the living persona, or None."""
        return self._one("persona", id, e.Persona)

    def meeting(self, id: str) -> e.Meeting | None:
        """Return the living meeting, or None."""
        return self._one("meeting", id, e.Meeting)

    def insight(self, id: str) -> e.Insight | None:
        """Return the living insight, or None."""
        return self._one("insight", id, e.Insight)

    def goal(self, id: str) -> e.Goal | None:
        """Return the living goal, or None."""
        return self._one("goal", id, e.Goal)

    def advice(self, id: str) -> e.Advice | None:
        """Return the living advice, or None."""
        return self._one("advice", id, e.Advice)

    def picture(self, id: str) -> e.Picture | None:
        """Return the living picture, or None."""
        return self._one("picture", id, e.Picture)

    def ballot(self, id: str) -> e.Ballot | None:
        """Return the living round of voting, or None."""
        return self._one("ballot", id, e.Ballot)

    def board(self, key: str) -> e.Board:
        """Return how a board lies; as every board begins when nobody changed it."""
        return self._one("board", key, e.Board) or e.Board(id=key)

    def gate(self, step: str) -> e.Gate:
        """Return what was decided at the gate of ``step``; an empty one when nothing was."""
        return self._one("gate", step, e.Gate) or e.Gate(id=step)

    def _one(self, name: str, id: str, kind: type[T]) -> T | None:
        row = self.tables.get(name, {}).get(id)
        return row if isinstance(row, kind) and row.alive else None

    def next_seq(self, entity: str) -> int:
        """Return a ``seq`` behind every entity of this kind, dead ones included."""
        known = self.last_seq.get(entity)
        if known is not None:
            return known + 1
        rows = cast("Mapping[str, e.Note]", self.tables.get(entity, {}))
        return max((row.seq for row in rows.values()), default=0) + 1


_by_seq = attrgetter("seq", "id")
"""How entities with a ``seq`` are ordered; written in C, which is felt with a hundred thousand of them."""


def _put_in_order(kept: list[e.Entity], row: RowChange) -> None:
    before, after = row.before, row.after
    if before is not None and before.alive:
        place = bisect_left(kept, _by_seq(before), key=_by_seq)
        if after.alive and _by_seq(before) == _by_seq(after):
            kept[place] = after
            return
        del kept[place]
    if after.alive:
        kept.insert(bisect_left(kept, _by_seq(after), key=_by_seq), after)
