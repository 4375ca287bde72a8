"""One measurement in the real window, in a process of its own: ``window_work <what> <file>`` prints JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from benchmarks.memory import anonymous_megabytes, resident_megabytes
from benchmarks.real_window import Spent, Watch, press, real_window, rest, until, write
from facilitator.store.engine import Database
from facilitator.store.log import Job
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.finding import shared_search
from facilitator.ui.pages.group_page import GroupPage
from facilitator.ui.pages.step_page import StepPage

STEP, GROUPING = "ervaren", "wegen"
NOTES = 300
GESTURES = 60
SLOW_S = 0.5
WARM = 10
"""Rounds at the start that are not counted."""
_LOOKED_FOR = ("wachten", "ziekenhuis", "gesprekken voeren", "zorg", "dochter zegt", "an", "e")

Told = dict[str, list[float]]


def step_page(window: MainWindow) -> StepPage:
    """Return the page on screen."""
    page = window.page
    if not isinstance(page, StepPage):
        raise TypeError(f"{type(page).__name__} is on screen")
    return page


def opened(window: MainWindow, path: Path) -> StepPage:
    """Open a dialogue; return its page when every note was read by the search and by all else."""
    window.open_any(path)
    page = step_page(window)
    canvas = page.area.board.canvas
    canvas.settle()
    return page


def enter(path: Path, done: Callable[[], object] = bool) -> Told:
    """Measure from Enter in the field to the note painted on the canvas; ``done`` is called then."""
    with real_window() as window:
        page = opened(window, path)
        rest(3_000)
        board, field = page.area.board, page.capture.field
        watch = Watch(board.canvas)
        state = window.context.dialogue.state
        spent, longest = Spent(), list[float]()
        for n in range(NOTES + WARM):
            write(field, f"een gewone notitie {n} over de zorg")
            QApplication.processEvents()
            last, before = state.last_seq["note"], watch.painted
            with spent.round():
                press(field, Qt.Key.Key_Return)
                until(lambda before=before: watch.painted > before)
            longest.append(rest(20))
            made = next(note for note in reversed(state.tables["note"].values()))
            box = board.model.plan.box(made.id)
            if state.last_seq["note"] != last + 1 or box is None or not board.canvas.visible_box().meets(box):
                raise RuntimeError("the note is not seen")
        done()
    return {"clock": spent.clock[WARM:], "thread": spent.thread[WARM:], "longest": longest[WARM:]}


def slow(path: Path) -> Told:
    """Measure the same with a disk that takes half a second for a commit."""
    real, slowly = Job.write, [True]

    def write_slowly(self: Job, db: Database) -> None:
        if slowly:
            time.sleep(SLOW_S)
        real(self, db)

    Job.write = write_slowly
    try:
        # Closing waits for the disk: hundreds of notes at half a second each need not be waited for.
        return enter(path, done=slowly.clear)
    finally:
        Job.write = real


def opening(path: Path) -> Told:
    """Measure from the wish to open a dialogue to the painted board and the answer to a first key."""
    painted, ready, thread = list[float](), list[float](), list[float]()
    for _ in range(3):
        with real_window() as window:
            start, used = time.perf_counter(), time.thread_time()
            window.open_any(path)
            page = step_page(window)
            watch = Watch(page.area.board.canvas)
            until(lambda watch=watch: watch.painted)
            painted.append(time.perf_counter() - start)
            field = page.capture.field
            write(field, "a")
            seen = Watch(field.viewport())
            until(lambda seen=seen: seen.painted)
            ready.append(time.perf_counter() - start)
            thread.append(time.thread_time() - used)
    return {"painted": painted, "ready": ready, "thread": thread}


def search(path: Path) -> Told:
    """Measure from a key in the line to find notes to the hits painted."""
    with real_window() as window:
        page = opened(window, path)
        page.area.set_scope("all")
        page.area.open_find()
        rest(500)
        while page.area.finding.reading:
            rest(100)
        page.area.board.canvas.settle()
        line = page.area.filter_bar.field
        spent = Spent()
        for words in _LOOKED_FOR:
            for letter in words:
                _key(page, spent, lambda letter=letter: write(line, letter))
            for _letter in words:
                _key(page, spent, lambda: press(line, Qt.Key.Key_Backspace))
    return {"clock": spent.clock, "thread": spent.thread}


def _key(page: StepPage, spent: Spent, act: Callable[[], None]) -> None:
    canvas = page.area.board.canvas
    asked = page.area.filter_bar.query().text
    watch = Watch(canvas)
    with spent.round():
        act()
        QApplication.processEvents()
        if page.area.filter_bar.query() != asked and canvas.isVisible():
            until(lambda: watch.painted or not canvas.isVisible())
    canvas.removeEventFilter(watch)
    rest(40)


def grouping(path: Path) -> Told:
    """Measure from the key that carries a note to the next insight to the painted table; searching or not."""
    with real_window() as window:
        opened(window, path)
        window.go(Go("step", GROUPING))
        page = group_page(window)
        board = page.desk.board
        canvas = board.canvas
        insights = [area for area in board.model.plan.areas.values() if area.kind == "insight"]
        canvas.set_zoom(1.0)
        plain = _carried(page, insights[0].ids[:GESTURES])
        board.find()
        while shared_search(window.context.dialogue).index.waiting:
            rest(100)
        write(board.filter_bar.field if board.filter_bar is not None else canvas, "zorg")
        rest(500)
        searching = _carried(page, insights[3].ids[:GESTURES])
    return {
        "clock": plain.clock,
        "thread": plain.thread,
        "searching": searching.clock,
        "searching thread": searching.thread,
    }


def _carried(page: GroupPage, ids: list[str]) -> Spent:
    canvas, model, spent = page.desk.board.canvas, page.desk.board.model, Spent()
    canvas.setFocus()
    for id in ids:
        model.choose([id], id)
        canvas.reveal(id)
        canvas.settle()
        rest(30)
        was = model.plan.areas_of(id)
        watch = Watch(canvas)
        with spent.round():
            press(canvas, Qt.Key.Key_Right, ctrl=True)
            until(lambda watch=watch: watch.painted)
        canvas.removeEventFilter(watch)
        if model.plan.areas_of(id) == was:
            raise RuntimeError("the note stayed where it was")
    return spent


def group_page(window: MainWindow) -> GroupPage:
    """Return the page on screen."""
    page = window.page
    if not isinstance(page, GroupPage):
        raise TypeError(f"{type(page).__name__} is on screen")
    return page


def memory(path: Path) -> Told:
    """Measure the memory of it all after a look at writing down and at grouping."""
    with real_window() as window:
        page = opened(window, path)
        rest(2_000)
        canvas = page.area.board.canvas
        for zoom in (1.0, 0.5, 0.2):
            canvas.set_zoom(zoom)
            for _ in range(40):
                canvas.pan(60, 90)
                QApplication.processEvents()
            canvas.settle()
        canvas.fit()
        canvas.settle()
        window.go(Go("step", GROUPING))
        rest(2_000)
        group = group_page(window)
        group.desk.board.canvas.fit()
        group.desk.board.canvas.settle()
        window.go(Go("step", STEP))
        rest(1_000)
        return {"resident": [resident_megabytes()], "anonymous": [anonymous_megabytes()]}


WORK: dict[str, Callable[[Path], Told]] = {
    "enter": enter,
    "slow": slow,
    "opening": opening,
    "search": search,
    "grouping": grouping,
    "memory": memory,
}


def main() -> None:
    what, path = sys.argv[1], Path(sys.argv[2])
    print(json.dumps(WORK[what](path)), flush=True)


if __name__ == "__main__":
    main()
