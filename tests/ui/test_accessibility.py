"""Every page and dialog for who uses a screen reader, only keys, large letters or other colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.services.settings import Settings
from facilitator.ui.application import make_registry
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.advice_page import AdvicePage
from facilitator.ui.pages.group_page import GroupPage
from facilitator.ui.pages.report_page import ReportPage
from facilitator.ui.pages.step_page import StepPage
from tests.helpers import lint
from tests.helpers.all_dialogs import dialog_classes, dialogs
from tests.helpers.window import close_window, make_window

STEPS = [Go("step", id) for id in ("ontmoeten", "ervaren", "dromen", "wegen", "adviseren")]
PAGES = [Go("setup"), *STEPS, Go("report")]
SCALES = (100, 150, 200)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Give the real window on the example."""
    made = make_window(tmp_path, make_registry(), Settings(source="laptop-1", theme="light"))
    assert made.desk.open_example()
    made.resize(1366, 768)
    yield made
    close_window(made)


def look(window: MainWindow, **looks: object) -> None:
    window.change_settings(replace(window.settings, **looks))  # pyright: ignore[reportArgumentType]
    # What was built before lives until an event loop comes by.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def delete(widget: QWidget) -> None:
    """Delete at once: other colours are worked out anew for everything that lives."""
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def unfold(window: MainWindow) -> None:
    """Bring on screen what a page holds back."""
    page = window.page
    if isinstance(page, GroupPage):
        page.tray.view.select_rows([0, 1])
        page.goals.view.choose_ids(page.desk.goal_model.ids()[:1])
        page.desk.open_insight(page.desk.insight_model.ids()[0])
    if isinstance(page, AdvicePage) and page.chapter.cards:
        page.open_advice(next(iter(page.chapter.cards)))
    if isinstance(page, ReportPage):
        page.options.write.setChecked(True)
    if isinstance(page, StepPage):
        page.area.open_find()


@pytest.mark.parametrize("scale", SCALES)
def test_every_page_can_be_heard_reached_hit_and_read(window: MainWindow, scale: int) -> None:
    for language in ("nl", "en"):
        look(window, language=language, text_scale=scale)
        for go in PAGES:
            assert window.go(go)
            unfold(window)
            assert not lint.faults(window), f"{go} in {language}"
    assert window.close_dialogue()
    assert not lint.faults(window)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_words_stand_out_on_every_page(window: MainWindow, theme: str) -> None:
    look(window, theme=theme)
    notes = 0
    for go in PAGES:
        assert window.go(go)
        unfold(window)
        lint.settle(window)
        assert not lint.faint(window), go
        if isinstance(window.page, StepPage):
            canvas = window.page.area.board.canvas
            canvas.settle()
            shown = canvas.grab().toImage()
            for id, box in canvas.model.plan.within(canvas.visible_box()):
                place = canvas.to_view(box)
                if canvas.rect().contains(place.toRect()) and canvas.overlay.covers(place).isNull():
                    assert lint.contrast_drawn(shown.copy(place.toRect())) >= 7, id
                    notes += 1
    assert notes


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_two_lines_of_a_menu_answer_to_one_letter(window: MainWindow, language: str) -> None:
    look(window, language=language)
    menus = [menu for action in window.menuBar().actions() if isinstance(menu := action.menu(), QMenu)]
    assert len(menus) >= 5
    titles = QMenu(window)
    for menu in menus:
        assert not lint.doubled_mnemonics(menu)
        titles.addAction(menu.title())
    assert not lint.doubled_mnemonics(titles)


@pytest.mark.parametrize("scale", SCALES)
def test_every_dialog_can_be_heard_reached_hit_and_read(
    window: MainWindow, tmp_path: Path, scale: int
) -> None:
    bad: list[str] = []
    for language, theme in (("nl", "light"), ("en", "dark")):
        look(window, language=language, theme=theme, text_scale=scale)
        for dialog in dialogs(window.context, tmp_path, window):
            dialog.show()
            bad += [f"{type(dialog).__name__} {language} {x}" for x in lint.faults(dialog)]
            bad += [f"{type(dialog).__name__} {theme} {x}" for x in lint.faint(dialog)]
            dialog.close()
            delete(dialog)
    assert not bad, "\n".join(bad)


def test_no_dialog_is_left_out(window: MainWindow, tmp_path: Path) -> None:
    known = dialog_classes()
    assert len(known) >= 35
    shown: set[type] = set()
    for dialog in dialogs(window.context, tmp_path, window):
        shown.add(type(dialog))
        delete(dialog)
    assert {kind.__name__ for kind in known - shown} == set()


def test_the_lint_finds_what_is_wrong(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    root.resize(200, 200)
    nameless, narrow = QLineEdit(root), QPushButton("Een lang woord", root)
    nameless.setGeometry(0, 0, 100, 30)
    narrow.setGeometry(0, 40, 20, 20)
    label = QLabel("Veel meer woorden dan er passen", root)
    label.setGeometry(0, 80, 40, 20)
    pale = QLabel("Bleek", root)
    pale.setStyleSheet("color: #cccccc; background: white; font-size: 20px")
    pale.setGeometry(0, 110, 90, 30)
    keeps = QPlainTextEdit(root)
    keeps.setAccessibleName("Vasthouder")
    keeps.setGeometry(150, 150, 100, 100)
    nameless.setFocusPolicy(narrow.focusPolicy().ClickFocus)
    root.show()
    found = "\n".join(lint.faults(root) + lint.faint(root))
    for wrong in ("no name", "not reached", "keeps Tab", "small", "cut off: QLabel", "outside", "faint"):
        assert wrong in found
    menu = QMenu(root)
    menu.addAction("&Open")
    menu.addAction("&Ook")
    assert lint.doubled_mnemonics(menu)
