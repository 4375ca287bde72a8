from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

import pytest

from facilitator import __version__
from facilitator.cli.main import main
from tests.cli.program import PROGRAM, Answer, dialogue, environment, run, start

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
def test_wrong_use_is_one_line_and_exit_code_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    answer = run(*arguments, cwd=tmp_path)
    assert "--help" in answer.refused(2)
    assert answer.out == ""
    assert not list(tmp_path.glob("*.dialoog"))


def test_a_file_that_is_not_there_is_no_reason_to_open_a_window(tmp_path: Path) -> None:
    run(tmp_path / "weg.dialoog").refused()


def test_the_language_is_that_of_the_settings_and_first_that_of_the_system(tmp_path: Path) -> None:
    for language, locale, word in (("nl", "nl_NL.UTF-8", "bestand"), ("en", "en_GB.UTF-8", "file")):
        config = str(tmp_path / language)
        for system in (locale, "de_DE.UTF-8"):
            assert word in run("notes", "weg.dialoog", FACILITATOR_CONFIG=config, LC_ALL=system).refused()


def test_missing_resources_are_one_plain_line(tmp_path: Path) -> None:
    assert "resources" in run("notes", "a.dialoog", FACILITATOR_RESOURCES=str(tmp_path)).refused()


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


def test_the_command_line_does_not_load_qt(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    imports = "import sys; from facilitator.cli.main import main"
    code = f"{imports}; main(sys.argv[1:]); sys.exit('PySide6' in sys.modules)"
    done = subprocess.run(
        [PROGRAM[0], "-c", code, "notes", str(file)], check=False, env=environment(), timeout=60
    )
    assert done.returncode == 0


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
        run(*arguments).refused()
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
