"""The files of an export, but for JSON: each format by the library that writes it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.domain.report_data import ReportData
from facilitator.exchange import csv_out, markdown_out, refi_qda
from facilitator.exchange.files import write_error, write_whole
from facilitator.exchange.sheets import Book
from facilitator.report import board_drawing, strings, telling
from facilitator.report.facts import Facts
from facilitator.services import reporting
from facilitator.services.by_name import loaded
from facilitator.services.coding import research_project
from facilitator.services.exporting import Wish
from facilitator.services.tabling import tables


def written(kind: str, data: ReportData, out: Path, wish: Wish) -> list[Path]:
    """Write ``data`` as ``kind`` and return the files that were written.

    Raises:
        UserError: ``exchange.not_writable``, ``exchange.disk_full``; what making the report refuses.
    """
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
        return loaded("facilitator.exchange.xlsx_out:xlsx")(_book(data))
    if kind in {"docx", "md"}:
        outline = telling.told(data, paths.resources())
        return (
            loaded("facilitator.exchange.docx_out:docx_file")(outline)
            if kind == "docx"
            else markdown_out.markdown(outline)
        )
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
