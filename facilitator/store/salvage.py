"""Put together what can still be read of a damaged file, and write it into a new one.

Every text is one that was written: an edit counts when its chain holds, a single event when its proof
holds, a row when its mark holds. What holds nowhere is left out and counted as lost.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from facilitator.domain.entities import Entity
from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, ENTITY_TYPES, Value, decode, encode, non_default
from facilitator.store import disk, engine, files, guard, log, pieces, projection, proof
from facilitator.store.clock import system_now
from facilitator.store.engine import translated
from facilitator.store.keys import Key
from facilitator.store.log import LogRows
from facilitator.store.pieces import Pieces
from facilitator.store.proof import EditRow, EventRow

_LOOKED = 0.6
"""Share of the work that is reading; the rest is putting together and writing."""
_PUT_TOGETHER = 0.8
SOURCE = "salvage"
"""Stands in the log as the laptop that wrote down what was read."""


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was saved of a damaged file.

    Attributes:
        path: The new file.
        notes: Number of living notes in it.
        lost: Number of things known to have been there whose words could not be read; there may have been
            more.
        complete: Whether time was enough to look everywhere; else there may be more in the damaged file.
    """

    path: Path
    notes: int
    lost: int
    complete: bool


def save_readable(
    damaged: Path, out: Path, key: Key | None = None, tell: Callable[[float], object] | None = None
) -> Salvage:
    """Write what can be read of ``damaged``, which is only copied, into the new file ``out``.

    Args:
        tell: Gets how far it is, 0.0..1.0.

    Raises:
        UserError: ``salvage.nothing``, or ``salvage.unfinished`` when time ran out before anything was found;
            ``store.missing``, ``store.not_readable``, ``store.exists``, ``store.not_writable``,
            ``store.disk_full``, ``store.io``.
    """
    if out.exists():
        raise UserError("store.exists", path=str(out))
    found = look_into(damaged, key, lambda done: tell and tell(done * _LOOKED))
    identity = _identity(found) or os.urandom(proof.DIGEST)
    edits, events = _whole_edits(found, identity)
    wanted = _Words(found, edits, events).entities()
    if not any(row.alive for row in wanted.values()):
        raise UserError("salvage.nothing" if found.whole else "salvage.unfinished", path=str(damaged))
    if tell is not None:
        tell(_PUT_TOGETHER)
    files.create(out, key=key, identity=identity)
    try:
        _fill(out, key, LogRows(identity, edits, events), wanted)
    except BaseException:
        out.unlink(missing_ok=True)
        raise
    notes = sum(name == "note" and row.alive for (name, _), row in wanted.items())
    return Salvage(out, notes, _lost(found, wanted), found.whole)


def look_into(damaged: Path, key: Key | None = None, tell: pieces.Tell = pieces.quiet) -> Pieces:
    """Return what can be read of a damaged file, which is only copied.

    Raises:
        UserError: ``store.missing``, ``store.foreign`` for what is no file, ``store.too_large``,
            ``store.not_readable``, ``store.io``.
    """
    guard.check_there(damaged)
    if damaged.stat().st_size > guard.SIZE_LIMIT:
        raise UserError("store.too_large", path=str(damaged), limit_mb=guard.SIZE_LIMIT // 1024**2)
    try:
        # For the owner alone, and gone before anybody looks.
        with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
            return pieces.gather(damaged, Path(folder), key, tell)
    except FileNotFoundError:
        raise UserError("store.missing", path=str(damaged)) from None
    except PermissionError:
        raise UserError("store.not_readable", path=str(damaged)) from None
    except OSError as error:
        raise UserError("store.io", path=str(damaged), detail=error.strerror or "") from error


def identity_of(damaged: Path, key: Key | None = None) -> bytes:
    """Return which dialogue a damaged file is of, as far as can be read; empty when nothing tells.

    Raises:
        UserError: as ``look_into``.
    """
    return _identity(look_into(damaged, key))


def _identity(found: Pieces) -> bytes:
    """Return which dialogue it is: what the file tells, or what its first edit was made upon."""
    if found.identity:
        return found.identity
    edits = [edit for variants in found.edits.values() for edit in variants]
    chains = {edit[6] for edit in edits}
    firsts = sorted((edit[1], edit[5]) for edit in edits if edit[5] and len(edit[5]) == proof.DIGEST)
    return next((before for _, before in firsts if before not in chains), b"")


def _whole_edits(found: Pieces, identity: bytes) -> tuple[list[EditRow], list[EventRow]]:
    """Return the edits that are wholly as they were written, each with all edits it was made upon."""
    of_edit: dict[tuple[str, int], list[EventRow]] = {}
    for variants in found.events.values():
        for event in _holding(variants)[:1]:
            of_edit.setdefault((event[0], event[2]), []).append(event)
    known = {identity}
    edits: list[EditRow] = []
    events: list[EventRow] = []
    for name, variants in sorted(found.edits.items(), key=lambda item: (item[0][1], item[0][0])):
        mine = sorted(of_edit.get(name, []), key=lambda event: event[1])
        told = [(e[1], e[3], e[4], e[5], e[7]) for e in mine]
        for edit in variants:
            if (
                edit[5] is not None  # pyright: ignore[reportUnnecessaryComparison]
                and proof.chained(edit[5], edit[:5], told) == edit[6]
                and known.issuperset(proof.split(edit[5]))
            ):
                known.add(edit[6])
                edits.append(edit)
                events += mine
                break
    return edits, events


def _holding(variants: Iterable[EventRow]) -> list[EventRow]:
    return [event for event in variants if proof.holds(event[7], event[6])]


class _Words:
    """Decides for every field what was said last."""

    def __init__(self, found: Pieces, edits: list[EditRow], events: list[EventRow]) -> None:
        self._found = found
        self._sure = {event[:2] for event in events}
        told = [event for variants in found.events.values() for event in _holding(variants)[:1]]
        # A proof is of the value alone: a slip in the id would put words into the mouth of nobody.
        often = Counter(event[4] for event in told)
        told = [
            event
            for event in told
            if event[:2] in self._sure
            or event[4] in found.ids
            or often[event[4]] > 1
            or (event[4], *event[:2]) in found.named
        ]
        self._told: dict[tuple[str, str], dict[str, list[EventRow]]] = {}
        for event in sorted(told, key=lambda event: (event[1], event[0])):
            self._told.setdefault((event[3], event[4]), {}).setdefault(event[5], []).append(event)

    def entities(self) -> dict[tuple[str, str], Entity]:
        """Return every entity there is anything to say of."""
        found: dict[tuple[str, str], Entity] = {}
        for place in {**self._found.rows, **self._told, **self._found.unmarked}:
            name, id = place
            row = self._row(name, self._found.rows.get(place))
            fields = self._fields(place, row)
            if row is None and "alive" not in fields and any(fields.values()):
                # That it was made can be what is lost.
                fields["alive"] = True
            if name == "note" and not (fields.get("text") or row):
                # A note without words is none; it counts as lost.
                fields["alive"] = False
            older = self._row(name, self._found.unmarked.get(place)) or {}
            found[place] = cast("Any", ENTITY_TYPES[name])(id=id, **{**older, **fields})
        return found

    def _row(self, name: str, columns: dict[str, Any] | None) -> dict[str, Value] | None:
        if columns is None:
            return None
        try:
            return {field: projection.from_column(name, field, value) for field, value in columns.items()}
        except UserError:
            return None

    def _fields(self, place: tuple[str, str], row: dict[str, Value] | None) -> dict[str, Value]:
        fields: dict[str, Value] = dict(row or {})
        for name, events in self._told.get(place, {}).items():
            last = events[-1]
            if row is not None:
                # A row is how the entity was last. Only where it holds what was said before something the log
                # is sure of, it was the row that stayed behind; else what it holds is what the log lost.
                now = encode(row[name])
                behind = any(event[6] == now for event in events[:-1]) and last[:2] in self._sure
                if last[6] == now or not behind:
                    continue
            value = _value(last)
            if value is not _NOTHING:
                fields[name] = cast("Value", value)
        return fields


_NOTHING = object()


def _value(event: EventRow) -> object:
    entity, name, value = event[3], event[5], event[6]
    try:
        return DEFAULTS[entity][name] if value is None else decode(entity, name, value)
    except UserError:
        return _NOTHING


def _fill(out: Path, key: Key | None, rows: LogRows, wanted: dict[tuple[str, str], Entity]) -> None:
    db = engine.connect(out, key=key)
    try:
        with translated(out), db.atomic():
            engine.execute_many(db, "INSERT INTO edit VALUES (?,?,?,?,?,?,?)", rows.edits)
            engine.execute_many(db, "INSERT INTO event VALUES (?,?,?,?,?,?,?,?)", rows.events)
            told = projection.from_log(db)
            projection.write(db, [row for table in told.values() for row in table.values()])
            changed = [
                (place, row)
                for place, row in wanted.items()
                if (told[place[0]].get(place[1]) or cast("Any", ENTITY_TYPES[place[0]])(id=place[1])) != row
            ]
            if changed:
                _tell(rows, changed, told).write(db)
    finally:
        db.close()
    disk.sync_folder(out.parent)


def _tell(
    rows: LogRows, changed: list[tuple[tuple[str, str], Entity]], told: dict[str, dict[str, Entity]]
) -> log.Job:
    """Return one edit that tells what the edits left whole do not tell."""
    stamp = max([system_now(), *(event[1] + 1 for event in rows.events), *(e[1] + 1 for e in rows.edits)])
    events: list[tuple[str, str, str, str]] = []
    for (name, id), row in changed:
        before = told[name].get(id)
        wanted = (
            non_default(row) if before is None else {field: getattr(row, field) for field in DEFAULTS[name]}
        )
        events += [
            (name, id, field, encode(value))
            for field, value in wanted.items()
            if before is None or getattr(before, field) != value
        ]
    ends = proof.heads(((edit[5], edit[6]) for edit in rows.edits), rows.identity)
    edit = (SOURCE, stamp, "view", "session.rescued", None)
    stamps = range(stamp + 1, stamp + 1 + len(events))
    before = b"".join(sorted(ends))
    return log.chained_job(edit, list(zip(stamps, events, strict=True)), before, [row for _, row in changed])


def _lost(found: Pieces, wanted: dict[tuple[str, str], Entity]) -> int:
    """Count what is known to have been there and of which nothing, or not all, could be read."""
    saved = {id for _, id in wanted}
    named = {id for id, source, stamp in found.named if (source, stamp) not in found.events}
    gone = {id for id in named if id not in saved}
    for variants in found.events.values():
        if not _holding(variants):
            places = {(event[3], event[4]) for event in variants}
            gone |= {id for name, id in places if (name, id) not in found.rows}
    return len(gone)
