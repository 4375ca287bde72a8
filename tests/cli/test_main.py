from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

import pytest

from facilitator import __version__
from facilitator.cli.main import DONE_BY, main
from facilitator.cli.parser import COMMANDS
from facilitator.exchange.sealed import seal
from facilitator.services.safekeeping import back_up
from facilitator.store.session import SessionStore
from tests.cli.program import PROGRAM, Answer, call, dialogue, environment, run, start
from tests.helpers.age import Holder

CAPTURE = ("--persona", "fatima", "--step", "ervaren")


def test_the_version_is_told() -> None:
    assert run("--version") == Answer(0, f"Facilitator {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("bewaar",),
        ("--nee",),
        ("a.dialoog", "b.dialoog"),
        ("capture",),
        ("capture", "a.dialoog", "--persona", "fatima"),
        ("capture", "a.dialoog", *CAPTURE, "--table", "drie"),
        ("notes", "a.dialoog", "--jsn"),
        ("report", "a.dialoog"),
        ("report", "a.dialoog", "-o", "b.pdf", "--language", "fr"),
        ("import", "a.dialoog", "b.csv", "--text-column", "c", "--channel", "luid"),
        ("import", "a.dialoog", "b.csv", "--text-column", "c", "--skip-if", "d"),
        ("new", "a.dialoog", "--from", "b.json", "--title", "x"),
        ("merge", "a.dialoog"),
        ("demo",),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = call(*arguments)
    assert "--help" in answer.refused(2)
    assert answer.out == ""
    assert not list(tmp_path.glob("*.dialoog"))


def test_a_file_that_is_not_there_is_no_reason_to_open_a_window(tmp_path: Path) -> None:
    call(tmp_path / "weg.dialoog").refused()


def test_the_language_is_that_of_the_settings_and_first_that_of_the_system(tmp_path: Path) -> None:
    for language, locale, word in (("nl", "nl_NL.UTF-8", "bestand"), ("en", "en_GB.UTF-8", "file")):
        config = str(tmp_path / language)
        for system in (locale, "de_DE.UTF-8"):
            assert word in call("notes", "weg.dialoog", FACILITATOR_CONFIG=config, LC_ALL=system).refused()


def test_missing_resources_are_one_plain_line(tmp_path: Path) -> None:
    assert "resources" in call("notes", "a.dialoog", FACILITATOR_RESOURCES=str(tmp_path)).refused()


def test_text_goes_in_and_out_as_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "één 😀.dialoog")
    run("capture", file, *CAPTURE, stdin="naïef 😀\n".encode(), PYTHONIOENCODING="ascii")
    assert "naïef 😀" in run("notes", file, PYTHONIOENCODING="latin-1", PYTHONUTF8="0").out


def test_a_reader_who_walks_away_is_no_fault(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog", notes=3_000)
    process = start([*PROGRAM, "notes", file])
    stdout, stderr = cast("IO[bytes]", process.stdout), cast("IO[bytes]", process.stderr)
    stdout.readline()
    stdout.close()
    assert stderr.read() == b""
    assert process.wait(30) == 141
    cast("IO[bytes]", process.stdin).close()
    stderr.close()


@pytest.fixture
def heeded() -> Iterator[None]:
    """Let programs started here heed an interrupt, also where a shell makes all behind it ignore one."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
def test_an_interrupt_ends_quietly_and_keeps_what_was_printed(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    process = start([*PROGRAM, "capture", file, *CAPTURE])
    stdin, stdout = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    stdin.write(b"een zin\n")
    stdin.flush()
    printed = stdout.readline().decode().strip()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert run("notes", file).lines[0].split("\t")[0] == printed


def test_an_id_is_printed_before_the_next_line_comes(tmp_path: Path) -> None:
    process = start([*PROGRAM, "capture", dialogue(tmp_path / "a.dialoog"), *CAPTURE])
    stdin, stdout = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    printed: list[bytes] = []
    for n in range(3):
        stdin.write(f"zin {n}\n".encode())
        stdin.flush()
        printed.append(stdout.readline())
    assert process.communicate(timeout=30) == (b"", b"")
    assert len(set(printed)) == 3


LOOKED_FOR = "import sys; from facilitator.cli.main import main; code = main(sys.argv[2:]); "
LOOKED_FOR += "print(code, *(name for name in sys.argv[1].split() if name in sys.modules), file=sys.stderr)"
FOR_FILES = "PySide6 reportlab PIL pypdfium2 docx xlsxwriter pyrage keyring rapidfuzz snowballstemmer"


def loaded(names: str, *arguments: str | Path) -> list[str]:
    """Run a command in a Python of its own; return its exit code and which of ``names`` it loaded."""
    command = [PROGRAM[0], "-c", LOOKED_FOR, names, *map(str, arguments)]
    done = subprocess.run(command, check=False, input=b"", capture_output=True, env=environment(), timeout=60)
    return done.stderr.decode().splitlines()[-1].split()


def test_help_needs_no_library_and_no_service() -> None:
    names = (
        f"{FOR_FILES} sqlite_utils sqlcipher3 facilitator.store.session facilitator.domain.state xml.etree"
    )
    assert loaded(names, "--help") == ["0"]
    assert loaded(names, "capture", "--help") == ["0"]


def test_a_command_loads_what_it_needs_alone(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    assert loaded(FOR_FILES, "capture", file, *CAPTURE) == ["0"]
    assert loaded(FOR_FILES, "check", file) == ["0"]
    assert loaded(FOR_FILES, "export", file, "-o", tmp_path / "a.json") == ["0"]
    shown = loaded(FOR_FILES, "export", file, "-o", tmp_path / "a.xlsx")
    assert {"0", "reportlab", "xlsxwriter"} <= set(shown)


AS_A_PROGRAM: dict[str, tuple[tuple[str, ...], bytes, str]] = {
    "new": (("new", "nieuw.dialoog"), b"", "nieuw.dialoog"),
    "capture": (("capture", "a.dialoog", *CAPTURE), "één\n".encode(), ""),
    "notes": (("notes", "a.dialoog"), b"", ""),
    "report": (("report", "a.dialoog", "-o", "a.pdf"), b"", "a.pdf"),
    "export": (("export", "a.dialoog", "-o", "a.md"), b"", "a.md"),
    "import": (("import", "a.dialoog", "enquete.csv", "--text-column", "wat"), b"", ""),
    "check": (("check", "a.dialoog"), b"", ""),
    "backups": (("backups", "a.dialoog"), b"", ""),
    "restore": (("restore", "a.dialoog", "--backup", "1", "-o", "terug.dialoog"), b"", "terug.dialoog"),
    "save-readable": (("save-readable", "a.dialoog", "-o", "gered.dialoog"), b"", "gered.dialoog"),
    "merge": (("merge", "a.dialoog", "kopie.dialoog"), b"", ""),
    "adopt": (("adopt", "a.dialoog"), b"", ""),
    "key": (("key", "status", "a.dialoog"), b"", ""),
    "open-sealed": (("open-sealed", "uit.json.age", "--identity", "sleutel.txt"), b"", "uit.json"),
    "erase": (("erase", "a.dialoog", "--note", "N1", "--yes"), b"", ""),
    "remove": (("remove", "a.dialoog", "--yes"), b"", ""),
}
"""Command -> what it is given, what it reads, and the file it makes; ``demo`` is played in ``test_demo``."""


@pytest.mark.parametrize("name", AS_A_PROGRAM)
def test_each_command_works_as_a_program_of_its_own(tmp_path: Path, name: str) -> None:
    file, me = dialogue(tmp_path / "a.dialoog", notes=1), Holder()
    with SessionStore.open(file, source="laptop-1") as store:
        back_up(store)
    (tmp_path / "kopie.dialoog").write_bytes(file.read_bytes())
    (tmp_path / "enquete.csv").write_text("wat\ngoed\n", "utf-8")
    (tmp_path / "uit.json.age").write_bytes(seal(b"{}", recipient=me.public))
    (tmp_path / "sleutel.txt").write_text(me.secret, "utf-8")
    arguments, stdin, made = AS_A_PROGRAM[name]
    answer = run(*arguments, stdin=stdin, cwd=tmp_path)
    assert (answer.code, answer.err) == (0, "")
    assert (tmp_path / made).stat().st_size > 0 if made else answer.out or name == "new"
    assert file.exists() == (name != "remove")


def test_every_command_is_done_somewhere_and_tried() -> None:
    assert {*DONE_BY, "demo"} == {*AS_A_PROGRAM, "demo"} == set(COMMANDS)


def test_main_returns_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert main(["bewaar"]) == 2
    assert main(["notes", "weg.dialoog"]) == 1
    assert main(["notes", "--help"]) == 0
    assert "Facilitator" in capsys.readouterr().out


def test_a_name_too_long_for_a_file_is_one_plain_line(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    long = tmp_path / ("n" * 300)
    for arguments in (
        (f"{long}.dialoog",),
        ("new", f"{long}.dialoog"),
        ("notes", f"{long}.dialoog"),
        ("export", file, "-o", f"{long}.json"),
        ("report", file, "-o", f"{long}.pdf"),
        ("import", file, f"{long}.csv", "--text-column", "a"),
        ("new", tmp_path / "b.dialoog", "--from", f"{long}.json"),
    ):
        call(*arguments).refused()
    assert not (tmp_path / "b.dialoog").exists()


def test_a_program_without_input_says_so(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    run("capture", file, *CAPTURE, before=lambda: os.close(0)).refused()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_output_that_takes_nothing_is_one_plain_line_and_no_note_is_lost(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    with Path("/dev/full").open("wb") as full:
        for command in (("capture", file, *CAPTURE), ("notes", file)):
            done = subprocess.run(
                [*PROGRAM, *map(str, command)],
                check=False,
                input="één\n".encode(),
                stdout=full,
                stderr=subprocess.PIPE,
                env=environment(),
            )
            Answer(done.returncode, "", done.stderr.decode()).refused()
    assert "één" in run("notes", file).out
