from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitator.store.session import SessionStore
from tests.cli.program import POLIS, Answer, call, dialogue

CAPTURE = ("--persona", "fatima", "--step", "ervaren")


def told(file: Path) -> list[dict[str, object]]:
    answer = call("notes", file, "--json")
    assert answer.code == 0, answer
    return json.loads(answer.out)


def test_a_new_dialogue_has_method_personas_and_question(tmp_path: Path) -> None:
    file = tmp_path / "a.dialoog"
    answer = call(
        *(
            "new",
            file,
            "--method",
            "vijf-stappen",
            "--personas",
            "twente,kampen",
            "--title",
            "Zorg <voor> morgen",
        ),
        *("--question", "Wat blijft?", "--commissioner", "MST", "--commissioner", "ZGT", "--language", "en"),
    )
    assert answer == Answer(0, "", "")
    with SessionStore.open(file, source="toets", readonly=True) as store:
        told = store.state.dialogue
        assert (told.title, told.question) == ("Zorg <voor> morgen", "Wat blijft?")
        assert told.commissioners == ("MST", "ZGT")
        assert (told.language, told.method, told.step) == ("en", "vijf-stappen", "ontmoeten")
        assert {"fatima", "de-bruin"} <= {persona.id for persona in store.state.personas}


def test_the_personas_of_twente_are_the_default_and_all_means_all(tmp_path: Path) -> None:
    counts: dict[str, int] = {}
    for name, more in (("twente", ()), ("all", ("--personas", "all")), ("kampen", ("--personas", "kampen"))):
        file = tmp_path / f"{name}.dialoog"
        assert call("new", file, *more).code == 0
        with SessionStore.open(file, source="toets", readonly=True) as store:
            counts[name] = len(store.state.personas)
            assert store.state.dialogue.title == name
    assert counts == {"twente": 10, "kampen": 3, "all": 13}


def test_a_new_dialogue_begins_with_what_people_are_promised(tmp_path: Path) -> None:
    file = tmp_path / "a.dialoog"
    asked = ("--publication", "quotes", "--anonymity", "full", "--smallest-group", "8")
    assert call("new", file, *asked) == Answer(0, "", "")
    with SessionStore.open(file, source="toets", readonly=True) as store:
        told = store.state.dialogue
        assert (told.publication, told.anonymity, told.smallest_group) == ("quotes", "full", 8)
    call("new", tmp_path / "b.dialoog", "--smallest-group", "0").refused()
    assert not (tmp_path / "b.dialoog").exists()


def test_a_new_dialogue_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "a.dialoog"
    file.write_bytes(b"iets van een ander")
    for more in ((), ("--from", dialogue(tmp_path / "b.dialoog"))):
        call("new", file, *more).refused()
        assert file.read_bytes() == b"iets van een ander"


@pytest.mark.parametrize(
    "more",
    [("--method", "zes-stappen"), ("--personas", "mars"), ("--title", " "), ("--title", "x" * 301)],
)
def test_a_set_up_that_cannot_be_leaves_no_file(tmp_path: Path, more: tuple[str, str]) -> None:
    call("new", tmp_path / "a.dialoog", *more).refused()
    assert not (tmp_path / "a.dialoog").exists()


def test_export_and_back_gives_the_same_file(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=5)
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    with SessionStore.open(file, source="laptop-1") as store:
        store.undo()
        store.redo()
        with store.edit("note.deleted") as edit:
            edit.delete("note", store.state.notes[0].id)
    assert call("export", file, "-o", first) == Answer(0, "", "")
    assert call("new", tmp_path / "b.dialoog", "--from", first) == Answer(0, "", "")
    assert call("export", tmp_path / "b.dialoog", "-o", second).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert told(tmp_path / "b.dialoog") == told(file)
    assert call("check", tmp_path / "b.dialoog").code == 0


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"format": "x"}', '{"format": "facilitator-dialogue", "version": 9}', "[" * 99_999],
)
def test_bad_json_is_refused_in_one_line_and_leaves_no_file(tmp_path: Path, content: str) -> None:
    bad = tmp_path / "in.json"
    bad.write_text(content)
    call("new", tmp_path / "a.dialoog", "--from", bad).refused()
    assert not (tmp_path / "a.dialoog").exists()
    assert bad.read_text() == content


def test_a_survey_of_real_residents_comes_in_once(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    options = ("--channel", "survey", "--text-column", "comment-body", "--skip-if", "moderated=-1")
    first = call("import", file, POLIS, *options)
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith("98 ")
    notes = told(file)
    assert len(notes) == 98
    assert {(note["channel"], note["source"], note["meeting_name"]) for note in notes} == {
        ("survey", "import", "comments")
    }
    again = call("import", file, POLIS, *options)
    assert again.code == 0
    assert again.out.startswith("0 ")
    assert told(file) == notes


def test_rows_that_cannot_be_kept_are_named(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    data = tmp_path / "enquete.csv"
    data.write_text(f"wie;wat\nfatima;goed\npiet;ook\nbram;{'x' * 10_001}\n", "utf-8")
    answer = call("import", file, data, "--text-column", "wat", "--persona-column", "wie")
    assert answer.code == 1
    assert [line.split(": ")[0] for line in answer.err.splitlines()] == [
        "enquete.csv, rij 3",
        "enquete.csv, rij 4",
    ]
    assert [note["text"] for note in told(file)] == ["goed"]


@pytest.mark.parametrize(
    ("content", "column"),
    [
        (b"", "a"),
        (b"a,b\n1,2\n", "c"),
        (b"a,b\n1,2,3\n", "a"),
        (b"a,a\n1,2\n", "a"),
        (b'a;b\n"1;2\n', "a"),
        (b"%PDF-1.7 \xff", "a"),
        (b"a,b\n\x00,1\n", "a"),
    ],
)
def test_a_bad_survey_is_refused_in_one_line_and_changes_nothing(
    tmp_path: Path, content: bytes, column: str
) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    data = tmp_path / "bad.csv"
    data.write_bytes(content)
    before = file.read_bytes()
    call("import", file, data, "--text-column", column).refused()
    assert file.read_bytes() == before


def test_merge_tells_which_version_met_an_erasure(tmp_path: Path) -> None:
    file, copy = dialogue(tmp_path / "a.dialoog"), tmp_path / "b.dialoog"
    call("capture", file, *CAPTURE, stdin=b"Wilhelmina belde\n")
    copy.write_bytes(file.read_bytes())
    with SessionStore.open(copy, source="laptop-2") as other, other.edit("note.edited") as edit:
        edit.set("note", other.state.notes[0].id, text="Wilhelmina zei niets")
    with SessionStore.open(file, source="laptop-1") as store:
        store.erase(fields={("note", store.state.notes[0].id, "text"): "[naam] belde"})
    answer = call("merge", file, copy)
    assert answer.code == 0
    assert "[naam] belde" in answer.out
    assert "Wilhelmina" not in answer.out + answer.err
    assert [note["text"] for note in told(file)] == ["[naam] belde"]


def test_merge_takes_in_a_copy_and_refuses_a_stranger(tmp_path: Path) -> None:
    file, copy = dialogue(tmp_path / "a.dialoog"), tmp_path / "b.dialoog"
    copy.write_bytes(file.read_bytes())
    call("capture", file, *CAPTURE, stdin=b"een\n", FACILITATOR_CONFIG=str(tmp_path / "laptop-a"))
    call("capture", copy, *CAPTURE, stdin=b"twee\n", FACILITATOR_CONFIG=str(tmp_path / "laptop-b"))
    before = copy.read_bytes()
    answer = call("merge", file, copy)
    assert (answer.code, answer.err) == (0, "")
    assert {note["text"] for note in told(file)} == {"een", "twee"}
    assert copy.read_bytes() == before
    call("merge", file, dialogue(tmp_path / "vreemd.dialoog")).refused()
    call("merge", file, file).refused()
    assert len(told(file)) == 2
