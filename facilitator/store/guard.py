"""What a file must be before it is opened as a dialogue: ours, whole, and not newer than the program."""

from __future__ import annotations

import errno
import stat
import time
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from facilitator import paths
from facilitator.domain import caps
from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, ENTITY_TYPES, decode
from facilitator.domain.state import Tables
from facilitator.store import engine, log, migrations, projection, proof, scrubbing
from facilitator.store.engine import Database, Secret, dbapi, translated, wrapped
from facilitator.store.log import LogRows
from facilitator.store.recovery import journal_of

_MAGIC = b"SQLite format 3\x00"
HEADER = 100
PAGE = 4096
SUFFIX = ".dialoog"
_NOISE = 240


def check_header(path: Path) -> int:
    """Look at the first bytes and return the file's schema version.

    Raises:
        UserError: ``store.missing``, ``store.foreign``, ``store.newer``, ``store.locked`` for what looks
            encrypted, ``store.not_readable`` or ``store.io``.
    """
    check_there(path)
    try:
        with path.open("rb") as file:
            head = file.read(PAGE)
    except PermissionError:
        raise UserError("store.not_readable", path=str(path)) from None
    except OSError as error:
        raise UserError("store.io", path=str(path), detail=error.strerror or "") from error
    if not head.startswith(_MAGIC) and _is_noise(head, path):
        raise UserError("store.locked", path=str(path))
    if len(head) < HEADER or not head.startswith(_MAGIC):
        raise UserError("store.foreign", path=str(path))
    if int.from_bytes(head[68:72], "big") != migrations.APPLICATION_ID:
        raise UserError("store.foreign", path=str(path))
    version = int.from_bytes(head[60:64], "big") & ~scrubbing.PENDING
    if version > migrations.SCHEMA_VERSION:
        raise UserError("store.newer", path=str(path), version=version, known=migrations.SCHEMA_VERSION)
    return version


def looks_locked(path: Path) -> bool:
    """Tell whether a file that is not open here can be an encrypted dialogue."""
    try:
        with paths.open_plain(path) as file:
            return _is_noise(file.read(PAGE), path)
    except OSError:
        return False


def _is_noise(head: bytes, path: Path) -> bool:
    """Tell whether this can be a page of an encrypted dialogue: whole pages that look like noise."""
    if path.suffix != SUFFIX or len(head) < PAGE or path.stat().st_size % PAGE:
        return False
    # Of 4096 random bytes nearly all 256 there are turn up; in a text or the head of a picture they do not.
    return len(set(head)) > _NOISE


def check_version(db: Database, path: Path) -> int:
    """Return the schema version of an open file.

    Raises:
        UserError: ``store.foreign``, ``store.newer``, ``store.damaged``, ``store.io``.
    """
    with translated(path):
        ours = db.execute("PRAGMA application_id").fetchone() == (migrations.APPLICATION_ID,)
        version = scrubbing.version(db)
    if not ours:
        raise UserError("store.foreign", path=str(path))
    if version > migrations.SCHEMA_VERSION:
        raise UserError("store.newer", path=str(path), version=version, known=migrations.SCHEMA_VERSION)
    return version


def check_there(path: Path) -> None:
    """Refuse a place where no file is.

    Raises:
        UserError: ``store.missing``, ``store.foreign`` for a folder, ``store.not_readable``, ``store.io``.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise UserError("store.missing", path=str(path)) from None
    except PermissionError:
        raise UserError("store.not_readable", path=str(path)) from None
    except OSError as error:
        # No file can have a name that is too long.
        code = "store.missing" if error.errno == errno.ENAMETOOLONG else "store.io"
        raise UserError(code, path=str(path), detail=error.strerror or "") from error
    if not stat.S_ISREG(mode):
        raise UserError("store.foreign", path=str(path))


def check_whole(db: Database, path: Path) -> None:
    """Run SQLite's own check over the file.

    Raises:
        UserError: ``store.damaged`` with ``detail``.
    """
    with translated(path):
        answer = db.execute("PRAGMA quick_check(1)").fetchone()
    if answer is None or answer[0] != "ok":
        raise UserError("store.damaged", path=str(path), detail="quick_check")


def check_schema(db: Database, path: Path, version: int = migrations.SCHEMA_VERSION) -> None:
    """Refuse a file whose tables, indexes or triggers are not exactly ours of that version.

    Raises:
        UserError: ``store.foreign``.
    """
    with translated(path):
        found = migrations.schema_of(db)
    if found != expected_schema(version):
        raise UserError("store.foreign", path=str(path), detail="schema")


@cache
def expected_schema(version: int = migrations.SCHEMA_VERSION) -> list[tuple[str, str, str]]:
    """Return the schema a fresh file of that version has."""
    conn = dbapi.connect(":memory:", isolation_level=None)
    db = wrapped(conn)
    migrations.apply(db, version)
    found = migrations.schema_of(db)
    db.close()
    return found


# ── files from elsewhere ────────────────────────────────────────────────────

SECONDS = 3.0
"""Longest that SQLite may think about what a file from elsewhere is."""
SIZE_LIMIT = 1024**3
"""Largest file from elsewhere, in bytes."""
_BYTES_A_SECOND = 50 * 1024**2
_OCTETS = 16 * 1024**2
"""More than any value that may be kept takes, however it is written."""
_ROWS = 2_000_000
_STAMPS = 2**53
_SOURCE = 64
_KINDS = frozenset({"edit", "view", "undo", "redo", "erase"})
_ALLOWED = frozenset({dbapi.SQLITE_SELECT, dbapi.SQLITE_READ, dbapi.SQLITE_FUNCTION, dbapi.SQLITE_PRAGMA})


def inspect(path: Path, key: Secret | None = None) -> int:
    """Look at a file from elsewhere as hard as can be, without opening it live; return its version.

    Nothing beside it is read or played and it is not written to. Of an older file only the frame can be
    looked at: what stands in it is looked at once more when a copy was brought up to date.

    Raises:
        UserError: ``store.missing``, ``store.foreign``, ``store.newer``, ``store.locked``, ``key.wrong``,
            ``store.damaged`` with ``detail``, ``store.too_slow``, ``store.too_large``,
            ``store.unfinished`` when it is not whole and a journal lies beside it, ``data.bad_value``,
            ``data.unknown_field``, ``store.not_readable``, ``store.io``.
    """
    try:
        check_there(path)
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise UserError("store.too_large", path=str(path), limit_mb=SIZE_LIMIT // 1024**2)
        if key is None:
            check_header(path)
        db = engine.connect(path, key=key, immutable=True)
        try:
            return _inspected(db, path, size)
        finally:
            db.close()
    except UserError as error:
        if error.code == "store.damaged" and _has_journal(path):
            raise UserError("store.unfinished", path=str(path)) from error
        raise


def check_own(path: Path, key: Secret | None = None) -> None:
    """Look whether a file of ours has our tables and nothing else, before it is opened live; cheap.

    Raises:
        UserError: as ``inspect``.
    """
    if _has_journal(path):
        # Half written: what stands in it counts only once SQLite has put that right.
        return
    check_there(path)
    try:
        db = engine.connect(path, key=key, immutable=True)
    except UserError as error:
        if key is None and error.details.get("detail") == "SQLITE_NOTADB":
            # Locked, or no dialogue at all: opening tells which.
            return
        raise
    try:
        with watched(db, path, SECONDS):
            check_schema(db, path, check_version(db, path))
    finally:
        db.close()


def _has_journal(path: Path) -> bool:
    try:
        return journal_of(path).stat().st_size > 0
    except OSError:
        return False


@contextmanager
def watched(db: Database, path: Path, seconds: float) -> Generator[None]:
    """Let SQLite do nothing but read, and not longer than this."""
    until = time.monotonic() + seconds
    engine.watch(db, lambda: time.monotonic() > until, _may)
    try:
        with translated(path):
            yield
    finally:
        engine.watch(db, None, None)


def _may(action: int, *_: str | None) -> int:
    return int(dbapi.SQLITE_OK if action in _ALLOWED else dbapi.SQLITE_DENY)


def _inspected(db: Database, path: Path, size: int) -> int:
    with watched(db, path, SECONDS):
        # First of all: no statement of ours may meet a table that is a view, or a column that computes.
        version = check_version(db, path)
        check_schema(db, path, version)
    with watched(db, path, SECONDS + size / _BYTES_A_SECOND):
        check_whole(db, path)
        _check_lengths(db, path)
    if version == migrations.SCHEMA_VERSION:
        with watched(db, path, 20 * (SECONDS + size / _BYTES_A_SECOND)):
            _check_values(db, path)
    return version


def _check_lengths(db: Database, path: Path) -> None:
    """Refuse values nobody can have written, before one of them is fetched."""
    for table in ("edit", "event", *ENTITY_TYPES):
        names = [str(row[1]) for row in db.execute(f'PRAGMA table_info("{table}")').fetchall()]
        if not names:
            continue
        asked = ", ".join(f'max(octet_length("{name}"))' for name in names)
        row = db.execute(f'SELECT count(*), {asked} FROM "{table}"').fetchone() or (0,)
        if max(size or 0 for size in row[1:]) > _OCTETS or row[0] > _ROWS:
            raise UserError("store.too_large", path=str(path), limit_mb=SIZE_LIMIT // 1024**2)


def _check_values(db: Database, path: Path) -> None:
    """Refuse a log nobody can have written, and tables that tell something else than it does."""
    rows = log.read_rows(db)
    _check_log(rows)
    told = projection.from_log(db)
    _check_entities(told)
    try:
        if projection.read(db) != told:
            raise UserError("store.damaged", path=str(path), detail="projection")
    except UserError as error:
        if error.code != "data.changed":
            raise
        raise UserError("store.damaged", path=str(path), detail="text") from error
    if proof.breaks(rows.identity, rows.edits, rows.events):
        raise UserError("store.damaged", path=str(path), detail="chain")


def _check_log(rows: LogRows) -> None:
    good = not rows.edits or len(rows.identity) == proof.DIGEST
    for source, stamp, kind, label, undoes, _, _ in rows.edits:
        good = good and _is_source(source) and _is_stamp(stamp) and kind in _KINDS and caps.is_id(label)
        good = good and (undoes is None or _is_stamp(undoes))
    if not good:
        raise UserError("data.bad_value", entity="edit", field="")
    for source, stamp, edit, entity, id, field, value, _ in rows.events:
        if not (_is_source(source) and _is_stamp(stamp) and _is_stamp(edit) and caps.is_id(id)):
            raise UserError("data.bad_value", entity="event", field="")
        if field not in DEFAULTS.get(entity, {}):
            raise UserError("data.unknown_field", entity=entity, field=field)
        if value is not None and not caps.is_good(entity, field, decode(entity, field, value)):
            raise UserError("data.bad_value", entity=entity, field=field)


def _is_source(source: str) -> bool:
    return len(source) <= _SOURCE and caps.is_id(source)


def _is_stamp(stamp: int) -> bool:
    return 0 < stamp < _STAMPS


def _check_entities(tables: Tables) -> None:
    for name, rows in tables.items():
        for row in rows.values():
            if row.alive and not caps.is_whole(row):
                raise UserError("data.bad_value", entity=name, field="")
