"""Keys of dialogues and sealed files on the command line."""

from __future__ import annotations

import os
import secrets as chance
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path

from facilitator.cli import output, secrets
from facilitator.cli.output import Desk
from facilitator.cli.sessions import kept, library, opened, second_place, to_read
from facilitator.domain.errors import UserError
from facilitator.exchange import sealed
from facilitator.exchange.files import read_bytes, write_whole
from facilitator.services import key_finding, locking, recovery
from facilitator.services.locking import Changed
from facilitator.services.sealing import Seal
from facilitator.store.keys import Key, random_key


def key(given: Namespace, desk: Desk) -> int:
    """Do what is asked about the key of a dialogue."""
    actions: dict[str, Callable[[Namespace, Desk], int]] = {
        "status": _status,
        "encrypt": _encrypt,
        "change": _change,
        "recover": _change,
        "decrypt": _decrypt,
        "sheet": _sheet,
        "keep": _keep,
        "forget": _forget,
    }
    return actions[given.action](given, desk)


def _status(given: Namespace, desk: Desk) -> int:
    if not locking.is_locked(given.file):
        line = "key_plain"
    elif locking.find_key(given.file) is not None:
        line = "key_kept"
    else:
        line = "key_locked"
    output.say(desk.words.line("said", line, path=str(given.file)))
    return 0


def _ready(given: Namespace, desk: Desk) -> Key | None:
    """Open the dialogue once, so that it is ours, whole and of today's schema; return its key."""
    if given.file.exists() and not kept(desk).holds(given.file):
        raise UserError("open.not_ours", path=str(given.file))
    with opened(given.file, desk).store as store:
        if store.readonly:
            raise UserError("store.readonly", path=str(given.file))
        return store.key


def _encrypt(given: Namespace, desk: Desk) -> int:
    if locking.is_locked(given.file):
        raise UserError("key.is_locked", path=str(given.file))
    _ready(given, desk)
    return _put_under(given, desk, None)


def _change(given: Namespace, desk: Desk) -> int:
    return _put_under(given, desk, _key_of(given, desk))


def _key_of(given: Namespace, desk: Desk) -> Key:
    found = _ready(given, desk)
    if found is None:
        raise UserError("key.not_locked", path=str(given.file))
    return found


def _put_under(given: Namespace, desk: Desk, old: Key | None) -> int:
    new = random_key() if given.laptop else _new_key(given, desk)
    if given.laptop and not locking.has_store():
        raise UserError("key.no_store")
    _confirm(given, desk, new)
    changed = locking.secure(given.file, old, new, on_laptop=given.laptop, more=second_place(desk))
    output.say(desk.words.line("said", "key_locked", path=str(given.file)))
    return _told(changed, desk)


def _new_key(given: Namespace, desk: Desk) -> Key:
    source = given.new_passphrase_file
    typed = secrets.passphrase(source, desk.words.text("said", "ask_new"))
    new = locking.new_key(typed)
    if source is None and secrets.can_ask():
        again = secrets.passphrase(None, desk.words.text("said", "ask_again"))
        if locking.plain_words(again) != locking.plain_words(typed):
            raise UserError("key.not_same")
    return new


def _confirm(given: Namespace, desk: Desk, new: Key) -> None:
    """Let nothing be locked before a way back is sure.

    Raises:
        UserError: ``key.not_confirmed``; ``sealed.bad_recipient``.
    """
    if given.recipient:
        out = given.out or recovery.sealed_place(given.file)
        recovery.seal_code(new, given.recipient, out)
        output.say(desk.words.line("said", "key_sealed", path=str(out)))
        return
    output.say(desk.words.line("said", "key_code", code=new.code))
    count = len(locking.groups(new))
    first = chance.randbelow(count - 1) + 1
    second = first + chance.randbelow(count - first) + 1
    for number in (first, second):
        typed = secrets.answer(desk.words.line("said", "ask_group", number=number))
        if not locking.is_group(new, number, typed):
            raise UserError("key.not_confirmed")


def _decrypt(given: Namespace, desk: Desk) -> int:
    changed = locking.release(given.file, _key_of(given, desk), second_place(desk))
    output.say(desk.words.line("said", "key_plain", path=str(given.file)))
    return _told(changed, desk)


def _told(changed: Changed, desk: Desk) -> int:
    for path in changed.in_the_open:
        output.complain(desk.words.line("said", "key_open_copy", path=str(path)))
    for path in changed.other_key:
        output.complain(desk.words.line("said", "key_other_copy", path=str(path)))
    if changed.traces:
        output.complain(desk.words.text("said", "key_traces"))
    return 1 if changed.in_the_open else 0


def _sheet(given: Namespace, desk: Desk) -> int:
    """Write the recovery sheet as a PDF, or sealed for an organisation; without a place, say the code."""
    with to_read(given.file, desk) as store:
        if store.key is None:
            raise UserError("key.not_locked", path=str(given.file))
        if given.recipient:
            out = given.out or recovery.sealed_place(given.file)
            recovery.seal_code(store.key, given.recipient, out)
        elif given.out:
            out, day = given.out, date.today().isoformat()
            recovery.write_sheet(store, store.key, out, library(), language=desk.language, made_on=day)
        else:
            output.say(store.key.code)
            return 0
    output.say(desk.words.line("said", "key_sealed", path=str(out)))
    return 0


def _keep(given: Namespace, desk: Desk) -> int:
    locking.keep_key(_key_of(given, desk))
    output.say(desk.words.line("said", "key_kept", path=str(given.file)))
    return 0


def _forget(given: Namespace, desk: Desk) -> int:
    key_finding.forget_keys(given.file)
    output.say(desk.words.line("said", "key_locked", path=str(given.file)))
    return 0


# ── sealed files ────────────────────────────────────────────────────────────


def seal_of(given: Namespace, desk: Desk) -> Seal | None:
    """Return how an export is to be sealed, or None.

    Raises:
        UserError: ``sealed.bad_recipient``, ``key.weak``; what ``secrets.passphrase`` refuses.
    """
    if given.recipient:
        return Seal(recipient=sealed.check_recipient(given.recipient))
    if given.seal_with is None:
        return None
    typed = locking.plain_words(secrets.passphrase(given.seal_with, desk.words.text("said", "ask_new")))
    if not locking.is_strong(typed):
        raise UserError("key.weak", letters=locking.MIN_LETTERS, words=locking.MIN_WORDS)
    return Seal(passphrase=typed)


def open_sealed(given: Namespace, desk: Desk) -> int:
    """Open a sealed file: into OUT, else beside it without its last ending."""
    out: Path = given.out or given.sealed.with_suffix("")
    if given.out is None and os.path.exists(out):
        raise UserError("store.exists", path=str(out))
    data = sealed.read_sealed(given.sealed)
    if given.identity is not None:
        identity = read_bytes(given.identity, secrets.LIMIT, piped=True).decode("utf-8", errors="replace")
        plain = sealed.unseal(data, identity=identity)
    elif not sealed.is_for_passphrase(data):
        raise UserError("sealed.needs_identity", path=str(given.sealed))
    else:
        prompt = desk.words.line("said", "ask_passphrase", path=given.sealed.name)
        typed = secrets.passphrase(desk.passphrase_file, prompt)
        plain = sealed.unseal(data, passphrase=locking.plain_words(typed))
    write_whole(out, [plain])
    output.say(str(out))
    return 0
