"""The schema is laid down once and marked as ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.store import backups, engine, files, migrations
from facilitator.store.session import SessionStore

OLD = sorted((Path(__file__).parents[1] / "data" / "sessions").glob("v*.dialoog"))


def test_a_fresh_file_is_marked_and_complete(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    files.create(path)
    db = engine.connect(path, readonly=True)
    assert db.execute("PRAGMA application_id").fetchone() == (migrations.APPLICATION_ID,)
    assert db.execute("PRAGMA user_version").fetchone() == (migrations.SCHEMA_VERSION,)
    tables = [
        sql for kind, _, sql in migrations.schema_of(db) if kind == "table" and "sqlite_migr" not in sql
    ]
    assert all("STRICT" in sql for sql in tables)
    assert not any("CASCADE" in sql for sql in tables)
    db.close()


def test_applying_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    files.create(path)
    db = engine.connect(path)
    before = migrations.schema_of(db)
    migrations.apply(db)
    assert migrations.schema_of(db) == before
    db.close()


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_a_file_of_every_earlier_version_is_opened_with_all_it_holds(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "avond.dialoog"
    shutil.copyfile(old, path)
    with SessionStore.open(path, source="laptop-1") as store:
        assert [note.text for note in store.state.notes] == [
            "Eén vast nummer, ook ’s avonds.",
            "De bus rijdt niet meer.",
            "Tolk op het scherm",
        ]
        first, second, third = store.state.notes
        assert store.state.insight(first.insights[0]) is not None
        assert (second.parked, third.picture) == ("gaat over vervoer", "")
        assert store.redo_label == "note.added"
        assert store.check() == []
        store.redo()
        assert len(store.state.notes) == 4
        (kept,) = backups.backups(paths.backups(), store.identity)
    assert (kept.good, kept.notes) == (True, 3)
    db = engine.connect(kept.path, immutable=True)
    assert db.execute("PRAGMA user_version").fetchone() == (int(old.stem[1:]),)
    assert path.name in {one.name for one in tmp_path.iterdir()}
    db.close()
