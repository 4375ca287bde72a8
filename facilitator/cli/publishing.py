"""``facilitator check --publication``: what somebody should decide about before the report leaves."""

from __future__ import annotations

import json
from argparse import Namespace

from facilitator.cli import output
from facilitator.cli.output import Desk
from facilitator.cli.sessions import to_read
from facilitator.services.dialogue import method_of
from facilitator.services.publication import Finding, open_findings
from facilitator.services.publication import check as find


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
