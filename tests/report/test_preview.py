from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.report.preview import Preview
from facilitator.report.render import render
from tests.report.builders import RESOURCES, example


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    render(example(parts=("summary",)), tmp_path / "a.pdf", RESOURCES)
    return Preview(tmp_path / "a.pdf")


def test_it_knows_pages_and_their_size(preview: Preview) -> None:
    assert preview.count == 4
    assert preview.size(0) == pytest.approx((595.28, 841.89), abs=0.1)
    preview.close()


@pytest.mark.parametrize("scale", [0.5, 2.0])
def test_a_page_becomes_rgba_pixels(preview: Preview, scale: float) -> None:
    width, height, stride, pixels = preview.image(0, scale)
    assert (width, height) == (pytest.approx(595 * scale, abs=2), pytest.approx(842 * scale, abs=2))
    assert len(pixels) == stride * height
    assert stride >= 4 * width
    middle = (height // 3) * stride + 4 * 3
    assert pixels[middle : middle + 4] == bytes.fromhex("0F5C63FF")
    preview.close()


def test_the_file_is_not_held_while_it_is_shown(preview: Preview, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").unlink()
    assert preview.image(1, 0.2)[0] > 0
    preview.close()


def test_closing_twice_does_no_harm(preview: Preview) -> None:
    preview.close()
    preview.close()


@pytest.mark.parametrize("content", [None, b"", b"no pdf"])
def test_what_is_no_pdf_is_a_plain_fault(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        Preview(path)
    assert caught.value.code == "report.unreadable"
