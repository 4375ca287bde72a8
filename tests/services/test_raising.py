from __future__ import annotations

import os
import threading
import time
from pathlib import Path

from facilitator import paths
from facilitator.services import raising


def test_a_request_is_answered_by_who_has_that_file(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    request = raising.ask(path)
    assert request is not None
    assert not raising.is_asked(tmp_path / "b.dialoog")
    assert not raising.is_answered(request)
    assert raising.is_asked(path)
    assert raising.is_answered(request)
    assert not raising.is_asked(path)


def test_who_asks_waits_for_the_answer(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"

    def first() -> None:
        end = time.monotonic() + 5
        while not raising.is_asked(path) and time.monotonic() < end:
            time.sleep(0.02)

    thread = threading.Thread(target=first)
    thread.start()
    assert raising.ask_and_wait(path, seconds=5)
    thread.join()


def test_where_nobody_answers_nothing_is_left(tmp_path: Path) -> None:
    begun = time.monotonic()
    assert not raising.ask_and_wait(tmp_path / "a.dialoog", seconds=0.2)
    assert time.monotonic() - begun < 2
    assert list((paths.kept() / raising.FOLDER).iterdir()) == []


def test_an_old_request_raises_nothing_and_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    request = raising.ask(path)
    assert request is not None
    os.utime(request, (time.time() - 60, time.time() - 60))
    assert not raising.is_asked(path)
    assert not request.exists()


def test_a_link_to_the_file_asks_for_the_same_window(tmp_path: Path) -> None:
    path = tmp_path / "a.dialoog"
    path.touch()
    link = tmp_path / "link.dialoog"
    link.symlink_to(path)
    raising.ask(link)
    assert raising.is_asked(path)


def test_a_folder_that_cannot_be_made_asks_nobody(tmp_path: Path) -> None:
    paths.kept().mkdir(parents=True)
    (paths.kept() / raising.FOLDER).write_text("geen map")
    assert raising.ask(tmp_path / "a.dialoog") is None
    assert not raising.ask_and_wait(tmp_path / "a.dialoog")
