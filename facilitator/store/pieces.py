"""What can still be read of a damaged file: rows of each table from both ends, then page by page.

Everything is read from a copy. A page is read by making it the root of a table that takes any columns, so
that SQLite itself (and SQLCipher, of an encrypted file) takes its cells apart, however little else is whole.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, ENTITY_TYPES
from facilitator.store import engine, guard, log, migrations, projection, proof, trees
from facilitator.store.engine import Database
from facilitator.store.keys import Key
from facilitator.store.proof import EditRow, EventRow
from facilitator.store.recovery import journal_of

PAGE = guard.PAGE
SECONDS = 2.0
"""Longest that reading a small file takes; a large one gets ``BYTES_A_SECOND`` on top."""
BYTES_A_SECOND = 1_000_000
_COLUMNS = 48
_LEAST_ROW = 8
_NO_STAMP = 1_000
_EVENT_SIZES = (7, 8)
_EVENT_NAMES = log.EVENT_COLUMNS.split(", ")
_ROOTS = "SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0"
_WALKED = 0.5
"""Share of the work that is done when all tables were read."""
_TELL_PAGES = 100

Row = Sequence[Any]


@dataclass(slots=True)
class Pieces:
    """What was found, not yet put together.

    Attributes:
        events: By source and stamp, each way in which it was found.
        rows: Entity and id -> columns but the mark, of rows that are as they were written.
        unmarked: The same of rows of an older file, which had no marks.
        ids: Of the rows.
        named: Id, source and stamp of events the index knows of.
        whole: Whether time was enough to look everywhere in the file.
    """

    identity: bytes = b""
    edits: dict[tuple[str, int], set[EditRow]] = field(default_factory=dict[Any, Any])
    events: dict[tuple[str, int], set[EventRow]] = field(default_factory=dict[Any, Any])
    rows: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict[Any, Any])
    unmarked: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict[Any, Any])
    named: set[tuple[str, str, int]] = field(default_factory=set[Any])
    ids: set[str] = field(default_factory=set[Any])
    whole: bool = False


Tell = Callable[[float], object]


def quiet(_done: float) -> None:
    """Tell nobody how far it is."""


def gather(path: Path, folder: Path, key: Key | None = None, tell: Tell = quiet) -> Pieces:
    """Read everything that can be read; ``path`` is only copied, ``folder`` is empty and for us alone.

    Args:
        tell: Gets how far it is, 0.0..1.0.

    Raises:
        OSError: the file cannot be copied.
    """
    copy = folder / "copy"
    shutil.copyfile(path, copy)
    # What a stranger lays there may be no file, or one without end.
    with contextlib.suppress(OSError), paths.open_plain(journal_of(path)) as journal:
        if os.fstat(journal.fileno()).st_size <= copy.stat().st_size + PAGE * PAGE:
            with journal_of(copy).open("wb") as out:
                shutil.copyfileobj(journal, out)
    found = Pieces()
    until = time.monotonic() + SECONDS + copy.stat().st_size / BYTES_A_SECOND
    with contextlib.suppress(UserError):
        _put_right(copy, key)
    tell(0.0)
    walks: list[_Walk] = []
    with contextlib.suppress(UserError):
        walks = _walk(copy, key, found, until, tell)
    with contextlib.suppress(UserError):
        _scan(copy, folder, key, found, until, walks, tell)
    return found


def _put_right(copy: Path, key: Key | None) -> None:
    """Let SQLite take back in the copy what was half written."""
    if journal_of(copy).exists():
        db = engine.connect(copy, key=key)
        try:
            db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except engine.Error:
            return
        finally:
            db.close()


# ── table by table ──────────────────────────────────────────────────────────


class _Reader:
    """Gives rows until no more can be read; after a fault it opens the copy anew, as SQLCipher wants it.

    Attributes:
        broke_off: Whether the rows asked for last ended in a fault: then their other end is worth a look.
    """

    def __init__(self, copy: Path, key: Key | None, until: float, *, scratch: bool = False) -> None:
        self._copy, self._key, self._until, self._scratch = copy, key, until, scratch
        self._db: Database | None = None
        self.broke_off = False

    def _opened(self) -> Database:
        if self._db is None:
            self._db = engine.connect(self._copy, key=self._key, immutable=not self._scratch)
            engine.read_anything(self._db, self._until)
            if self._scratch:
                engine.let_roots_move(self._db)
        return self._db

    def rows(self, sql: str) -> Iterator[Row]:
        self.broke_off = False
        try:
            yield from self._opened().execute(sql)
        except (engine.Error, UserError, OverflowError, UnicodeDecodeError):
            self.broke_off = True
            self.close()

    def begin_at(self, page: int) -> bool:
        try:
            engine.move_root(self._opened(), "probe", page)
        except (engine.Error, UserError):
            self.close()
            return False
        return True

    def close(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None


@dataclass(slots=True)
class _Walk:
    """How far reading one tree came.

    Attributes:
        root: The page it begins with.
        rows: Number of rows that came out, from its beginning on and from its end.
        odd: Those of them that did not look right, counted from the beginning (0, 1, …) or the end (-1, …).
        whole: Whether everything came out.
    """

    root: int
    rows: tuple[int, int] = (0, 0)
    odd: list[int] = field(default_factory=list[int])
    whole: bool = False


def _walk(copy: Path, key: Key | None, found: Pieces, until: float, tell: Tell) -> list[_Walk]:
    reader = _Reader(copy, key, until)
    for (id,) in reader.rows("SELECT id FROM identity"):
        if isinstance(id, bytes) and len(id) == proof.DIGEST:
            found.identity = id
    roots = {str(name): int(root) for name, root in reader.rows(_ROOTS) if isinstance(root, int)}
    names = ("edit", "event", *ENTITY_TYPES)
    walks: list[_Walk] = []
    for number, name in enumerate(names):
        # Only ours: a name that was damaged, or made up, is no part of a question to the engine.
        columns = [
            str(row[1]) for row in reader.rows(f'PRAGMA table_info("{name}")') if row[1] in _known(name)
        ]
        keys = ("src", "hlc") if name in ("edit", "event") else ("id",)
        # By name: a column that is worked out while it is read could take for ever.
        whole = name == "event" and "proof" in columns
        asked = log.EVENT_COLUMNS if whole else ", ".join(f'"{column}"' for column in columns) or "*"
        take = _taker(found, name, None if whole else columns)
        walks.append(_walked(reader, f'SELECT {asked} FROM "{name}"', keys, roots.get(name, 0), take))
        tell(_WALKED * (number + 1) / (len(names) + 1))
    named = "SELECT id, src, hlc FROM event INDEXED BY event_of_id"
    walks.append(
        _walked(reader, named, ("id", "src", "hlc"), roots.get("event_of_id", 0), partial(_sort, found))
    )
    reader.close()
    return walks


def _known(name: str) -> Collection[str]:
    if name == "event":
        return _EVENT_NAMES
    return log.EDIT_COLUMNS.split(", ") if name == "edit" else {"id", "mark", *DEFAULTS[name]}


def _walked(
    reader: _Reader, asked: str, keys: Sequence[str], root: int, take: Callable[[Row], bool]
) -> _Walk:
    """Read one tree from its beginning and, where that breaks off, from its end."""
    walk, counts = _Walk(root), [0, 0]
    for n, order in enumerate(("", " DESC")):
        by = ", ".join(f"{one}{order}" for one in keys)
        for count, row in enumerate(reader.rows(f"{asked} ORDER BY {by}"), 1):
            counts[n] = count
            if not take(row):
                walk.odd.append(-count if n else count - 1)
        if not reader.broke_off:
            walk.whole = True
            break
    walk.rows = (counts[0], counts[1])
    return walk


def _taker(found: Pieces, name: str, columns: Sequence[str] | None) -> Callable[[Row], bool]:
    if columns is None:
        return partial(_take_event, found)
    return lambda row: _take(found, name, dict(zip(columns, row, strict=False)))


def _take_event(found: Pieces, row: Row) -> bool:
    values = tuple(row)
    if proof.is_event(values) and values[5] in DEFAULTS.get(values[3], ()):
        found.events.setdefault(cast("Any", values[:2]), set()).add(cast("EventRow", values))
        return True
    return False


def _take(found: Pieces, name: str, row: dict[str, Any]) -> bool:
    """Keep a row when it can be one of this table; tell whether it can."""
    if name == "event":
        return _take_event(found, [row.get(column) for column in _EVENT_NAMES])
    if name == "edit":
        values = tuple(row.get(column) for column in log.EDIT_COLUMNS.split(", "))
        if proof.is_edit((*values[:5], values[5] or b"", values[6] or b"")):
            found.edits.setdefault(cast("Any", values[:2]), set()).add(cast("EditRow", values))
            return True
    elif not set(DEFAULTS[name]) - set(row) and "mark" in row:
        values = [row["id"], *(row[column] for column in DEFAULTS[name])]
        if proof.is_text(row["id"]) and proof.mark(values) == row["mark"]:
            found.rows[name, row["id"]] = {column: row[column] for column in DEFAULTS[name]}
            found.ids.add(row["id"])
            return True
    elif "mark" not in row and proof.is_text(row.get("id")):
        known = {column: row[column] for column in DEFAULTS[name] if column in row}
        found.unmarked[name, row["id"]] = known
        return True
    return False


# ── page by page ────────────────────────────────────────────────────────────


def _scan(
    copy: Path,
    folder: Path,
    key: Key | None,
    found: Pieces,
    until: float,
    walks: Sequence[_Walk],
    tell: Tell,
) -> None:
    raw = bytearray(copy.read_bytes())
    raw += bytes(-len(raw) % PAGE)
    wanted = _unread(raw, key, walks)
    if not wanted:
        found.whole = time.monotonic() <= until
        return
    probe = folder / "probe"
    pages = _make_probe(probe, len(raw) // PAGE + 1, key)
    raw += bytes(pages * PAGE - len(raw))
    # Page 1 tells how large the file is and where its tables begin: here, where we say.
    with probe.open("rb") as file:
        raw[:PAGE] = file.read(PAGE)
    copy.write_bytes(raw)
    journal_of(copy).unlink(missing_ok=True)
    reader = _Reader(copy, key, until, scratch=True)
    for number, page in enumerate(wanted):
        if time.monotonic() > until:
            break
        if reader.begin_at(page):
            _read_page(reader, found, len(raw) // _LEAST_ROW)
        if not number % _TELL_PAGES:
            tell(_WALKED + (1 - _WALKED) * number / len(wanted))
    reader.close()
    # Time that runs out within a table or a page only shows as a fault there.
    found.whole = time.monotonic() <= until


def _unread(raw: bytearray, key: Key | None, walks: Sequence[_Walk]) -> list[int]:
    """Return the pages that may hold rows nobody saw yet."""
    last = len(raw) // PAGE
    if key is not None:
        # Which page of an encrypted file is one of a tree shows only when it is read. Each proves itself to
        # be what was written there: where all tables came out there is nothing more.
        whole = bool(walks) and all(walk.whole and not walk.odd for walk in walks)
        return [] if whole else list(range(2, last + 1))
    done = {page for walk in walks for page in trees.came_out(raw, walk.root, *walk.rows, walk.odd)}
    return [
        page
        for page in range(2, last + 1)
        if page not in done and trees.kind(raw, page) in (trees.INNER, trees.LEAF)
    ]


def _make_probe(probe: Path, pages: int, key: Key | None) -> int:
    """Make a file of at least so many pages, of which only the first is wanted; return how many it has."""
    columns = ", ".join(f"c{n}" for n in range(_COLUMNS))
    db = engine.connect(probe, key=key)
    try:
        db.execute(f"CREATE TABLE probe({columns}, PRIMARY KEY(c0, c1)) WITHOUT ROWID")
        db.execute("CREATE TABLE filler(x)")
        db.execute("INSERT INTO filler VALUES (zeroblob(?))", [pages * PAGE])
        return int((db.execute("PRAGMA page_count").fetchone() or (0,))[0])
    finally:
        db.close()


def _read_page(reader: _Reader, found: Pieces, limit: int) -> None:
    for order in ("", " DESC"):
        for count, row in enumerate(reader.rows(f"SELECT * FROM probe ORDER BY c0{order}, c1{order}")):
            _sort(found, row)
            if count > limit:
                # A page that leads back to itself.
                break
        if not reader.broke_off:
            break


def _sort(found: Pieces, row: Row) -> bool:
    """Keep a row of whatever table it may be; tell whether it can be one."""
    values = list(row)
    while values and values[-1] is None:
        values.pop()
    kinds = tuple(map(type, values))
    if kinds == (str, str, int):
        # The list of migrations looks the same, but counts from one.
        if proof.is_text(values[0]) and proof.is_text(values[1]) and values[2] > _NO_STAMP:
            found.named.add((values[0], values[1], values[2]))
            return True
    elif kinds[:3] == (str, int, int) and len(values) in _EVENT_SIZES:
        return _take(found, "event", dict(zip(_EVENT_NAMES, row, strict=False)))
    elif kinds[:2] == (str, int) and kinds[-1] is bytes:
        return _take(found, "edit", dict(zip(log.EDIT_COLUMNS.split(", "), row, strict=False)))
    elif kinds[:2] == (str, int) and values[0] not in found.ids:
        for name, columns in _layouts().items():
            if len(values) == len(columns) and _fits(name, columns, values):
                _take(found, name, dict(zip(columns, values, strict=True)))
    return False


def _fits(name: str, columns: Sequence[str], values: Row) -> bool:
    """Tell whether a row can be one of this table; several have as many columns."""
    try:
        for column, value in list(zip(columns, values, strict=True))[1:-1]:
            if isinstance(DEFAULTS[name][column], bool) and value not in (0, 1):
                return False
            projection.from_column(name, column, value)
    except UserError:
        return False
    return True


@cache
def _layouts() -> dict[str, list[str]]:
    """Return the columns of every entity table in the order in which they lie in a file."""
    db = engine.wrapped(engine.dbapi.connect(":memory:", isolation_level=None))
    migrations.apply(db)
    found = {
        name: [str(row[1]) for row in db.execute(f'PRAGMA table_info("{name}")').fetchall()]
        for name in ENTITY_TYPES
    }
    db.close()
    return found
