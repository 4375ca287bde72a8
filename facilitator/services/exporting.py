"""A dialogue in the file other people's programs read; every format by one door."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from facilitator import paths
from facilitator.content.library import Library
from facilitator.domain.errors import UserError
from facilitator.domain.report_data import DEFAULT_STYLE, PARTS, ReportData
from facilitator.exchange import csv_out, markdown_out, refi_qda
from facilitator.exchange.files import refuse_session, write_error, write_whole
from facilitator.exchange.sheets import Book
from facilitator.report import board_drawing, strings, telling
from facilitator.report.facts import Facts
from facilitator.services import handed_out, reporting
from facilitator.services.coding import research_project
from facilitator.services.exchange import export_json
from facilitator.services.tabling import TABLES, tables
from facilitator.store.session import SessionStore

BOARDS = ("table", "all")
"""Boards that every dialogue has: the grouping table, and all notes in rows."""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file; a folder of files where ``suffix`` is that of a single one of them."""

    id: str
    suffix: str


FORMATS = tuple(
    Format(id, f".{id}")
    for id in ("json", "xlsx", "csv", "docx", "md", "html", "pdf", "svg", "png", "qdc", "qdpx")
)
LOSSLESS = "json"
"""The format that holds everything as it is; the others are made for people to read."""
_SUFFIXES = {one.suffix: one.id for one in FORMATS} | {".htm": "html", ".markdown": "md"}


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
    if kind not in {one.id for one in FORMATS}:
        raise _unknown(kind)
    return kind


def _writer(module: str, name: str) -> Callable[[object], bytes]:
    """Return a writer whose library is loaded only when its format is wanted: it would cost every start."""
    return getattr(importlib.import_module(f"facilitator.exchange.{module}"), name)


def _unknown(value: str) -> UserError:
    return UserError("export.unknown_format", value=value, allowed=", ".join(one.id for one in FORMATS))


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
    data = reporting.report_data(
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
    written = _written(kind, data, out, wish)
    handed_out.record(identity, written, kind)
    return written


def _written(kind: str, data: ReportData, out: Path, wish: Wish) -> list[Path]:
    if kind == "csv":
        return _write_csv(data, out, wish.table)
    if kind == "pdf":
        reporting.write_report(data, out)
    elif kind == "html":
        reporting.write_plate(data, out)
    else:
        write_whole(out, [_made(kind, data, wish)])
    return [out]


def _made(kind: str, data: ReportData, wish: Wish) -> bytes:
    if kind == "xlsx":
        return _writer("xlsx_out", "xlsx")(_book(data))
    if kind in {"docx", "md"}:
        outline = telling.told(data, paths.resources())
        return _writer("docx_out", "docx_file")(outline) if kind == "docx" else markdown_out.markdown(outline)
    if kind in {"qdc", "qdpx"}:
        report, words = _strings(data.language)
        project = research_project(Facts(data), report, words)
        return refi_qda.codebook(project) if kind == "qdc" else refi_qda.project_file(project)
    return _picture(kind, data, wish.board)


def _picture(kind: str, data: ReportData, board: str) -> bytes:
    report, words = _strings(data.language)
    drawing = board_drawing.drawn(data, board, report, words, paths.resources())
    return board_drawing.svg(drawing) if kind == "svg" else board_drawing.png(drawing)


def _strings(language: str) -> tuple[strings.Strings, strings.Strings]:
    return strings.load(paths.resources(), language), strings.load(paths.resources(), language, "exports")


def _book(data: ReportData) -> Book:
    return tables(Facts(data), *_strings(data.language))


def _write_csv(data: ReportData, out: Path, table: str) -> list[Path]:
    """Write one table to a file whose name ends in .csv, else all tables into a folder."""
    book = _book(data)
    wanted = [sheet for sheet in book.sheets if sheet.key == table or not table]
    if out.suffix.casefold() == ".csv" and not out.is_dir():
        sheet = wanted[0]
        write_whole(out, [csv_out.csv_file(book, sheet)])
        return [out]
    is_new = not out.exists()
    try:
        out.mkdir(exist_ok=True)
    except OSError as error:
        raise write_error(error, out) from error
    written: list[Path] = []
    try:
        for sheet in wanted:
            place = out / f"{sheet.key}.csv"
            write_whole(place, [csv_out.csv_file(book, sheet)])
            written.append(place)
    except UserError:
        if is_new:
            with suppress(OSError):
                for place in written:
                    place.unlink()
                out.rmdir()
        raise
    return written
