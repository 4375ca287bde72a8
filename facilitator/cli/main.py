"""The command line: understand it, do it, and turn every fault into one plain line and an exit code."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from facilitator import __version__, logs, paths
from facilitator.cli import erasing, keeping, keys, output, reading, window, writing
from facilitator.cli.output import Desk
from facilitator.cli.parser import COMMANDS, PROGRAM, WrongUse, command_parser, window_parser, wrong_use
from facilitator.domain.errors import UserError
from facilitator.services import extra_names, reporting, suggesting

REFUSED = 1
WRONG_USE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141

_DO = {
    "new": writing.new,
    "capture": writing.capture,
    "import": writing.import_csv,
    "merge": writing.merge,
    "adopt": writing.adopt,
    "notes": reading.notes,
    "report": reading.report,
    "export": reading.export,
    "check": keeping.check,
    "backups": keeping.backups,
    "restore": keeping.restore,
    "save-readable": keeping.save_readable,
    "key": keys.key,
    "open-sealed": keys.open_sealed,
    "erase": erasing.erase,
    "remove": erasing.remove,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    logs.keep_quiet()
    try:
        if arguments == [reporting.WORKER_FLAG]:
            return reporting.serve(sys.stdin.buffer, sys.stdout)
        if arguments == [extra_names.WORKER_FLAG]:
            return extra_names.serve(sys.stdin.buffer, sys.stdout)
        if arguments == [suggesting.WORKER_FLAG]:
            return suggesting.serve(sys.stdin.buffer, sys.stdout)
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
    return window.play_demo(given.out) if name == "demo" else _DO[name](given, desk)


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
