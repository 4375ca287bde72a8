"""Commands that take something away for good: erase and remove; neither does so without ``--yes``."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from facilitator import paths
from facilitator.cli import output
from facilitator.cli.output import Desk
from facilitator.cli.parser import PROGRAM, wrong_use
from facilitator.cli.sessions import to_write
from facilitator.domain.entities import Note
from facilitator.domain.errors import UserError
from facilitator.domain.state import State
from facilitator.services import erasing, locking, removing, settings
from facilitator.services.catalog import list_sessions
from facilitator.services.erasing import Erased, Place
from facilitator.services.handed_out import HandedOut
from facilitator.store.erasing import Swept
from facilitator.store.session import SessionStore

_CODE = re.compile(r"[Nn]([1-9]\d{0,6})")


def erase(given: Namespace, desk: Desk) -> int:
    """Erase notes, or words wherever they stand or stood; 1 when a file may still hold them."""
    if (given.note is None) == (given.words is None):
        raise wrong_use(desk.words, f"{PROGRAM} erase", "note_or_words")
    with to_write(given.file, desk) as store:
        if given.note is not None:
            notes = [_note(store.state, code) for code in given.note]
            _show(desk, (_line(desk, "erase_note", what=note.id, text=note.text) for note in notes))
            _confirm(given)
            done = erasing.erase_notes(store, [note.id for note in notes])
        else:
            done = _words(store, given, desk)
        swept = erasing.carry_on(store, _second(desk))
        _tell(done, swept, desk)
        _tell_handed_out(erasing.still_out(store), desk)
    return int(bool(swept.failed))


def _second(desk: Desk) -> list[Path]:
    """Return the other folder with backups, if there is one."""
    return [Path(desk.settings.second_backup)] if desk.settings.second_backup else []


def _note(state: State, code: str) -> Note:
    """Return a note by its id, or by the code it has in the report now."""
    found = state.get("note", code)
    place = _CODE.fullmatch(code)
    if found is None and place is not None and int(place.group(1)) <= len(state.notes):
        found = state.notes[int(place.group(1)) - 1]
    if not isinstance(found, Note):
        raise UserError("note.unknown", id=code)
    return found


def _words(store: SessionStore, given: Namespace, desk: Desk) -> Erased:
    places = erasing.find_words(store, given.words, whole=not given.part)
    if not places:
        raise UserError("erase.nothing_found", words=given.words)
    _show(desk, (_place(desk, place) for place in places))
    _confirm(given)
    return erasing.erase_words(store, given.words, given.replace_with, places, whole=not given.part)


def _place(desk: Desk, place: Place) -> str:
    what = f"{place.entity} {place.id} {place.field}"
    return _line(desk, "erase_place" if place.count else "erase_earlier", what=what, text=place.excerpt)


def _line(desk: Desk, key: str, **values: object) -> str:
    return output.plain(desk.words.line("said", key, **values))


def _show(desk: Desk, lines: Iterable[str]) -> None:
    for line in lines:
        output.say(line)


def _confirm(given: Namespace) -> None:
    if not given.yes:
        raise UserError("cli.not_confirmed")


def _tell(done: Erased, swept: Swept, desk: Desk) -> None:
    cleaned = len(swept.cleaned)
    output.say(desk.words.line("said", "erased", things=done.things, pictures=done.pictures, backups=cleaned))
    for path, error in swept.failed:
        reason = desk.messages.error(error)
        output.complain(desk.words.line("said", "not_erased", path=str(path), reason=reason))


def _tell_handed_out(files: Iterable[HandedOut], desk: Desk) -> None:
    for one in files:
        output.say(desk.words.line("said", "handed_out", path=str(one.path), day=one.day))


def _present(file: Path, desk: Desk) -> list[Path]:
    """Return the dialogues that lie beside a file, in our folder, or were opened lately."""
    found = [*list_sessions(paths.sessions(), desk.settings.recent), *list_sessions(file.absolute().parent)]
    return [one.path for one in found if one.error is None or one.error.code == "store.locked"]


def remove(given: Namespace, desk: Desk) -> int:
    """Remove a dialogue with everything this laptop keeps of it; 1 when something is left."""
    removal = removing.sparing(removing.removal_of(given.file, _second(desk)), _present(given.file, desk))
    for other in removal.others:
        output.say(desk.words.line("said", "spared", path=str(other)))
    for path in (removal.path, *removal.beside, *removal.kept):
        output.say(desk.words.line("said", "to_remove", path=str(path)))
    exports = [one.path for one in removal.handed_out] if given.exports else []
    for path in exports:
        output.say(desk.words.line("said", "to_remove", path=str(path)))
    if not given.exports:
        _tell_handed_out(removal.handed_out, desk)
    _confirm(given)
    removed = removing.remove(removal, exports)
    if removal.key_name:
        with suppress(UserError):
            locking.forget_key(removal.key_name)
    settings_now = removing.forgotten(desk.settings, removal, given.file)
    with suppress(UserError):
        settings.save(paths.settings_file(), settings_now)
    numbers = {"files": removed.files, "backups": removed.backups, "exports": removed.exports}
    output.say(desk.words.line("said", "removed", **numbers))
    for path, reason in removed.left:
        output.complain(desk.words.line("said", "not_removed", path=str(path), reason=reason))
    return int(bool(removed.left))
