"""Numbered migrations of the session file; append only, never edit one that was released."""

from __future__ import annotations

from typing import cast

from facilitator.store import engine, log, projection, proof
from facilitator.store.engine import Database, sqlite_utils

APPLICATION_ID = 0x4644_6961  # "FDia"
SCHEMA_VERSION = 3

migrations = sqlite_utils.Migrations("facilitator")

_LOG = """
CREATE TABLE edit(src TEXT NOT NULL, hlc INTEGER NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
  undoes INTEGER, PRIMARY KEY(src, hlc)) STRICT, WITHOUT ROWID;
CREATE TABLE event(src TEXT NOT NULL, hlc INTEGER NOT NULL, edit INTEGER NOT NULL, entity TEXT NOT NULL,
  id TEXT NOT NULL, field TEXT NOT NULL, value TEXT, PRIMARY KEY(src, hlc),
  FOREIGN KEY(src, edit) REFERENCES edit(src, hlc)) STRICT, WITHOUT ROWID;
CREATE INDEX event_of_id ON event(id);
CREATE INDEX event_of_edit ON event(src, edit);
CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are kept'); END;
CREATE TRIGGER event_is_fixed BEFORE UPDATE ON event
  WHEN NEW.value IS NOT NULL OR (NEW.src, NEW.hlc, NEW.edit, NEW.entity, NEW.id, NEW.field)
    IS NOT (OLD.src, OLD.hlc, OLD.edit, OLD.entity, OLD.id, OLD.field)
  BEGIN SELECT RAISE(ABORT, 'events are fixed'); END;
CREATE TRIGGER edit_is_kept BEFORE DELETE ON edit BEGIN SELECT RAISE(ABORT, 'edits are kept'); END;
CREATE TRIGGER edit_is_fixed BEFORE UPDATE ON edit BEGIN SELECT RAISE(ABORT, 'edits are fixed'); END
"""

_COLUMNS = {
    "dialogue": "title T, question T, commissioners T, language T, method T, method_data T,"
    " privacy_promise T, threshold I, step T, furthest T, summary T, opening T",
    "meeting": 'name T, channel T, "group" T, venue T, date T, tables I, people I, seq I',
    "persona": "name T, age T, line T, story T, needs T, portrait T, made_with T, pack T,"
    " translations T, hidden I, seq I",
    "note": 'text T, persona T, step T, kind T, basis T, speaker_group T, meeting T, "table" I, language T,'
    " translation T, consent T, starred I, source T, source_ref T, insights T, parked T?, seq I",
    "insight": "title T, description T, goals T, merged_into T, split_from T, seq I",
    "goal": "title T, definition T, residents_say T, tensions T, merged_into T, split_from T, seq I",
    "advice": "goal T, text T, addressee T, condition T, deadline T, insights T, votes_for I?,"
    " votes_against I?, votes_abstain I?, minority T, decision T, seq I",
    "reply": "advice T, kind T, reason T, date T",
    "action": "advice T, text T, owner T, due T, done I, seq I",
    "gate": "checked T, overruled T?",
    "participant": "name T, contact T, traits T, household T, status T",
    "quota": "trait T, value T, minimum I, maximum I",
    "draw": "method T, seed T, drawn T, date T",
}
_TYPES = {"T": "TEXT NOT NULL", "T?": "TEXT", "I": "INTEGER NOT NULL", "I?": "INTEGER"}


@migrations(name="001_base")
def base(db: Database) -> None:
    """Lay down the log and one table per entity, its projection."""
    for statement in _LOG.strip().split(";\n"):
        # A trigger's body holds "; END" on one line, so the split never cuts through it.
        db.execute(statement)
    for table, columns in _COLUMNS.items():
        _entity_table(db, table, columns)
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")


def _entity_table(db: Database, table: str, columns: str) -> None:
    parts = [column.strip().rsplit(" ", 1) for column in columns.split(",")]
    body = ", ".join(f"{name} {_TYPES[kind]}" for name, kind in parts)
    db.execute(
        f'CREATE TABLE "{table}"(id TEXT PRIMARY KEY, alive INTEGER NOT NULL, {body}) STRICT, WITHOUT ROWID'
    )


_BOARD_COLUMNS = {
    "picture": "data T, format T, width I, height I, description T",
    "board": "arrangement T, colouring T",
    "spot": "board T, note T, x I, y I",
    "ballot": "title T, subject T, method T, unit T, dots I, people I, attendance T, targets T, secret I,"
    " closed I, seq I",
    "pile": "ballot T, target T, unit T, choice T, count I",
    "decision": "verdict T, reason T, text_hash T",
}


@migrations(name="002_board")
def board(db: Database) -> None:
    """Add the boards, votes counted in the room, pictures on notes, and decisions before publication."""
    db.execute("ALTER TABLE note ADD COLUMN picture TEXT NOT NULL DEFAULT ''")
    # The events of an edit lie behind one another in the table itself; the index only cost room.
    db.execute("DROP INDEX event_of_edit")
    for table, columns in _BOARD_COLUMNS.items():
        _entity_table(db, table, columns)


_DIALOGUE_COLUMNS = {
    "cover": "TEXT NOT NULL DEFAULT ''",
    "logo": "TEXT NOT NULL DEFAULT ''",
    "publication": "TEXT NOT NULL DEFAULT 'notes'",
    "anonymity": "TEXT NOT NULL DEFAULT 'group'",
    "smallest_group": "INTEGER NOT NULL DEFAULT 5",
    "retention": "TEXT NOT NULL DEFAULT ''",
}


_PROOF = """
CREATE TABLE identity(id BLOB NOT NULL) STRICT;
CREATE TRIGGER identity_is_one BEFORE INSERT ON identity WHEN (SELECT count(*) FROM identity) > 0
  BEGIN SELECT RAISE(ABORT, 'one identity'); END;
CREATE TRIGGER identity_is_kept BEFORE DELETE ON identity BEGIN SELECT RAISE(ABORT, 'identity is kept'); END;
CREATE TRIGGER identity_is_fixed BEFORE UPDATE ON identity
  BEGIN SELECT RAISE(ABORT, 'identity is fixed'); END;
DROP TRIGGER edit_is_fixed;
DROP TRIGGER event_is_fixed;
ALTER TABLE edit ADD COLUMN prev BLOB;
ALTER TABLE edit ADD COLUMN chain BLOB;
ALTER TABLE event ADD COLUMN proof BLOB"""

_FIXED = """
CREATE TRIGGER event_is_fixed BEFORE UPDATE ON event
  WHEN NEW.value IS NOT NULL OR NEW.proof IS NOT substr(OLD.proof, -16)
    OR (NEW.src, NEW.hlc, NEW.edit, NEW.entity, NEW.id, NEW.field)
    IS NOT (OLD.src, OLD.hlc, OLD.edit, OLD.entity, OLD.id, OLD.field)
  BEGIN SELECT RAISE(ABORT, 'events are fixed'); END;
CREATE TRIGGER edit_is_fixed BEFORE UPDATE ON edit BEGIN SELECT RAISE(ABORT, 'edits are fixed'); END"""


@migrations(name="003_trust")
def trust(db: Database) -> None:
    """Add what is promised about the words, who the dialogue is, and what shows that nobody changed it."""
    for name, kind in _DIALOGUE_COLUMNS.items():
        db.execute(f"ALTER TABLE dialogue ADD COLUMN {name} {kind}")
    for statement in _PROOF.strip().split(";\n"):
        db.execute(statement)
    for table in (*_COLUMNS, *_BOARD_COLUMNS):
        db.execute(f'ALTER TABLE "{table}" ADD COLUMN mark INTEGER NOT NULL DEFAULT 0')
    _chain_what_is_there(db)
    for statement in _FIXED.strip().split(";\n"):
        db.execute(statement)


def _chain_what_is_there(db: Database) -> None:
    """Chain the edits of an older file, in order of time; the same log gives the same chain everywhere.

    Its events get no proofs: a salt that two copies of the file agree upon would be no secret.
    """
    rows = log.read_rows(db)
    identity, edits = proof.complete(b"", rows.edits, rows.events)
    if identity:
        log.give_identity(db, identity)
    engine.execute_many(
        db,
        "UPDATE edit SET prev=?, chain=? WHERE src=? AND hlc=?",
        [(edit[5], edit[6], edit[0], edit[1]) for edit in edits],
    )


_NAMES = ("001_base", "002_board", "003_trust")


def identity_to_be(db: Database) -> bytes:
    """Return the identity a file of any version has or will get, empty when nothing was ever done in it."""
    if db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'identity'").fetchone():
        return log.identity(db)
    rows = db.execute("SELECT src, hlc FROM edit ORDER BY hlc, src LIMIT 1").fetchall()
    return proof.complete(b"", [(*row, "", "", None, b"", b"") for row in rows], [])[0]


def apply(db: Database, version: int = SCHEMA_VERSION) -> None:
    """Bring a file of any earlier version to ``version``; every step is one transaction."""
    migrations.apply(cast("sqlite_utils.Database", db), stop_before=_NAMES[version:])
    if version == SCHEMA_VERSION:
        projection.mark_all(db)
    db.execute(f"PRAGMA user_version={version}")


def schema_of(db: Database) -> list[tuple[str, str, str]]:
    """Return type, name and SQL of everything in the file, sorted; SQLite's own tables left out."""
    rows = db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    return sorted((str(a), str(b), str(c)) for a, b, c in rows if not str(b).startswith("sqlite_"))
