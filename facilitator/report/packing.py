"""The file itself: objects packed into compressed streams, with a table of them (ISO 32000-1, 7.5.7-8).

Packed, the tree of a report takes a tenth of the room; ReportLab itself writes every object by itself.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import Any, Protocol, cast

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

_AT_A_TIME = 400
"""Objects in one stream: enough to pack well, few enough to be found fast."""

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_END_OF_STREAM = b"endstream\n"


class Objects(Protocol):
    """Objects of the file that are not ReportLab's, for the numbers it left free."""

    def written(self, number: int) -> bytes | None:
        """Return one of them as it stands in the file, asked for once; None when it is not of these."""
        ...


class _File:
    """A PDF as it grows: where each object stands is kept for the table at its end."""

    def __init__(self) -> None:
        self.parts: list[bytes] = [_HEADER]
        self.size = len(_HEADER)
        self.places: dict[int, tuple[int, int, int]] = {}
        self._waiting: list[tuple[int, bytes]] = []
        self._streams: list[tuple[list[int], bytes]] = []

    def put(self, content: bytes) -> None:
        self.parts.append(content)
        self.size += len(content)

    def whole(self, number: int, content: bytes) -> None:
        """Write an object that stands by itself."""
        self.places[number] = (1, self.size, 0)
        self.put(b"%d 0 obj\n%s\nendobj\n" % (number, content.rstrip(b"\n")))

    def small(self, number: int, content: bytes) -> None:
        """Keep an object to be packed with others."""
        self._waiting.append((number, content))
        if len(self._waiting) >= _AT_A_TIME:
            self._pack()

    def _pack(self) -> None:
        heads: list[bytes] = []
        bodies: list[bytes] = []
        place = 0
        for number, content in self._waiting:
            heads.append(b"%d %d" % (number, place))
            bodies.append(content)
            place += len(content) + 1
        head = b" ".join(heads) + b"\n"
        body = zlib.compress(head + b"\n".join(bodies))
        told = b"/Type/ObjStm/N %d/First %d" % (len(heads), len(head))
        self._streams.append(([number for number, _ in self._waiting], stream(told, body)))
        self._waiting = []

    def finish(self, number: int, told: bytes) -> bytes:
        """Write what waits and the table; ``number`` is the first that is free, ``told`` the trailer."""
        if self._waiting:
            self._pack()
        for place, (numbers, content) in enumerate(self._streams, number):
            for index, packed in enumerate(numbers):
                self.places[packed] = (2, place, index)
            self.whole(place, content)
        table = number + len(self._streams)
        self.places[table] = (1, self.size, 0)
        rows = [(0, 0, 65535), *(self.places[at] for at in range(1, table + 1))]
        body = b"".join(
            kind.to_bytes(1, "big") + a.to_bytes(4, "big") + b.to_bytes(2, "big") for kind, a, b in rows
        )
        # Whoever compares two files compares what is in them: the name of the file is made of its bytes.
        digest = hashlib.sha256()
        for part in self.parts:
            digest.update(part)
        name = digest.hexdigest()[:32].encode()
        told += b"/Type/XRef/W[1 4 2]/Size %d/ID[<%s><%s>]" % (table + 1, name, name)
        start = self.size
        self.put(b"%d 0 obj\n%s\nendobj\n" % (table, stream(told, zlib.compress(body)).rstrip(b"\n")))
        self.put(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self.parts)


def stream(told: bytes, body: bytes) -> bytes:
    """Return a compressed stream with the entries ``told``."""
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\n" % (told, len(body), body)


def written(canvas: Canvas, ours: Objects) -> bytes:
    """Return the whole file."""
    doc: Any = cast("Any", canvas)._doc
    doc.format = lambda: _format(doc, ours)
    return cast("bytes", doc.GetPDFData(canvas))


def _format(doc: Any, ours: Objects) -> bytes:  # noqa: ANN401  (ReportLab has no types)
    file = _File()
    number = 0
    # Fonts add objects while they are written, so the end is not known beforehand.
    while number < doc.objectcounter:
        number += 1
        own = ours.written(number)
        if own is not None:
            file.small(number, own)
            continue
        content: bytes = cast("Any", pdfdoc).format(doc.idToObject[doc.numberToId[number]], doc, 1)
        if content.endswith(_END_OF_STREAM):
            file.whole(number, _with_line_end(content))
        else:
            file.small(number, content)
    root, info = (doc.Reference(part).format(doc) for part in (doc.Catalog, doc.info))
    return file.finish(number + 1, b"/Root %s/Info %s" % (root, info))


def _with_line_end(content: bytes) -> bytes:
    # The standards for lasting files want a line end before the word; ReportLab leaves it out.
    return content[: -len(_END_OF_STREAM)] + b"\n" + _END_OF_STREAM
