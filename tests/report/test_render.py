from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from typing import Any

import pypdf
import pytest

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.report_data import PARTS, ReportData
from facilitator.report.render import render
from tests.helpers.pdf import pages_of
from tests.report.builders import RESOURCES, example, flat, printed, report_of, small_state

HEADINGS = {
    "summary": "Samenvatting",
    "process": "Zo deden we het",
    "personas": "De persona’s",
    "goals": "Wat we hoorden",
    "cross_goal": "Inzichten dwars door de doelen",
    "not_adopted": "Niet aangenomen adviezen",
    "notes": "Bijlage: alle notities",
}


def written(data: ReportData, folder: Path) -> Any:
    out = folder / "rapport.pdf"
    result = render(data, out, RESOURCES)
    reader = pypdf.PdfReader(out)
    assert len(reader.pages) == result.pages
    return reader


@pytest.mark.parametrize("part", PARTS)
def test_each_part_can_be_left_out(part: str, tmp_path: Path) -> None:
    data = example(parts=tuple(name for name in PARTS if name != part))
    text = printed(data, tmp_path)
    for name, heading in HEADINGS.items():
        assert (flat(heading) in text) is (name != part)


def test_cover_contents_and_colophon_are_always_there(tmp_path: Path) -> None:
    out = tmp_path / "leeg.pdf"
    assert render(example(parts=()), out, RESOURCES).pages == 3
    cover, contents, colophon = pages_of(out)
    assert "Zorg voor" in cover
    assert "14 november 2026" in cover
    assert contents.startswith("Inhoud")
    assert "Facilitator 1.0.0" in colophon


def test_the_contents_name_the_real_pages(tmp_path: Path) -> None:
    reader = written(example(), tmp_path)
    links = [
        (annotation["/Rect"], annotation["/Dest"])
        for annotation in (item.get_object() for item in reader.pages[1]["/Annots"])
    ]
    # Chapters, goals, and the personas of the notes, each with a line of its own.
    assert len(links) == 12 + 8 + 11 + 1
    texts = [flat(page.extract_text()) for page in reader.pages]
    for entry in reader.outline:
        if not isinstance(entry, list):
            page = reader.get_destination_page_number(entry)
            assert page is not None
            assert f"{flat(str(entry.title))}{page + 1}" in texts[1]
            if entry.title != "Doelen en adviezen":
                assert flat(str(entry.title)) in texts[page]


def test_bookmarks_have_goals_and_personas_under_their_chapter(tmp_path: Path) -> None:
    outline = written(example(), tmp_path).outline
    titles = [str(item.title) if not isinstance(item, list) else len(item) for item in outline]
    assert titles[titles.index("Doelen en adviezen") + 1] == 8
    assert titles[titles.index("Bijlage: alle notities") + 1] == 11


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_font_is_embedded(language: str, tmp_path: Path) -> None:
    reader = written(example(language), tmp_path)
    names: set[str] = set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            face = font.get_object()
            assert "/FontFile2" in face["/FontDescriptor"].get_object()
            names.add(str(face["/BaseFont"]).split("+")[1])
    assert {"NotoSans-Regular", "NotoSans-Bold", "NotoSansArabic-Regular"} <= names


def test_the_file_says_what_it_is_and_no_more(tmp_path: Path) -> None:
    reader = written(example("en"), tmp_path)
    info = reader.metadata
    assert info is not None
    assert (info.title, info.author, info.creator) == ("Zorg voor morgen", "MST, ZGT", "Facilitator 1.0.0")
    assert str(info["/CreationDate"]).startswith("D:20261114")
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_same_dialogue_gives_the_same_bytes(language: str, tmp_path: Path) -> None:
    render(example(language), tmp_path / "a.pdf", RESOURCES)
    render(example(language), tmp_path / "b.pdf", RESOURCES)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_english_report_has_no_dutch_sentences_of_ours(tmp_path: Path) -> None:
    text = printed(example("en"), tmp_path)
    assert flat("Advice not adopted") in text
    for heading in HEADINGS.values():
        assert flat(heading) not in text


def test_channels_are_never_added_up(tmp_path: Path) -> None:
    text = printed(report_of(small_state(), parts=("summary", "process", "goals")), tmp_path)
    for people in (75, 71, 14, 1104):
        assert str(people) in text.replace(".", "")
    for total in (75 + 71, 75 + 71 + 14, 75 + 14 + 1104, 75 + 71 + 14 + 1104):
        assert str(total) not in text.replace(".", "")


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    render(example(), tmp_path / "a.pdf", RESOURCES, progress=lambda done, total: seen.append((done, total)))
    assert len(seen) > 10
    assert seen[-1][0] == seen[-1][1]
    shares = [done / total for done, total in seen]
    assert shares == sorted(shares)


@pytest.mark.parametrize("after", [1, 4, 12])
def test_cancel_leaves_nothing_and_keeps_the_old_file(after: int, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"oud")
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > after

    with pytest.raises(UserError) as caught:
        render(example(), out, RESOURCES, cancelled=cancelled)
    assert caught.value.code == "report.cancelled"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert out.read_bytes() == b"oud"


def test_a_folder_that_is_not_there_is_a_plain_fault(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        render(example(parts=()), tmp_path / "weg" / "a.pdf", RESOURCES)
    assert caught.value.code == "report.not_written"
    assert caught.value.details["path"] == str(tmp_path / "weg" / "a.pdf")


def test_the_file_may_be_read_by_whoever_may_read_the_folder(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"")
    render(example(parts=()), tmp_path / "a.pdf", RESOURCES)
    assert (tmp_path / "a.pdf").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_full_disk_leaves_the_old_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"oud")

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError) as caught:
        render(example(parts=()), out, RESOURCES)
    assert caught.value.code == "report.disk_full"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert out.read_bytes() == b"oud"


HOSTILE = [
    "<b>vet</b> & <img src='/etc/passwd'/> &amp; &#65;",
    "=1+1",
    "%s {n} {0} \\n $HOME",
    "<para><a href='javascript:x'>klik</a>",
    "😀🎉 hoera ✓ → ≥",
    "(tekst) Tj ET \\) endstream",
    "ሰላም (ze zei: dank)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_wrote_is_printed_literally(text: str, tmp_path: Path) -> None:
    note = e.Note(id="x", text=text, starred=True, meeting="m1", insights=("i1",), seq=9)
    goal = e.Goal(id="g1", title=text, definition=text, residents_say=text, tensions=text, seq=1)
    state = small_state(note, goal, title=text, question=text, privacy_promise=text, commissioners=(text,))
    printed_text = printed(report_of(state), tmp_path)
    assert printed_text.count(flat(text)) >= 5


def test_arabic_is_found_again_in_the_file(tmp_path: Path) -> None:
    note = e.Note(id="x", text="أفهم الكلمات", persona="fatima", step="ervaren", meeting="m3", seq=9)
    text = printed(report_of(small_state(note)), tmp_path)
    assert all(word in text for word in note.text.split())


@pytest.mark.parametrize("text", ["woord " * 1700, "x" * 400, "y" * 10_000, "regel\n" * 900])
def test_very_long_texts_stay_on_the_page(text: str, tmp_path: Path) -> None:
    line = " ".join(text[:300].split())
    more = (
        e.Note(
            id="x",
            text=text,
            starred=True,
            kind="quote",
            persona="fatima",
            meeting="m1",
            insights=("i1",),
            seq=9,
        ),
        e.Insight(id="i1", title=line, description=text, goals=("g1",), seq=1),
        e.Goal(id="g1", title=line, definition=text, residents_say=text, tensions=text, seq=1),
        e.Advice(id="a1", goal="g1", text=text, addressee=line, minority=text, condition=text, seq=1),
        e.Persona(id="fatima", name=line, age=line, line=text, story=text, needs=text, seq=1),
    )
    state = small_state(*more, title=line, question=text, summary=text, opening=text, privacy_promise=text)
    reader = written(report_of(state), tmp_path)
    for page in reader.pages:
        spots: list[tuple[float, float]] = []
        page.extract_text(visitor_text=lambda _t, _c, m, _f, _s, spots=spots: spots.append((m[4], m[5])))
        assert all(0 <= x <= 595 and 0 <= y <= 842 for x, y in spots)
    assert flat(" ".join(pages_of(tmp_path / "rapport.pdf"))).count(flat(text)[:60]) >= 3


def test_an_empty_dialogue_still_makes_a_report(tmp_path: Path) -> None:
    text = printed(report_of(type(small_state())()), tmp_path)
    assert flat("Er zijn nog geen doelen benoemd.") in text
    assert flat("Er zijn nog geen notities.") in text


def test_a_word_without_end_everywhere_costs_seconds_not_minutes(tmp_path: Path) -> None:
    word = "w" * 20_000
    more = (
        e.Note(id="x", text=word, starred=True, persona="fatima", meeting="m1", insights=("i1",), seq=9),
        e.Insight(id="i1", title=word, description=word, goals=("g1",), seq=1),
        e.Goal(id="g1", title=word, definition=word, residents_say=word, seq=1),
        e.Advice(id="a1", goal="g1", text=word, addressee=word, deadline=word, condition=word, seq=1),
        e.Persona(id="fatima", name=word, age=word, line=word, story=word, needs=word, seq=1),
    )
    begun = time.perf_counter()
    reader = written(report_of(small_state(*more, title=word, question=word)), tmp_path)
    assert time.perf_counter() - begun < 30
    assert len(reader.pages) > 50
