from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.store.session import SessionStore
from tests.helpers.ui import NOON, make_context
from tests.helpers.window import make_file


def test_theme_and_words_follow_the_settings(qtbot: QtBot) -> None:
    context = make_context(language="en", theme="contrast", scale=150)
    assert (context.theme.name, context.theme.scale) == ("contrast", 1.5)
    assert context.words.kind("worry") == "Worry"
    assert context.now() == NOON


def test_the_method_is_in_the_language_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    with SessionStore.open(make_file(tmp_path), source="laptop-1") as store:
        assert make_context(store, language="en").method().language == "en"
        assert make_context(store, language="nl").method().language == "nl"


def test_a_page_that_needs_a_dialogue_says_so_when_there_is_none(qtbot: QtBot) -> None:
    with pytest.raises(RuntimeError):
        _ = make_context().dialogue
