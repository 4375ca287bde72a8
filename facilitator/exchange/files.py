"""Read and write whole files: with a size cap, and never over a dialogue."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable
from pathlib import Path

from facilitator import paths
from facilitator.domain.errors import UserError

SESSION_SUFFIX = ".dialoog"
_SQLITE = b"SQLite format 3\x00"


def read_bytes(path: Path, limit: int, *, piped: bool = False) -> bytes:
    """Return what is in a file.

    Args:
        piped: It may be a pipe too, as a shell gives one for what a command prints.

    Raises:
        UserError: ``exchange.missing``, ``exchange.not_readable``, ``exchange.too_large``.
    """
    try:
        with path.open("rb") if piped else paths.open_plain(path) as file:
            raw = file.read(limit + 1)
    except FileNotFoundError:
        raise UserError("exchange.missing", path=str(path)) from None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            # No file can have a name that long, so it is not there.
            raise UserError("exchange.missing", path=str(path)) from None
        raise UserError("exchange.not_readable", path=str(path), detail=error.strerror or "") from None
    if len(raw) > limit:
        raise UserError("exchange.too_large", path=str(path), limit_mb=limit // 1024**2)
    return raw


def refuse_session(path: Path) -> None:
    """Refuse to write where a dialogue is, or would be looked for.

    Raises:
        UserError: ``exchange.is_session``; ``exchange.not_writable`` for a folder.
    """
    if os.path.isdir(path):
        raise UserError("exchange.not_writable", path=str(path), detail=os.strerror(errno.EISDIR))
    if path.suffix.casefold() == SESSION_SUFFIX or _starts_like_database(path):
        raise UserError("exchange.is_session", path=str(path))


def _starts_like_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file so that it is there whole or not at all; one that was there stays until then.

    Raises:
        UserError: ``exchange.is_session``, ``exchange.not_writable``, ``exchange.disk_full``.
    """
    refuse_session(path)
    draft = path.with_name(f".{path.name[:40]}.{os.getpid()}.new")
    try:
        with draft.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise write_error(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def write_error(error: OSError, path: Path) -> UserError:
    """Return the system's reason why ``path`` could not be written, in our words."""
    full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    code = "exchange.disk_full" if full else "exchange.not_writable"
    return UserError(code, path=str(path), detail=error.strerror or "")
