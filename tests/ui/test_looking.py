"""A dialogue that can only be looked at, in the real window: nothing on any page changes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facilitator.services.settings import Settings
from facilitator.store.session import SessionStore
from facilitator.ui.application import make_registry
from facilitator.ui.kit.note_face import MIME_NOTES
from facilitator.ui.kit.page import Go
from facilitator.ui.main_window import MainWindow
from facilitator.ui.pages.advice_page import AdvicePage
from facilitator.ui.pages.group_page import GroupPage
from facilitator.ui.pages.step_page import StepPage
from tests.helpers.example import open_copy
from tests.helpers.keys import press
from tests.helpers.step_pages import answer
from tests.helpers.window import close_window, make_window

LOOKING = {
    "board_fit",
    "board_full",
    "board_zoom_in",
    "board_zoom_out",
    "capture",
    "clear_filter",
    "export_pdf",
    "find",
    "fold_left",
    "fold_right",
    "goal_back",
    "goal_on",
    "part_back",
    "part_on",
    "part_time",
    "persona_back",
    "persona_on",
    "select_alike",
    "select_all",
    "show_similar",
    "step_back",
    "step_on",
    "view_board",
    "view_list",
    "view_outline",
}
STEPS = [Go("step", id) for id in ("ontmoeten", "ervaren", "dromen", "wegen", "adviseren")]
PAGES = [Go("setup"), *STEPS, Go("report")]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """Give the example in a window, on a disk that cannot be written."""
    path = tmp_path / "sessions" / "voorbeeld.dialoog"
    path.parent.mkdir()
    open_copy(path).close()
    made = make_window(tmp_path, make_registry(), Settings(source="laptop-1", theme="light"))

    # The administrator may write anywhere, so that no mode of the file stops a test.
    writing = SessionStore.open

    def looking(path: Path, **given: Any) -> SessionStore:
        return writing(path, **{**given, "readonly": True})

    monkeypatch.setattr(SessionStore, "open", looking)
    made.open_any(path)
    yield made
    close_window(made)


def focus_on_everything(window: MainWindow) -> Iterator[QAbstractItemView]:
    for view in window.page.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible() and model is not None and model.rowCount():
            view.setCurrentIndex(model.index(0, 0))
            view.setFocus()
            QApplication.processEvents()
            yield view


def changing(page: QWidget) -> list[str]:
    """Name what can be typed in or chosen, but the fields to search and to look elsewhere."""
    fields = [
        *(f for f in page.findChildren(QLineEdit) if not f.isReadOnly()),
        *(f for f in page.findChildren(QPlainTextEdit) if not f.isReadOnly()),
        *page.findChildren(QAbstractSpinBox),
        *page.findChildren(QComboBox),
    ]
    return [f.accessibleName() or f.objectName() for f in fields if f.isVisible() and f.isEnabled()]


def test_no_action_of_the_table_changes_anything(window: MainWindow) -> None:
    for go in PAGES:
        assert window.go(go)
        assert set(window.page.commands()) <= LOOKING, go
        for _view in focus_on_everything(window):
            assert set(window.page.commands()) <= LOOKING, go
    assert not {"undo", "redo", "import_csv", "merge_file"} & set(window.handlers())


def test_keys_on_lists_change_nothing_and_nothing_is_refused(window: MainWindow) -> None:
    refused: list[object] = []
    window.context.dialogue.refused.connect(refused.append)
    seen: set[Go] = set()
    for go in PAGES:
        assert window.go(go)
        for view in focus_on_everything(window):
            for key in (Qt.Key.Key_Delete, Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_M):
                press(view, key)
            assert view.dragDropMode() is QAbstractItemView.DragDropMode.NoDragDrop, go
            seen.add(go)
    assert seen >= set(STEPS)
    assert not refused


def test_keys_on_a_board_change_nothing_and_no_card_is_carried(window: MainWindow) -> None:
    refused: list[object] = []
    window.context.dialogue.refused.connect(refused.append)
    before = window.context.dialogue.state.copy()
    window.go(Go("step", "ervaren"))
    page = window.page
    assert isinstance(page, StepPage)
    board = page.area.board
    for outline in (False, True):
        board.set_outline(outline)
        board.view.setFocus()
        board.choose(board.ids()[:2])
        for key in (Qt.Key.Key_Delete, Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_M, Qt.Key.Key_G, Qt.Key.Key_D):
            press(board.view, key)
        press(board.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    data = QMimeData()
    data.setData(MIME_NOTES, board.ids()[0].encode())
    entering = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(board.canvas, entering)
    assert not entering.isAccepted()
    assert not page.personas.list.acceptDrops()
    assert refused == []
    assert window.context.dialogue.state.tables == before.tables


def test_only_ways_of_looking_can_be_chosen(window: MainWindow) -> None:
    looking = {"Taal van het rapport", "Huisstijl", "Vorm van het rapport"}
    looking |= {"Zoeken in de losse notities", "Doel"}
    for go in PAGES:
        assert window.go(go)
        page = window.page
        if isinstance(page, AdvicePage):
            page.open_advice(next(iter(page.chapter.cards)))
        assert set(changing(page)) <= looking, go
        names = {
            b.objectName() for b in page.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()
        }
        assert not names & {"advice_up", "advice_down", "advice_insights", "advice_goal", "advice_delete"}


def test_grouping_offers_no_button_that_changes(window: MainWindow) -> None:
    window.go(Go("step", "wegen"))
    page = window.page
    assert isinstance(page, GroupPage)
    for name in ("tray", "cards", "goals"):
        view = page.desk.views[name]
        assert isinstance(view, QAbstractItemView)
        view.selectAll()
    page.desk.open_insight(page.desk.insight_model.ids()[0])
    detail = page.insights.detail
    shown = [page.tray.place, page.tray.park, page.insights.new, page.goals.new, *detail.chips()]
    shown += [*page.goals.actions_of.values()]
    assert not [b.text() for b in shown if b.isVisible() and b.isEnabled()]
    page.insights.close_detail()
    page.show_look("cards")
    page.desk.focus_scope("cards")
    page.insights.cards.choose_ids(page.desk.insight_model.ids()[:1])
    assert [n for n, b in page.insights.actions_of.items() if b.isVisible()] == ["open"]
    assert [action.objectName() for action in page.on_insights.menu().actions()] == ["open"]


def test_a_note_is_shown_in_full_but_cannot_be_saved(window: MainWindow) -> None:
    window.go(Go("step", "ervaren"))
    page = window.page
    assert isinstance(page, StepPage)
    seen: list[list[str]] = []

    def look(dialog: QDialog) -> None:
        seen.append(changing(dialog))
        buttons = [b.text() for b in dialog.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        seen.append(buttons)
        dialog.reject()

    answer(look)
    board = page.area.board
    board.choose(board.ids()[:1])
    page.actions_on_notes.open(board.chosen_ids()[0])
    assert seen == [[], ["Sluiten"]]


def test_no_condition_can_be_ticked(window: MainWindow) -> None:
    window.go(Go("step", "ontmoeten"))
    page = window.page
    assert isinstance(page, StepPage)
    boxes = page.host.pane.gate.boxes()
    assert boxes
    assert not any(box.isEnabled() for box in boxes)
