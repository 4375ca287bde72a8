"""The command that only looks at a dialogue: notes."""

from __future__ import annotations

import json
from argparse import Namespace

from facilitator.cli import output
from facilitator.cli.output import Desk
from facilitator.cli.sessions import to_read
from facilitator.domain import entities as e
from facilitator.domain.state import State


def notes(given: Namespace, desk: Desk) -> int:
    """Show every living note in reading order."""
    with to_read(given.file, desk) as store:
        state = store.state
        if given.json:
            output.say(_json_list([_told(state, note) for note in state.notes]))
        else:
            for note in state.notes:
                cells = (note.id, note.step, note.persona, note.kind, note.text)
                output.say("\t".join(output.plain(cell) for cell in cells))
    return 0


def _told(state: State, note: e.Note) -> dict[str, object]:
    meeting = state.meeting(note.meeting)
    return {
        "id": note.id,
        "text": note.text,
        "persona": note.persona,
        "step": note.step,
        "kind": note.kind,
        "basis": note.basis,
        "channel": meeting.channel if meeting else None,
        "meeting": note.meeting or None,
        "meeting_name": meeting.name if meeting else None,
        "table": note.table or None,
        "speaker_group": note.speaker_group or (meeting.group if meeting else ""),
        "source": note.source,
        "source_ref": note.source_ref,
        "consent": note.consent,
        "language": note.language,
        "starred": note.starred,
        "insight": note.insights[0] if note.insights else None,
        "insights": list(note.insights),
        "parked": note.parked,
    }


def _json_list(rows: list[dict[str, object]]) -> str:
    if not rows:
        return "[]"
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]"
