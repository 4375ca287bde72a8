"""A worker tells in lines how far it is; whatever happens to it, somebody hears an end."""

from __future__ import annotations

import io
import json
import sys
import threading
import time

import pytest

from facilitator.domain.errors import UserError
from facilitator.services import child
from facilitator.services.child import Child


def script(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def quiet(_done: int, _total: int) -> None:
    pass


def test_progress_and_the_last_word_come_back() -> None:
    heard: list[tuple[int, int]] = []
    code = (
        "import sys, pickle, json; order = pickle.load(sys.stdin.buffer);"
        "print(json.dumps({'done': 1, 'total': 2})); print('noise'); print('[1]');"
        "print(json.dumps({'told': order * 2}))"
    )
    answer = Child("report.worker_failed", "report.cancelled").run(
        script(code), 21, lambda done, total: heard.append((done, total))
    )
    assert answer == {"told": 42}
    assert heard == [(1, 2)]


def test_what_the_worker_refuses_is_refused_here() -> None:
    code = 'print(\'{"error": "text.too_long", "details": {"limit": "3"}}\')'
    with pytest.raises(UserError) as caught:
        Child("report.worker_failed", "report.cancelled").run(script(code), None, quiet)
    assert (caught.value.code, caught.value.details) == ("text.too_long", {"limit": "3"})


def test_a_worker_that_dies_is_told_with_its_last_words() -> None:
    with pytest.raises(UserError) as caught:
        Child("suggest.worker_failed", "suggest.cancelled").run(script("raise SystemExit('op')"), None, quiet)
    assert (caught.value.code, caught.value.details) == ("suggest.worker_failed", {"detail": "op"})


def test_cancelling_before_the_start_starts_nothing() -> None:
    job = Child("report.worker_failed", "suggest.cancelled")
    job.cancel()
    assert job.is_cancelled
    with pytest.raises(UserError) as caught:
        job.run(["/does/not/exist"], None, quiet)
    assert caught.value.code == "suggest.cancelled"


def test_cancelling_ends_it_at_once() -> None:
    job = Child("report.worker_failed", "report.cancelled")
    code = (
        "import sys, time; sys.stdin.buffer.read();"
        'print(\'{"done": 0, "total": 1}\', flush=True); time.sleep(60)'
    )
    begun = threading.Event()
    timer = threading.Thread(target=lambda: (begun.wait(30), job.cancel()))
    timer.start()
    start = time.monotonic()
    with pytest.raises(UserError):
        job.run(script(code), None, lambda _done, _total: begun.set())
    timer.join()
    assert time.monotonic() - start < 30


def test_the_worker_side_tells_in_json_lines() -> None:
    out = io.StringIO()

    def work(progress: child.Callable[[int, int], None]) -> dict[str, object]:
        progress(1, 3)
        return {"pages": 4}

    assert child.serve(out, work) == 0
    assert [json.loads(line) for line in out.getvalue().splitlines()] == [
        {"done": 1, "total": 3},
        {"pages": 4},
    ]


def test_the_worker_side_tells_its_refusal() -> None:
    out = io.StringIO()

    def work(_progress: child.Callable[[int, int], None]) -> dict[str, object]:
        raise UserError("text.too_long", limit=3)

    assert child.serve(out, work) == 1
    assert json.loads(out.getvalue()) == {"error": "text.too_long", "details": {"limit": "3"}}


def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child.command("--x-worker") == [sys.executable, "-m", "facilitator", "--x-worker"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child.command("--x-worker") == [sys.executable, "--x-worker"]
