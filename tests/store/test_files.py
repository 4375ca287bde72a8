"""Files are made whole or not at all, and nothing is overwritten."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.domain.errors import UserError
from facilitator.store import engine, files, migrations
from facilitator.store.recovery import journal_of
from facilitator.store.session import SessionStore
from tests.store.builders import add_note, cut_off, new_store


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "brief.dialoog"
    path.write_text("van iemand anders")
    with pytest.raises(UserError, match=r"store\.exists"):
        files.create(path)
    with new_store(tmp_path) as store, pytest.raises(UserError, match=r"store\.exists"):
        store.save_copy(path)
    assert path.read_text() == "van iemand anders"


def test_names_with_quotes_spaces_and_letters_of_any_script_work(tmp_path: Path) -> None:
    for name in ("a'b", 'dubbel "', "100% #1?", "zorg voor é ع", "x" * 120, "y" * 239):
        with SessionStore.create(tmp_path / f"{name}.dialoog", source="a") as store:
            add_note(store, "een")
        with SessionStore.open(store.path, source="a") as store:
            assert len(store.state.notes) == 1


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(UserError, match=r"store\.not_writable"):
        files.create(tmp_path / "bestand" / "x.dialoog")
    with pytest.raises(UserError, match=r"store\.bad_name"):
        files.create(tmp_path / ("x" * 400 + ".dialoog"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bestand"]


def test_making_a_file_leaves_nothing_beside_it(tmp_path: Path) -> None:
    files.create(tmp_path / "a.dialoog")
    assert [p.name for p in tmp_path.iterdir()] == ["a.dialoog"]


def one_more_migration(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program be one version ahead of the files made so far; clear the schema's cache afterwards."""
    newer = engine.sqlite_utils.Migrations("facilitator")
    newer._migrations = [*migrations.migrations._migrations]

    @newer(name="003_more")
    def more(db: engine.Database) -> None:
        db.execute("CREATE TABLE more(x TEXT) STRICT")

    monkeypatch.setattr(migrations, "migrations", newer)
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", migrations.SCHEMA_VERSION + 1)
    files.guard.expected_schema.cache_clear()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits; folders of a user are private there")
def test_only_the_owner_may_read_a_dialogue(tmp_path: Path) -> None:
    files.create(tmp_path / "a.dialoog")
    assert (tmp_path / "a.dialoog").stat().st_mode & 0o077 == 0


def test_an_older_file_is_copied_before_it_is_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = new_store(tmp_path)
    add_note(store, "van vroeger")
    store.close()
    one_more_migration(monkeypatch)
    before = store.path.read_bytes()
    with SessionStore.open(store.path, source="a") as opened:
        assert [note.text for note in opened.state.notes] == ["van vroeger"]
        place = paths.backups() / opened.identity.hex()
    files.guard.expected_schema.cache_clear()
    # Behind the header, which counts how often a file was written.
    assert [path.read_bytes()[100:] for path in place.glob("*.dialoog")] == [before[100:]]
    assert store.path.read_bytes() != before
    assert [path.name for path in tmp_path.iterdir() if "bak" in path.name] == []


def test_without_a_copy_an_older_file_is_not_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = new_store(tmp_path)
    store.close()
    one_more_migration(monkeypatch)
    before = store.path.read_bytes()
    (tmp_path / "vol").write_text("geen map")
    monkeypatch.setenv("FACILITATOR_DATA", str(tmp_path / "vol"))
    with pytest.raises(UserError, match=r"migration\.no_copy"):
        SessionStore.open(store.path, source="a")
    files.guard.expected_schema.cache_clear()
    assert store.path.read_bytes() == before


def test_check_names_what_is_wrong(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_note(store, "een")
        assert store.check() == []
    db = engine.connect(store.path)
    db.execute("UPDATE note SET persona='iemand'")
    assert files.problems(db) == ["check.changed", "check.projection"]
    db.close()


def test_a_journal_left_behind_by_a_file_long_gone_is_not_played_into_a_new_one(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for n in range(40):
            add_note(store, f"noot {n} " + "x" * 900)
    half = cut_off(store.path, tmp_path / "stick" / "avond.dialoog")
    left = journal_of(half).read_bytes()
    half.unlink()
    for _ in range(2):
        with SessionStore.create(half, source="a") as made:
            add_note(made, "nieuw")
        with SessionStore.open(half, source="a") as made:
            assert [note.text for note in made.state.notes] == ["nieuw"]
            assert made.check() == []
        half.unlink()
        journal_of(half).write_bytes(left)
    kept = [path for path in half.parent.iterdir() if ".bak" in path.name]
    assert [path.read_bytes() for path in kept] == [left, left]


@pytest.mark.parametrize("name", ["n" * 242, "n" * 300, "🌳" * 61], ids=["journal", "file", "emoji"])
def test_a_name_without_room_for_the_journal_is_refused_and_leaves_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match=r"store\.bad_name"):
        files.create(tmp_path / f"{name}.dialoog")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["n" * 239, "é" * 119, "🌳" * 59])
def test_the_longest_names_work(tmp_path: Path, name: str) -> None:
    store = new_store(tmp_path, name)
    with pytest.raises(UserError, match=r"store\.in_use"):
        SessionStore.open(store.path, source="b")
    add_note(store, "een")
    store.close()
    with SessionStore.open(store.path, source="b") as again:
        assert len(again.state.notes) == 1


def test_two_long_names_that_begin_alike_can_be_open_at_once(tmp_path: Path) -> None:
    with new_store(tmp_path, "n" * 230 + "1"), new_store(tmp_path, "n" * 230 + "2") as other:
        add_note(other, "een")


def test_a_file_whose_name_leaves_no_room_for_a_journal_opens_for_looking(tmp_path: Path) -> None:
    new_store(tmp_path).close()
    long = tmp_path / ("n" * 242 + ".dialoog")
    (tmp_path / "avond.dialoog").rename(long)
    with SessionStore.open(long, source="a") as store:
        assert store.readonly


def test_check_names_a_change_that_no_field_allows(tmp_path: Path) -> None:
    new_store(tmp_path).close()
    db = engine.connect(tmp_path / "avond.dialoog")
    db.execute("INSERT INTO edit VALUES ('z', 5, 'edit', 'x', NULL, x'', x'')")
    db.execute("INSERT INTO event VALUES ('z', 6, 5, 'note', 'n1', 'geur', '1', NULL)")
    assert files.problems(db) == ["check.log"]
    db.close()
