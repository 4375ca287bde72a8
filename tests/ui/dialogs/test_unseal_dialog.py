"""Asking for the passphrase of a sealed file."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.ui.dialogs.unseal_dialog import UnsealDialog
from tests.helpers.ui import make_context


def test_it_stays_until_what_is_typed_opens_the_file(qtbot: QtBot) -> None:
    tried: list[str] = []

    def attempt(typed: str) -> UserError | None:
        tried.append(typed)
        return None if typed == "goed" else UserError("sealed.not_opened")

    dialog = UnsealDialog(make_context(), "uit.json.age", attempt)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "uit.json.age" in dialog.lead_text()
    assert not dialog._open.isEnabled()
    dialog.secret.field.setText("fout")
    dialog.accept()
    assert "gaat dit bestand niet open" in dialog.fault.text()
    assert dialog.fault.isVisible()
    assert dialog.isVisible()
    dialog.secret.field.setText("goed")
    dialog.accept()
    assert not dialog.isVisible()
    assert tried == ["fout", "goed"]
    assert dialog.secret.text() == ""
