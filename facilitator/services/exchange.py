"""Dialogues out and in as JSON, and surveys in as notes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from facilitator.content.library import Library
from facilitator.content.method_codec import dump_method, parse_method
from facilitator.content.portraits import check_portrait
from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.method import Method, Step
from facilitator.domain.schema import ENTITY_NAMES, Value, non_default
from facilitator.domain.state import State
from facilitator.domain.text import clean_line, clean_note, fold
from facilitator.exchange.csv_table import FIRST_ROW, SIZE_LIMIT, CsvTable, read_csv
from facilitator.exchange.files import read_bytes, refuse_session, write_whole
from facilitator.exchange.json_dialogue import DialogueFile, Log, dump, load
from facilitator.exchange.xlsx_table import read_xlsx
from facilitator.services import fields as f
from facilitator.services import handed_out, naming
from facilitator.services.dialogue import method_of, whole_or_gone
from facilitator.services.notes import RULES
from facilitator.store.log import LogRows
from facilitator.store.session import SessionStore

# ── JSON ────────────────────────────────────────────────────────────────────


def export_json(store: SessionStore, path: Path) -> None:
    """Write the whole dialogue with its history; a file that was there is replaced, never a dialogue.

    It is remembered where it went.

    Raises:
        UserError: ``exchange.is_session``, ``exchange.not_writable``, ``exchange.disk_full``,
            ``exchange.too_large_to_write``; why edits could not be written yet.
    """
    refuse_session(path)
    rows = store.log_rows()
    log = Log(tuple(rows.edits), tuple(rows.events), rows.identity)
    tables = store.state.copy().tables
    store.patience.aside(lambda: write_whole(path, dump(tables, log)))
    store.patience.aside(lambda: handed_out.record(store.identity, [path], "json"))


def import_json(
    json_path: Path,
    session_path: Path | Callable[[bytes], Path],
    source: str,
    library: Library,
    *,
    rescue: Path | None = None,
) -> SessionStore:
    """Make a new dialogue file from JSON and return it open; a fault leaves no file behind.

    With its history the file is the same dialogue again; without, it begins with one edit.
    A ``dialogue`` without ``method_data`` gets the method of that id from ``library``.

    Args:
        session_path: The new file, or what names one after the identity of the dialogue.

    Raises:
        UserError: what ``json_dialogue.load`` and ``SessionStore.create`` refuse, ``method.unknown``,
            ``content.method_damaged``, ``content.fault``, ``exchange.history_differs``, and with
            ``where`` ``exchange.bad_value``.
    """
    if isinstance(session_path, Path) and os.path.exists(session_path):
        raise UserError("store.exists", path=str(session_path))
    file = load(json_path)
    entities = _checked(file, library)
    # Which dialogue it is comes with its history.
    told = file.log.identity if file.log is not None and file.log.edits else b""
    identity = told or naming.new_identity()
    path = session_path if isinstance(session_path, Path) else session_path(identity)
    store = SessionStore.create(path, source=source, identity=b"" if told else identity, rescue=rescue)
    with whole_or_gone(store):
        _fill(store, entities, file.log)
    return store


def _fill(store: SessionStore, entities: Iterable[e.Entity], log: Log | None) -> None:
    if log is not None:
        store.absorb(LogRows(log.identity, list(log.edits), list(log.events)))
        _refuse_difference(store.state, entities)
        if store.check():
            raise UserError("exchange.history_differs", where="history")
        return
    with store.edit("dialogue.imported", undoable=False) as edit:
        for entity in entities:
            edit.put(ENTITY_NAMES[type(entity)], entity.id, non_default(entity))


def _refuse_difference(state: State, entities: Iterable[e.Entity]) -> None:
    """Refuse a file whose history tells something else than its lists."""
    told = {(name, id): row for name, rows in state.tables.items() for id, row in rows.items()}
    given = {(ENTITY_NAMES[type(entity)], entity.id): entity for entity in entities}
    if ("dialogue", e.DIALOGUE_ID) not in told and not given["dialogue", e.DIALOGUE_ID].alive:
        del given["dialogue", e.DIALOGUE_ID]
    for key in sorted(told.keys() | given.keys()):
        if told.get(key) != given.get(key):
            raise UserError("exchange.history_differs", where=" ".join(key))


def _checked(file: DialogueFile, library: Library) -> list[e.Entity]:
    found: list[e.Entity] = []
    steps: set[str] = set()
    for entity in file.entities:
        if isinstance(entity, e.Dialogue):
            dialogue, steps = _with_method(entity, file.log is None, library)
            found.append(dialogue)
            continue
        if isinstance(entity, e.Persona) and entity.portrait:
            check_portrait(entity.portrait)
        step = entity.step if isinstance(entity, e.Note) else entity.id if isinstance(entity, e.Gate) else ""
        if entity.alive and step and steps and step not in steps:
            raise UserError("exchange.bad_value", where=f"{ENTITY_NAMES[type(entity)]} {entity.id}: step")
        found.append(entity)
    return found


def _with_method(dialogue: e.Dialogue, may_fill: bool, library: Library) -> tuple[e.Dialogue, set[str]]:
    """Return the dialogue with its method and first step filled in, and the ids of the method's steps."""
    if dialogue.method_data:
        texts = parse_method(dialogue.method_data)
    elif not may_fill or not dialogue.alive:
        return dialogue, set()
    elif dialogue.method in library.methods:
        texts = library.methods[dialogue.method]
    else:
        known = ", ".join(library.methods)
        raise UserError("method.unknown", id=dialogue.method, known=known)
    method = texts.pick(dialogue.language)
    if may_fill:
        step = dialogue.step or method.steps[0].id
        dialogue = replace(
            dialogue,
            method=texts.id,
            method_data=dialogue.method_data or dump_method(texts),
            step=step,
            furthest=dialogue.furthest or step,
        )
    steps = {step.id for step in method.steps}
    if not steps.issuperset(step for step in (dialogue.step, dialogue.furthest) if step):
        raise UserError("exchange.bad_value", where="dialogue.step")
    return dialogue, steps


# ── survey tables ───────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the rows of a survey.

    Attributes:
        added: Number of new notes.
        already_there: Number of rows imported before from a file of this name.
        empty: Number of rows without text in the column.
        skipped: Number of rows left out because of ``skip_if``.
        refused: Row as a spreadsheet counts, and code why: ``note.too_long``, ``persona.unknown``.
        meeting: Id of the meeting the notes belong to; empty when nothing was added.
    """

    added: int
    already_there: int
    empty: int
    skipped: int
    refused: tuple[tuple[int, str], ...]
    meeting: str


WORKBOOK = ".xlsx"


def preview_csv(path: Path, sheet: str = "") -> CsvTable:
    """Return the table as it would be read, of a workbook the sheet of that name or the first in sight.

    Raises:
        UserError: see ``csv_table.read_csv`` and ``xlsx_table.read_xlsx``.
    """
    if path.suffix.casefold() == WORKBOOK:
        return read_xlsx(read_bytes(path, SIZE_LIMIT), path, sheet)
    return read_csv(path)


def import_csv(
    store: SessionStore,
    path: Path,
    *,
    text_column: str,
    channel: str = "survey",
    persona_column: str | None = None,
    kind: str | None = None,
    step: str | None = None,
    meeting_name: str | None = None,
    skip_if: Mapping[str, str] | None = None,
    sheet: str = "",
) -> ImportReport:
    """Make every filled cell of one column a note of one meeting, all in one edit.

    No other column is kept. Importing the same file again adds only what is new in it.

    Cells of ``persona_column`` are ids or names of personas. The step is by default the step shown last
    when notes are captured there, else the first where they are; the kind the first of the step; the
    meeting's name that of the file. ``skip_if`` is column -> value of the rows to leave out; ``sheet`` names
    the sheet of a workbook.

    Raises:
        UserError: what ``preview_csv`` refuses, ``exchange.no_column``, ``exchange.doubled_column``,
            ``meeting.bad_channel``, ``note.bad_kind``, ``step.unknown``, ``store.readonly``.
    """
    if store.readonly:
        raise UserError("store.readonly", path=str(store.path))
    f.choice(e.CHANNELS, "meeting.bad_channel")(store.state, channel)
    chosen = _step_for_notes(store, step)
    fields: dict[str, object] = {
        "step": chosen.id,
        "kind": kind or (chosen.kinds[0] if chosen.kinds else "experience"),
        "source": "import",
        "consent": "unknown",
    }
    common = f.cleaned(store.state, RULES, fields)
    columns, state = (text_column, persona_column, skip_if or {}), store.state.copy()
    sorting = store.patience.aside(lambda: _sorted(state, path, sheet, columns))
    name = f.line()(store.state, path.stem if meeting_name is None else meeting_name)
    meeting = _keep(store, sorting, common, str(name), channel) if sorting.drafts else ""
    return ImportReport(
        len(sorting.drafts),
        sorting.already_there,
        sorting.empty,
        sorting.skipped,
        tuple(sorting.refused),
        meeting,
    )


def _sorted(
    state: State, path: Path, sheet: str, columns: tuple[str, str | None, Mapping[str, str]]
) -> _Sorting:
    sorting = _Sorting(state, preview_csv(path, sheet), path.name)
    sorting.run(*columns)
    return sorting


def _step_for_notes(store: SessionStore, id: str | None) -> Step:
    method: Method = method_of(store)
    if id:
        step = method.step(id)
        if step is None:
            known = ", ".join(step.id for step in method.steps)
            raise UserError("cli.unknown_step", id=id, known=known)
        return step
    shown = method.step(store.state.dialogue.step)
    capturing = [step for step in method.steps if "capture" in step.activities]
    if shown is not None and (shown in capturing or not capturing):
        return shown
    return (capturing or list(method.steps))[0]


class _Sorting:
    """Sorts the rows of a table into what to keep and what not."""

    def __init__(self, state: State, table: CsvTable, file: str) -> None:
        self._table = table
        self._file = clean_line(file)
        self._personas: dict[str, str] = {}
        for persona in reversed(state.all_personas):
            self._personas.update({fold(persona.name): persona.id, fold(persona.id): persona.id})
        self._known = {(n.source_ref, n.text) for n in state.notes if n.source == "import"}
        self.drafts: list[tuple[str, str, str]] = []
        self.already_there = self.empty = self.skipped = 0
        self.refused: list[tuple[int, str]] = []

    @property
    def replies(self) -> int:
        """Return the number of filled rows."""
        return sum(any(cell.strip() for cell in row) for row in self._table.rows) - self.skipped

    def run(self, text_column: str, persona_column: str | None, skip_if: Mapping[str, str]) -> None:
        """Go through all rows."""
        text_at = self._table.column(text_column)
        persona_at = self._table.column(persona_column) if persona_column is not None else None
        left_out = [(self._table.column(column), value.strip()) for column, value in skip_if.items()]
        for number, row in enumerate(self._table.rows, start=FIRST_ROW):
            if any(row[at].strip() == value for at, value in left_out):
                self.skipped += 1
                continue
            try:
                self._take(number, row[text_at], row[persona_at].strip() if persona_at is not None else "")
            except UserError as error:
                if error.code == "note.empty":
                    self.empty += 1
                else:
                    self.refused.append((number, error.code))

    def _take(self, number: int, cell: str, persona: str) -> None:
        text = clean_note(cell)
        ref = f"{self._file}:{number}"
        if (ref, text) in self._known:
            self.already_there += 1
            return
        if persona and fold(persona) not in self._personas:
            raise UserError("persona.unknown", id=persona)
        self.drafts.append((text, self._personas[fold(persona)] if persona else "", ref))


def _keep(
    store: SessionStore, sorting: _Sorting, common: Mapping[str, Value], name: str, channel: str
) -> str:
    state = store.state
    meeting = next((m for m in state.meetings if (m.name, m.channel) == (name, channel)), None)
    people = min(sorting.replies, f.COUNT_LIMIT)
    id = meeting.id if meeting else store.new_id()
    seq = state.next_seq("note")
    with store.edit("notes.imported") as edit:
        if meeting is None:
            made = e.Meeting(id=id, name=name, channel=channel, people=people, seq=state.next_seq("meeting"))
            edit.create(made)
        elif people > meeting.people:
            edit.set("meeting", id, people=people)
        for nth, (text, persona, ref) in enumerate(store.patience.in_turns(sorting.drafts)):
            values: Any = {**common, "text": text, "persona": persona, "source_ref": ref}
            edit.create(e.Note(id=store.new_id(), meeting=id, seq=seq + nth, **values))
    return id
