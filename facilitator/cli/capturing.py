"""The command that keeps notes as they come: capture."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from facilitator.cli import output
from facilitator.cli.output import Desk
from facilitator.cli.sessions import to_write
from facilitator.domain.errors import UserError
from facilitator.services import fields as f
from facilitator.services.dialogue import method_of
from facilitator.services.notes import RULES, NoteDraft, add_note
from facilitator.store.session import SessionStore


def capture(given: Namespace, desk: Desk) -> int:
    """Keep one note a line from standard input; print each id only when the note is durable."""
    code = 0
    with to_write(given.file, desk) as store:
        pattern = _draft(store, given)
        for number, raw in enumerate(output.stdin(), start=1):
            try:
                id = _kept(store, pattern, raw)
            except UserError as error:
                reason = desk.messages.error(error)
                output.complain(desk.words.line("said", "line", line=number, reason=reason))
                code = 1
                continue
            if id:
                store.wait_saved()
                output.say(id)
    return code


def _draft(store: SessionStore, given: Namespace) -> NoteDraft:
    """Return what every note of this run shares, refused now rather than at the first line."""
    state, method = store.state, method_of(store)
    step = method.step(given.step)
    if step is None:
        raise UserError("cli.unknown_step", id=given.step, known=", ".join(step.id for step in method.steps))
    if given.persona and state.persona(given.persona) is None:
        known = ", ".join(persona.id for persona in state.all_personas)
        raise UserError("cli.unknown_persona", id=given.persona, known=known)
    fields: dict[str, object] = {
        "kind": given.kind or (step.kinds[0] if step.kinds else "experience"),
        "basis": given.basis,
        "speaker_group": given.group,
        "table": given.table,
        "consent": given.consent,
        "meeting": _meeting(store, given.meeting),
    }
    return NoteDraft("", persona=given.persona, step=step.id, **f.cleaned(state, RULES, fields))  # pyright: ignore[reportArgumentType]


def _meeting(store: SessionStore, wanted: str) -> str:
    meetings = store.state.meetings
    found = [meeting.id for meeting in meetings if wanted in {meeting.id, meeting.name}]
    if wanted and not found:
        known = ", ".join(f"{meeting.id} ({meeting.name})" for meeting in meetings)
        raise UserError("cli.unknown_meeting", id=wanted, known=known)
    return found[0] if wanted else ""


def _kept(store: SessionStore, pattern: NoteDraft, raw: bytes) -> str:
    """Add the note and return its id; empty for an empty line."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise UserError("exchange.line_not_text") from None
    try:
        return add_note(store, replace(pattern, text=text))
    except UserError as error:
        if error.code == "note.empty":
            return ""
        raise
