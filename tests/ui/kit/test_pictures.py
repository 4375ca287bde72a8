"""Pictures that come in: looked at before they are decoded, and only their pixels stay."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QSize, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from facilitator.domain.caps import is_good
from facilitator.domain.entities import Picture
from facilitator.domain.errors import UserError
from facilitator.domain.pictures import LONG_SIDE, TEXT_LIMIT, bare_picture, told_size
from facilitator.domain.state import State
from facilitator.ui.kit import pictures


def drawn(width: int, height: int, colour: str = "#c04020") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def mime(*, image: QImage | None = None, text: str = "", files: tuple[Path, ...] = ()) -> QMimeData:
    data = QMimeData()
    if image is not None:
        data.setImageData(image)
    if text:
        data.setText(text)
    if files:
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def code_of(data: QMimeData) -> str:
    with pytest.raises(UserError) as caught:
        pictures.read_picture(data)
    return caught.value.code


def test_words_that_come_with_a_picture_go_first(tmp_path: Path) -> None:
    image = drawn(4, 4)
    assert pictures.has_picture(mime(image=image))
    assert not pictures.has_picture(mime(image=image, text="een cel uit een tabel"))
    assert not pictures.has_picture(mime(text="woorden"))
    assert pictures.has_picture(mime(files=(tmp_path / "Foto.JPG",)))
    assert not pictures.has_picture(mime(files=(tmp_path / "avond.dialoog",)))
    assert not pictures.has_picture(mime(files=(tmp_path / "a.png", tmp_path / "b.png")))


def test_a_copied_picture_is_made_smaller_and_keeps_its_shape() -> None:
    made = pictures.read_picture(mime(image=drawn(3200, 1600)))
    assert (made.width, made.height) == (LONG_SIDE, LONG_SIDE // 2)
    again = QImage.fromData(made.data)
    assert (again.width(), again.height()) == (made.width, made.height)
    assert abs(again.pixelColor(5, 5).red() - 0xC0) < 4


def test_nothing_but_pixels_comes_along(tmp_path: Path) -> None:
    file = tmp_path / "geheim.png"
    image = drawn(40, 20)
    image.setText("Comment", "Jan woont hier")
    writer = QImageWriter(str(file), b"png")
    writer.setText("GPS", "52.2,6.9")
    assert writer.write(image)
    assert b"Jan woont hier" in file.read_bytes()
    made = pictures.read_picture(mime(files=(file,)))
    assert b"Jan" not in made.data
    assert b"GPS" not in made.data
    assert QImage.fromData(made.data).textKeys() == []


def test_the_header_is_looked_at_before_a_pixel_is_made(tmp_path: Path) -> None:
    body = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = b""
    for name, data in ((b"IHDR", body), (b"IDAT", zlib.compress(b"\0" * 64)), (b"IEND", b"")):
        chunks += struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    file = tmp_path / "bom.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)
    assert code_of(mime(files=(file,))) == "picture.too_large"


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "foto.png"
    wrong.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
    assert code_of(mime(files=(wrong,))) == "picture.unreadable"
    wrong.write_bytes(b"")
    assert code_of(mime(files=(wrong,))) == "picture.unreadable"
    assert code_of(mime(files=(tmp_path / "weg.png",))) == "picture.unreadable"
    assert code_of(mime(text="geen plaatje")) == "picture.unreadable"


def test_a_picture_full_of_noise_still_fits_in_a_note() -> None:
    image = QImage(1600, 1600, QImage.Format.Format_RGB32)
    state = 1
    line = bytearray(image.bytesPerLine())
    bits: Any = image.bits()
    for y in range(1600):
        for x in range(len(line)):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            line[x] = state >> 16 & 0xFF
        bits[y * len(line) : (y + 1) * len(line)] = bytes(line)
    made = pictures.made_anew(image)
    assert made.format == "jpeg"
    assert len(b64encode(made.data)) <= TEXT_LIMIT


def test_see_through_drawings_become_a_picture_on_white() -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    made = pictures.made_anew(image)
    shown = QImage.fromData(made.data)
    assert made.format == "png" or shown.pixelColor(0, 0).lightness() > 250


def test_thumbnails_are_decoded_once_and_never_enlarged(qtbot: QtBot) -> None:
    made = pictures.made_anew(drawn(300, 150))
    row = Picture(id="p", alive=True, data=b64encode(made.data).decode(), format=made.format)
    broken = Picture(id="q", alive=True, data="geen base64!", format="png")
    shelf = pictures.Thumbnails(State({"picture": {"p": row, "q": broken}}))
    hung = shelf.of("p")
    assert hung is not None
    assert hung == shelf.of("p")
    small = hung.pixmap(QSize(60, 60), 2.0)
    assert (small.width(), small.height()) == (120, 60)
    assert hung.pixmap(QSize(60, 60), 2.0).cacheKey() == small.cacheKey()
    assert hung.pixmap(QSize(900, 900), 1.0).width() == 300
    assert shelf.pixmap("q", QSize(60, 60), 1.0).isNull()
    assert shelf.of("weg") is None
    assert shelf.of("") is None


def test_what_we_make_is_what_may_come_in_from_elsewhere(qtbot: QtBot) -> None:
    """A dialogue with our own pictures can be taken in, merged and imported."""
    for hue in (0, 120):
        image = QImage(64, 48, QImage.Format.Format_ARGB32)
        image.fill(QColor.fromHsv(hue, 200, 200, 128 if hue else 255))
        image.setText("Author", "Fatima")
        made = pictures.made_anew(image)
        assert bare_picture(made.data) == made.data
        assert told_size(made.data) == (made.format, made.width, made.height)
        assert is_good("picture", "data", b64encode(made.data).decode())
