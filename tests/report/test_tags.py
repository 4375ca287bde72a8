"""What a screen reader meets: everything once, in the order of the story, as what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain import entities as e
from facilitator.report.facts import Facts
from facilitator.report.render import render
from facilitator.report.tags import Node, text_string
from tests.helpers.structure import Element, Tagged, read_structure
from tests.report.builders import RESOURCES, example_state, report_of, small_state

ARABIC = "أريد أن أفهم طبيبي"


@pytest.fixture(scope="module", params=["nl", "en"])
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tagged:
    out = tmp_path_factory.mktemp("tagged") / "report.pdf"
    render(report_of(example_state(), request.param), out, RESOURCES)
    return read_structure(out)


def of_state(tmp_path: Path, *more: e.Entity) -> Tagged:
    render(report_of(small_state(*more)), tmp_path / "report.pdf", RESOURCES)
    return read_structure(tmp_path / "report.pdf")


def spaced(text: str) -> str:
    return " ".join(text.split())


def test_every_stretch_of_drawing_is_told_once_or_is_decoration(example: Tagged) -> None:
    assert example.faults == []


def test_headings_go_down_one_level_at_a_time(example: Tagged) -> None:
    levels = [int(head.role[1]) for head in example.root.of("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_every_note_is_heard_once_with_its_code_and_kind(example: Tagged) -> None:
    facts = Facts(report_of(example_state()))
    points = [point for point in example.root.of("LI") if "," in point.kids[0].heard]
    heard = {point.kids[0].heard.split(",")[0]: point.kids[1].kids[0].heard for point in points}
    assert len(points) == len(facts.notes)
    for note in facts.notes:
        if note.consent != "none":
            assert spaced(heard[facts.codes[note.id]]) == spaced(note.text)


def test_tables_have_heads_for_columns_and_rows_and_no_gaps(example: Tagged) -> None:
    tables = example.root.of("Table")
    assert len(tables) > 8
    for table in tables:
        first, *rest = table.of("TR")
        assert {cell.scope for cell in first.kids} == {"Column"}
        assert {len(row.kids) for row in rest} == {len(first.kids)}
        assert {(row.kids[0].role, row.kids[0].scope) for row in rest} == {("TH", "Row")}
        assert all(cell.role == "TD" for row in rest for cell in row.kids[1:])


def test_pictures_are_put_into_words(example: Tagged) -> None:
    figures = example.root.of("Figure")
    assert len(figures) > 40
    assert all(len(figure.alt) > 10 for figure in figures)


def test_the_contents_lead_to_every_chapter(example: Tagged) -> None:
    lines = example.root.of("TOCI")
    heads = [spaced(head.heard) for head in example.root.of("H2")]
    assert all(line.of("Link")[0].links == 1 for line in lines)
    told = " ".join(spaced(line.heard) for line in lines)
    assert all(head in told for head in heads[1:])


def test_goal_chapters_are_heard_in_the_order_in_which_they_are_read(example: Tagged) -> None:
    state = example_state()
    for goal in state.goals[:3]:
        chapter = next(
            part for part in example.root.kids if any(head.heard == goal.title for head in part.of("H2"))
        )
        heard = spaced(chapter.heard)
        advices = [spaced(advice.text) for advice in state.advices if advice.goal == goal.id]
        wanted = [goal.title, spaced(goal.definition), *advices]
        places = [heard.index(text) for text in wanted]
        assert places == sorted(places)


def test_the_head_of_a_long_table_is_heard_once_though_it_is_drawn_on_every_page(tmp_path: Path) -> None:
    meetings = [e.Meeting(id=f"x{n}", name=f"Avond {n}", seq=n) for n in range(90)]
    tagged = of_state(tmp_path, *meetings)
    assert tagged.faults == []
    table = max(tagged.root.of("Table"), key=lambda table: len(table.kids))
    heads = [cell.heard for cell in table.of("TH") if cell.scope == "Column"]
    assert len(heads) == 5
    assert len(table.of("TR")) > 90


def test_right_to_left_words_are_told_in_the_order_of_the_tongue(tmp_path: Path) -> None:
    note = e.Note(id="ar", text=ARABIC, step="ervaren", translation="Ik wil mijn arts begrijpen.", seq=99)
    tagged = of_state(tmp_path, note)
    assert tagged.faults == []
    found = [part for part in tagged.root.of("P") if part.actual == ARABIC]
    assert [part.lang for part in found] == ["ar"]


def test_a_note_in_another_language_says_which(tmp_path: Path) -> None:
    note = e.Note(id="tr", text="Beklemek zor.", language="tr", step="ervaren", seq=99)
    found = [part for part in of_state(tmp_path, note).root.of("P") if part.heard.startswith("Beklemek")]
    assert found
    assert "tr" in {part.lang for part in found}


def test_words_of_two_lines_do_not_run_together(tmp_path: Path) -> None:
    text = "Iedereen die zorg nodig heeft moet weten waar hij terechtkan " * 6
    tagged = of_state(tmp_path, e.Note(id="lang", text=text.strip(), step="ervaren", seq=99))
    assert text.strip() in [spaced(part.heard) for part in tagged.root.of("P")]


@pytest.mark.parametrize("text", ["a" * 4000, "x\\(y)", "🙂 goed 👩‍⚕️", "\u200b", "<</K 1>>) Tj"])
def test_hostile_words_leave_the_structure_whole(text: str, tmp_path: Path) -> None:
    tagged = of_state(
        tmp_path,
        e.Note(id="h", text=text, step="ervaren", seq=99),
        e.Persona(id="p9", name=text[:100], seq=9),
    )
    assert tagged.faults == []


def test_text_strings_are_escaped_and_come_back() -> None:
    assert text_string(r"a(b)\c") == r"(a\(b\)\\c)"
    assert text_string("é") == "<FEFF00E9>"
    assert text_string("🙂") == "<FEFFD83DDE42>"


def test_elements_without_anything_in_them_are_left_out(example: Tagged) -> None:
    def is_empty(part: Element) -> bool:
        return not (part.kids or part.words or part.alt or part.actual or part.role in ("TD", "TH", "TR"))

    assert [part.role for part in example.root.walk() if is_empty(part)] == []
    assert Node("P").kids == []
