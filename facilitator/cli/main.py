"""The command line: understand it, do it, and turn every fault into one plain line and an exit code.

What a command needs is loaded by name when that command is asked for, so that each starts at once.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from facilitator import __version__, logs, paths
from facilitator.cli import output, window
from facilitator.cli.output import Desk
from facilitator.cli.parser import COMMANDS, PROGRAM, WrongUse, command_parser, window_parser, wrong_use
from facilitator.domain.errors import UserError
from facilitator.services.by_name import loaded
from facilitator.services.workers import WORKERS

REFUSED = 1
WRONG_USE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141

DONE_BY = {
    "new": "facilitator.cli.writing:new",
    "capture": "facilitator.cli.capturing:capture",
    "import": "facilitator.cli.writing:import_csv",
    "merge": "facilitator.cli.writing:merge",
    "adopt": "facilitator.cli.writing:adopt",
    "notes": "facilitator.cli.reading:notes",
    "report": "facilitator.cli.reporting:report",
    "export": "facilitator.cli.exporting:export",
    "check": "facilitator.cli.keeping:check",
    "backups": "facilitator.cli.keeping:backups",
    "restore": "facilitator.cli.keeping:restore",
    "save-readable": "facilitator.cli.keeping:save_readable",
    "key": "facilitator.cli.keys:key",
    "open-sealed": "facilitator.cli.keys:open_sealed",
    "erase": "facilitator.cli.erasing:erase",
    "remove": "facilitator.cli.erasing:remove",
}
"""Command -> where the function is that does it."""
PUBLICATION = "facilitator.cli.publishing:check"
"""What does ``check --publication``."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    logs.keep_quiet()
    try:
        if len(arguments) == 1 and arguments[0] in WORKERS:
            return loaded(WORKERS[arguments[0]])(sys.stdin.buffer, sys.stdout)
        output.use_utf8()
        code = _run(arguments, Desk())
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        output.silence()
        return BROKEN_PIPE
    except SystemExit as end:
        # argparse ends like this after --help.
        return end.code if isinstance(end.code, int) else 0
    return code


def _run(arguments: list[str], desk: Desk) -> int:
    try:
        if arguments and arguments[0] in COMMANDS:
            return _command(
                command_parser(desk.words, arguments[0]).parse_args(arguments[1:]), arguments[0], desk
            )
        return _window(window_parser(desk.words).parse_args(arguments), desk)
    except WrongUse as wrong:
        output.complain(str(wrong))
        return WRONG_USE
    except UserError as error:
        desk.complain(error)
        return REFUSED
    except paths.MissingResourcesError as error:
        output.complain(str(error))
        return REFUSED


def _command(given: Namespace, name: str, desk: Desk) -> int:
    desk.passphrase_file = getattr(given, "passphrase_file", None)
    desk.other_passphrase_file = getattr(given, "other_passphrase_file", None)
    if name == "demo":
        return window.play_demo(given.out)
    place = PUBLICATION if name == "check" and given.publication else DONE_BY[name]
    return loaded(place)(given, desk)


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError as error:
        raise UserError("exchange.not_readable", path=str(path), detail=error.strerror or "") from error
    return False


def _window(given: Namespace, desk: Desk) -> int:
    if given.version:
        output.say(f"Facilitator {__version__}")
        return 0
    if given.self_test:
        return window.self_test()
    if given.file is not None and _is_missing(given.file):
        if given.file.name == str(given.file) and not given.file.suffix:
            raise wrong_use(desk.words, PROGRAM, "unknown_command", str(given.file))
        desk.complain(UserError("store.missing", path=str(given.file)))
        return REFUSED
    return window.run_window(given.file, example=given.example)
