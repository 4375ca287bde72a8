from __future__ import annotations

from pathlib import Path

import pikepdf

from facilitator.report.render import render
from tests.helpers.structure import read_structure
from tests.report.builders import RESOURCES, report_of, small_state


def made(folder: Path) -> Path:
    out = folder / "report.pdf"
    render(report_of(small_state()), out, RESOURCES)
    return out


def test_the_file_tells_which_standards_it_keeps_and_what_its_colours_mean(tmp_path: Path) -> None:
    out = made(tmp_path)
    about = read_structure(out).about
    for words in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
        assert words in about
    with pikepdf.open(out) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.OutputIntents[0].S) == "/GTS_PDFA1"
        assert str(pdf.docinfo["/Title"]) in about


def test_marks_in_a_title_do_not_break_the_description(tmp_path: Path) -> None:
    state = small_state()
    dialogue = state.dialogue
    state.tables["dialogue"]["dialogue"] = type(dialogue)(alive=True, title="<b>Zorg & meer]]></b>")
    render(report_of(state), tmp_path / "a.pdf", RESOURCES)
    assert "&lt;b&gt;Zorg &amp; meer" in read_structure(tmp_path / "a.pdf").about
