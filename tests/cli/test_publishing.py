"""``facilitator check --publication`` as a person or a script runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitator.content.words import Words
from facilitator.domain.choices import FORMATS
from facilitator.services.dialogue import method_of
from facilitator.services.grouping import new_goal
from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.publication import HOLDING, check, decide
from facilitator.store.session import SessionStore
from tests.cli.program import ROOT, call, dialogue


def test_what_is_open_is_listed_and_told_by_the_exit_code(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    done = call("check", file, "--publication")
    assert (done.code, len(done.lines)) == (0, 1)
    with SessionStore.open(file, source="laptop-1") as store:
        id = add_note(store, NoteDraft("Bel mij\nop 06-12345678"))
    found = call("check", file, "--publication")
    assert found.code == 1
    assert len(found.lines) == 1
    assert id in found.lines[0]
    assert "06-12345678" in found.lines[0]
    told = json.loads(call("check", file, "--publication", "--json").out)
    assert not told["ok"]
    assert [(row["code"], row["target"]) for row in told["findings"]] == [("personal.phone", id)]
    with SessionStore.open(file, source="laptop-1") as store:
        decide(store, check(store.state, method_of(store))[0], "keep")
    assert call("check", file, "--publication").code == 0
    assert json.loads(call("check", file, "--publication", "--json").out) == {"ok": True, "findings": []}


def undecided(path: Path) -> Path:
    """Make a dialogue with two things to decide about before it may leave, and one that is only open."""
    file = dialogue(path)
    with SessionStore.open(file, source="laptop-1") as store:
        add_note(store, NoteDraft("Bel mij op 06-12345678"))
        add_note(store, NoteDraft("Dit zei iemand", starred=True))
        new_goal(store, "Samen")
    return file


@pytest.mark.parametrize("one", [one for one in FORMATS if one != "json"])
def test_nothing_for_people_is_written_before_somebody_decided(tmp_path: Path, one: str) -> None:
    file, out = undecided(tmp_path / "a.dialoog"), tmp_path / f"uit.{one}"
    line = call("export", file, "-o", out).refused(3)
    assert "persoonsgegevens (1), citaten die verder gaan dan afgesproken (1)" in line
    assert "--anyway" in line
    assert f"facilitator check {file} --publication" in line
    assert "06-12345678" not in line
    assert not out.exists()


def test_the_report_and_its_short_forms_wait_too(tmp_path: Path) -> None:
    file, out = undecided(tmp_path / "a.dialoog"), tmp_path / "uit.pdf"
    out.write_bytes(b"%PDF-1.7 van gisteren")
    for more in ((), ("--form", "summary")):
        call("report", file, "-o", out, *more).refused(3)
    assert out.read_bytes() == b"%PDF-1.7 van gisteren"


@pytest.mark.parametrize(("command", "name"), [("report", "uit.pdf"), ("export", "uit.md")])
def test_who_says_anyway_gets_the_file_and_is_told_once_more(tmp_path: Path, command: str, name: str) -> None:
    file, out = undecided(tmp_path / "a.dialoog"), tmp_path / name
    answer = call(command, file, "-o", out, "--anyway")
    assert answer.code == 0
    assert "persoonsgegevens (1)" in answer.err
    assert "06-12345678" not in answer.err
    assert len(answer.err.splitlines()) == 1
    assert out.stat().st_size > 500


def test_what_was_decided_holds_nothing_back_and_later_is_no_decision(tmp_path: Path) -> None:
    file, out = undecided(tmp_path / "a.dialoog"), tmp_path / "uit.md"
    for verdict, code in (("later", 3), ("keep", 0)):
        with SessionStore.open(file, source="laptop-1") as store:
            for finding in check(store.state, method_of(store)):
                decide(store, finding, verdict)
        answer = call("export", file, "-o", out)
        assert (answer.code, out.exists()) == (code, code == 0)
    assert answer.err == ""


def test_the_dialogue_itself_never_waits(tmp_path: Path) -> None:
    file = undecided(tmp_path / "a.dialoog")
    answer = call("export", file, "-o", tmp_path / "uit.json")
    assert (answer.code, answer.err) == (0, "")
    assert "06-12345678" in (tmp_path / "uit.json").read_text("utf-8")


def test_wrong_wishes_are_refused_before_anything_is_to_be_decided(tmp_path: Path) -> None:
    file = undecided(tmp_path / "a.dialoog")
    assert "plaatjes" in call("report", file, "-o", tmp_path / "a.pdf", "--parts", "plaatjes").refused(1)
    assert ".xslx" in call("export", file, "-o", tmp_path / "a.xslx").refused(1)
    call("report", file, "-o", file).refused(1)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_whatever_holds_a_file_back_has_a_name(language: str) -> None:
    assert set(Words(language, name="cli").codes("holding")) == set(HOLDING)


def test_the_example_leaves_without_a_word(tmp_path: Path) -> None:
    file = tmp_path / "a.dialoog"
    assert call("new", file, "--from", ROOT / "sessions" / "voorbeeld-twente.json").code == 0
    assert call("export", file, "-o", tmp_path / "a.docx").err == ""
    assert (tmp_path / "a.docx").exists()
