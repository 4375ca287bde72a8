"""What a dialogue on several laptops must be, told as plainly as can be: a heap of events in a dictionary.

Nothing here is shared with the store but the names and defaults of the fields. A value is that of the newest
event about it; undo gives back what was there before, unless somebody else changed it since; what was erased
is gone from every event, and nothing brings it back.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.domain.schema import DEFAULTS, Value

Moment = tuple[int, str]
"""Stamp and laptop."""
Thing = tuple[str, str]
"""Entity and id."""
Place = tuple[str, str, str]
"""Entity, id and field."""
Wish = tuple[str, int | None, dict[Place, Value]]
"""What an edit must tell: kind, the stamp of what it reverts, and the new values."""
Told = tuple[int, str, int | None, list[tuple[int, Place, Value]]]
"""What was recorded: stamp, kind, reverted stamp, and of each event its stamp, place and value."""


class Gone:
    """Stands where a value was erased."""


GONE = Gone()


class Different(Exception):  # noqa: N818
    """The store and the model disagree; the text says about what."""


@dataclass
class Plain:
    """One laptop's copy.

    Attributes:
        values: Every event by its place and moment.
        edits: Moment of each edit -> its kind and what it reverts.
        parts: Edit -> its events, as place and moment.
        wiped: Moment of each event that erased -> what it erased, all of it where no field is named.
        knew: Moment of each edit -> the erasing events its laptop knew of by then, its own too.
        part_of: Moment of each event -> its edit.
    """

    source: str
    values: dict[Place, dict[Moment, Value | Gone]] = field(default_factory=dict)  # pyright: ignore[reportUnknownVariableType]
    order: dict[Place, list[Moment]] = field(default_factory=dict)  # pyright: ignore[reportUnknownVariableType]
    edits: dict[Moment, tuple[str, int | None]] = field(default_factory=dict)  # pyright: ignore[reportUnknownVariableType]
    parts: dict[Moment, list[tuple[Place, Moment]]] = field(default_factory=dict)  # pyright: ignore[reportUnknownVariableType]
    wiped: dict[Moment, tuple[str, str, str]] = field(default_factory=dict)  # pyright: ignore[reportUnknownVariableType]
    knew: dict[Moment, frozenset[Moment]] = field(default_factory=dict[Moment, frozenset[Moment]])
    part_of: dict[Moment, Moment] = field(default_factory=dict[Moment, Moment])
    undo: list[int] = field(default_factory=list[int])
    redo: list[int] = field(default_factory=list[int])
    newest: int = 0

    # ── what is ─────────────────────────────────────────────────────────────

    def value(self, place: Place) -> Value:
        """Return what a field is now."""
        return self._newest(place, self.order.get(place, ()))

    def _newest(self, place: Place, moments: Sequence[Moment]) -> Value:
        for moment in reversed(moments):
            found = self.values[place][moment]
            if not isinstance(found, Gone):
                return found
        return DEFAULTS[place[0]][place[2]]

    def thing(self, thing: Thing) -> dict[str, Value]:
        """Return all fields of a thing."""
        return {name: self.value((*thing, name)) for name in DEFAULTS[thing[0]]}

    def things(self) -> set[Thing]:
        """Return everything there ever was."""
        return {place[:2] for place in self.order}

    def lives(self, thing: Thing) -> bool:
        """Tell whether it is to be seen."""
        return self.value((*thing, "alive")) is True

    def erased(self) -> set[Thing]:
        """Return what was erased altogether."""
        return {(entity, id) for entity, id, name in self.wiped.values() if not name}

    def everything(self) -> dict[Thing, dict[str, Value]]:
        """Return all fields of all things."""
        return {thing: self.thing(thing) for thing in self.things()}

    # ── what an edit must tell ──────────────────────────────────────────────

    def wish(self, kind: str, fields: Iterable[tuple[Thing, Mapping[str, Value]]]) -> list[Wish]:
        """Return what an edit of these fields tells: what changes; nothing about what was erased."""
        wanted = {(*thing, name): value for thing, given in fields for name, value in given.items()}
        gone = self.erased()
        new = {p: value for p, value in wanted.items() if p[:2] not in gone and self.value(p) != value}
        return [(kind, None, new)] if new else []

    def turn(self, kind: str) -> Wish:
        """Return what undoing or redoing the next edit tells."""
        stamp = (self.undo if kind == "undo" else self.redo)[-1]
        new: dict[Place, Value] = {}
        for place, moment in self.parts[stamp, self.source]:
            given = self.values[place][moment]
            if isinstance(given, Gone) or place[:2] in self.erased():
                continue
            earlier = self._newest(place, self.order[place][: bisect_left(self.order[place], moment)])
            if self.value(place) == given and earlier != given:
                new[place] = earlier
        return kind, stamp, new

    def wipe(self, things: Sequence[Thing], fields: Mapping[Place, Value]) -> list[Wish]:
        """Return what erasing tells."""
        known = self.things() - self.erased()
        left = known.difference(things)
        new = {place: value for place, value in fields.items() if place[:2] in left}
        new |= {(*thing, "alive"): False for thing in things if thing in known}
        return [("erase", None, new)] if new else []

    # ── what was told ───────────────────────────────────────────────────────

    def take(self, told: Sequence[Told], wishes: Sequence[Callable[[], Wish]]) -> None:
        """Take in what the store recorded, after comparing it with what it should have.

        Raises:
            Different: it recorded something else.
        """
        if len(told) != len(wishes):
            raise Different(f"{len(told)} edits were recorded, not {len(wishes)}")
        for (stamp, kind, reverted, events), wish in zip(told, wishes, strict=True):
            found = (kind, reverted, {place: value for _, place, value in events})
            if found != wish():
                raise Different(f"recorded {found}, not {wish()}")
            for at in (stamp, *(at for at, _, _ in events)):
                if at <= self.newest:
                    raise Different(f"the stamp {at} does not come after {self.newest}")
                self.newest = at
            self._add(stamp, kind, reverted, events)

    def _add(
        self, stamp: int, kind: str, reverted: int | None, events: Sequence[tuple[int, Place, Value]]
    ) -> None:
        edit = (stamp, self.source)
        self.edits[edit] = (kind, reverted)
        self.parts[edit] = []
        for at, place, value in events:
            self._put(edit, place, (at, self.source), value)
            if kind == "erase":
                name = "" if place[2] == "alive" else place[2]
                self.wiped[at, self.source] = (*place[:2], name)
        self.knew[edit] = frozenset(self.wiped)
        if kind == "erase":
            self._wipe(now=edit)
        elif kind == "undo":
            self.undo.pop()
            self.redo.append(stamp)
        elif kind == "redo":
            self.redo.pop()
            self.undo.append(stamp)
        elif kind == "edit":
            self.undo.append(stamp)
            self.redo.clear()

    def _put(self, edit: Moment, place: Place, moment: Moment, value: Value | Gone) -> None:
        known = self.values.setdefault(place, {})
        if moment not in known:
            insort(self.order.setdefault(place, []), moment)
            self.parts.setdefault(edit, []).append((place, moment))
            self.part_of[moment] = edit
        if known.get(moment) is not GONE:
            known[moment] = value

    def _wipe(self, now: Moment | None = None) -> None:
        """Empty what was erased; what tells so is emptied only when copies come together."""
        spared = {moment for _, moment in self.parts[now]} if now else set[Moment]()
        whole = self.erased()
        for at, (entity, id, name) in self.wiped.items():
            places = [(entity, id, name)] if name else self._places((entity, id))
            for place in places:
                for moment in self.order.get(place, ()):
                    unaware = at not in self.knew[self.part_of[moment]]
                    if moment not in spared and ((entity, id) in whole or unaware):
                        self.values[place][moment] = GONE

    def _keep_common(self) -> None:
        """Tell again what several erasures of one field, none knowing of the others, have in common."""
        whole = self.erased()
        for place in sorted({about for about in self.wiped.values() if about[2]}):
            every = frozenset(at for at, about in self.wiped.items() if about == place)
            knew = {moment: self.knew[self.part_of[moment]] & every for moment in self.order[place]}
            if place[:2] in whole or every in knew.values():
                continue
            last = [at for at in every if not any(at in knew[other] for other in every if other != at)]
            given = [self.values[place][at] for at in last]
            if GONE not in given:
                edit = (max(at for at, _ in last) + 1, f"together-{place}-{sorted(last)}")
                self.edits[edit] = ("view", None)
                self.knew[edit] = frozenset.union(*(self.knew[self.part_of[at]] for at in last))
                words = given[0] if given.count(given[0]) == len(given) else "[…]"
                self._put(edit, place, (edit[0] + 1, edit[1]), words)
                self.newest = max(self.newest, edit[0] + 1)

    def _places(self, thing: Thing) -> list[Place]:
        return [(*thing, name) for name in DEFAULTS[thing[0]] if (*thing, name) in self.order]

    def meet(self, other: Plain) -> None:
        """Take in everything another laptop's copy tells."""
        for edit, about in other.edits.items():
            self.edits[edit] = about
            self.parts.setdefault(edit, [])
            for place, moment in other.parts[edit]:
                self._put(edit, place, moment, other.values[place][moment])
        self.wiped |= other.wiped
        self.knew |= other.knew
        self._keep_common()
        self._wipe()
        self.newest = max(self.newest, other.newest)

    def restored(self, then: Plain) -> list[Wish]:
        """Return what going back to an earlier copy tells."""
        since = {about for about in self.wiped.items() if about not in then.wiped.items()}
        gone = {(entity, id) for _, (entity, id, name) in since if not name}
        kept = {about for _, about in since if about[2]}
        fields: list[tuple[Thing, Mapping[str, Value]]] = []
        for thing in self.things() | then.things():
            if thing in gone:
                continue
            if not then.lives(thing):
                fields.append((thing, {"alive": False}))
            else:
                was = then.thing(thing).items()
                fields.append((thing, {name: value for name, value in was if (*thing, name) not in kept}))
        return self.wish("edit", fields)
