from __future__ import annotations

from facilitator.domain.errors import UserError
from facilitator.ui.kit.messages import Words
from facilitator.ui.kit.notices import NOTICE_KINDS, Notice, refusal


def test_a_refusal_is_an_error_in_words() -> None:
    notice = refusal(Words("en"), UserError("note.empty"))
    assert notice.kind in NOTICE_KINDS
    assert notice.text
    assert notice.text != "note.empty"


def test_a_notice_needs_no_button() -> None:
    notice = Notice("info", "Twaalf notities toegevoegd.")
    assert (notice.action_label, notice.action, notice.key) == ("", None, "")
