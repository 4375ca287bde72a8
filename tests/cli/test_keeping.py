from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facilitator.cli.main import main
from facilitator.services.notes import NoteDraft, add_note
from facilitator.services.safekeeping import back_up
from facilitator.store import engine, pieces
from facilitator.store.keys import from_passphrase
from facilitator.store.session import SessionStore
from tests.cli.program import call, dialogue
from tests.store.damage import pages, without


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a dialogue of three notes with two backups, of two and of three notes."""
    path = dialogue(tmp_path / "sessions" / "zorg.dialoog", notes=2)
    with SessionStore.open(path, source="laptop-1") as store:
        back_up(store)
        add_note(store, NoteDraft(text="de derde", persona="fatima", step="ervaren"))
        back_up(store)
    return path


def texts(path: Path) -> list[str]:
    with SessionStore.open(path, source="laptop-2", readonly=True) as store:
        return [note.text for note in store.state.notes]


def changed(path: Path) -> tuple[str, str]:
    """Change a text as somebody with a tool of their own would; return id and label of the edit."""
    db = engine.connect(path)
    asked = "SELECT id, edit FROM event WHERE value = '\"de derde\"'"
    id, stamp = db.execute(asked).fetchall()[0]
    (sql,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'event_is_fixed'").fetchall()[0]
    db.execute("DROP TRIGGER event_is_fixed")
    db.execute("UPDATE event SET value = '\"de vierde\"' WHERE value = '\"de derde\"'")
    db.execute(sql)
    (label,) = db.execute("SELECT label FROM edit WHERE hlc = ?", [stamp]).fetchall()[0]
    db.close()
    return str(id), str(label)


def test_backups_are_listed_newest_first(file: Path) -> None:
    answer = call("backups", file)
    assert (answer.code, answer.err) == (0, "")
    assert [line.split("\t")[0] for line in answer.lines] == ["1", "2"]
    assert [line.split("\t")[2:] for line in answer.lines] == [["3 notities", "goed"], ["2 notities", "goed"]]
    told = json.loads(call("backups", file, "--json").out)
    assert [(one["number"], one["notes"], one["good"]) for one in told] == [(1, 3, True), (2, 2, True)]
    Path(told[0]["path"]).write_bytes(b"stuk")
    assert call("backups", file).lines[0].endswith("beschadigd")


def test_a_backup_is_restored_into_a_new_file_also_when_the_dialogue_is_gone(
    file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "sessions" / "terug.dialoog"
    raw = file.read_bytes()
    answer = call("restore", file, "--backup", "2", "-o", out)
    assert (answer.code, answer.err) == (0, "")
    assert str(out) in answer.out
    assert file.read_bytes() == raw
    assert texts(out) == ["notitie 0", "notitie 1"]
    assert call("check", out).code == 0
    call("restore", file, "--backup", "2", "-o", out).refused()
    file.unlink()
    newest = tmp_path / "sessions" / "nieuwste.dialoog"
    assert call("restore", file, "--backup", "1", "-o", newest).code == 0
    assert texts(newest)[-1] == "de derde"


def test_a_number_that_is_not_there_and_a_dialogue_without_backups_are_refused(
    file: Path, tmp_path: Path
) -> None:
    for number in ("0", "3", "-1"):
        assert (
            "1 tot en met 2"
            in call("restore", file, "--backup", number, "-o", tmp_path / "x.dialoog").refused()
        )
    call("restore", file, "-o", tmp_path / "x.dialoog").refused(2)
    other = dialogue(tmp_path / "sessions" / "ander.dialoog")
    call("backups", other).refused()
    call("backups", tmp_path / "nooit.dialoog").refused()
    assert not (tmp_path / "x.dialoog").exists()


def test_check_names_edit_and_event_and_fails(file: Path) -> None:
    assert call("check", file).code == 0
    id, label = changed(file)
    answer = call("check", file)
    assert answer.code == 1
    (line,) = [line for line in answer.lines if id in line and "wijziging" in line]
    assert label == "note.added"
    assert "notitie toevoegen" in line
    assert "note" in line
    assert "text" in line
    assert "de derde" not in answer.out
    told = json.loads(call("check", file, "--json").out)
    assert told["ok"] is False
    assert "check.chain" in told["problems"]
    (place,) = [place for place in told["places"] if place["code"] == "proof.value"]
    assert (place["entity"], place["id"], place["field"], place["label"]) == (
        "note",
        id,
        "text",
        "note.added",
    )


def test_check_of_a_file_that_does_not_open_fails_and_tells_what_is_wrong(file: Path) -> None:
    db = engine.connect(file)
    id = db.execute("SELECT id FROM note WHERE text = 'de derde'").fetchall()[0][0]
    db.execute("UPDATE note SET text = 'de vijfde' WHERE id = ?", [id])
    db.close()
    raw = file.read_bytes()
    answer = call("check", file)
    assert answer.code == 1
    assert str(id) in answer.out
    assert len(answer.err.splitlines()) == 1
    without(file, pages(file)["event"], file)
    answer = call("check", file)
    assert answer.code == 1
    assert "Traceback" not in answer.err
    assert answer.lines
    file.write_bytes(raw)


def test_a_seal_is_known_by_its_moment(file: Path) -> None:
    with SessionStore.open(file, source="laptop-1") as store:
        printed = store.seal
        add_note(store, NoteDraft(text="daarna", persona="fatima", step="ervaren"))
    answer = call("check", file, "--seal", printed)
    assert answer.code == 0
    assert "notitie toevoegen" in answer.out
    assert "1" in answer.out.split()
    unknown = call("check", file, "--seal", "0000-0000-0000-0000-0000")
    assert unknown.code == 1
    assert "0000-0000" in unknown.out


def test_what_can_be_read_is_saved_and_the_damaged_file_stays(file: Path, tmp_path: Path) -> None:
    without(file, pages(file)["note"], file)
    raw = file.read_bytes()
    out = tmp_path / "sessions" / "gered.dialoog"
    answer = call("save-readable", file, "-o", out)
    assert (answer.code, answer.err) == (0, "")
    assert file.read_bytes() == raw
    assert sorted(texts(out)) == ["de derde", "notitie 0", "notitie 1"]
    call("save-readable", file, "-o", out).refused()
    file.write_bytes(bytes(9_000))
    call("save-readable", file, "-o", tmp_path / "niets.dialoog").refused()
    assert not (tmp_path / "niets.dialoog").exists()


def test_the_exit_code_tells_when_something_is_lost(file: Path, tmp_path: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"de derde", b"de zesde"))
    answer = call("save-readable", file, "-o", tmp_path / "gered.dialoog")
    assert answer.code == 1
    assert "1" in answer.out.split()


def test_a_locked_dialogue_asks_for_its_passphrase(file: Path, tmp_path: Path) -> None:
    key = from_passphrase("acht blauwe fietsen in het gras")
    path = tmp_path / "sessions" / "dicht.dialoog"
    with SessionStore.create(path, source="a", key=key) as store:
        add_note(store, NoteDraft(text="achter slot", persona="", step=""))
        back_up(store)
    words = tmp_path / "woorden"
    words.write_text("acht blauwe fietsen in het gras\n")
    call("backups", path).refused()
    assert call("backups", path, "--passphrase-file", words).lines[0].endswith("goed")
    out = tmp_path / "sessions" / "terug.dialoog"
    assert call("restore", path, "--backup", "1", "-o", out, "--passphrase-file", words).code == 0
    with SessionStore.open(out, source="a", key=key) as store:
        assert [note.text for note in store.state.notes] == ["achter slot"]
    saved = tmp_path / "sessions" / "gered.dialoog"
    assert call("save-readable", path, "-o", saved, "--passphrase-file", words).code == 0
    assert b"achter slot" not in saved.read_bytes()


def test_reading_that_was_stopped_for_time_is_told_by_a_line_and_the_exit_code(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = pieces.gather
    for whole, name in ((True, "geheel"), (False, "deel")):

        def gathered(*given: Any, whole: bool = whole) -> pieces.Pieces:
            return replace(real(*given), whole=whole)

        monkeypatch.setattr(pieces, "gather", gathered)
        out = tmp_path / f"{name}.dialoog"
        assert main(["save-readable", str(file), "-o", str(out)]) == int(not whole)
        said = capsys.readouterr().out.splitlines()
        assert len(said) == (1 if whole else 2)
        assert whole or str(file) in said[1]
        assert len(texts(out)) == 3
