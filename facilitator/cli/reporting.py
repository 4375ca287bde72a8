"""The command that writes the report, or a short form of it, as PDF."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from facilitator.cli import output, publishing
from facilitator.cli.output import Desk
from facilitator.cli.sessions import library, to_read
from facilitator.domain.report_data import FormOrder
from facilitator.exchange.files import refuse_session
from facilitator.services import handed_out
from facilitator.services.reporting import report_data, write_form, write_report


def report(given: Namespace, desk: Desk) -> int:
    """Write the report as PDF; 3 when somebody should decide about something first."""
    with to_read(given.file, desk) as store:
        data = report_data(
            store,
            language=given.language or store.state.dialogue.language,
            parts=publishing.parts_of(given),
            library=library(),
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
