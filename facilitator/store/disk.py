"""Names, folders and errors of the disk itself; nothing here knows what is in a file."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from facilitator.domain.errors import UserError

_NAME_BYTES = 200


def hidden(path: Path, ending: str) -> Path:
    """Return a name of ours beside ``path``, short enough for every system."""
    name, raw = path.name, os.fsencode(path.name)
    # A name cut off in the middle of a letter is refused by some systems.
    short = name if len(raw) <= _NAME_BYTES else hashlib.sha256(raw).hexdigest()[:32]
    return path.with_name(f".{short}{ending}")


def free(path: Path) -> Path:
    """Return ``path``, or that name with the next free number."""
    number, found = 2, path
    while found.exists():
        found, number = path.with_name(f"{path.name}{number}"), number + 1
    return found


def move_in(draft: Path, path: Path) -> None:
    """Give a file its name for good; what has that name already is left alone. ``draft`` may stay behind.

    Raises:
        UserError: ``store.exists``.
    """
    try:
        # A hard link refuses an existing name; a rename would overwrite it.
        os.link(draft, path)
    except FileExistsError:
        raise UserError("store.exists", path=str(path)) from None
    except OSError:
        # Sticks with FAT have no links.
        if path.exists():
            raise UserError("store.exists", path=str(path)) from None
        draft.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a new name durable; systems that cannot sync a folder need not."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_BY_ERRNO = {
    errno.ENOSPC: "store.disk_full",
    errno.EDQUOT: "store.disk_full",
    errno.ENAMETOOLONG: "store.bad_name",
    errno.EACCES: "store.not_writable",
    errno.EPERM: "store.not_writable",
    errno.EROFS: "store.not_writable",
    errno.ENOENT: "store.not_writable",
    errno.ENOTDIR: "store.not_writable",
    errno.EEXIST: "store.not_writable",
}


@contextmanager
def system_errors(path: Path) -> Generator[None]:
    """Turn the system's errors into ``UserError``.

    Raises:
        UserError: ``store.disk_full``, ``store.bad_name``, ``store.not_writable``, ``store.io``.
    """
    try:
        yield
    except OSError as error:
        code = _BY_ERRNO.get(error.errno or 0, "store.io")
        raise UserError(code, path=str(path), detail=error.strerror or "") from error


def sync_file(path: Path) -> None:
    """Make what stands in a file durable; never for a file that is open through SQLite.

    Raises:
        OSError: the system's reason.
    """
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
