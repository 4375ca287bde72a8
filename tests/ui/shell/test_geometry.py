from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.shell import geometry


def test_size_and_place_come_back(qtbot: QtBot) -> None:
    first, second = QWidget(), QWidget()
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    first.setGeometry(30, 40, 500, 300)
    geometry.restore(second, geometry.packed(first))
    assert second.geometry() == first.geometry()


def test_what_was_kept_badly_gives_the_first_size(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for kept in ("", "onzin", "é"):
        window.resize(10, 10)
        geometry.restore(window, kept)
        assert window.size() == geometry.FIRST_SIZE


def test_later_the_window_is_shown_as_it_was_left(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 300)
    geometry.present(window, first_time=False)
    assert not window.isMaximized()
    assert (window.width(), window.height()) == (500, 300)
