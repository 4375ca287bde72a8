"""Pointing something out: a ring that goes by itself, still for who wants no movement."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.board.flash import Flash, moves
from facilitator.ui.board.marks import Marks
from tests.helpers.ui import make_context


class Seen:
    def __init__(self) -> None:
        self.glows: list[float] = []
        self.marks = Marks()
        self.owner = QObject()
        self.flash = Flash(self.marks, self.note, self.owner)

    def note(self) -> None:
        self.glows.append(self.marks.glow)


def test_the_ring_fades_and_lets_go(qtbot: QtBot) -> None:
    make_context()
    seen = Seen()
    seen.flash.start("n1")
    assert (seen.marks.flash, seen.marks.glow) == ("n1", 1.0)
    qtbot.waitUntil(lambda: seen.marks.flash == "", timeout=4000)
    assert seen.marks.glow == 0.0
    assert any(0.1 < glow < 0.9 for glow in seen.glows)
    assert seen.glows == sorted(seen.glows[:1]) + sorted(seen.glows[1:], reverse=True)


def test_without_movement_the_ring_stands_still(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    make_context()

    class Still(QProxyStyle):
        def styleHint(
            self,
            hint: QStyle.StyleHint,
            option: QStyleOption | None = None,
            widget: QWidget | None = None,
            returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
        ) -> int:
            return 0

    still = Still()
    monkeypatch.setattr(QApplication, "style", lambda *_: still)
    assert not moves()
    seen = Seen()
    seen.flash.start("n1")
    qtbot.wait(120)
    assert set(seen.glows) == {0.0, 1.0}
    seen.flash.start("n2")
    assert seen.marks.flash == "n2"
    qtbot.waitUntil(lambda: seen.marks.flash == "", timeout=4000)
