"""Carry what was erased into the files beside a dialogue: its backups, and what was rescued of it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from facilitator.domain.entities import Entity
from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, ENTITY_TYPES, decode, encode
from facilitator.store import (
    earlier,
    engine,
    guard,
    log,
    migrations,
    projection,
    proof,
    scrubbing,
    unaware,
)
from facilitator.store.engine import Database, translated
from facilitator.store.keys import PLAIN, Key, salt_of
from facilitator.store.recovery import connect_to_read, journal_of

_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Erasure:
    """What one edit took away for good.

    Attributes:
        source, edit, label: The edit.
        entity, id, field: What; an empty field means all of it.
        stamp: Of its event.
        value: JSON text of what stands there instead; None when that was erased later.
    """

    source: str
    edit: int
    label: str
    entity: str
    id: str
    field: str
    stamp: int
    value: str | None

    @property
    def place(self) -> tuple[str, str, str, int]:
        """Return what ``log.erasures`` tells of it."""
        return self.entity, self.id, self.field, self.stamp


@dataclass(frozen=True, slots=True)
class Swept:
    """How carrying erasures into files went.

    Attributes:
        looked: Files that were there.
        cleaned: Those that were written anew.
        failed: Those that may still hold the words, each with why.
    """

    looked: int = 0
    cleaned: tuple[Path, ...] = ()
    failed: tuple[tuple[Path, UserError], ...] = ()


def erasures(db: Database) -> list[Erasure]:
    """Return everything that was erased in a dialogue, in order of time."""
    rows = db.execute(
        "SELECT edit.src, edit.hlc, edit.label, event.entity, event.id, event.field, event.hlc, event.value"
        " FROM event JOIN edit ON edit.src = event.src AND edit.hlc = event.edit"
        " WHERE edit.kind = 'erase' ORDER BY event.hlc, event.src"
    ).fetchall()
    return [
        Erasure(
            *cast("tuple[str, int, str, str, str]", row[:5]), "" if row[5] == "alive" else row[5], *row[6:]
        )
        for row in rows
    ]


def told(db: Database, fields: Mapping[str, Iterable[str]]) -> list[tuple[str, str, str, str]]:
    """Return entity, id, field and JSON value of all these fields ever held, newest first.

    Args:
        fields: entity -> the fields that are asked for.
    """
    asked = [place for entity, names in fields.items() for name in names for place in (entity, name)]
    rows = db.execute(
        "SELECT entity, id, field, value FROM event WHERE value IS NOT NULL AND (entity, field) IN (VALUES "
        + ", ".join(["(?, ?)"] * (len(asked) // 2))
        + ") ORDER BY hlc DESC, src DESC",
        asked,
    )
    return cast("list[tuple[str, str, str, str]]", rows.fetchall())


def files_of(identity: bytes, backups: Iterable[Path], rescued: Path | None = None) -> list[Path]:
    """Return the backups of a dialogue in these folders, and what was rescued of it; what is there now."""
    name = identity.hex()
    found: list[Path] = []
    for folder in backups:
        with contextlib.suppress(OSError):
            found += sorted(path for path in (folder / name).glob("*.dialoog") if path.is_file())
    if rescued is not None:
        with contextlib.suppress(OSError):
            found += sorted(path for path in rescued.glob(f"{name}*.dialoog") if path.is_file())
    return found


def earlier_files(path: Path) -> list[Path]:
    """Return the copies an update of the program put beside a dialogue."""
    with contextlib.suppress(OSError):
        beside = (one for one in path.parent.iterdir() if one.name.startswith(f"{path.stem}.v"))
        return sorted(one for one in beside if f"{path.suffix}.bak" in one.name and one.is_file())
    return []


def sweep(known: Sequence[Erasure], key: Key | None, files: Iterable[Path]) -> Swept:
    """Carry erasures into each of these files; one that refuses does not hold up the others."""
    looked, cleaned, failed = 0, list[Path](), list[tuple[Path, UserError]]()
    for path in files:
        looked += 1
        try:
            if erase_like(path, known, key):
                cleaned.append(path)
        except UserError as error:
            # Backups are thinned meanwhile: what is gone holds nothing.
            if os.path.lexists(path):
                failed.append((path, error))
    return Swept(looked, tuple(cleaned), tuple(failed))


def erase_like(path: Path, known: Sequence[Erasure], key: Key | None = None) -> bool:
    """Erase in one closed file of a dialogue what was erased in the dialogue; tell whether that was needed.

    The file is written anew beside itself, checked, and put in its place: it is whole at every moment, and
    no page of it that is not in use holds words. Nobody may have it open.

    Raises:
        UserError: ``store.damaged``, ``store.foreign``, ``store.newer``, ``key.wrong``, ``store.disk_full``,
            ``store.not_writable``, ``store.io``; the file is then as it was.
    """
    if not known:
        return False
    key = _key_of(path, key)
    guard.check_there(path)
    db = connect_to_read(path, key)
    try:
        version = guard.check_version(db, path)
        with translated(path):
            needed = _needed(db, known)
            dirty = scrubbing.is_pending(db)
        if not needed and not dirty:
            return False
        # Two rounds may come at the same time: each writes a file of its own, and both are right.
        draft = path.with_name(f".{path.name[:60]}.{os.urandom(4).hex()}.tmp")
        try:
            _new(draft)
            engine.copy_into(db, draft, key)
            db.close()
            _rewrite(draft, needed, key, version)
            _put_in_place(draft, path)
        finally:
            for left in (draft, journal_of(draft)):
                with contextlib.suppress(OSError):
                    left.unlink(missing_ok=True)
    finally:
        db.close()
    return True


def _key_of(path: Path, key: Key | None) -> Key | None:
    """Return the key of this very file: a dialogue may have got another key after its first backups."""
    head = salt_of(path)
    if head == PLAIN:
        return None
    if key is None:
        raise UserError("store.locked", path=str(path))
    return earlier.fitting(path, key)


def _needed(db: Database, known: Sequence[Erasure]) -> list[Erasure]:
    done = set(log.erasures(db))
    there = {
        place
        for id in {one.id for one in known}
        for place in cast(
            "list[tuple[str, str]]",
            db.execute("SELECT DISTINCT entity, id FROM event WHERE id = ?", [id]).fetchall(),
        )
    }
    return [one for one in known if one.place not in done and (one.entity, one.id) in there]


def _new(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise UserError("store.not_writable", path=str(draft), detail=error.strerror or "") from error


def _rewrite(draft: Path, needed: Sequence[Erasure], key: Key | None, version: int) -> None:
    db = engine.connect(draft, key=key)
    try:
        with translated(draft):
            if version < migrations.SCHEMA_VERSION:
                migrations.apply(db)
            with db.atomic():
                apply(db, needed)
                # What was there before may lie on in pages that are not in use, and between the rows.
                scrubbing.mark(db)
            scrubbing.scrub(db)
            if scrubbing.is_pending(db):
                raise UserError("store.disk_full", path=str(draft))
            guard.check_whole(db, draft)
            if projection.changed(db):
                raise UserError("store.damaged", path=str(draft), detail="text")
    finally:
        db.close()


def apply(db: Database, needed: Sequence[Erasure]) -> None:
    """Erase inside a transaction: each edit that erased becomes one here, upon the ends of this log."""
    identity = log.identity(db)
    for (source, stamp, label), mine in _by_edit(needed):
        before = b"".join(sorted(proof.heads(log.chains(db), identity)))
        # It stands upon other edits than the one it follows: another chain, so another name.
        name = f"{unaware.carried(source)}+{os.urandom(6).hex()}"
        told = [(one.stamp, (one.entity, one.id, one.field or "alive", _value(one))) for one in mine]
        blanks = [(one.entity, one.id, one.field) for one in mine]
        job = log.chained_job((name, stamp, "erase", label, None), told, before, (), blanks)
        job.write(db)
    unaware.blank(db)
    projection.write(db, [_told(db, *place) for place in {(one.entity, one.id) for one in needed}])


def _by_edit(needed: Sequence[Erasure]) -> Iterator[tuple[tuple[str, int, str], list[Erasure]]]:
    edits: dict[tuple[str, int, str], list[Erasure]] = {}
    for one in needed:
        edits.setdefault((one.source, one.edit, one.label), []).append(one)
    yield from edits.items()


def _value(one: Erasure) -> str:
    if one.value is not None:
        return one.value
    return "false" if not one.field else encode(DEFAULTS[one.entity][one.field])


def _told(db: Database, entity: str, id: str) -> Entity:
    """Return what the log says one entity is."""
    rows = db.execute(
        "SELECT field, value FROM event WHERE id = ? AND entity = ? ORDER BY value IS NOT NULL, hlc, src",
        [id, entity],
    ).fetchall()
    fields = {
        field: DEFAULTS[entity][field] if value is None else decode(entity, field, value)
        for field, value in cast("list[tuple[str, str | None]]", rows)
    }
    return cast("Any", ENTITY_TYPES[entity])(id=id, **fields)


def _put_in_place(draft: Path, path: Path) -> None:
    """Let the new file take the place of the old one, and write over what the old one held."""
    try:
        old = path.open("r+b", buffering=0) if os.name == "posix" else None
        try:
            with draft.open("r+b") as file:
                os.fsync(file.fileno())
            draft.replace(path)
            if old is not None:
                _write_over(old.fileno())
        finally:
            if old is not None:
                old.close()
    except OSError as error:
        raise UserError("store.not_writable", path=str(path), detail=error.strerror or "") from error


def shred(path: Path) -> None:
    """Write over what a file holds, once, and remove it; a link is only removed.

    Raises:
        OSError: The system refused; the file may be there still.
    """
    if not path.is_symlink() and path.stat().st_nlink == 1:
        with path.open("r+b", buffering=0) as file:
            _write_over(file.fileno())
    path.unlink()


def _write_over(handle: int) -> None:
    left = os.fstat(handle).st_size
    os.lseek(handle, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(handle, bytes(min(left, _CHUNK)))
    os.fsync(handle)
