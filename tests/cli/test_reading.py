from __future__ import annotations

import json
from pathlib import Path

from facilitator.services.grouping import new_insight
from facilitator.services.notes import park
from facilitator.store.session import SessionStore
from tests.cli.program import Answer, call, dialogue, run


def test_notes_tell_what_is_known_of_each(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=3)
    with SessionStore.open(file, source="laptop-1") as store:
        ids = [note.id for note in store.state.notes]
        insight = new_insight(store, "Samen", [ids[0]])
        park(store, [ids[1]], "hoort ergens anders")
    notes = json.loads(call("notes", file, "--json").out)
    fields = [
        "id",
        "text",
        "persona",
        "step",
        "kind",
        "basis",
        "channel",
        "meeting",
        "table",
        "source",
        "insight",
        "parked",
    ]
    assert all(set(fields) <= note.keys() for note in notes)
    assert [note["insight"] for note in notes] == [insight, None, None]
    assert [note["insights"] for note in notes] == [[insight], [], []]
    assert [note["parked"] for note in notes] == [None, "hoort ergens anders", None]
    plain = call("notes", file)
    assert [line.split("\t")[0] for line in plain.lines] == ids
    assert plain.lines[0].endswith("\tervaren\tfatima\texperience\tnotitie 0")


def test_a_dialogue_without_notes_gives_an_empty_list(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    assert json.loads(call("notes", file, "--json").out) == []
    assert call("notes", file) == Answer(0, "", "")


def test_looking_works_beside_an_open_window_and_writing_does_not(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=2)
    with SessionStore.open(file, source="venster"):
        assert len(run("notes", file).lines) == 2
        assert run("check", file).code == 0
        assert run("export", file, "-o", tmp_path / "a.json").code == 0
        assert run("report", file, "-o", tmp_path / "a.pdf").code == 0
        run("capture", file, "--persona", "fatima", "--step", "ervaren", stdin=b"x\n").refused()
    assert len(run("notes", file).lines) == 2


def test_check_passes_a_good_file_and_mentions_what_is_open(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=1)
    with SessionStore.open(file, source="laptop-1") as store:
        new_insight(store, "Leeg")
    answer = call("check", file)
    assert answer.code == 0
    assert answer.lines[0].startswith("nog open: ")
    assert answer.lines[-1] == f"In orde: {file}"
    told = json.loads(call("check", file, "--json").out)
    assert (told["ok"], told["problems"]) == (True, [])
    assert [finding["code"] for finding in told["findings"]] == ["insight.no_notes"]


def test_check_fails_a_file_that_contradicts_itself(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=1)
    with SessionStore.open(file, source="laptop-1") as store, store.edit("note.moved") as edit:
        edit.set("note", store.state.notes[0].id, persona="bestaat-niet")
    answer = call("check", file)
    assert answer.code == 1
    assert answer.lines[0].startswith("stuk: ")
    assert json.loads(call("check", file, "--json").out)["ok"] is False
