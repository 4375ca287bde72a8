"""The one door to SQLite: engine, connection, pragmas, and SQLite's errors in our words."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol, cast

import sqlcipher3  # pyright: ignore[reportMissingTypeStubs]
import sqlcipher3.dbapi2  # pyright: ignore[reportMissingTypeStubs]

from facilitator.domain.errors import UserError

# sqlite-utils looks for "pysqlite3" before the standard library: this gives it the engine we ship,
# so that every system runs one SQLite version and its exceptions are the ones we catch.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

import sqlite_utils  # noqa: E402  (only after the engine is in place)

Connection = Any
dbapi: Any = cast("Any", sqlcipher3).dbapi2


class Rows(Protocol):
    """What a statement gives back."""

    def fetchone(self) -> tuple[Any, ...] | None:
        """Return the next row, or None."""
        ...

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return all rows that are left."""
        ...

    def fetchmany(self, size: int, /) -> list[tuple[Any, ...]]:
        """Return the next rows, at most ``size``."""
        ...

    def __iter__(self) -> Iterator[tuple[Any, ...]]: ...


class Database(Protocol):
    """What of ``sqlite_utils.Database`` the store uses, fully typed."""

    def execute(self, sql: str, parameters: Sequence[object] | None = None, /) -> Rows:
        """Run one statement."""
        ...

    conn: Connection

    def atomic(self) -> AbstractContextManager[object]:
        """Open a transaction, or a savepoint inside one."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


SQLITE_VERSION: str = dbapi.sqlite_version
Error: type[Exception] = dbapi.Error

PRAGMAS = {
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "secure_delete": 1,
    "trusted_schema": 0,
    "foreign_keys": 1,
    "cell_size_check": 1,
    "mmap_size": 0,
}
"""What every writing connection must answer when asked back."""

BUSY_MS = 5_000
_STEPS = 5_000
"""Steps of SQLite's machine between two looks at the clock."""


class Secret(Protocol):
    """What opens an encrypted file; see ``keys.Key``."""

    @property
    def pragma(self) -> str:
        """Return the key as SQLCipher takes it."""
        ...


def connect(
    path: Path,
    *,
    readonly: bool = False,
    key: Secret | None = None,
    immutable: bool = False,
    busy_ms: int | None = None,
) -> Database:
    """Open an existing or new file and set the pragmas; the caller closes it.

    The connection may move to another thread once; two threads must never use it at a time.

    Args:
        immutable: Nobody writes it now: no lock is taken and a journal beside it is not played.
        busy_ms: For somebody who writes is waited this long; by default ``BUSY_MS``.

    Raises:
        UserError: see ``translated``; ``key.wrong`` when the key does not open the file.
    """
    mode = "ro&immutable=1" if immutable else "ro" if readonly else "rwc"
    with translated(path, key):
        conn: Connection = dbapi.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            if key is not None:
                _unlock(conn, key)
            _set_pragmas(conn, readonly or immutable, BUSY_MS if busy_ms is None else busy_ms)
        except BaseException:
            conn.close()
            raise
    return wrapped(conn)


def _unlock(conn: Connection, key: Secret) -> None:
    # What it would log of a wrong key goes to the terminal, where nobody can do anything with it.
    conn.execute("PRAGMA cipher_log_level = NONE").fetchall()
    conn.execute(f'PRAGMA key = "{key.pragma}"').fetchall()
    # What SQLite sorts aside must not lie in the open.
    conn.execute("PRAGMA temp_store = MEMORY").fetchall()
    conn.execute("SELECT count(*) FROM sqlite_schema").fetchall()


def copy_into(db: Database, path: Path, key: Secret | None) -> None:
    """Copy everything ``db`` sees, page by page, into the new file ``path``, with the same key or none.

    Raises:
        UserError: see ``translated``.
    """
    with translated(path):
        target: Connection = dbapi.connect(str(path), isolation_level=None)
        try:
            if key is not None:
                target.execute("PRAGMA cipher_log_level = NONE").fetchall()
                target.execute(f'PRAGMA key = "{key.pragma}"').fetchall()
            db.conn.backup(target)
        finally:
            target.close()


def in_memory(db: Database, path: Path, key: Secret | None) -> Database:
    """Return everything ``db`` sees as a database in memory, which may be changed; the caller closes both.

    Raises:
        UserError: see ``translated``.
    """
    memory: Connection = dbapi.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        with translated(path, key):
            if key is not None:
                # A copy of pages stays encrypted: memory needs the key to understand them.
                memory.execute(f'PRAGMA key = "{key.pragma}"').fetchall()
            db.conn.backup(memory)
            memory.execute("PRAGMA trusted_schema=0").fetchall()
    except BaseException:
        memory.close()
        raise
    return wrapped(memory)


def read_anything(db: Database, until: float) -> None:
    """Let texts with broken letters be read too, and nothing go on past ``until`` of the monotonic clock."""
    db.conn.text_factory = _any_text
    db.conn.set_progress_handler(lambda: time.monotonic() > until, _STEPS)


def _any_text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def let_roots_move(db: Database) -> None:
    """Prepare a scratch copy, never a dialogue, for ``move_root``."""
    for pragma in ("journal_mode=MEMORY", "synchronous=OFF", "foreign_keys=OFF", "writable_schema=ON"):
        db.execute(f"PRAGMA {pragma}").fetchall()


def move_root(db: Database, table: str, page: int) -> None:
    """Let a table of a scratch copy begin at another page."""
    db.execute("UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", [page, table])
    # Another version makes SQLite read anew where its tables begin.
    db.execute(f"PRAGMA schema_version={page + 1_000}").fetchall()


def wrapped(conn: Connection) -> Database:
    """Put sqlite-utils around a connection."""
    return cast("Database", sqlite_utils.Database(conn, execute_plugins=False))


def execute_many(db: Database, sql: str, rows: Iterable[Sequence[object]]) -> None:
    """Run one statement once for each of ``rows``, which costs less than one by one."""
    db.conn.executemany(sql, rows)


def watch(db: Database, late: Callable[[], bool] | None, may: Callable[..., int] | None) -> None:
    """Stop a statement as soon as ``late`` says so, and let only happen what ``may`` allows; None: all."""
    db.conn.set_progress_handler(late, _STEPS if late is not None else 0)
    db.conn.set_authorizer(may)


def _set_pragmas(conn: Connection, readonly: bool, busy_ms: int) -> None:
    conn.execute(f"PRAGMA busy_timeout={busy_ms}").fetchall()
    wanted = {key: value for key, value in PRAGMAS.items() if not (readonly and key == "journal_mode")}
    for name, value in wanted.items():
        conn.execute(f"PRAGMA {name}={value}").fetchall()
    if readonly:
        conn.execute("PRAGMA query_only=1").fetchall()
    if sys.platform == "darwin":
        # Only F_FULLFSYNC reaches the medium on a Mac.
        conn.execute("PRAGMA fullfsync=1").fetchall()
    for name, value in wanted.items():
        rows = conn.execute(f"PRAGMA {name}").fetchall()
        # mmap_size answers nothing where memory mapping is compiled out.
        if rows and rows[0][0] != value:
            raise UserError("store.damaged", detail=f"pragma {name}")


_BY_NAME = {
    "SQLITE_FULL": "store.disk_full",
    "SQLITE_BUSY": "store.in_use",
    "SQLITE_LOCKED": "store.in_use",
    "SQLITE_READONLY": "store.readonly",
    "SQLITE_READONLY_DBMOVED": "store.moved",
    "SQLITE_CANTOPEN": "store.not_writable",
    "SQLITE_PERM": "store.not_writable",
    "SQLITE_IOERR": "store.io",
    "SQLITE_CORRUPT": "store.damaged",
    "SQLITE_NOTADB": "store.foreign",
    "SQLITE_INTERRUPT": "store.too_slow",
    "SQLITE_AUTH": "store.foreign",
}


@contextmanager
def translated(path: Path, key: Secret | None = None) -> Generator[None]:
    """Turn SQLite's and the system's errors into ``UserError``.

    Raises:
        UserError: ``store.disk_full``, ``store.in_use``, ``store.readonly``, ``store.moved``,
            ``store.not_writable``, ``store.io``, ``store.damaged``, ``store.too_slow`` or ``store.foreign``
            (``key.wrong`` where a key was given), each with ``path`` and ``detail``.
    """
    try:
        yield
    except Error as error:
        found = user_error(error, path)
        if key is not None and found.code == "store.foreign":
            found = UserError("key.wrong", **found.details)
        raise found from error
    except UnicodeDecodeError as error:
        # Damage inside a text: SQLite hands the bytes on, Python cannot read them.
        raise UserError("store.damaged", path=str(path), detail="text") from error


def user_error(error: Exception, path: Path) -> UserError:
    """Return the ``UserError`` for an SQLite exception, sorted by its result code."""
    name = str(getattr(error, "sqlite_errorname", "") or "")
    short = "_".join(name.split("_")[:2])
    code = _BY_NAME.get(name) or _BY_NAME.get(short, "store.damaged")
    return UserError(code, path=str(path), detail=name or type(error).__name__)
