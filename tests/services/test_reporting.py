from __future__ import annotations

import io
import json
import os
import pickle
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from facilitator.domain.errors import UserError
from facilitator.domain.report_data import PARTS, ReportData
from facilitator.report.render import RenderResult
from facilitator.services import notes, reporting
from facilitator.services.reporting import RenderJob, report_data, worker_command, write_plate, write_report
from tests.services.builders import dialogue, library


def data(tmp_path: Path, count: int = 3) -> ReportData:
    with dialogue(tmp_path / "a.dialoog", notes=count) as store:
        return report_data(store, language="nl", parts=PARTS, library=library(), made_on="2026-03-01")


@dataclass
class Ear:
    """Hears what a job says, and on which thread."""

    progress: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    done: list[RenderResult] = field(default_factory=list[RenderResult])
    errors: list[UserError] = field(default_factory=list[UserError])
    threads: set[threading.Thread] = field(default_factory=set[threading.Thread])
    at_first: Callable[[], object] | None = None

    def on_progress(self, done: int, total: int) -> None:
        self.threads.add(threading.current_thread())
        self.progress.append((done, total))
        if self.at_first and len(self.progress) == 1:
            self.at_first()

    def job(self, told: ReportData, out: Path) -> RenderJob:
        return RenderJob(
            told, out, on_progress=self.on_progress, on_done=self.done.append, on_error=self.errors.append
        )

    def run(self, told: ReportData, out: Path) -> None:
        job = self.job(told, out)
        job.start()
        assert job.join(60)
        assert len(self.done) + len(self.errors) == 1


def pages(pdf: Path) -> int:
    return len(PdfReader(io.BytesIO(pdf.read_bytes())).pages)


def test_the_data_is_a_snapshot_with_the_parts_in_order(tmp_path: Path) -> None:
    with dialogue(tmp_path / "a.dialoog", notes=2) as store:
        told = report_data(
            store, language="en", parts=["notes", "summary"], library=library(), made_on="2026-03-01"
        )
        notes.delete_notes(store, [store.state.notes[0].id])
        assert len(told.state.notes) == 2
    assert told.parts == ("summary", "notes")
    assert (told.language, told.method.language, told.made_on) == ("en", "en", "2026-03-01")
    assert told.version


@pytest.mark.parametrize(
    ("wish", "code"),
    [({"language": "fr"}, "report.bad_language"), ({"parts": ["plaatjes"]}, "report.bad_part")],
)
def test_a_language_or_part_that_is_not_there_is_refused(
    tmp_path: Path, wish: dict[str, Any], code: str
) -> None:
    given = {"language": "nl", "parts": PARTS, "library": library(), "made_on": "2026-03-01", **wish}
    with dialogue(tmp_path / "a.dialoog") as store, pytest.raises(UserError) as caught:
        report_data(store, **given)
    assert caught.value.code == code
    assert caught.value.details["allowed"]


def test_a_report_written_here_and_in_a_process_of_its_own_are_the_same(tmp_path: Path) -> None:
    told = data(tmp_path)
    here, there = tmp_path / "hier.pdf", tmp_path / "daar.pdf"
    result = write_report(told, here)
    ear = Ear()
    ear.run(told, there)
    assert ear.done == [result]
    assert result.pages == pages(here)
    assert here.read_bytes() == there.read_bytes()
    assert ear.progress
    assert ear.progress[-1][0] == ear.progress[-1][1]
    assert threading.current_thread() not in ear.threads


def test_the_report_takes_the_place_of_an_older_one_and_leaves_nothing_else(tmp_path: Path) -> None:
    told = data(tmp_path)
    folder = tmp_path / "uit"
    folder.mkdir()
    out = folder / "verslag.pdf"
    out.write_bytes(b"van gisteren")
    Ear().run(told, out)
    assert pages(out) > 2
    assert os.listdir(folder) == ["verslag.pdf"]


def test_the_talking_picture_is_written_whole_and_never_over_a_dialogue(tmp_path: Path) -> None:
    told = data(tmp_path)
    out = tmp_path / "praatplaat.html"
    out.write_text("oud", "utf-8")
    assert write_plate(told, out).size == out.stat().st_size
    assert out.read_text("utf-8").startswith("<!DOCTYPE html>")
    with pytest.raises(UserError) as refused:
        write_plate(told, tmp_path / "a.dialoog")
    assert refused.value.code == "exchange.is_session"


def test_cancel_stops_at_once_and_keeps_the_old_report(tmp_path: Path) -> None:
    told = data(tmp_path, count=4_000)
    folder = tmp_path / "uit"
    folder.mkdir()
    out = folder / "verslag.pdf"
    out.write_bytes(b"van gisteren")
    ear = Ear()
    job = ear.job(told, out)
    ear.at_first = job.cancel
    job.start()
    assert job.join(20)
    assert [error.code for error in ear.errors] == ["report.cancelled"]
    assert ear.done == []
    assert all(done < total for done, total in ear.progress)
    assert out.read_bytes() == b"van gisteren"
    assert os.listdir(folder) == ["verslag.pdf"]


def test_cancel_before_the_start_and_after_the_end_do_no_harm(tmp_path: Path) -> None:
    told = data(tmp_path)
    ear = Ear()
    job = ear.job(told, tmp_path / "a.pdf")
    job.cancel()
    job.start()
    assert job.join(20)
    assert [error.code for error in ear.errors] == ["report.cancelled"]
    ear = Ear()
    job = ear.job(told, tmp_path / "b.pdf")
    job.start()
    assert job.join(60)
    job.cancel()
    assert len(ear.done) == 1
    assert pages(tmp_path / "b.pdf")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    told = data(tmp_path)
    session = tmp_path / "a.dialoog"
    before = session.read_bytes()
    for out, code in (
        (tmp_path / "nergens" / "a.pdf", "report.not_written"),
        (session, "exchange.is_session"),
        (tmp_path, "exchange.not_writable"),
    ):
        ear = Ear()
        ear.run(told, out)
        assert [error.code for error in ear.errors] == [code]
        assert ear.errors[0].details["path"] == str(out)
    assert session.read_bytes() == before
    with pytest.raises(UserError):
        write_report(told, session)


def test_a_worker_that_dies_is_told_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = data(tmp_path)
    for code in ("import sys; sys.exit('geen geheugen')", "import os; os.abort()", "pass"):
        monkeypatch.setattr(reporting, "worker_command", lambda code=code: [sys.executable, "-c", code])
        ear = Ear()
        ear.run(told, tmp_path / "a.pdf")
        assert ear.errors[0].code == "report.worker_failed"
        assert ("geen geheugen" in str(ear.errors[0].details["detail"])) == ("geheugen" in code)
    monkeypatch.setattr(reporting, "worker_command", lambda: [str(tmp_path / "weg")])
    ear = Ear()
    ear.run(told, tmp_path / "a.pdf")
    assert ear.errors[0].code == "report.worker_failed"
    assert not (tmp_path / "a.pdf").exists()
    assert not list(tmp_path.glob(".facilitator-*"))


def test_what_something_in_the_worker_prints_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The draft first: once its last word is heard the worker is ended.
    chatter = "open({!r}, 'w').close(); print('let op'); print(5); print('{\"pages\": 3}')"
    told = data(tmp_path)
    out = tmp_path / "a.pdf"

    def command() -> list[str]:
        draft = next(tmp_path.glob(".facilitator-*")) / "report.pdf"
        return [sys.executable, "-c", chatter.replace("{!r}", repr(str(draft)))]

    monkeypatch.setattr(reporting, "worker_command", command)
    ear = Ear()
    ear.run(told, out)
    assert [result.pages for result in ear.done] == [3]


def test_a_fault_of_our_own_ends_the_job_too(tmp_path: Path) -> None:
    ear = Ear()

    def fail() -> None:
        raise RuntimeError("the window is gone")

    ear.at_first = fail
    ear.run(data(tmp_path), tmp_path / "a.pdf")
    assert [error.code for error in ear.errors] == ["report.worker_failed"]
    assert not ear.done
    assert not list(tmp_path.glob(".facilitator-*"))


def test_a_full_temporary_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(reporting.tempfile, "TemporaryFile", full)
    ear = Ear()
    ear.run(data(tmp_path), tmp_path / "a.pdf")
    assert ear.errors[0].code == "report.worker_failed"
    assert not list(tmp_path.glob(".facilitator-*"))


def test_a_fault_in_the_worker_comes_back_as_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = data(tmp_path)
    bare = tmp_path / "bare"
    (bare / "methods").mkdir(parents=True)
    monkeypatch.setenv("FACILITATOR_RESOURCES", str(bare))
    ear = Ear()
    ear.run(told, tmp_path / "a.pdf")
    assert ear.errors[0].code.startswith("report.")
    assert ear.errors[0].code != "report.worker_failed"
    assert not (tmp_path / "a.pdf").exists()


def test_the_worker_answers_in_json_lines(tmp_path: Path) -> None:
    told = data(tmp_path)
    order = pickle.dumps(reporting.Order(told, tmp_path / "a.pdf", reporting.paths.resources()))
    said = io.StringIO()
    assert reporting.serve(io.BytesIO(order), said) == 0
    lines = [json.loads(line) for line in said.getvalue().splitlines()]
    assert lines[-1] == {"pages": pages(tmp_path / "a.pdf")}
    assert all(set(line) == {"done", "total"} for line in lines[:-1])


def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_command() == [sys.executable, "-m", "facilitator", "--render-worker"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == [sys.executable, "--render-worker"]
