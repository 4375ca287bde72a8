"""A dialogue in the file other people's programs read; every format by one door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from facilitator.content.library import Library
from facilitator.domain.choices import DEFAULT_STYLE, FORMATS, TABLES
from facilitator.domain.errors import UserError
from facilitator.domain.report_data import PARTS, ReportData
from facilitator.exchange.files import refuse_session
from facilitator.services import handed_out
from facilitator.services.by_name import loaded
from facilitator.services.exchange import export_json
from facilitator.store.session import SessionStore

BOARDS = ("table", "all")
"""Boards that every dialogue has: the grouping table, and all notes in rows."""

LOSSLESS = "json"
"""The format that holds everything as it is; the others are made for people to read."""
_SUFFIXES = {f".{one}": one for one in FORMATS} | {".htm": "html", ".markdown": "md"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for.

    Attributes:
        format: One of ``FORMATS``, or empty for what the name of the file says.
        language: ``nl`` or ``en``; empty for that of the dialogue.
        made_on: ISO date told in the file.
        table: For a single CSV file, one of ``TABLES``; empty means ``notes``.
        board: For pictures, one of ``BOARDS`` or the id of a step.
        parts: For the forms of the report, any of ``PARTS``; tables, pictures and research files hold all.
        style, logo, logo_alt: As ``report_data`` takes them, for the PDF.
    """

    format: str = ""
    language: str = ""
    made_on: str = ""
    table: str = ""
    board: str = "table"
    parts: tuple[str, ...] = PARTS
    style: str = DEFAULT_STYLE
    logo: Path | None = None
    logo_alt: str = ""


def format_of(out: Path) -> str:
    """Return the format a file name asks for; JSON for a name without an ending.

    Raises:
        UserError: ``export.unknown_format`` with ``value`` and ``allowed``.
    """
    suffix = out.suffix.casefold()
    if not suffix:
        return "json"
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    raise _unknown(suffix)


def format_in(wish: Wish, out: Path) -> str:
    """Return the format that will be written.

    Raises:
        UserError: ``export.unknown_format`` with ``value`` and ``allowed``.
    """
    kind = wish.format or format_of(out)
    if kind not in FORMATS:
        raise _unknown(kind)
    return kind


def _unknown(value: str) -> UserError:
    return UserError("export.unknown_format", value=value, allowed=", ".join(FORMATS))


def export(store: SessionStore, out: Path, wish: Wish, library: Library) -> list[Path]:
    """Write the dialogue and return the files that were written; each is there whole or not at all.

    Raises:
        UserError: what ``prepared`` refuses; ``exchange.not_writable``, ``exchange.disk_full``; what making
            the report refuses.
    """
    return prepared(store, out, wish, library)()


def prepared(store: SessionStore, out: Path, wish: Wish, library: Library) -> Callable[[], list[Path]]:
    """Return the work of writing, to be done on any thread; later edits do not touch it.

    JSON alone is made of the store itself, so that one must be done where the store lives. What was written
    is remembered by its place.

    Raises:
        UserError: ``export.unknown_format``, ``export.unknown_table``, ``export.unknown_board``;
            ``exchange.is_session``; what ``report_data`` refuses.
    """
    kind = format_in(wish, out)
    if kind != "csv" or not out.is_dir():
        refuse_session(out)
    if kind == LOSSLESS:
        return partial(_write_json, store, out)
    data: ReportData = loaded("facilitator.services.reporting:report_data")(
        store,
        language=wish.language or store.state.dialogue.language,
        parts=wish.parts,
        library=library,
        made_on=wish.made_on,
        style=wish.style,
        logo=wish.logo,
        logo_alt=wish.logo_alt,
    )
    if wish.table and wish.table not in TABLES:
        raise UserError("export.unknown_table", value=wish.table, allowed=", ".join(TABLES))
    boards = (*BOARDS, *(step.id for step in data.method.steps))
    if wish.board not in boards:
        raise UserError("export.unknown_board", value=wish.board, allowed=", ".join(boards))
    return partial(_write, store.identity, kind, data, out, wish)


def _write_json(store: SessionStore, out: Path) -> list[Path]:
    export_json(store, out)
    return [out]


def _write(identity: bytes, kind: str, data: ReportData, out: Path, wish: Wish) -> list[Path]:
    written = loaded("facilitator.services.export_files:written")(kind, data, out, wish)
    handed_out.record(identity, written, kind)
    return written
