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
    if not head.startswith(_MAGIC) and _looks_locked(head, path):
        raise UserError("store.locked", path=str(path))
    if len(head) < HEADER or not head.startswith(_MAGIC):
        raise UserError("store.foreign", path=str(path))
    if int.from_bytes(head[68:72], "big") != migrations.APPLICATION_ID:
        raise UserError("store.foreign", path=str(path))
    version = int.from_bytes(head[60:64], "big")
    if version > migrations.SCHEMA_VERSION:
        raise UserError("store.newer", path=str(path), version=version, known=migrations.SCHEMA_VERSION)
    return version


def _looks_locked(head: bytes, path: Path) -> bool:
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
        version = int((db.execute("PRAGMA user_version").fetchone() or (0,))[0])
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
