"""What lies over a window that waits covers all of it, whatever its size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.cover import Cover
from tests.helpers.ui import make_context


@pytest.mark.parametrize("may_stop", [True, False])
def test_it_covers_all_and_stops_only_where_that_may_be(qtbot: QtBot, may_stop: bool) -> None:
    window, stopped = QWidget(), list[bool]()
    qtbot.addWidget(window)
    window.resize(640, 480)
    window.show()
    cover = Cover(make_context().theme, "Het bestand gaat open…", window, may_stop=may_stop)
    cover.stopped.connect(lambda: stopped.append(True))
    window.resize(800, 600)
    QApplication.processEvents()
    assert cover.geometry() == window.rect()
    assert cover.accessibleName() == cover.words.text() == "Het bestand gaat open…"
    cover.stop()
    assert stopped == [True] * may_stop
    cover.end()
    assert not cover.isVisible()
