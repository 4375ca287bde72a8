from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.errors import UserError
from facilitator.exchange import csv_table
from facilitator.exchange.csv_table import CELL_LIMIT, ROW_LIMIT, SIZE_LIMIT, read_csv

HEADS = ("Naam", "Score", "Datum", "Toelichting")
ROWS = (
    ("Zoë", "7,5", "21-11-2026 09:30:00", "Wachttijd is te lang; brief onduidelijk"),
    ("Daniël", "8,25", "22-11-2026 10:00:00", 'Zei: "bel mij terug" €'),
    ("Iñés", "6,0", "23-11-2026 11:15:00", "Twee regels\nin één cel"),
)
KINDS = {
    "excel": ("cp1252", ";", "\r\n", "", csv.QUOTE_MINIMAL),
    "excel-utf8": ("utf-8-sig", ";", "\r\n", "", csv.QUOTE_MINIMAL),
    "excel-unicode": ("utf-16", "\t", "\r\n", "", csv.QUOTE_MINIMAL),
    "excel-sep": ("utf-8-sig", ";", "\r\n", "sep=;\r\n", csv.QUOTE_MINIMAL),
    "limesurvey": ("utf-8-sig", ",", "\r\n", "", csv.QUOTE_ALL),
    "google": ("utf-8", ",", "\n", "", csv.QUOTE_MINIMAL),
    "old-mac": ("mac_roman", ";", "\r", "", csv.QUOTE_ALL),
    "pipes": ("utf-8", "|", "\n", "", csv.QUOTE_MINIMAL),
}


def written(path: Path, rows: object, kind: str) -> Path:
    encoding, delimiter, end, head, quoting = KINDS[kind]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)  # pyright: ignore[reportArgumentType]
    path.write_bytes((head + text.getvalue()).encode(encoding))
    return path


def refused(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        read_csv(path)
    return caught.value


@pytest.mark.parametrize("kind", KINDS)
def test_what_programs_really_write_is_read_exactly(tmp_path: Path, kind: str) -> None:
    table = read_csv(written(tmp_path / "data.csv", [HEADS, *ROWS], kind))
    assert table.columns == HEADS
    assert table.rows == ROWS
    assert table.encoding == KINDS[kind][0]
    assert table.delimiter == KINDS[kind][1]


def test_one_column_with_commas_in_its_text_is_one_column(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("reactie\nik wil, als het kan, een bankje\nniets\nlicht; en groen\n", "utf-8")
    table = read_csv(file)
    assert table.columns == ("reactie",)
    assert [row[0] for row in table.rows] == ["ik wil, als het kan, een bankje", "niets", "licht; en groen"]


def test_blank_rows_keep_their_number_and_those_at_the_end_go(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a;b\n1;een\n\n;\n2;twee\n\n\n", "utf-8")
    assert read_csv(file).rows == (("1", "een"), ("", ""), ("", ""), ("2", "twee"))


def test_a_row_of_another_width_is_refused_with_its_number(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("id,tekst\n1,goed\n2,niet, goed\n", "utf-8")
    error = refused(file)
    assert (error.code, error.details["row"]) == ("exchange.csv_ragged", 3)
    assert (error.details["found"], error.details["wanted"]) == (3, 2)
    file.write_text("id,tekst\n1,goed\n2\n", "utf-8")
    assert refused(file).details["row"] == 3


def test_empty_cells_too_many_at_the_end_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("id,tekst\n1,goed,,\n2,ook\n", "utf-8")
    assert read_csv(file).rows == (("1", "goed"), ("2", "ook"))


def test_quotes_that_do_not_match_are_refused_with_their_row(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text('id;tekst\n1;goed\n2;"nooit gesloten\n3;x\n', "utf-8")
    error = refused(file)
    assert (error.code, error.details["row"]) == ("exchange.csv_bad_quotes", 3)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "exchange.csv_empty"),
        (b"\n\n", "exchange.csv_empty"),
        (b"\xef\xbb\xbf", "exchange.csv_empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "exchange.csv_binary"),
        (b"PK\x03\x04 a workbook", "exchange.csv_binary"),
        (b"a,b\n1,\x00", "exchange.csv_binary"),
        (b"\xff\xfea", "exchange.csv_binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "exchange.csv_binary"),
        (b";".join([b"a"] * 501), "exchange.csv_too_many_columns"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(content)
    assert refused(file).code == code


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"a;b\n" + b"1;x\n" * (ROW_LIMIT + 1))
    assert refused(file).code == "exchange.csv_too_many_rows"
    file.write_bytes(b"a;b\n" + b"1;x\n" * ROW_LIMIT)
    assert len(read_csv(file).rows) == ROW_LIMIT


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    with file.open("wb") as handle:
        handle.truncate(SIZE_LIMIT + 1)
    assert refused(file).code == "exchange.too_large"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "nergens.csv").code == "exchange.missing"
    assert refused(tmp_path).code == "exchange.not_readable"


def test_columns_are_found_by_their_heading_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(" id ;tekst;x;x;\n1;goed;a;b;\n", "utf-8")
    table = read_csv(file)
    assert table.column("id") == 0
    assert table.column(" tekst") == 1
    for name, code in (("Tekst", "no_column"), ("", "no_column"), ("x", "doubled_column")):
        with pytest.raises(UserError) as caught:
            table.column(name)
        assert caught.value.code == f"exchange.{code}"


CELL = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12).map(str.strip)


@given(rows=st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=8))
def test_any_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    file = tmp_path_factory.mktemp("csv") / "a.csv"
    while rows and not any(rows[-1]):
        rows.pop()
    written(file, [("een", "twee", "drie"), *rows], "limesurvey")
    assert read_csv(file).rows == tuple(rows)


@given(raw=st.binary(max_size=200))
def test_any_bytes_give_a_table_or_a_plain_refusal(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    file = tmp_path_factory.mktemp("csv") / "a.csv"
    file.write_bytes(raw)
    try:
        table = csv_table.read_csv(file)
    except UserError:
        return
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_a_cell_that_is_too_long_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "lang.csv"
    path.write_text("a,b\nx,y\n" + "x" * (CELL_LIMIT + 1) + ",y\n")
    with pytest.raises(UserError) as caught:
        read_csv(path)
    assert (caught.value.code, caught.value.details["row"]) == ("exchange.csv_cell_too_long", 3)
