"""The schema is laid down once and marked as ours."""

from __future__ import annotations

from pathlib import Path

from facilitator.store import engine, files, migrations


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
