"""What somebody decides about before a file leaves: ``check --publication``, and the stop before writing."""

from __future__ import annotations

import json
from argparse import Namespace

from facilitator.cli import output
from facilitator.cli.output import Desk
from facilitator.cli.sessions import to_read
from facilitator.domain.report_data import PARTS
from facilitator.services.dialogue import method_of
from facilitator.services.publication import Finding, holding_back, open_findings
from facilitator.services.publication import check as find
from facilitator.store.session import SessionStore

UNDECIDED = 3
"""Exit code of a command that wrote nothing because somebody should decide first."""


def check(given: Namespace, desk: Desk) -> int:
    """List what is open; 1 when there is anything."""
    with to_read(given.file, desk) as store:
        state = store.state
        waiting = open_findings(state, find(state, method_of(store)) if state.dialogue.method_data else [])
    if given.json:
        rows = [_told(finding) for finding in waiting]
        output.say(json.dumps({"ok": not waiting, "findings": rows}, ensure_ascii=False))
        return int(bool(waiting))
    for finding in waiting:
        place = f"({finding.entity} {finding.target})" if finding.entity != "dialogue" else "(dialogue)"
        text = desk.messages.text("findings", finding.kind)
        line = desk.words.line("said", "check_publication", text=text, place=place, excerpt=finding.excerpt)
        output.say(output.plain(line))
    if not waiting:
        output.say(desk.words.line("said", "check_publishable", path=str(given.file)))
    return int(bool(waiting))


def may_leave(store: SessionStore, given: Namespace, desk: Desk) -> bool:
    """Tell whether a file for people may be written; if not, say how much waits and how to go on.

    The line counts and never quotes: it may end up in the log of a server.
    """
    waiting = holding_back(store.state, find(store.state, method_of(store)))
    if not waiting:
        return True
    kinds = [desk.words.line("holding", group, n=count) for group, count in waiting.items()]
    line = "left_anyway" if given.anyway else "undecided"
    output.complain(desk.words.line("said", line, kinds=", ".join(kinds), path=str(given.file)))
    return bool(given.anyway)


def parts_of(given: Namespace) -> tuple[str, ...]:
    """Return which parts of the report are asked for; all when nothing is said."""
    if given.parts is None:
        return PARTS
    return tuple(part.strip() for part in given.parts.split(",") if part.strip())


def _told(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.id,
        "code": finding.kind,
        "entity": finding.entity,
        "target": finding.target,
        "field": finding.field,
        "start": finding.start,
        "end": finding.end,
        "excerpt": finding.excerpt,
        "suggestion": finding.suggestion,
        "weight": finding.weight,
    }
