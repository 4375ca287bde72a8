"""What a file must be before it is opened as a dialogue: ours, whole, and not newer than the program."""

from __future__ import annotations

import errno
import stat
from functools import cache
from pathlib import Path

from facilitator.domain.errors import UserError
from facilitator.store import migrations
from facilitator.store.engine import Database, dbapi, translated, wrapped

_MAGIC = b"SQLite format 3\x00"
HEADER = 100


def check_header(path: Path) -> int:
    """Look at the first bytes and return the file's schema version.

    Raises:
        UserError: ``store.missing``, ``store.foreign``, ``store.newer``, ``store.not_readable`` or
            ``store.io``.
    """
    check_there(path)
    try:
        with path.open("rb") as file:
            head = file.read(HEADER)
    except PermissionError:
        raise UserError("store.not_readable", path=str(path)) from None
    except OSError as error:
        raise UserError("store.io", path=str(path), detail=error.strerror or "") from error
    if len(head) < HEADER or not head.startswith(_MAGIC):
        raise UserError("store.foreign", path=str(path))
    if int.from_bytes(head[68:72], "big") != migrations.APPLICATION_ID:
        raise UserError("store.foreign", path=str(path))
    version = int.from_bytes(head[60:64], "big")
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


def check_schema(db: Database, path: Path) -> None:
    """Refuse a file whose tables, indexes or triggers are not exactly ours.

    Raises:
        UserError: ``store.foreign``.
    """
    with translated(path):
        found = migrations.schema_of(db)
    if found != expected_schema():
        raise UserError("store.foreign", path=str(path), detail="schema")


@cache
def expected_schema() -> list[tuple[str, str, str]]:
    """Return the schema a fresh file has."""
    conn = dbapi.connect(":memory:", isolation_level=None)
    db = wrapped(conn)
    migrations.apply(db)
    found = migrations.schema_of(db)
    db.close()
    return found
