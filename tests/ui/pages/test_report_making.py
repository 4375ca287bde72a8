from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.domain.report_data import PARTS, ReportData
from facilitator.report.render import RenderResult
from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.services.reporting import report_data
from facilitator.ui.kit.tasks import TaskRunner
from facilitator.ui.pages.report_making import DraftFolder, MakeReport, clear_left_behind
from tests.helpers.shelf import shelf


@pytest.fixture
def data(tmp_path: Path) -> ReportData:
    library = shelf()
    setup = DialogueSetup(title="Avond", question="Wat nu?")
    with create_dialogue(tmp_path / "a.dialoog", setup, library, "laptop-1") as store:
        return report_data(store, language="nl", parts=PARTS, library=library, made_on="2026-11-14")


@pytest.fixture
def tasks() -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    assert runner.stop()


def test_makes_the_report_and_tells_how_far_it_is(
    qtbot: QtBot, tasks: TaskRunner, tmp_path: Path, data: ReportData
) -> None:
    told: list[float] = []
    out = tmp_path / "a.pdf"
    task = tasks.start(MakeReport(data, out))
    task.progressed.connect(lambda done, _text: told.append(done))
    made: list[RenderResult] = []
    task.succeeded.connect(made.append)
    with qtbot.waitSignal(task.finished, timeout=15_000):
        pass
    assert made[0].pages == len(PdfReader(out).pages)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_cancelling_ends_it_without_a_file(
    qtbot: QtBot, tasks: TaskRunner, tmp_path: Path, data: ReportData
) -> None:
    out = tmp_path / "a.pdf"
    task = tasks.start(MakeReport(data, out))
    with qtbot.waitSignal(task.finished, timeout=15_000):
        task.cancel()
    assert not out.exists()
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.name.startswith(".facilitator-")) == []


def test_a_place_that_is_not_there_is_refused(
    qtbot: QtBot, tasks: TaskRunner, tmp_path: Path, data: ReportData
) -> None:
    task = tasks.start(MakeReport(data, tmp_path / "weg" / "a.pdf"))
    failed: list[UserError] = []
    task.failed.connect(failed.append)
    with qtbot.waitSignal(task.finished, timeout=15_000):
        pass
    assert [error.code for error in failed] == ["report.not_written"]


def test_the_folder_for_drafts_goes_with_its_owner() -> None:
    folder = DraftFolder()
    file = folder.file()
    file.write_bytes(b"x")
    assert folder.file() == file
    del folder
    gc.collect()
    assert not file.parent.exists()


def test_no_room_for_drafts_is_a_plain_refusal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "weg"))
    with pytest.raises(UserError) as refused:
        DraftFolder().file()
    assert refused.value.code == "report.not_written"


@pytest.mark.skipif(os.name != "posix", reason="only there a process can be asked whether it lives")
def test_drafts_of_a_program_that_was_killed_are_cleared_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    mine = DraftFolder()
    mine.file().write_bytes(b"words")
    left = tmp_path / f"facilitator-pages-{ended.pid}-abc"
    other = tmp_path / "facilitator-pages-somebody"
    for folder in (left, other):
        folder.mkdir()
        (folder / "pages.pdf").write_bytes(b"words")
    clear_left_behind()
    assert not left.exists()
    assert other.exists()
    assert mine.file().exists()
