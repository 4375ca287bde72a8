from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.ui.widgets.report_texts import ONE_PAGE, ReportTexts
from tests.helpers.keys import press, type_text
from tests.helpers.ui import make_context


@pytest.fixture
def texts(qtbot: QtBot) -> ReportTexts:
    made = ReportTexts(make_context().theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_field_tells_its_own_name(texts: ReportTexts) -> None:
    told: list[tuple[str, str]] = []
    texts.committed.connect(lambda name, text: told.append((name, text)))
    texts.set_texts("opening", "samenvatting")
    for field, extra in ((texts.opening, "A"), (texts.summary, "B")):
        type_text(field, extra)
        press(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == [("opening", "Aopening"), ("summary", "Bsamenvatting")]


def test_a_summary_longer_than_its_page_says_so(texts: ReportTexts) -> None:
    texts.set_texts("", "kort")
    assert texts._length.isHidden()
    texts.set_texts("", "x" * (ONE_PAGE + 1))
    assert not texts._length.isHidden()
    assert str(ONE_PAGE + 1) in texts._length.text()


def test_a_dialogue_that_is_only_looked_at_takes_no_text(texts: ReportTexts) -> None:
    texts.set_readonly(True)
    type_text(texts.summary, "nee")
    assert texts.summary.text() == ""
