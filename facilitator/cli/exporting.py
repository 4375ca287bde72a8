"""The command that writes the dialogue for another program, or sealed for somebody else."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from facilitator.cli import keys, publishing
from facilitator.cli.output import Desk
from facilitator.cli.sessions import library, to_read
from facilitator.services import exporting, sealing
from facilitator.services.exporting import Wish


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
            parts=publishing.parts_of(given),
            style=given.style,
            logo=given.logo,
            logo_alt=given.logo_text,
        )
        seal = keys.seal_of(given, desk)
        out = given.out if seal is None else sealing.plain_name(given.out)
        lossless = exporting.format_in(wish, out) == exporting.LOSSLESS
        shelf = library()
        exporting.prepared(store, out, wish, shelf)
        if not lossless and not publishing.may_leave(store, given, desk):
            return publishing.UNDECIDED
        if seal is None:
            exporting.export(store, out, wish, shelf)
        else:
            sealing.prepared_sealed(store, out, wish, shelf, seal)()
    return 0
