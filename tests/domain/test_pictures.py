from __future__ import annotations

import dataclasses
import random
import struct
from io import BytesIO
from typing import Any

import PIL.Image
import pytest
from PIL.PngImagePlugin import PngInfo

from facilitator.domain.pictures import LONG_SIDE, PIXEL_LIMIT, Image, bare_picture, told_size


def test_a_picture_is_fixed_once_it_is_made() -> None:
    image = Image(b"x", "png", 3, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        image.width = 9  # pyright: ignore[reportAttributeAccessIssue]


def test_what_is_kept_is_far_smaller_than_what_may_be_read() -> None:
    assert LONG_SIDE**2 < PIXEL_LIMIT


def picture(format: str, size: tuple[int, int] = (40, 30), **more: Any) -> bytes:
    out = BytesIO()
    image = PIL.Image.effect_noise(size, 60).convert("RGB")
    image.save(out, format, **more)
    return out.getvalue()


def told_about() -> tuple[bytes, bytes]:
    """Return a JPEG with a place and a PNG with a remark in it."""
    place = PIL.Image.Exif()
    place[0x010E] = "thuis bij Fatima"
    place[0x0110] = "Camera 9"
    remark = PngInfo()
    remark.add_text("Author", "thuis bij Fatima")
    return picture("JPEG", exif=place, comment=b"thuis bij Fatima"), picture("PNG", pnginfo=remark)


def test_the_head_tells_format_and_size_without_decoding() -> None:
    for format in ("PNG", "JPEG"):
        assert told_size(picture(format)) == (format.lower(), 40, 30)
    assert told_size(picture("JPEG", progressive=True)) == ("jpeg", 40, 30)
    bomb = bytearray(picture("PNG"))
    bomb[16:24] = struct.pack(">II", 40_000, 40_000)
    assert told_size(bytes(bomb)) == ("png", 40_000, 40_000)
    for raw in (b"", b"GIF89a", picture("GIF"), b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<svg/>"):
        assert told_size(raw) is None


def test_what_is_told_about_a_picture_goes_and_the_picture_stays() -> None:
    for raw in told_about():
        bare = bare_picture(raw)
        assert b"Fatima" in raw
        assert b"Fatima" not in bare
        assert b"Camera" not in bare
        assert bare_picture(bare) == bare
        before, after = (PIL.Image.open(BytesIO(one)) for one in (raw, bare))
        assert before.tobytes() == after.tobytes()


def test_a_picture_without_remarks_stays_as_it_is() -> None:
    for raw in (picture("PNG"), picture("JPEG"), picture("JPEG", progressive=True, quality=95)):
        assert bare_picture(raw) == raw


def test_what_hangs_behind_a_picture_and_broken_ones_are_dropped() -> None:
    for format in ("PNG", "JPEG"):
        raw = picture(format)
        assert bare_picture(raw + b"<script>thuis bij Fatima</script>") == raw
        assert bare_picture(raw[: len(raw) // 2]) == b""
    assert bare_picture(b"<svg/>") == b""


def test_no_bytes_at_all_make_the_look_at_a_picture_fail() -> None:
    chance = random.Random(4)
    good = [picture("PNG"), picture("JPEG")]
    for _ in range(600):
        raw = bytearray(chance.choice(good))
        for _ in range(chance.choice([1, 8, 60])):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        cut = bytes(raw[: chance.randrange(len(raw))])
        for one in (bytes(raw), cut):
            told_size(one)
            assert bare_picture(bare_picture(one)) == bare_picture(one)
