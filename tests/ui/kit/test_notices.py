from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import UserError
from facilitator.ui.kit.messages import Words
from facilitator.ui.kit.notices import NOTICE_KINDS, Notice, refusal, tell_refusal


def test_a_refusal_is_an_error_in_words() -> None:
    notice = refusal(Words("en"), UserError("note.empty"))
    assert notice.kind in NOTICE_KINDS
    assert notice.text
    assert notice.text != "note.empty"


def test_a_notice_needs_no_button() -> None:
    notice = Notice("info", "Twaalf notities toegevoegd.")
    assert (notice.action_label, notice.action, notice.key) == ("", None, "")


class Teller(QWidget):
    """Remembers what it was asked to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[UserError] = []

    def show_refusal(self, error: UserError) -> None:
        self.told.append(error)


def test_a_refusal_goes_up_to_the_nearest_that_can_tell(qtbot: QtBot) -> None:
    outer, inner = Teller(), Teller()
    qtbot.addWidget(outer)
    inner.setParent(outer)
    field = QLineEdit(QWidget(inner))
    error = UserError("note.empty")
    tell_refusal(field, error)
    assert (inner.told, outer.told) == ([error], [])
    tell_refusal(inner, error)
    assert outer.told == [error]
    tell_refusal(outer, error)
    assert outer.told == [error]
