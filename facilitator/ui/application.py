"""The composition root: builds everything once, wires it, and runs the window."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from facilitator import __version__, logs, paths
from facilitator.content.library import Library
from facilitator.services import raising
from facilitator.services.settings import load
from facilitator.store.files import lies_open
from facilitator.ui.dialogs.crash_dialog import CrashDialog
from facilitator.ui.kit.crash import CrashReporter
from facilitator.ui.kit.icons import pixmap
from facilitator.ui.kit.language import Translators
from facilitator.ui.kit.theme import load_fonts, load_theme
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.advice_page import AdvicePage
from facilitator.ui.pages.group_page import GroupPage
from facilitator.ui.pages.report_making import clear_left_behind
from facilitator.ui.pages.report_page import ReportPage
from facilitator.ui.pages.setup_page import SetupPage
from facilitator.ui.pages.start_page import StartPage
from facilitator.ui.pages.step_page import StepPage
from facilitator.ui.shell import collecting
from facilitator.ui.shell.registry import Registry
from facilitator.ui.shell.world import World

log = logging.getLogger(__name__)


def make_application() -> QApplication:
    """Return the one QApplication, made if need be, with fonts and names."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    QCoreApplication.setApplicationName("Facilitator")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(sys.argv[:1])
    collecting.Collector(app)
    app.setApplicationDisplayName("Facilitator")
    app.setDesktopFileName("facilitator")
    app.setStyle("Fusion")
    load_fonts(paths.resources() / "fonts")
    return app


def make_registry() -> Registry:
    """Return which page shows what."""
    steps = {"meet": StepPage, "capture": StepPage, "group": GroupPage, "advise": AdvicePage}
    return Registry(start=StartPage, setup=SetupPage, report=ReportPage, steps=steps)


def make_window(app: QApplication) -> MainWindow:
    """Return the main window with the user's settings, not shown yet."""
    settings_file = paths.settings_file()
    settings = load(settings_file)
    world = World(
        library=Library(paths.resources(), extra=paths.sessions()),
        settings_file=settings_file,
        sessions=paths.sessions(),
        example=paths.example(),
        logs=paths.logs(),
        translators=app.findChild(Translators) or Translators(app),
    )
    window = MainWindow(world, settings, make_registry())
    theme = load_theme("light")
    window.setWindowIcon(QIcon(pixmap("note", theme.primary, 64)))
    QGuiApplication.styleHints().colorSchemeChanged.connect(window.follow_system)
    return window


def in_front(path: Path) -> bool:
    """Tell whether a window has this dialogue open already; it comes to the front then."""
    return lies_open(path) and raising.ask_and_wait(path)


def run_window(path: Path | None, example: bool = False) -> int:
    """Open the window on ``path``, on a copy of the example, or on the start page; return the exit code."""
    logs.start(paths.logs())
    clear_left_behind()
    if path is not None and in_front(path):
        return 0
    app = make_application()
    window = make_window(app)
    collecting.begin()
    reporter = CrashReporter(window)

    def show_crash(details: str) -> None:
        dialog = CrashDialog(window.context, details, window)
        dialog.exec()
        dialog.deleteLater()
        reporter.seen()

    reporter.crashed.connect(show_crash, Qt.ConnectionType.QueuedConnection)
    reporter.install()
    window.present()
    if path is not None:
        window.open_any(path)
    elif example:
        window.desk.open_example()
    try:
        return app.exec()
    finally:
        reporter.uninstall()
        logs.stop()
