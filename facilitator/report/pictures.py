"""Pictures of the dialogue on paper: pixels decoded here, upright, on white, no larger than print needs."""

from __future__ import annotations

import struct
from base64 import b64decode
from dataclasses import dataclass
from io import BytesIO
from typing import Any, cast

from PIL import Image
from reportlab.lib.utils import ImageReader

from facilitator.domain import entities as e
from facilitator.domain.pictures import PIXEL_LIMIT
from facilitator.domain.state import State
from facilitator.report.blocks import Block
from facilitator.report.lines import Setter
from facilitator.report.pen import Pen
from facilitator.report.tags import Node

MOST_BYTES = 20_000_000
NOTE_SIDE = 600
"""Pixels of the longer side of a picture on a note: two hundreds of them must not make a report huge."""
COVER_SIDE = 1600
_QUALITY = 82
_ORIENTATION = 0x0112
_TURNS = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}
_FAULTS = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError, struct.error)
"""What Pillow raises at files made to break it."""

_WITHOUT = frozenset({"none", "paraphrase"})
"""Consents that do not cover a picture: it shows what somebody wrote or was, and cannot be told otherwise."""


def decoded(content: bytes, side: int) -> Image.Image:
    """Return a PNG or JPEG as pixels without see-through parts, upright and at most ``side`` pixels a side.

    Raises:
        ValueError: When it is no whole picture of these, or too large.
    """
    if len(content) > MOST_BYTES:
        raise ValueError("too large")
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
            # The header tells the size before a pixel is made.
            if opened.width * opened.height > PIXEL_LIMIT:
                raise ValueError("too large")
            turns = _TURNS.get(_orientation(opened), ())
            if opened.format == "JPEG":
                opened.draft(opened.mode, (side, side))
            picture = _on_white(_smaller(opened, side))
    except _FAULTS as fault:
        raise ValueError(str(fault)) from None
    except Image.DecompressionBombError as fault:
        raise ValueError(str(fault)) from None
    for turn in turns:
        picture = picture.transpose(turn)
    return picture


def _orientation(opened: Image.Image) -> int:
    try:
        found = opened.getexif().get(_ORIENTATION, 1)
    except _FAULTS:
        return 1
    return found if isinstance(found, int) else 1


def _smaller(opened: Image.Image, side: int) -> Image.Image:
    if opened.mode.startswith("I"):
        # Sixteen bits of grey: cut to eight, not clipped to white.
        grey: Any = opened.convert("I")
        picture = cast("Image.Image", grey.point(_to_eight)).convert("L")
    elif opened.mode in ("L", "RGB", "CMYK") and "transparency" not in opened.info:
        picture = opened.copy()
    else:
        picture = opened.convert("RGBA")
    picture.thumbnail((side, side))
    return picture


def _to_eight(value: Any) -> Any:  # noqa: ANN401  (Pillow hands over an expression, not a number)
    return value * (1 / 257)


def _on_white(picture: Image.Image) -> Image.Image:
    """Return ``picture`` without see-through parts: lasting files would need them told apart."""
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    paper = Image.new("RGB", picture.size, "#FFFFFF")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def cut(picture: Image.Image, shape: float) -> Image.Image:
    """Return a picture cut to ``shape`` (width to height), more below than above; a lower one as it is."""
    tall = round(picture.width / shape)
    if tall >= picture.height:
        return picture
    # Faces and roofs are at the top.
    top = (picture.height - tall) // 3
    return picture.crop((0, top, picture.width, top + tall))


class Printed:
    """A picture ready to be drawn.

    Attributes:
        content: The bytes of the JPEG that goes into the file.
        width, height: In pixels.
    """

    __slots__ = ("content", "height", "width")

    def __init__(self, picture: Image.Image) -> None:
        out = BytesIO()
        picture.save(out, "JPEG", quality=_QUALITY)
        self.content = out.getvalue()
        self.width, self.height = picture.size

    def drawing(self) -> object:
        """Return what the canvas draws; not kept, for it holds every pixel once it is drawn."""
        return cast("Any", ImageReader)(BytesIO(self.content))


class Pictures:
    """The pictures of one dialogue; each is decoded once, however often it is shown."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._made: dict[str, Printed | None] = {}
        self._shared: dict[str, Image.Image | None] = {}

    def wants(self, note: e.Note) -> bool:
        """Tell whether ``note`` has a picture that may be printed."""
        return note.consent not in _WITHOUT and bool(note.picture) and self._kept(note.picture) is not None

    def on_note(self, note: e.Note) -> Printed | None:
        """Return the picture on ``note``; None without one, when it may not be printed or cannot be read."""
        if not self.wants(note):
            return None
        if note.picture not in self._made:
            found = self.pixels(note.picture, NOTE_SIDE)
            self._made[note.picture] = Printed(found) if found is not None else None
        return self._made[note.picture]

    def pixels(self, id: str, side: int) -> Image.Image | None:
        """Return the pixels of a living picture; None when it is not there or cannot be read."""
        kept = self._kept(id)
        if kept is None:
            return None
        try:
            return decoded(b64decode(kept.data, validate=True), side)
        except ValueError:
            return None

    def shared(self, id: str, side: int) -> Image.Image | None:
        """Return the pixels of a picture that stands on many pages; decoded once."""
        if id not in self._shared:
            self._shared[id] = self.pixels(id, side)
        return self._shared[id]

    def told(self, id: str) -> str:
        """Return what is seen on a picture; may be empty."""
        kept = self._kept(id)
        return kept.description if kept is not None else ""

    def _kept(self, id: str) -> e.Picture | None:
        return self._state.picture(id) if id else None


@dataclass(frozen=True, slots=True)
class Room:
    """Points a picture may take, how far from the left it stands, and whether small ones are made larger."""

    wide: float
    tall: float
    indent: float = 0.0
    grows: bool = False


class Framed(Block):
    """A picture as large as fits its room; never cut at a page end."""

    whole = True

    def __init__(self, printed: Printed, room: Room, alt: str, *, after: float = 0.0) -> None:
        self._printed, self._room = printed, room
        self._alt = alt
        self._size = (0.0, 0.0)
        self._node: Node | None = None
        self.after = after

    def fit(self, setter: Setter, width: float) -> float:
        """Lay out at ``width`` and return the height."""
        return self.resize(width)

    def resize(self, width: float) -> float:
        """Take ``width`` and return the height of what is laid out."""
        shown, room = self._printed, self._room
        room_wide = max(min(room.wide, width - room.indent), 1.0)
        scale = min(room_wide / shown.width, room.tall / shown.height)
        # A pixel a point at most: what is small stays small instead of becoming a blur.
        scale = scale if room.grows else min(scale, 1.0)
        # A line one pixel high is still something to see.
        self._size = (max(shown.width * scale, 1.0), max(shown.height * scale, 1.0))
        self.width, self.height = width, self._size[1]
        return self.height

    @property
    def shown(self) -> tuple[float, float]:
        """Return width and height in points, laid out."""
        return self._size

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at ``x``, ``y``."""
        left, (wide, tall) = x + self._room.indent, self._size
        with pen.picture(self._node, left, y, wide, tall):
            pen.image(self._printed.drawing(), left, y, wide, tall)

    def tag(self, parent: Node) -> None:
        """Say what this is in the structure of the document."""
        self._node = parent.add("Figure", alt=self._alt)
