from __future__ import annotations

import dataclasses

import pytest

from facilitator.domain.pictures import LONG_SIDE, PIXEL_LIMIT, Image


def test_a_picture_is_fixed_once_it_is_made() -> None:
    image = Image(b"x", "png", 3, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        image.width = 9  # pyright: ignore[reportAttributeAccessIssue]


def test_what_is_kept_is_far_smaller_than_what_may_be_read() -> None:
    assert LONG_SIDE**2 < PIXEL_LIMIT
