"""Files are made whole or not at all, and nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.store import engine, files, migrations
from facilitator.store.session import SessionStore
from tests.store.builders import add_note, new_store


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "brief.dialoog"
    path.write_text("van iemand anders")
    with pytest.raises(UserError, match=r"store\.exists"):
        files.create(path)
    with new_store(tmp_path) as store, pytest.raises(UserError, match=r"store\.exists"):
        store.save_copy(path)
    assert path.read_text() == "van iemand anders"


def test_names_with_quotes_spaces_and_letters_of_any_script_work(tmp_path: Path) -> None:
    for name in ("a'b", 'dubbel "', "100% #1?", "zorg voor é ع", "x" * 120, "y" * 245):
        path = tmp_path / f"{name}.dialoog"
        SessionStore.create(path, source="a").close()
        SessionStore.open(path, source="a").close()


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


def test_an_older_file_is_copied_before_it_is_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = new_store(tmp_path)
    add_note(store, "van vroeger")
    store.close()
    newer = engine.sqlite_utils.Migrations("facilitator")
    newer._migrations = [*migrations.migrations._migrations]

    @newer(name="002_more")
    def more(db: engine.Database) -> None:
        db.execute("CREATE TABLE more(x TEXT) STRICT")

    monkeypatch.setattr(migrations, "migrations", newer)
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", 2)
    files.guard.expected_schema.cache_clear()
    before = store.path.read_bytes()
    with SessionStore.open(store.path, source="a") as opened:
        assert [note.text for note in opened.state.notes] == ["van vroeger"]
    files.guard.expected_schema.cache_clear()
    assert (tmp_path / "avond.v1.dialoog.bak").read_bytes() == before
    assert store.path.read_bytes() != before


def test_check_names_what_is_wrong(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        add_note(store, "een")
        assert store.check() == []
    db = engine.connect(store.path)
    db.execute("UPDATE note SET persona='iemand'")
    assert files.problems(db) == ["check.projection"]
    db.close()
