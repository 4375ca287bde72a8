"""Commands that keep dialogues whole: check, backups, restore, save-readable."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from facilitator.cli import output, secrets
from facilitator.cli.output import Desk
from facilitator.cli.sessions import to_read
from facilitator.domain.errors import UserError
from facilitator.services import key_finding, safekeeping
from facilitator.services.checking import Finding, check_rules
from facilitator.services.dialogue import method_of
from facilitator.services.safekeeping import Trouble
from facilitator.store.keys import Key

_MOMENT = "%Y-%m-%d %H:%M:%S"


def check(given: Namespace, desk: Desk) -> int:
    """Check file, log and rules, or tell when a seal was true; 1 when something is broken or it never was."""
    if given.seal is not None:
        return _seal(given, desk)
    try:
        with to_read(given.file, desk) as store:
            wrong = safekeeping.troubles(store)
            state = store.state
            findings = check_rules(state, method_of(store)) if state.dialogue.method_data else []
    except UserError as error:
        if error.code != "store.damaged":
            raise
        _tell([], safekeeping.troubles_of(given.file, key=_key(given.file, desk)), given, desk)
        raise
    return _tell(findings, wrong, given, desk)


def _tell(findings: list[Finding], wrong: list[Trouble], given: Namespace, desk: Desk) -> int:
    broken = bool(wrong) or any(finding.broken for finding in findings)
    if given.json:
        rows = [{"code": f.code, "entity": f.entity, "id": f.id, "broken": f.broken} for f in findings]
        codes = list(dict.fromkeys(one.code for one in wrong if one.code.startswith("check.")))
        places = [_told(one) for one in wrong if one.id or one.stamp]
        told = {"ok": not broken, "problems": codes, "places": places, "findings": rows}
        output.say(json.dumps(told, ensure_ascii=False))
        return int(broken)
    for one in wrong:
        output.say(output.plain(desk.words.line("said", "check_broken", text=_trouble(one, desk))))
    for finding in findings:
        kind = "check_broken" if finding.broken else "check_open"
        output.say(desk.words.line("said", kind, text=_finding(finding, desk)))
    if not broken:
        output.say(desk.words.line("said", "check_ok", path=str(given.file)))
    return int(broken)


def _finding(finding: Finding, desk: Desk) -> str:
    text = desk.messages.text("findings", finding.code)
    return text if finding.entity == "dialogue" else f"{text} ({finding.entity} {finding.id})"


def _told(one: Trouble) -> dict[str, object]:
    return {
        "code": one.code,
        "entity": one.entity,
        "id": one.id,
        "field": one.field,
        "source": one.source,
        "stamp": one.stamp,
        "label": one.label,
    }


def _trouble(one: Trouble, desk: Desk) -> str:
    text = desk.messages.text("findings", one.code)
    places: list[str] = []
    if one.stamp:
        label = desk.messages.text("edits", one.label) if one.label else "?"
        at = _local(one.stamp // 1000)
        places.append(desk.words.line("said", "check_edit", label=label, at=at, source=one.source))
    if one.id:
        places.append(" ".join(part for part in (one.entity, one.id, one.field) if part))
    return f"{text} ({'; '.join(places)})" if places else text


def _local(at_ms: int) -> str:
    try:
        return datetime.fromtimestamp(at_ms / 1000).strftime(_MOMENT)
    except (OverflowError, OSError, ValueError):
        return "?"


def _seal(given: Namespace, desk: Desk) -> int:
    with to_read(given.file, desk) as store:
        found = safekeeping.moment_of(store, given.seal)
    if found is None:
        output.say(desk.words.line("said", "seal_unknown", seal=output.plain(given.seal)))
        return 1
    edit, later = found
    label = desk.messages.text("edits", edit.label)
    line = desk.words.line("said", "seal_known", label=label, at=_local(edit.at_ms), count=later)
    output.say(output.plain(line))
    return 0


def backups(given: Namespace, desk: Desk) -> int:
    """List the backups of a dialogue, newest first, also of one that is damaged or gone."""
    found = _backups(given.file, _key(given.file, desk))
    if given.json:
        rows = [
            {
                "number": n,
                "at": _local(one.at_ms),
                "notes": one.notes,
                "good": one.good,
                "locked": one.locked,
                "path": str(one.path),
            }
            for n, one in enumerate(found, 1)
        ]
        output.say(json.dumps(rows, ensure_ascii=False))
        return 0
    for line in _lines(found, desk):
        output.say(line)
    return 0


def _lines(found: Iterable[safekeeping.Backup], desk: Desk) -> Iterable[str]:
    for number, one in enumerate(found, 1):
        key = "backup_good" if one.good else "backup_locked" if one.locked else "backup_bad"
        yield desk.words.line("said", key, number=number, at=_local(one.at_ms), notes=one.notes)


def _key(path: Path, desk: Desk) -> Key | None:
    """Return what opens a locked file and its backups, kept or asked for; None when all can be read."""
    return secrets.key_for(path, desk) if key_finding.wants_key(path) else None


def _backups(path: Path, key: Key | None) -> list[safekeeping.Backup]:
    found = safekeeping.backups_of(path, key=key)
    if not found:
        raise UserError("backup.none")
    return found


def restore(given: Namespace, desk: Desk) -> int:
    """Write one backup as a new dialogue file; the dialogue itself is left as it is."""
    key = _key(given.file, desk)
    found = _backups(given.file, key)
    number = int(given.backup)
    if not 1 <= number <= len(found):
        raise UserError("backup.unknown", number=number, count=len(found))
    one = found[number - 1]
    if one.locked:
        key = secrets.key_for(one.path, desk, other=True)
        one = replace(one, notes=safekeeping.notes_in(one, key))
    safekeeping.write_backup(one, given.out, key=key)
    told = {"path": str(given.out), "at": _local(one.at_ms), "notes": one.notes}
    output.say(desk.words.line("said", "restored", **told))
    return 0


def save_readable(given: Namespace, desk: Desk) -> int:
    """Write what can still be read of a damaged dialogue as a new file.

    Returns 1 when something is surely lost, or when time ran out before all of it was looked at.
    """
    key = _key(given.file, desk)
    try:
        saved = safekeeping.save_readable(given.file, given.out, key=key, tell=output.tell_progress)
    finally:
        output.tell_progress(1.0)
    line = desk.words.line("said", "salvaged", path=str(saved.path), notes=saved.notes, lost=saved.lost)
    output.say(line)
    if not saved.complete:
        output.say(desk.words.line("said", "salvaged_in_part", path=str(given.file)))
    return int(saved.lost > 0 or not saved.complete)
