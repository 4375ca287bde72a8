"""What the command line says: UTF-8 whatever the system thinks, in the user's language, one line a fault."""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from facilitator import paths
from facilitator.content.words import Words
from facilitator.domain.errors import UserError
from facilitator.services import settings
from facilitator.services.settings import Settings
from facilitator.store.keys import Key

_OBEYED = frozenset({"Cc", "Zl", "Zp"})
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def use_utf8() -> None:
    """Let all three streams speak UTF-8; what cannot be written shows as an escape."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def stdin() -> BinaryIO:
    """Return standard input as bytes.

    Raises:
        UserError: ``cli.no_input`` when the program was started without.
    """
    if sys.stdin is None:
        raise UserError("cli.no_input")
    return sys.stdin.buffer


def say(line: str) -> None:
    """Print a line and hand it on at once.

    Raises:
        UserError: ``cli.no_output`` with ``detail``.
        BrokenPipeError: nobody reads on.
    """
    try:
        print(line, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        silence()
        raise UserError("cli.no_output", detail=error.strerror or "") from error


def silence() -> None:
    """Let nothing more be written to an output that takes nothing, also not when Python ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(line: str) -> None:
    """Print one line on standard error."""
    if sys.stderr is not None:
        print(plain(line), file=sys.stderr, flush=True)


def tell_progress(done: float) -> None:
    """Show a person at a screen how far something is, 0.0..1.0; in a file it would be noise."""
    if sys.stderr is not None and sys.stderr.isatty():
        print(f"\r{done:4.0%}", end="\r" if done < 1 else "\r    \r", file=sys.stderr, flush=True)


def plain(text: str) -> str:
    """Return ``text`` on one line, without what a terminal would obey or show in another order."""
    return "".join(" " if unicodedata.category(ch) in _OBEYED else ch for ch in text if ch not in _TURNING)


_AT_THE_END = {"store.disk_full": "cli.disk_full", "store.io": "cli.io"}
"""Codes whose text tells to keep the window open -> the one for a command, which ends here."""


class Desk:
    """What every command needs, each thing made when first asked for.

    Attributes:
        passphrase_file: Where the passphrase of a locked dialogue is, ``-`` for standard input, or None.
        other_passphrase_file: The same of another copy of it.
        keys: What was found to open which file.
    """

    def __init__(self) -> None:
        self.passphrase_file: str | None = None
        self.other_passphrase_file: str | None = None
        self.keys: dict[Path, Key] = {}

    @cached_property
    def settings(self) -> Settings:
        """Return the user's settings; the first time they begin with the system's language."""
        file = paths.settings_file()
        if not os.path.exists(file):
            self._begin(file)
        return settings.load(file)

    def _begin(self, file: Path) -> None:
        try:
            settings.save(file, Settings(language=system_language()))
        except UserError:
            # The program works without a settings file.
            return

    @cached_property
    def language(self) -> str:
        """Return the language to speak."""
        return self.settings.language

    @cached_property
    def messages(self) -> Words:
        """Return the words for codes."""
        return Words(self.language)

    @cached_property
    def words(self) -> Words:
        """Return the words of the command line itself."""
        return Words(self.language, name="cli")

    def complain(self, error: UserError) -> None:
        """Say in one line what went wrong."""
        code = _AT_THE_END.get(error.code, error.code)
        complain(self.messages.error(UserError(code, **error.details)))


def system_language() -> str:
    """Return ``en`` when the system's language is English, else ``nl``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "en" if value.casefold().startswith("en") else "nl"
    return "nl"
