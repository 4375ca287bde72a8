from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.services.settings import Settings
from facilitator.ui.application import make_application, make_registry, make_window, run_window
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.start_page import StartPage
from tests.helpers.shelf import shelf
from tests.helpers.window import close_window, make_file
from tests.helpers.window import make_window as make_window_in

RINGS = """
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from facilitator.ui.application import make_application

app = make_application() if sys.argv[1] == "ours" else QApplication([])

def leave_timers():
    for _ in range(100):
        timer = QTimer()
        timer.itself = timer
        timer.start(0)

def work():
    for _ in range(100):
        held = [[] for _ in range(5_000)]

leave_timers()
thread = threading.Thread(target=work)
thread.start()
thread.join()
for _ in range(10):
    app.processEvents()
print("alive")
"""


def main_window() -> MainWindow:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())


def run(path: Path | None, example: bool) -> list[tuple[Go, str]]:
    """Run the program until it stands, and close it."""
    seen: list[tuple[Go, str]] = []

    def look() -> None:
        window = main_window()
        if window.waiting.busy:
            QTimer.singleShot(50, look)
            return
        session = window.desk.session
        seen.append((window.here, session.state.dialogue.title if session else ""))
        close_window(window)

    QTimer.singleShot(300, look)
    assert run_window(path, example) == 0
    return seen


def test_it_opens_the_file_it_was_given(qtbot: QtBot, tmp_path: Path) -> None:
    path = make_file(tmp_path, notes=1)
    assert run(path, False) == [(Go("step", "ontmoeten"), "Zorg voor morgen")]


def test_it_opens_a_copy_of_the_example(qtbot: QtBot) -> None:
    ((go, title),) = run(None, True)
    assert go.page == "step"
    assert title
    assert len(list(paths.sessions().glob("*.dialoog"))) == 1


def test_without_a_file_it_greets(qtbot: QtBot) -> None:
    assert run(None, False) == [(Go("start"), "")]


def test_there_is_one_application(qapp: QApplication) -> None:
    assert make_application() is qapp


def test_every_activity_has_its_page(qtbot: QtBot) -> None:
    registry = make_registry()
    steps = [s for m in shelf().methods.values() for s in m.pick("nl").steps]
    assert {step.activities[0] for step in steps} <= set(registry.steps)
    assert registry.setup is not None
    assert registry.report is not None


def test_a_window_has_an_icon_and_settings_of_the_user(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = make_window(app)
    assert not window.windowIcon().isNull()
    assert isinstance(window.page, StartPage)
    assert paths.settings_file().is_file()
    close_window(window)


def test_every_real_page_survives_other_words_colours_and_sizes(qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window_in(tmp_path, make_registry())
    window.desk.open_example()
    steps = [Go("step", step.id) for step in window.context.method().steps]
    for go in (Go("setup"), *steps, Go("report")):
        assert window.go(go)
        page = type(window.page)
        for language, theme, scale in (("en", "dark", 200), ("nl", "contrast", 125)):
            window.change_settings(
                Settings(source="laptop-1", language=language, theme=theme, text_scale=scale)
            )
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            assert (window.here, type(window.page)) == (go, page)
            assert window.minimumSizeHint().width() <= 1280
            assert window.minimumSizeHint().height() <= 720
    close_window(window)


def with_rings(application: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", RINGS, application]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_other_threads_destroy_nothing_of_the_window() -> None:
    done = with_rings("ours")
    assert (done.returncode, done.stdout, done.stderr) == (0, "alive\n", "")


def test_without_the_collector_they_do() -> None:
    assert "another thread" in with_rings("bare").stderr
