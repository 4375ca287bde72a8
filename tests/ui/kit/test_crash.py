from __future__ import annotations

import logging
import sys

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType
from pytestqt.qtbot import QtBot

from facilitator.ui.kit.crash import CrashReporter, describe, qt_message

SECRET = "Wie past er op mijn kinderen?"


def fail() -> None:
    raise ValueError(SECRET)


def caught() -> pytest.ExceptionInfo[ValueError]:
    with pytest.raises(ValueError, match="kinderen") as found:
        fail()
    return found


def test_the_description_names_the_place_and_nobody_s_words() -> None:
    found = caught()
    text = describe(found.type, found.tb)
    assert "ValueError" in text
    assert "in fail" in text
    assert "test_crash.py" in text
    assert "kinderen" not in text


def test_a_fault_is_told_once_until_it_was_seen(qtbot: QtBot) -> None:
    reporter = CrashReporter()
    told: list[str] = []
    reporter.crashed.connect(told.append)
    before = sys.excepthook
    reporter.install()
    try:
        found = caught()
        for _ in range(3):
            sys.excepthook(found.type, found.value, found.tb)
        assert len(told) == 1
        reporter.seen()
        sys.excepthook(found.type, found.value, found.tb)
        assert len(told) == 2
    finally:
        reporter.uninstall()
    assert sys.excepthook is before


def test_stopping_from_the_keyboard_is_no_fault(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    passed_on: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _value, _trace: passed_on.append(kind))
    reporter = CrashReporter()
    told: list[str] = []
    reporter.crashed.connect(told.append)
    reporter.install()
    try:
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        reporter.uninstall()
    assert told == []
    assert passed_on == [KeyboardInterrupt]


def test_what_qt_says_goes_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "facilitator.qt"):
        qt_message(QtMsgType.QtWarningMsg, QMessageLogContext(), "iets met een venster")
    assert [(r.levelname, r.getMessage()) for r in caplog.records] == [("WARNING", "iets met een venster")]
