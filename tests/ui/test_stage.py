from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from facilitator.ui.kit.notices import Notice
from facilitator.ui.stage import Stage, StageError


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    with Stage(qapp, tmp_path, tmp_path / "settings.json") as made:
        made.show(1000, 700)
        yield made


def test_hands_type_where_the_keyboard_is(stage: Stage) -> None:
    field = QPlainTextEdit(stage.window)
    field.show()
    field.setFocus()
    stage.type_text("Één café,\nmet <b> & €5")
    assert field.toPlainText() == "Één café,\nmet <b> & €5"
    stage.press("Ctrl+A")
    stage.press("Backspace")
    assert field.toPlainText() == ""


def test_an_action_that_cannot_be_done_stops_the_play(stage: Stage) -> None:
    with pytest.raises(StageError, match="new_advice"):
        stage.do("new_advice")


def test_an_error_in_the_window_stops_the_play(stage: Stage) -> None:
    stage.window.notify(Notice("error", "De schijf is vol."))
    with pytest.raises(StageError, match="De schijf is vol"):
        stage.rest()
    stage.window.notice_bar.dismiss_shown()


@pytest.mark.no_qt_log
def test_a_fault_nobody_caught_stops_the_play(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    stage._before = lambda *_: None

    def fail() -> None:
        raise ValueError("stuk")

    QTimer.singleShot(0, stage.window, fail)
    with pytest.raises(StageError, match="stuk"):
        stage.rest(20)


def test_waiting_in_vain_ends(stage: Stage) -> None:
    with pytest.raises(StageError, match="the moon"):
        stage.wait_for(lambda: False, "the moon", 0.05)


def test_hands_wait_for_the_next_dialog(stage: Stage) -> None:
    seen: list[str] = []
    dialog = QDialog(stage.window)
    dialog.setObjectName("vraag")

    def act(found: object) -> None:
        seen.append(dialog.objectName() if found is dialog else "")
        dialog.accept()

    stage.in_dialog(act)
    assert dialog.exec() == QDialog.DialogCode.Accepted
    assert seen == ["vraag"]


def test_a_picture_is_as_large_as_the_window(stage: Stage, tmp_path: Path) -> None:
    stage.picture(tmp_path / "a.png")
    picture = QImage(str(tmp_path / "a.png"))
    assert (picture.width(), picture.height()) == (1000, 700)
    with pytest.raises(StageError, match="cannot write"):
        stage.picture(tmp_path / "weg" / "a.png")
