"""Hand-written files: read whole or refused, with the file and the line of the fault."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from facilitator.content.toml_files import FILE_LIMIT, key_lines, line_of, read_toml
from facilitator.domain.errors import UserError
from tests.content.helpers import place

TEXT = """\
# remark
id = "a"

[[steps]]
id = "one"
[[steps.parts]]
minutes = 5
[[steps.parts]]
minutes = 7
[steps.words]
story = \"\"\"
title = not a key
\"\"\"

[[steps]]
id = "two"
[[steps.parts]]
"quoted key" = 1
a.b = 2
"""


def fault_in(tmp_path: Path, raw: bytes) -> tuple[object, object, str]:
    path = tmp_path / "x.toml"
    path.write_bytes(raw)
    with pytest.raises(UserError) as caught:
        read_toml(path)
    assert caught.value.code == "content.fault"
    return place(caught.value)


def test_every_key_has_its_line() -> None:
    lines = key_lines(TEXT)
    assert lines["id",] == 2
    assert lines["steps", 0] == 4
    assert lines["steps", 0, "parts", 1, "minutes"] == 9
    assert lines["steps", 0, "words", "story"] == 11
    assert lines["steps", 1, "id"] == 16
    assert lines["steps", 1, "parts", 0, "quoted key"] == 18
    assert lines["steps", 1, "parts", 0, "a", "b"] == 19


def test_text_that_looks_like_a_key_is_not_one() -> None:
    assert ("steps", 0, "words", "title") not in key_lines(TEXT)


def test_a_missing_key_is_named_at_the_table_that_lacks_it() -> None:
    assert line_of(key_lines(TEXT), ("steps", 1, "kinds")) == 15
    assert line_of(key_lines(TEXT), ("titles",)) == 1


def test_a_fault_in_the_language_itself_names_its_line(tmp_path: Path) -> None:
    file, line, reason = fault_in(tmp_path, b'a = 1\nb = "open\n')
    assert (file, line) == (f"{tmp_path.name}/x.toml", 2)
    assert reason.startswith("not TOML")


def test_an_unfinished_file_is_refused_at_its_end(tmp_path: Path) -> None:
    assert fault_in(tmp_path, b"a = 1\nb = [1,\n")[1] == 2


def test_a_file_in_another_encoding_names_the_line(tmp_path: Path) -> None:
    assert fault_in(tmp_path, 'a = 1\nb = "één"\n'.encode("latin-1"))[1:] == (2, "not UTF-8 text")


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    assert fault_in(tmp_path, b"#" * (FILE_LIMIT + 1))[2] == "larger than 256 kB"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_toml(tmp_path / "nl.toml")
    assert place(caught.value) == (f"{tmp_path.name}/nl.toml", 1, "file is missing")


def test_windows_line_ends_and_a_byte_mark_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xef\xbb\xbfid = 'a'\r\nnaam = 3\r\n")
    table = read_toml(path)
    assert table.id() == "a"
    with pytest.raises(UserError) as caught:
        table.line("naam")
    assert caught.value.details["line"] == 2


@pytest.mark.parametrize("line", ["[" + " " * 19_000, " " * 19_000, "[ " + "a " * 9_000, "[" * 19_000])
def test_no_line_however_odd_keeps_the_reader_busy(line: str) -> None:
    begun = time.perf_counter()
    assert key_lines(f"x = [\n{line}\n1]\n[ y . z ] # hier\n")[("y", "z")] == 4
    assert time.perf_counter() - begun < 2
