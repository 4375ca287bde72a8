"""Pictures from the clipboard and from files, made anew so that nothing but the picture comes along."""

from __future__ import annotations

from base64 import b64decode
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap

from facilitator import paths
from facilitator.domain.entities import Picture
from facilitator.domain.errors import UserError
from facilitator.domain.pictures import LONG_SIDE, PIXEL_LIMIT, TEXT_LIMIT, Image
from facilitator.domain.state import State

SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp")
_FORMATS = frozenset({b"png", b"jpeg", b"gif", b"bmp", b"webp"})
"""What is decoded at all: pictures of dots, no drawings that can ask for other files."""
_FILE_LIMIT = 64 * 1024**2
_QUALITIES = (88, 75, 60)
_ROOM = 24 * 1024**2
"""Bytes of decoded pictures that are kept ready."""


def has_picture(data: QMimeData) -> bool:
    """Tell whether what is pasted or dropped is a picture; words that come with one go first."""
    return picture_file(data) is not None or (data.hasImage() and not data.text().strip())


def picture_file(data: QMimeData) -> Path | None:
    """Return the one local file in ``data`` when its name is that of a picture."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in SUFFIXES else None


def read_picture(data: QMimeData) -> Image:
    """Return the picture that is pasted or dropped, made anew.

    Raises:
        UserError: ``picture.unreadable``; ``picture.too_large`` with ``limit_mp``; ``picture.too_heavy``
            with ``limit_mb``.
    """
    path = picture_file(data)
    if path is not None:
        return read_file(path)
    found = data.imageData()
    if not isinstance(found, QImage) or found.isNull():
        raise UserError("picture.unreadable")
    _check_size(found.size())
    return made_anew(found)


def read_file(path: Path) -> Image:
    """Return the picture in a file, made anew and upright.

    Raises:
        UserError: as ``read_picture``.
    """
    try:
        if path.stat().st_size > _FILE_LIMIT:
            raise UserError("picture.too_heavy", limit_mb=_FILE_LIMIT // 1024**2)
        with paths.open_plain(path) as file:
            raw = file.read()
    except OSError:
        raise UserError("picture.unreadable") from None
    return made_anew(_decoded(raw))


def _decoded(raw: bytes, room: QSize | None = None) -> QImage:
    """Decode ``raw``, not larger than ``room``; its header tells the size before a pixel is made."""
    buffer = QBuffer()
    buffer.setData(QByteArray(raw))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    # Asking a drawing for its size already fetches the files it names.
    if reader.format().data() not in _FORMATS:
        raise UserError("picture.unreadable")
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise UserError("picture.unreadable")
    _check_size(size)
    wanted = room or QSize(LONG_SIDE, LONG_SIDE)
    # Turned upright afterwards, a picture may be as wide as it is high now.
    side = max(wanted.width(), wanted.height())
    if max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise UserError("picture.unreadable")
    return image


def _check_size(size: QSize) -> None:
    if size.width() * size.height() > PIXEL_LIMIT:
        raise UserError("picture.too_large", limit_mp=PIXEL_LIMIT // 1_000_000)


def made_anew(image: QImage) -> Image:
    """Return the pixels alone, at most ``LONG_SIDE`` long, as the smaller of PNG and JPEG that fits.

    Raises:
        UserError: ``picture.too_heavy`` with ``limit_mb``.
    """
    if max(image.width(), image.height()) > LONG_SIDE:
        image = image.scaled(
            LONG_SIDE,
            LONG_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    layout = QImage.Format.Format_RGBA8888 if image.hasAlphaChannel() else QImage.Format.Format_RGB888
    # A copy of pixels into a new picture: text, camera data, colour profile and place stay behind.
    bare = image.convertToFormat(layout)
    fresh = QImage(bare.constBits(), bare.width(), bare.height(), bare.bytesPerLine(), layout).copy()
    most = TEXT_LIMIT // 4 * 3 - 3
    options = [("png", _encoded(fresh, "PNG", -1))]
    flat = _on_white(fresh)
    for quality in _QUALITIES:
        options.append(("jpeg", _encoded(flat, "JPEG", quality)))
        if len(options[-1][1]) <= most:
            break
    fits = [(format, data) for format, data in options if 0 < len(data) <= most]
    if not fits:
        raise UserError("picture.too_heavy", limit_mb=TEXT_LIMIT // 1024**2)
    format, data = min(fits, key=lambda option: len(option[1]))
    return Image(data, format, fresh.width(), fresh.height())


def _on_white(image: QImage) -> QImage:
    if not image.hasAlphaChannel():
        return image
    white = QImage(image.size(), QImage.Format.Format_RGB888)
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, image)
    painter.end()
    return white


def _encoded(image: QImage, format: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, format, quality):  # pyright: ignore[reportArgumentType, reportCallIssue]
        return b""
    return bytes(buffer.data().data())


def thumbnail(raw: bytes, room: QSize, density: float = 1.0) -> QPixmap:
    """Return a file as large as fits in ``room`` (logical pixels), never enlarged; null when broken."""
    pixels = room * density
    try:
        image = _decoded(raw, pixels)
    except UserError:
        return QPixmap()
    if image.width() > pixels.width() or image.height() > pixels.height():
        image = image.scaled(
            pixels, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(density)
    return made


@dataclass(frozen=True, slots=True)
class HungPicture:
    """A picture of the dialogue for a face; it is decoded when it is first drawn."""

    id: str
    shelf: Thumbnails = field(compare=False, hash=False, repr=False)

    def pixmap(self, room: QSize, density: float) -> QPixmap:
        """Return the picture as large as fits in ``room`` (logical pixels); null when it cannot be read."""
        return self.shelf.pixmap(self.id, room, density)


class Thumbnails:
    """Decoded pictures of one dialogue; those not used for the longest go first."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._made: OrderedDict[tuple[str, int, int, float], QPixmap] = OrderedDict()
        self._bytes = 0

    def of(self, id: str) -> HungPicture | None:
        """Return the living picture to hang on a face, or None."""
        return HungPicture(id, self) if id and self._state.picture(id) is not None else None

    def pixmap(self, id: str, room: QSize, density: float) -> QPixmap:
        """Return a picture as large as fits in ``room`` (logical pixels); null when it is not there."""
        key = (id, room.width(), room.height(), density)
        found = self._made.get(key)
        if found is not None:
            self._made.move_to_end(key)
            return found
        picture = cast("Picture | None", self._state.get("picture", id))
        made = thumbnail(bytes_of(picture), room, density) if picture is not None else QPixmap()
        self._made[key] = made
        self._bytes += made.width() * made.height() * 4
        while self._bytes > _ROOM and len(self._made) > 1:
            _key, gone = self._made.popitem(last=False)
            self._bytes -= gone.width() * gone.height() * 4
        return made


def bytes_of(picture: Picture) -> bytes:
    """Return the file a picture is; nothing when its text is no base64."""
    try:
        return b64decode(picture.data, validate=True)
    except ValueError:
        return b""
