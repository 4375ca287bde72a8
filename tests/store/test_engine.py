"""One engine, the agreed pragmas, errors in our words."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.store import engine


def test_the_engine_is_new_enough_to_be_safe() -> None:
    assert tuple(int(part) for part in engine.SQLITE_VERSION.split(".")) >= (3, 53, 4)
    shown = engine.sqlite_utils.utils.sqlite3  # pyright: ignore[reportPrivateImportUsage]
    assert shown.sqlite_version == engine.SQLITE_VERSION


def test_every_connection_answers_with_the_agreed_pragmas(tmp_path: Path) -> None:
    db = engine.connect(tmp_path / "a.db")
    answers = {name: db.execute(f"PRAGMA {name}").fetchall() for name in engine.PRAGMAS}
    db.close()
    assert {name: rows[0][0] for name, rows in answers.items() if rows} == {
        name: value for name, value in engine.PRAGMAS.items() if answers[name]
    }
    assert answers["synchronous"] == [(3,)]
    assert answers["journal_mode"] == [("delete",)]


def test_a_connection_for_looking_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    db = engine.connect(path)
    db.execute("CREATE TABLE t(x)")
    db.close()
    db = engine.connect(path, readonly=True)
    with pytest.raises(UserError, match=r"store\.readonly"), engine.translated(path):
        db.execute("INSERT INTO t VALUES (1)")
    db.close()


def test_errors_carry_the_file_and_sqlites_name_but_no_values(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        engine.connect(tmp_path / "weg" / "a.db")
    assert caught.value.code == "store.not_writable"
    assert caught.value.details["path"] == str(tmp_path / "weg" / "a.db")
    assert str(caught.value.details["detail"]).startswith("SQLITE_CANTOPEN")
