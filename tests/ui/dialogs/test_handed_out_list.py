"""Files that stay as they are when something is erased."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from facilitator.services.handed_out import HandedOut
from facilitator.ui.dialogs.handed_out_list import SHOWN, HandedOutList
from facilitator.ui.kit.plain import ElidedLabel, PlainLabel
from tests.helpers.ui import make_context


def test_the_newest_are_named_with_day_and_place_and_the_rest_counted(qtbot: QtBot) -> None:
    files = [HandedOut(Path(f"/uit/<b>{n}.pdf"), "pdf", "2026-11-13") for n in range(SHOWN + 2)]
    shown = HandedOutList(make_context(), files)
    qtbot.addWidget(shown)
    lines = [label.whole_text() for label in shown.findChildren(ElidedLabel)]
    assert lines[:2] == ["<b>0.pdf, 13 november", "/uit"]
    assert len(lines) == 2 * SHOWN
    told = [label.text() for label in shown.findChildren(PlainLabel)]
    assert any(text.startswith(f"In {SHOWN + 2} bestanden") for text in told)
    assert "en nog 2" in told
