"""Commands that only look at a dialogue: notes, report, export."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date

from facilitator.cli import keys, output, publishing
from facilitator.cli.output import Desk
from facilitator.cli.sessions import to_read
from facilitator.domain import entities as e
from facilitator.domain.report_data import PARTS, FormOrder
from facilitator.domain.state import State
from facilitator.exchange.files import refuse_session
from facilitator.services import exporting, handed_out, sealing
from facilitator.services.exporting import Wish
from facilitator.services.reporting import report_data, write_form, write_report


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


def report(given: Namespace, desk: Desk) -> int:
    """Write the report as PDF; 3 when somebody should decide about something first."""
    with to_read(given.file, desk) as store:
        data = report_data(
            store,
            language=given.language or store.state.dialogue.language,
            parts=_parts(given),
            library=desk.library,
            made_on=date.today().isoformat(),
            style=given.style,
            logo=given.logo,
            logo_alt=given.logo_text,
        )
        identity = store.identity
        refuse_session(given.out)
        if not publishing.may_leave(store, given, desk):
            return publishing.UNDECIDED
    if given.form:
        order = FormOrder(given.form, given.size or "", given.meeting, given.persona, given.board)
        result = write_form(order, data, given.out)
    else:
        result = write_report(data, given.out)
    handed_out.record(identity, [given.out])
    output.say(desk.words.line("said", "report", path=str(given.out), pages=result.pages))
    return 0


def _parts(given: Namespace) -> tuple[str, ...]:
    if given.parts is None:
        return PARTS
    return tuple(part.strip() for part in given.parts.split(",") if part.strip())


def export(given: Namespace, desk: Desk) -> int:
    """Write the dialogue in the format of a file for another program; JSON when none is asked for.

    Returns 3 when somebody should decide about something first; JSON is the dialogue itself and never waits.
    """
    with to_read(given.file, desk) as store:
        wish = Wish(
            format=given.format or "",
            language=given.language or "",
            made_on=date.today().isoformat(),
            table=given.table or "",
            board=given.board,
            parts=_parts(given),
            style=given.style,
            logo=given.logo,
            logo_alt=given.logo_text,
        )
        seal = keys.seal_of(given, desk)
        out = given.out if seal is None else sealing.plain_name(given.out)
        lossless = exporting.format_in(wish, out) == exporting.LOSSLESS
        exporting.prepared(store, out, wish, desk.library)
        if not lossless and not publishing.may_leave(store, given, desk):
            return publishing.UNDECIDED
        if seal is None:
            exporting.export(store, out, wish, desk.library)
        else:
            sealing.prepared_sealed(store, out, wish, desk.library, seal)()
    return 0
