"""The question before a whole dialogue goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.services.handed_out import HandedOut
from facilitator.services.removing import Removal
from facilitator.ui.dialogs.remove_dialog import RemoveDialog
from facilitator.ui.kit.plain import PlainLabel
from tests.helpers.ui import make_context

FILES = tuple(HandedOut(Path(f"/uit/{n}.pdf"), "pdf", "2026-11-13") for n in range(2))
REMOVAL = Removal(Path("/x/zorg.dialoog"), b"1", (Path("a"),), (Path("b"), Path("c")), FILES, "ab")


def _told(dialog: RemoveDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(PlainLabel))


def test_only_the_typed_title_opens_the_button(qtbot: QtBot) -> None:
    dialog = RemoveDialog(make_context(), REMOVAL, "Zorg voor <b>morgen</b>")
    qtbot.addWidget(dialog)
    assert not dialog.remove.isEnabled()
    dialog.typed.setText("zorg")
    assert not dialog.remove.isEnabled()
    dialog.typed.setText("zorg voor <b>morgen</b>")
    assert dialog.remove.isEnabled()


@pytest.mark.parametrize(("language", "word"), [("nl", "verwijderen"), ("en", "remove")])
def test_a_dialogue_without_title_wants_a_word(qtbot: QtBot, language: str, word: str) -> None:
    dialog = RemoveDialog(make_context(language=language), REMOVAL, "")
    qtbot.addWidget(dialog)
    dialog.typed.setText(word)
    assert dialog.remove.isEnabled()


def test_what_goes_is_told_and_exports_can_stay(qtbot: QtBot) -> None:
    dialog = RemoveDialog(make_context(), REMOVAL, "Zorg")
    qtbot.addWidget(dialog)
    told = _told(dialog)
    assert "zorg.dialoog" in told
    assert "2 reservekopieën" in told
    assert "sleutel" in told
    assert dialog.value() == tuple(one.path for one in FILES)
    dialog.exports.tick([str(FILES[1].path)])
    assert dialog.value() == (FILES[1].path,)
    bare = RemoveDialog(make_context(), replace(REMOVAL, kept=(), handed_out=(), key_name=""), "Zorg")
    qtbot.addWidget(bare)
    assert "sleutel" not in _told(bare)
    assert bare.exports.isHidden()
    assert bare.value() == ()


def test_another_file_of_the_same_dialogue_is_named_and_nothing_more_is_claimed(qtbot: QtBot) -> None:
    removal = replace(
        REMOVAL, kept=(), handed_out=(), key_name="", others=(Path("/x/zorg (hersteld).dialoog"),)
    )
    dialog = RemoveDialog(make_context(), removal, "Zorg")
    qtbot.addWidget(dialog)
    assert "‘zorg (hersteld).dialoog’ is dezelfde dialoog en blijft" in dialog.lead_text()
    assert "reservekopie van" not in dialog.lead_text()
