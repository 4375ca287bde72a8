"""What is told after an erasure."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.services.erasing import Erased
from facilitator.services.handed_out import HandedOut
from facilitator.store.erasing import Swept
from facilitator.ui.dialogs.erased_dialog import ErasedDialog
from facilitator.ui.dialogs.handed_out_list import HandedOutList
from facilitator.ui.kit.plain import PlainLabel
from tests.helpers.ui import make_context


def _told(dialog: ErasedDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(PlainLabel))


def test_backups_failures_and_files_that_stay_are_told(qtbot: QtBot) -> None:
    failed = ((Path("/stick/oud.dialoog"), UserError("store.damaged", path="x")),)
    out = (HandedOut(Path("/uit/verslag.pdf"), "pdf", "2026-11-13"),)
    dialog = ErasedDialog(make_context(), Erased(1, swept=Swept(3, (), failed), handed_out=out), "Gewist.")
    qtbot.addWidget(dialog)
    told = _told(dialog)
    assert "3 reservekopieën bekeken" in told
    assert "1 reservekopie kon niet" in told
    assert "beschadigd" in told
    assert len(dialog.findChildren(HandedOutList)) == 1


def test_nothing_is_made_up_where_there_was_no_backup(qtbot: QtBot) -> None:
    dialog = ErasedDialog(make_context(), Erased(1), "Gewist.")
    qtbot.addWidget(dialog)
    assert "geen reservekopieën" in _told(dialog)
    assert "kon niet" not in _told(dialog)
