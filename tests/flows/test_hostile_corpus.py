"""Everything strangers might send, through the command line and the window: a calm sentence, no harm."""

from __future__ import annotations

import re
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.content.library import Library
from facilitator.content.personas import read_pack_file
from facilitator.domain.errors import UserError
from facilitator.services import rescuing, safekeeping, settings
from facilitator.services.settings import Settings
from facilitator.ui.application import make_registry
from facilitator.ui.kit.pictures import read_file
from facilitator.ui.main_window import MainWindow
from tests.cli.program import Answer, call
from tests.helpers.age import Holder
from tests.helpers.hostile_corpus import CORPUS, Hostile, contents, place
from tests.helpers.window import close_window, make_file, make_window

SECONDS = 3.0
"""Of the processor; the machine may be busy with something else."""
TRIED = ("dialogue of a stranger", "zip", "workbook")
"""Tried every day where they are looked at; through all doors only in the long trial."""
PATIENCE = 20
"""Of the clock, for what waits and does nothing."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes nor links to lay there")


class HangsError(Exception):
    """It took too long."""


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise HangsError


@contextmanager
def in_time() -> Iterator[None]:
    """Let what is done take no longer than it may."""
    before = signal.signal(signal.SIGALRM, _ring)
    signal.alarm(PATIENCE)
    begun = time.process_time()
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    assert time.process_time() - begun < SECONDS


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_file(tmp_path_factory.mktemp("eerlijk"), "heel", notes=30)


def of(*doors: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "one",
        [
            pytest.param(one, id=one.id, marks=[pytest.mark.soak] if one.row in TRIED else [])
            for one in CORPUS
            if one.door in doors
        ],
    )


@pytest.fixture
def spot(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def told(answer: Answer, one: Hostile) -> None:
    """Look whether a refusal is one line in words; what may be taken need not be refused."""
    if not answer.code and (not one.codes or one.codes.startswith("|")):
        return
    assert answer.code == 1, answer
    assert len(answer.err.splitlines()) == 1, answer.err
    assert not re.search(r"Traceback|Error\b|Exception|Errno|sqlite|\{|None", answer.err), answer.err


def code_of(act: Callable[[], object]) -> str:
    """Return the code it is refused with, or nothing."""
    try:
        act()
    except UserError as error:
        return error.code
    return ""


@of("dialogue")
def test_commands_refuse_or_take_in_a_dialogue_and_leave_it_as_it_is(
    one: Hostile, spot: Path, honest: Path
) -> None:
    path = place(one, spot, honest)
    before = contents(spot)
    for words in (["check"], ["adopt"], ["save-readable"]):
        out = ["-o", str(spot.parent / "uit.dialoog")] if words == ["save-readable"] else []
        with in_time():
            answer = call(words[0], "--", path) if not out else call(*words, *out, "--", path)
        if words[0] == "adopt":
            told(answer, one)
        assert "Traceback" not in answer.err
        assert contents(spot) == before


@of("export")
def test_commands_refuse_an_export(one: Hostile, spot: Path, honest: Path) -> None:
    path = place(one, spot, honest)
    before = contents(spot)
    with in_time():
        told(call("new", spot.parent / "nieuw.dialoog", "--from", path), one)
    assert contents(spot) == before
    assert not (spot.parent / "nieuw.dialoog").exists()


@of("survey")
def test_commands_refuse_a_table(one: Hostile, spot: Path, honest: Path) -> None:
    path = place(one, spot, honest)
    own = shutil.copy(honest, spot.parent / "eigen.dialoog")
    before = contents(spot)
    with in_time():
        told(call("import", own, path, "--text-column", "antwoord"), one)
    assert contents(spot) == before


@of("sealed")
def test_commands_refuse_a_sealed_file(one: Hostile, spot: Path, honest: Path) -> None:
    path = place(one, spot, honest)
    (spot.parent / "woord").write_text("een woord of vier, vijf")
    (spot.parent / "sleutel").write_text(Holder().secret)
    before = contents(spot)
    for how in (["--identity", spot.parent / "sleutel"], ["--passphrase-file", spot.parent / "woord"]):
        with in_time():
            told(call("open-sealed", path, "-o", spot.parent / "uit", *how), one)
    assert contents(spot) == before
    assert not (spot.parent / "uit").exists()


@of("key")
def test_commands_refuse_a_key(one: Hostile, spot: Path, honest: Path) -> None:
    path = place(one, spot, honest)
    sealed = spot.parent / "dicht.age"
    before = contents(spot)
    call("export", honest, "-o", sealed, "--format", "json", "--for", Holder().public, "--anyway")
    assert sealed.exists()
    for how in ("--identity", "--passphrase-file"):
        with in_time():
            told(call("open-sealed", sealed, "-o", spot.parent / "uit", how, path), one)
    assert contents(spot) == before


@of("pack")
def test_a_pack_of_personas_is_refused(one: Hostile, spot: Path, honest: Path) -> None:
    path = place(one, spot, honest)
    before = contents(spot)
    with in_time():
        code = code_of(lambda: read_pack_file(path))
    assert re.match(one.codes, code), code
    assert contents(spot) == before


@pytest.mark.qt_log_ignore("JPEG", extend=True)
@of("picture")
def test_a_picture_is_refused(one: Hostile, spot: Path, honest: Path) -> None:
    path = place(one, spot, honest)
    before = contents(spot)
    with in_time():
        code = code_of(lambda: read_file(path))
    assert re.match(one.codes, code), code
    with in_time():
        told(call("report", honest, "-o", spot.parent / "uit.pdf", "--logo", path, "--anyway"), one)
    assert contents(spot) == before


@of("library")
def test_texts_of_others_are_left_out_and_named(one: Hostile, spot: Path, honest: Path) -> None:
    for kind in ("personas", "methods"):
        folder = spot / kind / "kwaad"
        folder.mkdir(parents=True)
        one.make(folder / ("pack.toml" if kind == "personas" else "method.toml"))
    before = contents(spot)
    with in_time():
        library = Library(paths.resources(), spot)
        assert len(library.faults) == 2
    assert "twente" in library.packs
    assert contents(spot) == before


@of("settings")
def test_senseless_settings_do_not_keep_the_program_from_starting(
    one: Hostile, spot: Path, honest: Path
) -> None:
    path = place(one, spot, honest)
    with in_time():
        found = settings.load(path)
    assert found.language in ("nl", "en")
    assert 50 <= found.text_scale <= 400
    assert all(isinstance(recent, str) for recent in found.recent)


@of("kept")
def test_what_lies_among_rescue_files_and_backups_stops_nothing(
    one: Hostile, spot: Path, honest: Path
) -> None:
    identity = "ab" * 16
    rescued, backups = spot / "rescued", spot / "backups" / identity
    for folder, name in ((rescued, f"{identity}.dialoog"), (backups, "20261122T101010Z.dialoog")):
        folder.mkdir(parents=True)
        if one.case == "dialogue of a stranger":
            shutil.copyfile(honest, folder / name)
        one.make(folder / name)
    before = contents(spot)
    with in_time():
        for found in rescuing.all_rescued(rescued):
            assert not found.notes or one.case == "dialogue of a stranger"
        for backup in safekeeping.backups(spot / "backups", bytes.fromhex(identity)):
            assert not backup.good
    assert contents(spot) == before


def test_the_register_names_every_kind_of_threat() -> None:
    assert len(CORPUS) > 150
    assert len({one.id for one in CORPUS}) == len(CORPUS)


# ── through the window ──────────────────────────────────────────────────────


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = make_window(tmp_path, make_registry(), Settings(source="laptop-1", sound=False))
    made.open_any(make_file(tmp_path, "thuis", notes=1))
    yield made
    close_window(made)


def _settled(window: MainWindow) -> bool:
    busy = window.tasks.busy or window.waiting.busy
    return not busy and window.notice_bar.shown() is not None and "…" not in window.notice_bar.text()


def offered(window: MainWindow, qtbot: QtBot, path: Path) -> str:
    """Let the window open something, turn down whatever it asks, and return what it said."""
    met: list[str] = []

    def turn_down() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            met.append(type(dialog).__name__)
            dialog.reject()

    timer = QTimer()
    timer.timeout.connect(turn_down)
    timer.start(5)
    window.open_any(path)
    with suppress(qtbot.TimeoutError):
        # Of a damaged file is told after a look for backups; of what is taken in nothing need be said.
        qtbot.waitUntil(lambda: bool(met or _settled(window)), timeout=3_000)
    qtbot.waitUntil(lambda: not window.tasks.busy, timeout=PATIENCE * 1000)
    timer.stop()
    text = window.notice_bar.text() or " ".join(met)
    while window.notice_bar.shown() is not None:
        window.notice_bar.dismiss_shown()
    return text


@pytest.mark.qt_log_ignore("JPEG", extend=True)
@pytest.mark.parametrize(
    "door",
    ["sealed", *(pytest.param(door, marks=pytest.mark.soak) for door in ("dialogue", "export", "survey"))],
)
def test_the_window_says_a_sentence_and_goes_on(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, honest: Path, door: str
) -> None:
    wrong: list[str] = []
    home = window.context.dialogue.store.path
    for number, one in enumerate(one for one in CORPUS if one.door == door):
        folder = tmp_path / f"stick-{number}"
        folder.mkdir()
        path = place(one, folder, honest)
        before = contents(folder)
        with in_time():
            text = offered(window, qtbot, path)
        if one.codes and not one.codes.startswith("|") and not text:
            wrong.append(f"{one.id}: nothing was said")
        if re.search(r"Traceback|Error\b|Exception|Errno|sqlite|None", text):
            wrong.append(f"{one.id}: {text}")
        if contents(folder) != before:
            wrong.append(f"{one.id}: it was changed")
        if window.desk.session is None or window.context.dialogue.store.path != home:
            window.open_any(home)
    assert not wrong, "\n".join(wrong)
    assert window.isVisible()
    assert [note.text for note in window.context.dialogue.state.notes]
