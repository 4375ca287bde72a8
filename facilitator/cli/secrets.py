"""Passphrases on the command line: from the person at the keyboard or from a file, never from an argument."""

from __future__ import annotations

import getpass
import sys
from contextlib import suppress
from pathlib import Path

from facilitator.cli import output
from facilitator.cli.output import Desk
from facilitator.domain.errors import UserError
from facilitator.services import key_finding, locking
from facilitator.store.keys import Key

LIMIT = 4096
"""Bytes of a passphrase that are read."""


def key_for(path: Path, desk: Desk, *, other: bool = False) -> Key:
    """Return the key of a locked dialogue: the one this laptop keeps, else of the passphrase that is given.

    It is found too when the beginning of the file is damaged. What was asked once is not asked again.

    Args:
        other: It is not the dialogue the command is about, but another copy or a backup of it.

    Raises:
        UserError: ``key.needed`` when nobody can be asked; ``key.bad_code``, ``key.wrong``; what
            ``passphrase`` refuses.
    """
    if path not in desk.keys:
        with suppress(UserError):
            locking.put_right(path)
        desk.keys[path] = _key_for(path, desk, _source(desk, other=other))
    return desk.keys[path]


def _source(desk: Desk, *, other: bool) -> str | None:
    # Two copies often have the same passphrase, each with a key of its own.
    return desk.other_passphrase_file or desk.passphrase_file if other else desk.passphrase_file


def _key_for(path: Path, desk: Desk, source: str | None) -> Key:
    if source is None:
        kept = key_finding.kept_key(path)
        if kept is not None:
            return kept
        if not can_ask():
            raise UserError("key.needed", path=str(path))
    typed = passphrase(source, desk.words.line("said", "ask_passphrase", path=path.name))
    return key_finding.typed_key(typed, path)


def can_ask() -> bool:
    """Tell whether somebody sits at the other end."""
    return sys.stdin is not None and sys.stdin.isatty()


def passphrase(source: str | None, prompt: str) -> str:
    """Return the first line of a file (``-``: standard input), or what is typed unseen after ``prompt``.

    Raises:
        UserError: ``cli.passphrase_unreadable`` with ``path`` and ``detail``; ``cli.no_passphrase`` when
            there is none.
    """
    asked = source is None and can_ask()
    typed = getpass.getpass(f"{prompt} ") if asked else _first_line(source or "-")
    if not typed.strip():
        raise UserError("cli.no_passphrase")
    return typed


def _first_line(source: str) -> str:
    try:
        if source == "-":
            raw = output.stdin().readline(LIMIT)
        else:
            with Path(source).open("rb") as file:
                raw = file.readline(LIMIT)
        return raw.decode("utf-8-sig").rstrip("\r\n")
    except OSError as error:
        raise UserError("cli.passphrase_unreadable", path=source, detail=error.strerror or "") from error
    except UnicodeDecodeError:
        raise UserError("cli.passphrase_unreadable", path=source, detail="UTF-8") from None


def answer(prompt: str) -> str:
    """Return the line somebody types after ``prompt``, which goes to standard error; empty at the end."""
    output.complain(prompt)
    return _first_line("-")
