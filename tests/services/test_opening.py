from __future__ import annotations

import contextlib
import random
import shutil
import time
from pathlib import Path

import pytest

from facilitator.domain.entities import DIALOGUE_ID, Dialogue
from facilitator.domain.errors import UserError
from facilitator.services import naming
from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.services.notes import NoteDraft, add_note, add_notes, edit_note
from facilitator.services.opening import Kept, Opened, open_dialogue
from facilitator.store import engine, keys
from facilitator.store.session import SessionStore
from tests.helpers.hostile_files import FILES, foreign_journal, foreign_wal
from tests.helpers.shelf import shelf

OLD = Path(__file__).parents[1] / "data" / "sessions"
WORDS = "een eerlijk woord"


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """Return every file and what is in it; locks left out."""
    files = [path for path in sorted(folder.iterdir()) if not path.name.startswith(".")]
    return {path.name: path.read_bytes() if path.is_file() else None for path in files}


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("eerlijk") / "avond.dialoog"
    setup = DialogueSetup(title="Zorg dichtbij", question="Wat moet blijven?")
    with create_dialogue(path, setup, shelf(), "laptop-b") as store:
        add_notes(
            store, [NoteDraft(text=f"{WORDS} {n}", persona="fatima", step="ervaren") for n in range(40)]
        )
        edit_note(store, store.state.notes[0].id, text=f"{WORDS}, anders")
    return path


@pytest.fixture
def stick(tmp_path: Path, honest: Path) -> Path:
    """Return an honest dialogue on somebody's stick."""
    path = tmp_path / "stick" / honest.name
    path.parent.mkdir()
    shutil.copyfile(honest, path)
    return path


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "sessions")


def opened(path: Path, kept: Kept, **given: object) -> Opened:
    return open_dialogue(path, source="laptop-a", kept=kept, **given)  # pyright: ignore[reportArgumentType]


def refused(path: Path, kept: Kept, **given: object) -> UserError:
    with pytest.raises(UserError) as caught:
        opened(path, kept, **given)
    return caught.value


def test_a_file_from_elsewhere_is_taken_in_as_a_copy_and_stays_as_it_is(stick: Path, kept: Kept) -> None:
    before = snapshot(stick.parent)
    found = opened(stick, kept)
    assert found.taken_from == stick
    assert not found.looking
    assert not found.store.readonly
    assert found.store.path == kept.folder / f"zorg-dichtbij-{naming.sign(found.store.identity)}.dialoog"
    assert len(found.store.state.notes) == 40
    assert found.store.state.notes[0].text == f"{WORDS}, anders"
    assert found.store.check() == []
    with SessionStore.open(stick, source="x", readonly=True) as theirs:
        assert found.store.identity == theirs.identity
        assert found.store.seal == theirs.seal
    add_note(found.store, NoteDraft(text="van ons", persona="fatima", step="ervaren"))
    found.store.close()
    assert snapshot(stick.parent) == before


def test_a_file_in_our_folder_or_opened_before_is_opened_where_it_lies(stick: Path, kept: Kept) -> None:
    known = Kept(kept.folder, (str(stick),))
    inside = Kept(stick.parent.parent)
    for ours in (known, inside):
        found = opened(stick, ours)
        assert found.store.path == stick
        assert found.taken_from is None
        found.store.close()
    link = kept.folder / "wijst-erheen.dialoog"
    kept.folder.mkdir()
    link.symlink_to(stick)
    assert not kept.holds(link)


def test_looking_at_a_file_from_elsewhere_keeps_nothing(stick: Path, kept: Kept, tmp_path: Path) -> None:
    before = snapshot(stick.parent)
    found = opened(stick, kept, readonly=True)
    assert found.looking
    assert found.store.readonly
    assert found.store.path == stick
    assert len(found.store.history()) == 3
    found.store.close()
    assert snapshot(stick.parent) == before
    assert not kept.folder.exists()


def test_a_dialogue_that_is_here_already_is_merged_or_looked_at(stick: Path, kept: Kept) -> None:
    first = opened(stick, kept)
    first.store.close()
    with SessionStore.open(stick, source="laptop-b") as theirs:
        add_note(theirs, NoteDraft(text="later gezegd", persona="fatima", step="ervaren"))
    error = refused(stick, kept)
    assert (error.code, error.details["own"]) == ("open.twin", str(first.store.path))
    look = opened(stick, kept, twin="look")
    assert look.looking
    assert len(look.store.state.notes) == 41
    look.store.close()
    merged = opened(stick, kept, twin="merge")
    assert merged.store.path == first.store.path
    assert merged.taken_from == stick
    assert len(merged.store.state.notes) == 41
    merged.store.close()
    assert len(list(kept.folder.glob("*.dialoog"))) == 1


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_an_older_file_from_elsewhere_is_taken_in_too(version: str, kept: Kept, tmp_path: Path) -> None:
    path = tmp_path / "oud.dialoog"
    shutil.copyfile(OLD / f"{version}.dialoog", path)
    before = path.read_bytes()
    found = opened(path, kept)
    assert len(found.store.state.notes) == 3
    assert found.store.check() == []
    found.store.close()
    look = opened(path, kept, readonly=True)
    assert len(look.store.state.notes) == 3
    look.store.close()
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith("oud")) == ["oud.dialoog"]


@pytest.mark.parametrize("name", FILES)
def test_every_hostile_file_is_refused_with_its_code_and_left_alone(
    name: str, stick: Path, kept: Kept
) -> None:
    code, make = FILES[name]
    make(stick)
    before = snapshot(stick.parent) if stick.is_file() else None
    started = time.monotonic()
    for given in ({}, {"readonly": True}):
        assert refused(stick, kept, **given).code == code
    assert time.monotonic() - started < 6
    assert before is None or snapshot(stick.parent) == before
    assert not list(kept.folder.glob("*")) if kept.folder.exists() else True


@pytest.mark.parametrize("name", [n for n, (code, _) in FILES.items() if code == "store.foreign"])
def test_a_strangers_schema_is_not_opened_live_even_in_our_own_folder(name: str, stick: Path) -> None:
    FILES[name][1](stick)
    before = snapshot(stick.parent) if stick.is_file() else None
    started = time.monotonic()
    assert refused(stick, Kept(stick.parent)).code in ("store.foreign", "store.damaged")
    assert time.monotonic() - started < 3
    assert before is None or snapshot(stick.parent) == before


def test_the_log_of_another_database_beside_a_file_is_not_read(stick: Path, kept: Kept) -> None:
    foreign_wal(stick)
    before = snapshot(stick.parent)
    found = opened(stick, kept)
    assert len(found.store.state.notes) == 40
    found.store.close()
    assert snapshot(stick.parent) == before


def test_a_journal_beside_a_file_is_not_played(stick: Path, kept: Kept, tmp_path: Path) -> None:
    victim = tmp_path / "dagboek.txt"
    victim.write_text("van mij")
    foreign_journal(stick, victim)
    before = snapshot(stick.parent)
    found = opened(stick, kept)
    assert len(found.store.state.notes) == 40
    found.store.close()
    assert snapshot(stick.parent) == before
    assert victim.read_text() == "van mij"


def test_the_journal_would_do_harm_if_it_were_played(stick: Path, tmp_path: Path) -> None:
    """Shows that the test above looks at something."""
    victim = tmp_path / "dagboek.txt"
    victim.write_text("van mij")
    foreign_journal(stick, victim)
    before = stick.read_bytes()
    db = engine.connect(stick)
    with contextlib.suppress(engine.Error):
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    db.close()
    assert stick.read_bytes() != before


def test_a_file_that_was_cut_off_while_written_says_so(stick: Path, kept: Kept) -> None:
    FILES["cut"][1](stick)
    stick.with_name(stick.name + "-journal").write_bytes(b"x" * 600)
    assert refused(stick, kept).code == "store.unfinished"


def test_an_encrypted_file_from_elsewhere_stays_encrypted(kept: Kept, tmp_path: Path) -> None:
    path = tmp_path / "dicht.dialoog"
    key = keys.random_key()
    with SessionStore.create(path, source="laptop-b", key=key) as store:
        add_note(store, NoteDraft(text="geheim woord", step="ervaren"))
        with store.edit("dialogue.edited") as edit:
            edit.create(Dialogue(id=DIALOGUE_ID, title="Gezin Bakker"))
    assert refused(path, kept).code == "store.locked"
    assert refused(path, kept, key=keys.Key(b"\1" * 32, key.salt)).code == "key.wrong"
    found = opened(path, kept, key=key)
    assert [note.text for note in found.store.state.notes] == ["geheim woord"]
    found.store.close()
    assert found.store.path.name == f"dicht-{naming.sign(found.store.identity)}.dialoog"
    raw = found.store.path.read_bytes()
    assert b"geheim" not in raw
    assert not raw.startswith(b"SQLite")
    assert refused(path, kept, key=key).code == "open.twin"


def test_a_portrait_that_would_fetch_something_is_refused(stick: Path, kept: Kept) -> None:
    with SessionStore.open(stick, source="laptop-b") as store, store.edit("persona.edited") as edit:
        drawing = '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://x.nl/a.png"/></svg>'
        edit.set("persona", store.state.personas[0].id, portrait=drawing)
    assert refused(stick, kept).code == "portrait.refused"


def test_a_locked_file_of_ours_says_that_it_is_locked(kept: Kept) -> None:
    path = kept.free_path("dicht")
    SessionStore.create(path, source="laptop-a", key=keys.random_key()).close()
    assert refused(path, kept).code == "store.locked"


def test_damage_anywhere_is_refused_or_the_words_are_what_was_said(stick: Path, kept: Kept) -> None:
    said = [f"{WORDS}, anders", *(f"{WORDS} {n}" for n in range(1, 40))]
    good = stick.read_bytes()
    chance = random.Random(11)
    codes: set[str] = set()
    for _ in range(60):
        raw = bytearray(good)
        for _ in range(chance.choice([1, 4, 40, 400])):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        stick.write_bytes(raw[: chance.choice([len(raw), len(raw), chance.randrange(len(raw))])])
        before = stick.read_bytes()
        started = time.monotonic()
        try:
            found = opened(stick, kept, readonly=True)
        except UserError as error:
            codes.add(error.code)
        else:
            assert [note.text for note in found.store.state.notes] == said
            found.store.close()
        assert time.monotonic() - started < 3
        assert stick.read_bytes() == before
    assert "store.damaged" in codes
