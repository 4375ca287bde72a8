"""The grammar of the command line; its words come from ``resources/i18n/cli_<language>.toml``."""

from __future__ import annotations

import argparse
import re
import shutil
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from facilitator.content.words import Words
from facilitator.domain.choices import (
    ANONYMITIES,
    CHANNELS,
    DEFAULT_STYLE,
    FORMATS,
    FORMS,
    LANGUAGES,
    PUBLICATIONS,
    SIZES,
    TABLES,
)

PROGRAM = "facilitator"
KEY_ACTIONS = ("status", "encrypt", "change", "decrypt", "recover", "sheet", "keep", "forget")
_WITHOUT_DIALOGUE = frozenset({"demo", "open-sealed"})
_USAGE = "usage: "


class WrongUse(Exception):
    """The command line cannot be understood; the text says why, in the user's language."""


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the user's language and raises instead of ending the program."""

    def __init__(self, words: Words, name: str, about: str, epilog: str = "") -> None:
        self.words = words
        program = f"{PROGRAM} {name}".strip()
        super().__init__(
            prog=program,
            description=_wrapped(about),
            epilog=epilog,
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        # Python 3.14 colours its help; escapes would stand in the way of a screen reader.
        self.color = False
        self._about = name
        self.places = self.add_argument_group(words.text("general", "arguments"))
        self.choices = self.add_argument_group(words.text("general", "options"))
        self.choices.add_argument("-h", "--help", action="help", help=words.text("general", "help"))

    def format_help(self) -> str:
        """Return the help, its first word in the user's language and the lines below it moved along."""
        usage, gap, rest = super().format_help().partition("\n\n")
        word = self.words.text("general", "usage")
        shift = " " * (len(word) - len(_USAGE))
        return usage.replace("\n", "\n" + shift).replace(_USAGE, word, 1) + gap + rest

    def place(self, dest: str, shown: str, key: str, **given: Any) -> None:  # noqa: ANN401
        """Add a positional argument; its help is ``options[key]``."""
        self.places.add_argument(dest, metavar=shown, help=self._help(key), **given)

    def choice(self, *names: str, key: str = "", **given: Any) -> None:  # noqa: ANN401
        """Add an option; its help is ``options["command.name"]``."""
        name = key or names[-1].lstrip("-").replace("-", "_")
        self.choices.add_argument(*names, help=self._help(f"{self._about or 'window'}.{name}"), **given)

    def _help(self, key: str) -> str:
        return self.words.text("options", key).replace("%", "%%")

    def error(self, message: str) -> NoReturn:
        """Refuse the command line.

        Raises:
            WrongUse: always.
        """
        raise wrong_use(self.words, self.prog, message)


def wrong_use(words: Words, program: str, message: str, *values: str) -> WrongUse:
    """Return the refusal of ``message`` in the user's words.

    It is what argparse says, found in ``[wrong]`` by pattern, or one of the keys there, with ``values``.
    """
    reason = message
    for pattern in words.codes("wrong"):
        found = re.fullmatch(pattern, message)
        if found:
            reason = words.text("wrong", pattern)
            for nth, part in enumerate(values or found.groups(), start=1):
                reason = reason.replace(f"%{nth}", part)
            break
    return WrongUse(words.line("wrong", "line", program=program, reason=reason))


def _wrapped(text: str) -> str:
    width = max(40, min(100, shutil.get_terminal_size().columns - 2))
    return textwrap.fill(text, width)


def window_parser(words: Words) -> Parser:
    """Return the parser for ``facilitator [FILE]`` and everything that is no command."""
    commands = [f"  {name:<15}{words.text('commands', name)}" for name in COMMANDS]
    epilog = "\n".join(
        [words.text("general", "commands") + ":", *commands, "", words.text("general", "more")]
    )
    parser = Parser(words, "", words.text("general", "about"), epilog)
    parser.usage = f"{PROGRAM} [FILE]\n       {PROGRAM} {words.text('general', 'command')} ..."
    parser.place("file", "FILE", "window.file", nargs="?", type=Path)
    parser.choice("--example", action="store_true")
    parser.choice("--self-test", action="store_true")
    parser.choices.add_argument("--version", action="store_true", help=words.text("general", "version"))
    return parser


def command_parser(words: Words, name: str) -> Parser:
    """Return the parser of one command."""
    parser = Parser(words, name, words.text("about", name))
    if name == "key":
        parser.place("action", "|".join(KEY_ACTIONS), "key.action", choices=KEY_ACTIONS)
    if name not in _WITHOUT_DIALOGUE:
        parser.place("file", "FILE", "file", type=Path)
        _passphrase(parser)
    COMMANDS[name](parser)
    return parser


def _passphrase(parser: Parser) -> None:
    parser.choices.add_argument(
        "--passphrase-file", metavar="FILE", help=parser.words.text("general", "passphrase_file")
    )


def _other_passphrase(parser: Parser) -> None:
    parser.choices.add_argument(
        "--other-passphrase-file", metavar="FILE", help=parser.words.text("general", "other_passphrase_file")
    )


def _key(parser: Parser) -> None:
    parser.choice("--laptop", action="store_true")
    parser.choice("--new-passphrase-file", metavar="FILE")
    parser.choice("--for", metavar="AGE1", dest="recipient", default="")
    parser.choice("-o", "--out", metavar="OUT", type=Path)


def _open_sealed(parser: Parser) -> None:
    parser.place("sealed", "IN.age", "open-sealed.sealed", type=Path)
    parser.choice("-o", "--out", metavar="OUT", type=Path)
    parser.choice("--identity", metavar="FILE", type=Path)
    _passphrase(parser)


def _new(parser: Parser) -> None:
    parser.choice("--method", metavar="ID")
    parser.choice("--personas", metavar="PACKS")
    parser.choice("--title", metavar="TEXT")
    parser.choice("--question", metavar="TEXT")
    parser.choice("--commissioner", metavar="NAME", action="append")
    parser.choice("--language", choices=LANGUAGES)
    parser.choice("--publication", choices=PUBLICATIONS)
    parser.choice("--anonymity", choices=ANONYMITIES)
    parser.choice("--smallest-group", metavar="N", type=int)
    parser.choice("--from", metavar="IN.json", dest="source", type=Path)


def _capture(parser: Parser) -> None:
    parser.choice("--persona", metavar="ID", required=True)
    parser.choice("--step", metavar="ID", required=True)
    parser.choice("--kind")
    parser.choice("--basis", default="own")
    parser.choice("--meeting", metavar="ID", default="")
    parser.choice("--table", metavar="N", type=int, default=0)
    parser.choice("--group", default="")
    parser.choice("--consent", default="unknown")


def _notes(parser: Parser) -> None:
    parser.choice("--json", action="store_true")


def _report(parser: Parser) -> None:
    parser.choice("-o", "--out", metavar="OUT.pdf", type=Path, required=True)
    parser.choice("--language", choices=LANGUAGES)
    _look(parser)
    parser.choice("--form", choices=FORMS)
    parser.choice("--size", choices=SIZES)
    parser.choice("--meeting", metavar="ID", default="")
    parser.choice("--persona", metavar="ID", default="")
    parser.choice("--board", metavar="ID", default="")
    _anyway(parser)


def _look(parser: Parser) -> None:
    """Add what the report and its other forms share."""
    parser.choice("--parts")
    parser.choice("--style", metavar="NAME", default=DEFAULT_STYLE)
    parser.choice("--logo", metavar="PICTURE", type=Path)
    parser.choice("--logo-text", metavar="TEXT", default="")


def _anyway(parser: Parser) -> None:
    parser.choice("--anyway", action="store_true")


def _export(parser: Parser) -> None:
    parser.choice("-o", "--out", metavar="OUT", type=Path, required=True)
    parser.choice("--format", choices=FORMATS)
    parser.choice("--language", choices=LANGUAGES)
    parser.choice("--table", choices=TABLES)
    parser.choice("--board", metavar="ID", default="table")
    parser.choice("--for", metavar="AGE1", dest="recipient", default="")
    parser.choice("--seal-with", metavar="FILE")
    _look(parser)
    _anyway(parser)


def _import(parser: Parser) -> None:
    parser.place("data", "DATA.csv", "import.data", type=Path)
    parser.choice("--channel", choices=CHANNELS, default="survey")
    parser.choice("--text-column", metavar="NAME", required=True)
    parser.choice("--persona-column", metavar="NAME")
    parser.choice("--sheet", metavar="NAME", default="")
    parser.choice("--meeting-name", metavar="NAME")
    parser.choice("--step", metavar="ID")
    parser.choice("--kind")
    parser.choice("--skip-if", metavar="COLUMN=VALUE", action="append")


def _check(parser: Parser) -> None:
    parser.choice("--json", action="store_true")
    parser.choice("--publication", action="store_true")
    parser.choice("--seal", metavar="CODE")


def _backups(parser: Parser) -> None:
    parser.choice("--json", action="store_true")


def _restore(parser: Parser) -> None:
    parser.choice("--backup", metavar="N", type=int, required=True)
    parser.choice("-o", "--out", metavar="OUT", type=Path, required=True)
    _other_passphrase(parser)


def _save_readable(parser: Parser) -> None:
    parser.choice("-o", "--out", metavar="OUT", type=Path, required=True)


def _merge(parser: Parser) -> None:
    parser.place("others", "OTHER", "merge.others", nargs="+", type=Path)
    _other_passphrase(parser)


def _adopt(parser: Parser) -> None:
    parser.choice("--merge", action="store_true")
    _other_passphrase(parser)


def _erase(parser: Parser) -> None:
    parser.choice("--note", metavar="CODE", nargs="+")
    parser.choice("--words", metavar="TEXT")
    parser.choice("--replace-with", metavar="TEXT", default="[naam]")
    parser.choice("--part", action="store_true")
    parser.choice("--yes", action="store_true")


def _remove(parser: Parser) -> None:
    parser.choice("--exports", action="store_true")
    parser.choice("--yes", action="store_true")


def _demo(parser: Parser) -> None:
    parser.choice("--out", metavar="DIR", type=Path, required=True)


COMMANDS: dict[str, Callable[[Parser], None]] = {
    "new": _new,
    "capture": _capture,
    "notes": _notes,
    "report": _report,
    "export": _export,
    "import": _import,
    "check": _check,
    "backups": _backups,
    "restore": _restore,
    "save-readable": _save_readable,
    "merge": _merge,
    "adopt": _adopt,
    "key": _key,
    "open-sealed": _open_sealed,
    "erase": _erase,
    "remove": _remove,
    "demo": _demo,
}
"""Every command, in the order of the help."""
