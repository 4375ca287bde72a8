"""A new passphrase: long enough, and the same twice."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.dialogs.new_passphrase import NewPassphrase
from tests.helpers.ui import make_context

WORDS = "paard batterij nietje correct"


@pytest.mark.parametrize(
    ("first", "second", "ready", "told"),
    [
        ("", "", False, "Minstens vier woorden"),
        ("kort", "kort", False, "Nog te kort"),
        (WORDS, "", False, "Lang genoeg"),
        (WORDS, "paard", False, "Lang genoeg"),
        (WORDS, "koe", False, "niet gelijk"),
        (WORDS, f" {WORDS} ", True, "Goed"),
    ],
)
def test_below_the_fields_stands_what_is_still_wanted(
    qtbot: QtBot, first: str, second: str, ready: bool, told: str
) -> None:
    part = NewPassphrase(make_context().theme)
    qtbot.addWidget(part)
    part.first.field.setText(first)
    with qtbot.waitSignal(part.changed, timeout=1000, raising=bool(second)):
        part.second.field.setText(second)
    assert part.is_ready() is ready
    assert told in part.hint.text()
    assert part.text() == first
