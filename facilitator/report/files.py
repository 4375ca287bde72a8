"""Puts a finished document in its place, whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from facilitator.domain.errors import UserError

_DISK_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def put(content: bytes, out: Path) -> None:
    """Write ``content`` beside ``out`` and rename it into place when it is safely on disk.

    Raises:
        UserError: ``report.not_written`` with ``path`` and ``reason``; ``report.disk_full`` with ``path``.
    """
    # Not mkstemp: its files are for the owner alone, and a report is to be shared.
    temporary = out.parent / f".{out.name[:40]}-{secrets.token_hex(6)}.tmp"
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, out)
    except OSError as fault:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        if fault.errno in _DISK_FULL:
            raise UserError("report.disk_full", path=str(out)) from fault
        raise UserError("report.not_written", path=str(out), reason=fault.strerror or str(fault)) from fault
