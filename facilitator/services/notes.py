"""Capture and change sticky notes: one call is one gesture, one edit, one undo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.pictures import Image
from facilitator.domain.schema import Value
from facilitator.domain.state import State
from facilitator.domain.text import PASTED_LINES_LIMIT, clean, clean_block, clean_note, split_note
from facilitator.services import fields as f
from facilitator.services.decisions import take_out
from facilitator.services.dialogue import step_ids
from facilitator.services.pictures import new_picture, unused_after
from facilitator.store.session import SessionStore

TABLE_LIMIT = 999


@dataclass(frozen=True, slots=True, kw_only=False)
class NoteDraft:
    """What is known of a note before it is kept.

    Attributes:
        step: Empty means the step shown last.
        meeting: Empty means the last meeting.
    """

    text: str
    persona: str = ""
    step: str = ""
    kind: str = "experience"
    basis: str = "own"
    speaker_group: str = ""
    meeting: str = ""
    table: int = 0
    consent: str = "unknown"
    source: str = "typed"
    source_ref: str = ""
    language: str = ""
    starred: bool = False


RULES: f.Rules = {
    "text": f.note_text,
    "persona": f.link(f.need_persona),
    "step": f.line(),
    "kind": f.choice(e.KINDS, "note.bad_kind"),
    "basis": f.choice(e.BASES, "note.bad_basis"),
    "speaker_group": f.choice(("", *e.SPEAKER_GROUPS), "note.bad_speaker_group"),
    "meeting": f.link(f.need_meeting),
    "table": f.whole(0, TABLE_LIMIT, "note.bad_table"),
    "language": f.line(35),
    "translation": f.block(),
    "consent": f.choice(e.CONSENTS, "note.bad_consent"),
    "starred": f.flag,
    "source": f.choice(e.SOURCES, "note.bad_source"),
    "source_ref": f.line(),
}
_DRAFT_FIELDS = tuple(item.name for item in fields(NoteDraft))


def add_note(store: SessionStore, draft: NoteDraft, picture: Image | None = None) -> str:
    """Keep one note, with the picture that hangs on it, and return its id.

    Raises:
        UserError: ``note.empty``, ``note.too_long``, ``note.bad_*``, ``persona.unknown``,
            ``meeting.unknown``, ``step.unknown``, ``picture.*``.
    """
    return _keep(store, [draft], "note.added", picture)[0]


def add_notes(store: SessionStore, drafts: Iterable[NoteDraft], label: str = "notes.added") -> list[str]:
    """Keep several notes in one edit and return their ids; one bad draft refuses all.

    Raises:
        UserError: as ``add_note``.
    """
    return _keep(store, list(drafts), label)


def _keep(store: SessionStore, drafts: list[NoteDraft], label: str, image: Image | None = None) -> list[str]:
    state = store.state
    meetings = state.meetings
    last_meeting = meetings[-1].id if meetings else ""
    steps = step_ids(store)
    seq = state.next_seq("note")
    notes: list[e.Note] = []
    for nth, draft in enumerate(store.patience.in_turns(drafts)):
        given = replace(draft, step=draft.step or state.dialogue.step, meeting=draft.meeting or last_meeting)
        values = _cleaned(state, steps, {name: getattr(given, name) for name in _DRAFT_FIELDS})
        notes.append(e.Note(id=store.new_id(), seq=seq + nth, **values))  # pyright: ignore[reportArgumentType]
    picture = new_picture(store, image) if image is not None else None
    with store.edit(label) as edit:
        if picture is not None:
            edit.create(picture)
            notes = [replace(note, picture=picture.id) for note in notes]
        for note in store.patience.in_turns(notes):
            edit.create(note)
    return [note.id for note in notes]


def _cleaned(state: State, steps: frozenset[str], given: dict[str, object]) -> dict[str, Value]:
    values = f.cleaned(state, RULES, given)
    step = values.get("step")
    if step and steps and step not in steps:
        raise UserError("step.unknown", id=step)
    return values


def edit_note(store: SessionStore, id: str, **fields: object) -> None:
    """Change fields of one note; its places and parking have calls of their own.

    ``without_picture=True`` takes its picture off, ``picture_description`` says what is seen on it.

    Raises:
        UserError: ``note.unknown``, ``text.too_long`` and as ``add_note``.
    """
    _change(store, id, fields, [])


def edit_note_apart(store: SessionStore, id: str, text: str, **fields: object) -> list[str]:
    """Change a note whose text may be too long for one: the rest becomes notes like it, in the same edit.

    Returns the ids of the new ones; nothing of the text is left out.

    Raises:
        UserError: as ``edit_note``; ``paste.too_long`` with ``limit`` and ``length``.
    """
    if len(text) > PASTED_LINES_LIMIT:
        raise UserError("paste.too_long", limit=PASTED_LINES_LIMIT, length=len(text))
    first, *rest = store.patience.aside(lambda: split_note(clean(text))) or [""]
    return _change(store, id, {**fields, "text": first}, rest)


def _change(store: SessionStore, id: str, fields: dict[str, object], rest: list[str]) -> list[str]:
    state = store.state
    note = f.need_note(state, id)
    bare = bool(fields.pop("without_picture", False)) and note.picture != ""
    seen = fields.pop("picture_description", None)
    values = _cleaned(state, step_ids(store), fields)
    description = clean_block(seen) if isinstance(seen, str) and note.picture else None
    like: dict[str, Any] = {**values, "picture": "", "translation": "", "starred": False}
    seq = state.next_seq("note")
    more = [
        replace(note, **{**like, "id": store.new_id(), "text": clean_note(text), "seq": seq + nth})
        for nth, text in enumerate(rest)
    ]
    with store.edit("note.edited") as edit:
        edit.set("note", id, **values)
        if bare:
            edit.set("note", id, picture="")
            take_out(edit, state, "picture", unused_after(state, [note]))
        elif description is not None and state.picture(note.picture) is not None:
            edit.set("picture", note.picture, description=description)
        for one in store.patience.in_turns(more):
            edit.create(one)
    return [one.id for one in more]


def edit_notes(store: SessionStore, ids: Iterable[str], **fields: object) -> None:
    """Give the same fields of several notes the same values, in one edit.

    Raises:
        UserError: ``note.unknown`` and as ``add_note``.
    """
    notes = _notes(store.state, ids)
    values = _cleaned(store.state, step_ids(store), fields)
    with store.edit("note.edited" if len(notes) == 1 else "notes.edited") as edit:
        for note in notes:
            edit.set("note", note.id, **values)


def move_to_persona(store: SessionStore, ids: Iterable[str], persona: str) -> None:
    """Let notes be about another persona, or about nobody with an empty id."""
    state = store.state
    notes = _notes(state, ids)
    target = f.need_persona(state, persona).id if persona else ""
    with store.edit("note.moved" if len(notes) == 1 else "notes.moved") as edit:
        for note in notes:
            edit.set("note", note.id, persona=target)


def park(store: SessionStore, ids: Iterable[str], reason: str) -> None:
    """Set notes apart with the reason why they fit no insight; takes them out of their insights.

    Raises:
        UserError: ``note.unknown``, ``note.no_reason``, ``text.too_long``.
    """
    notes = _notes(store.state, ids)
    why = clean_block(reason)
    if not why:
        raise UserError("note.no_reason")
    with store.edit("note.parked") as edit:
        for note in notes:
            edit.set("note", note.id, parked=why, insights=())


def unpark(store: SessionStore, ids: Iterable[str]) -> None:
    """Put parked notes back into the tray."""
    notes = _notes(store.state, ids)
    with store.edit("note.unparked") as edit:
        for note in notes:
            edit.set("note", note.id, parked=None)


def delete_notes(store: SessionStore, ids: Iterable[str]) -> None:
    """Delete notes, and what was decided about them; undo brings all back with their places."""
    state = store.state
    notes = _notes(state, ids)
    pictures = list(unused_after(state, notes))
    with store.edit("note.deleted" if len(notes) == 1 else "notes.deleted") as edit:
        take_out(edit, state, "note", [note.id for note in notes])
        take_out(edit, state, "picture", pictures)


def star(store: SessionStore, ids: Iterable[str], on: bool) -> None:
    """Mark notes as key quotes, or take the mark off."""
    notes = _notes(store.state, ids)
    with store.edit("note.starred") as edit:
        for note in notes:
            edit.set("note", note.id, starred=on)


def _notes(state: State, ids: Iterable[str]) -> list[e.Note]:
    return [f.need_note(state, id) for id in f.unique(ids)]
