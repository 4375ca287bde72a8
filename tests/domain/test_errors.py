"""Errors carry a code and details, and read well in a log."""

from __future__ import annotations

import pytest

from facilitator.domain.errors import UserError


def test_a_code_with_and_without_details() -> None:
    assert str(UserError("note.empty")) == "note.empty"
    error = UserError("text.too_long", limit=5, length=6)
    assert str(error) == "text.too_long(limit=5, length=6)"
    assert (error.code, error.details) == ("text.too_long", {"limit": 5, "length": 6})


def test_it_can_be_raised_and_matched_by_code() -> None:
    with pytest.raises(UserError, match=r"^note\.empty$"):
        raise UserError("note.empty")
