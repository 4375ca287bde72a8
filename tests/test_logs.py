"""The log file: says where it went wrong and never repeats what anybody said."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator import logs
from facilitator.domain.errors import UserError

log = logging.getLogger("facilitator.test")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    path = logs.start(tmp_path / "logs")
    assert path is not None
    yield path
    logs.stop()


def fail_with(secret: str) -> None:
    try:
        raise OSError(28, secret)
    except OSError as error:
        raise ValueError(f"cannot read {secret}") from error


def test_exceptions_are_logged_by_type_and_place_without_their_text(file: Path) -> None:
    try:
        fail_with("mijn moeder is ziek")
    except ValueError:
        log.exception("crash in %s", "capture")
    text = file.read_text("utf-8")
    assert "mijn moeder" not in text
    assert "ERROR facilitator.test: crash in capture" in text
    assert "builtins.ValueError" in text
    assert "builtins.OSError errno 28" in text
    assert "fail_with" in text


def test_our_own_codes_are_kept(file: Path) -> None:
    try:
        raise UserError("note.too_long", text="geheim")
    except UserError:
        log.warning("refused", exc_info=True)
    text = file.read_text("utf-8")
    assert "UserError note.too_long" in text
    assert "geheim" not in text


def test_a_message_stays_on_one_line_and_short(file: Path) -> None:
    log.info("a\nb" + "x" * 5_000)
    (line,) = file.read_text("utf-8").splitlines()
    assert "a b" in line
    assert len(line) == logs.MESSAGE_LIMIT


def test_the_log_does_not_grow_without_end(file: Path) -> None:
    for _ in range(3_000):
        log.info("y" * 900)
    files = list(file.parent.iterdir())
    assert len(files) == logs.FILES
    assert all(item.stat().st_size <= logs.FILE_BYTES for item in files)


def test_starting_again_writes_each_line_once(file: Path) -> None:
    assert logs.start(file.parent) == file
    log.info("once")
    assert file.read_text("utf-8").count("once") == 1


def test_a_place_that_cannot_be_written_to_does_not_stop_the_program(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    assert logs.start(tmp_path / "bestand" / "logs") is None
    log.error("nowhere")


def test_without_a_log_file_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    logs.stop()
    logs.keep_quiet()
    logging.getLogger("facilitator.store").warning("op de binnenschijf")
    assert capfd.readouterr() == ("", "")
