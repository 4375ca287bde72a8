"""Erased fields when files come together: what was written without knowledge of the erasure goes too.

Which edit knew of which follows from the chain: every edit names the edits it was made upon. What somebody
wrote in a field without knowing that words in it were erased may hold those words, and nobody can look:
nothing of them is kept. So only what was written with knowledge of every erasure of a field stays. When two
laptops erased in one text, neither of them knowing, the words that stand in both texts stay: what the one
took out is not in its text, what the other took out not in that one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import reduce
from hashlib import sha256
from typing import cast

from facilitator.domain.schema import DEFAULTS, Value, decode, encode
from facilitator.store import log, proof
from facilitator.store.engine import Database
from facilitator.store.log import Blank

GAP = "[…]"
"""Stands where two texts have different words."""
_TOGETHER = "together-"
_CARRIED = re.compile(r"(\+[0-9a-f]{12})+$")
_NAME = 40

Name = tuple[str, int]
"""Laptop and stamp of an edit."""


@dataclass(frozen=True, slots=True)
class Held:
    """A version of a field that was dropped: its writer did not know that words in it were erased."""

    entity: str
    id: str
    field: str
    source: str


@dataclass(frozen=True, slots=True)
class _Event:
    source: str
    stamp: int
    edit: int
    value: str | None
    proof: bytes | None

    @property
    def name(self) -> Name:
        return self.source, self.edit


@dataclass(frozen=True, slots=True)
class _Causes:
    """What each edit knew.

    Attributes:
        own: Edit that erased -> its bit; one that was carried into a backup is the same as the first.
        known: Edit -> the erasures made before it that it knew of, and itself.
        followed: Edit -> the erasures that knew of it.
    """

    own: dict[Name, int]
    known: dict[Name, int]
    followed: dict[Name, int]


def carried(source: str) -> str:
    """Return the laptop that erased, of the name by which that is told in a backup."""
    return _CARRIED.sub("", source)[:_NAME]


def blank(db: Database) -> set[tuple[str, str]]:
    """Blank what knew nothing of an erasure, in a transaction; return the (entity, id) of all erasures."""
    places = log.erasures(db)
    touched = {(entity, id) for entity, id, _, _ in places}
    whole = {(entity, id) for entity, id, field, _ in places if not field}
    for entity, id in whole:
        # Also what another laptop wrote about it, before it knew or without knowing.
        log.blank(db, entity, id)
    fields = {place[:3] for place in places if place[2] and place[:2] not in whole}
    if fields:
        causes = _causes(db)
        for place in sorted(fields):
            _blank_field(db, place, causes)
    return touched


def met(db: Database, before: set[Name]) -> tuple[Held, ...]:
    """Return the versions that met an erasure unaware, since the log held the edits ``before``."""
    places = log.erasures(db)
    whole = {place[:2] for place in places if not place[2]}
    fields = {place[:3] for place in places if place[2] and place[:2] not in whole}
    causes = _causes(db) if fields else _Causes({}, {}, {})
    found: dict[Held, None] = {}
    for place in sorted(fields):
        events = _events(db, place)
        erased = [event for event in events if event.name in causes.own]
        for event in events:
            apart = ~(causes.known[event.name] | causes.followed[event.name])
            if any(
                apart & causes.own[one.name] and not (event.name in before and one.name in before)
                for one in erased
            ):
                found[Held(*place, event.source)] = None
    return tuple(found)


def _blank_field(db: Database, place: Blank, causes: _Causes) -> None:
    events = _events(db, place)
    erased = {causes.own[event.name]: event for event in events if event.name in causes.own}
    every = reduce(int.__or__, erased, 0)
    unaware = [event for event in events if causes.known[event.name] & every != every]
    if len(unaware) == len(events):
        _keep_what_is_in_all(db, place, list(erased.values()), causes)
    for event in unaware:
        if event.value is not None:
            db.execute(
                "UPDATE event SET value = NULL, proof = substr(proof, -16) WHERE src = ? AND hlc = ?",
                [event.source, event.stamp],
            )


def _keep_what_is_in_all(db: Database, place: Blank, erased: Sequence[_Event], causes: _Causes) -> None:
    """Write down what the texts of erasures that knew nothing of each other have in common.

    Everything about this edit follows from those, so that every laptop writes the same one.
    """
    bits = [causes.own[event.name] for event in erased]
    last = [
        event
        for event, bit in zip(erased, bits, strict=True)
        if not any(causes.known[other.name] & bit for other in erased if other is not event)
    ]
    if any(event.value is None for event in last):
        # Some other laptop had them all, and its words come with its file.
        return
    entity, id, field = place
    value = encode(_common([decode(entity, field, cast("str", event.value)) for event in last], place))
    last.sort(key=lambda event: (event.stamp, event.source))
    chains = sorted(cast("bytes", log.chain_of(db, *event.name)) for event in last)
    salt = sha256(b"".join(event.proof or b"" for event in last)).digest()[: proof.SALT]
    source = _TOGETHER + sha256("".join(place).encode() + b"".join(chains)).hexdigest()[:16]
    stamp = last[-1].stamp + 1
    label = "note.erased" if entity == "note" else "words.erased"
    edit = (source, stamp, "view", label, None)
    shown = proof.shown(salt, value)
    before = b"".join(chains)
    chain = proof.chained(before, edit, [(stamp + 1, entity, id, field, shown)])
    db.execute("INSERT OR IGNORE INTO edit VALUES (?,?,?,?,?,?,?)", [*edit, before, chain])
    row = [source, stamp + 1, stamp, entity, id, field, value, shown]
    db.execute("INSERT OR IGNORE INTO event VALUES (?,?,?,?,?,?,?,?)", row)


def _common(values: Sequence[Value], place: Blank) -> Value:
    if all(value == values[0] for value in values):
        return values[0]
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) == len(values):
        return reduce(common_words, sorted(texts))
    return DEFAULTS[place[0]][place[2]]


def common_words(one: str, other: str) -> str:
    """Return the words that stand in both texts, in their order, with a mark where they differ."""
    first, second = re.findall(r"\S+\s*", one), re.findall(r"\S+\s*", other)
    plain = [word.strip() for word in first], [word.strip() for word in second]
    found, at, there = list[str](), 0, 0
    for start, start_there, size in SequenceMatcher(None, *plain, autojunk=False).get_matching_blocks():
        if start > at or start_there > there:
            found.append(f"{GAP} " if not found or found[-1][-1].isspace() else f" {GAP} ")
        found += first[start : start + size]
        at, there = start + size, start_there + size
    return "".join(found).strip()


# ── the chain ───────────────────────────────────────────────────────────────


def _events(db: Database, place: Blank) -> list[_Event]:
    entity, id, field = place
    rows = db.execute(
        "SELECT src, hlc, edit, value, proof FROM event WHERE id = ? AND entity = ? AND field = ?"
        " ORDER BY hlc, src",
        [id, entity, field],
    ).fetchall()
    return [_Event(*row) for row in cast("list[tuple[str, int, int, str | None, bytes | None]]", rows)]


def _causes(db: Database) -> _Causes:
    rows = cast(
        "list[tuple[str, int, str, bytes, bytes]]",
        db.execute("SELECT src, hlc, kind, prev, chain FROM edit ORDER BY hlc, src").fetchall(),
    )
    bits: dict[Name, int] = {}
    own: dict[Name, int] = {}
    for source, stamp, kind, _, _ in rows:
        if kind == "erase":
            own[source, stamp] = bits.setdefault((carried(source), stamp), 1 << len(bits))
    place = {row[4]: nth for nth, row in enumerate(rows)}
    upon = [[place[chain] for chain in proof.split(row[3]) if chain in place] for row in rows]
    mine = [own.get(row[:2], 0) for row in rows]
    known, followed = list(mine), [0] * len(rows)
    order = _in_order(upon)
    for nth in order:
        for one in upon[nth]:
            known[nth] |= known[one]
    for nth in reversed(order):
        for one in upon[nth]:
            followed[one] |= followed[nth] | mine[nth]
    names = [row[:2] for row in rows]
    return _Causes(own, _by_name(names, known), _by_name(names, followed))


def _by_name(names: Iterable[Name], bits: Iterable[int]) -> dict[Name, int]:
    # An event without its edit is damage: it knew nothing.
    return defaultdict(int, zip(names, bits, strict=True))


def _in_order(upon: Sequence[Sequence[int]]) -> list[int]:
    """Return the places of edits, each behind those it was made upon; a ring is left out."""
    above: list[list[int]] = [[] for _ in upon]
    waiting = [len(ones) for ones in upon]
    for nth, ones in enumerate(upon):
        for one in ones:
            above[one].append(nth)
    order = [nth for nth, count in enumerate(waiting) if not count]
    for nth in order:
        for one in above[nth]:
            waiting[one] -= 1
            if not waiting[one]:
                order.append(one)
    return order
