from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from facilitator.report.logo import SIDE, TALL, WIDE, Logo, cleaned_logo
from tests.report.builders import setter


def picture(size: tuple[int, int], kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGBA" if kind == "PNG" else "RGB", size, (200, 0, 0)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_drawn_anew_and_made_smaller(kind: str) -> None:
    with Image.open(BytesIO(cleaned_logo(picture((3000, 200), kind)))) as found:
        assert (found.format, found.mode, found.size) == ("PNG", "RGB", (SIDE, 80))


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="identify"):
        cleaned_logo(b"geen beeld")


@pytest.mark.parametrize("size", [(3000, 100), (100, 3000), (50, 50)])
def test_a_logo_keeps_within_its_room(size: tuple[int, int]) -> None:
    logo = Logo(cleaned_logo(picture(size)), "Rood")
    assert logo.fit(setter(), 400) <= TALL
    assert logo._size[0] <= WIDE
