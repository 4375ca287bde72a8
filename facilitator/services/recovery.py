"""The ways back into a locked dialogue: a recovery code on paper, or sealed for an organisation."""

from __future__ import annotations

from pathlib import Path

from facilitator import paths
from facilitator.content.library import Library
from facilitator.domain.errors import UserError
from facilitator.exchange import sealed
from facilitator.exchange.files import write_whole
from facilitator.services.by_name import loaded
from facilitator.services.locking import groups
from facilitator.store.keys import Key
from facilitator.store.session import SessionStore

SUFFIX = ".sleutel.age"
MARK = 8
"""Characters of a key's name that tell it from another; they are no secret."""


def mark_of(key: Key) -> str:
    """Return what tells a key from another on paper, and is no secret."""
    return key.name[:MARK]


def write_sheet(
    store: SessionStore, key: Key, out: Path, library: Library, *, language: str, made_on: str
) -> None:
    """Write the sheet with the recovery code of ``key`` as a PDF of one page.

    Raises:
        UserError: see ``report_data`` and ``render``.
    """
    report_data = loaded("facilitator.services.reporting:report_data")
    write = loaded("facilitator.report.recovery_sheet:render_recovery_sheet")
    data = report_data(store, language=language, parts=(), library=library, made_on=made_on)
    write(data, groups(key), store.path.name, mark_of(key), out, paths.resources())


def sealed_place(path: Path) -> Path:
    """Return where the sealed recovery code of a dialogue goes by default: beside it."""
    return path.with_name(path.stem + SUFFIX)


def seal_code(key: Key, recipient: str, out: Path) -> None:
    """Write the recovery code of ``key``, sealed for the holder of a public key, and read it back.

    Raises:
        UserError: ``sealed.bad_recipient``; ``exchange.not_writable``, ``exchange.disk_full``.
    """
    data = sealed.seal(f"{key.code}\n".encode(), recipient=recipient)
    write_whole(out, [data])
    if sealed.read_sealed(out) != data:
        raise UserError("exchange.not_writable", path=str(out), detail="")
