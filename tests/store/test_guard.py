"""What is not ours, not whole or newer is refused in words, and not touched."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.store import engine, guard, migrations
from facilitator.store.session import SessionStore
from tests.store.builders import add_note, new_store


def refused(path: Path) -> str:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(UserError) as caught:
        SessionStore.open(path, source="a")
    assert before is None or path.read_bytes() == before
    return caught.value.code


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = new_store(tmp_path)
    for n in range(60):
        add_note(store, f"notitie {n} met genoeg woorden om bladzijden te vullen " * 5)
    store.close()
    return store.path


def test_missing_empty_foreign_and_folder_are_told_apart(tmp_path: Path) -> None:
    assert refused(tmp_path / "weg.dialoog") == "store.missing"
    for name, content in {"leeg": b"", "tekst": b"x" * 500, "pdf": b"%PDF-1.7" + b" " * 200}.items():
        (tmp_path / name).write_bytes(content)
        assert refused(tmp_path / name) == "store.foreign"
    assert refused(tmp_path) == "store.foreign"


def test_another_programs_sqlite_file_is_foreign(tmp_path: Path) -> None:
    other = tmp_path / "adressen.dialoog"
    db = engine.connect(other)
    db.execute("CREATE TABLE address(name)")
    db.close()
    assert refused(other) == "store.foreign"


def test_a_file_of_a_newer_program_is_refused_with_its_version(path: Path) -> None:
    db = engine.connect(path)
    db.execute(f"PRAGMA user_version={migrations.SCHEMA_VERSION + 1}")
    db.close()
    assert refused(path) == "store.newer"


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER liar AFTER INSERT ON note BEGIN UPDATE note SET text='gemanipuleerd'; END",
        "CREATE VIEW extra AS SELECT * FROM note",
        "DROP TRIGGER event_is_kept",
        "CREATE TABLE more(x)",
    ],
)
def test_a_file_with_another_schema_is_foreign(path: Path, sql: str) -> None:
    db = engine.connect(path)
    db.execute(sql)
    db.close()
    assert refused(path) == "store.foreign"


def test_damaged_files_never_crash_and_are_never_changed(path: Path) -> None:
    good = path.read_bytes()
    rnd = random.Random(5)
    codes: set[str] = set()
    for _ in range(40):
        data = bytearray(good)
        for _ in range(rnd.choice([1, 20, 4000])):
            data[rnd.randrange(len(data))] = rnd.randrange(256)
        path.write_bytes(data)
        try:
            SessionStore.open(path, source="a", readonly=True).close()
        except UserError as error:
            codes.add(error.code)
        assert path.read_bytes() == bytes(data)
    path.write_bytes(good[: len(good) // 2])
    assert refused(path) == "store.damaged"
    assert "store.damaged" in codes


def test_the_expected_schema_is_that_of_a_fresh_file(path: Path) -> None:
    db = engine.connect(path, readonly=True)
    assert migrations.schema_of(db) == guard.expected_schema()
    db.close()
