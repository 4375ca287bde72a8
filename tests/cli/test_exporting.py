from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import call, dialogue


@pytest.mark.parametrize("name", ["kort.md", "kort.html", "kort.docx", "kort.pdf"])
def test_parts_can_be_left_out_of_every_form_of_the_report(tmp_path: Path, name: str) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=3)
    sizes: list[int] = []
    for parts in ("summary", "summary,process,personas,notes"):
        out = tmp_path / parts / name
        out.parent.mkdir()
        assert call("export", file, "-o", out, "--parts", parts).code == 0
        sizes.append(out.stat().st_size)
    assert sizes[0] < sizes[1]
    assert "cross_goal" in call("export", file, "-o", tmp_path / f"x-{name}", "--parts", "plaatjes").refused()


@pytest.mark.parametrize(
    "name", ["uit.xlsx", "uit.docx", "uit.md", "uit.html", "uit.svg", "uit.png", "uit.qdpx"]
)
def test_the_ending_of_the_file_says_what_is_exported(tmp_path: Path, name: str) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=3)
    answer = call("export", file, "-o", tmp_path / name)
    assert (answer.code, answer.err) == (0, "")
    assert (tmp_path / name).stat().st_size > 500


def test_tables_boards_and_languages_can_be_chosen(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=3)
    assert call("export", file, "--format", "csv", "--language", "en", "-o", tmp_path / "uit").code == 0
    assert len(list((tmp_path / "uit").iterdir())) == 5
    assert (tmp_path / "uit" / "notes.csv").read_text("utf-8-sig").startswith('"Code";"Text"')
    assert call("export", file, "--table", "advice", "-o", tmp_path / "uit.csv").code == 0
    assert "Drempel" in (tmp_path / "uit.csv").read_text("utf-8-sig")
    assert call("export", file, "--board", "dromen", "-o", tmp_path / "uit.svg").code == 0
    assert "dromen" in call("export", file, "--board", "weg", "-o", tmp_path / "b.svg").refused()
    assert ".xslx" in call("export", file, "-o", tmp_path / "b.xslx").refused()
    assert "csv" in call("export", file, "--format", "doc", "-o", tmp_path / "b").refused(2)
    assert call("export", file, "-o", tmp_path / "zonder").code == 0
    assert (tmp_path / "zonder").read_text().startswith("{")
