from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.ui.dialogs.unlock_dialog import UnlockDialog
from tests.helpers.ui import make_context


def test_it_stays_until_what_is_typed_fits(qtbot: QtBot) -> None:
    tried: list[tuple[str, bool]] = []

    def attempt(typed: str, keep: bool) -> UserError | None:
        tried.append((typed, keep))
        return None if typed == "goed" else UserError("key.wrong", path="zorg.dialoog")

    dialog = UnlockDialog(make_context(), "zorg", attempt, may_keep=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog._open.isEnabled()
    dialog.secret.field.setText("fout")
    dialog.accept()
    assert dialog.isVisible()
    assert "zorg.dialoog" in dialog.fault.text()
    dialog.keep.setChecked(True)
    dialog.secret.field.setText("goed")
    dialog.accept()
    assert not dialog.isVisible()
    assert tried == [("fout", False), ("goed", True)]
    assert dialog.secret.text() == ""
