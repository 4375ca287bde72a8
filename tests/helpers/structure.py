"""Read the structure of a PDF back, and say what is wrong with it; what a screen reader would walk."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pikepdf

_MARKS = ("BDC", "BMC", "EMC")
_DRAWS = ("Tj", "TJ", "f", "f*", "S", "B", "B*", "b", "s", "Do", "sh")
"""Of a page's operators those that matter here; the others need not be read."""


@dataclass
class Element:
    """One element, with the words drawn in it."""

    role: str
    alt: str = ""
    actual: str = ""
    lang: str = ""
    scope: str = ""
    words: str = ""
    links: int = 0
    kids: list[Element] = field(default_factory=list["Element"])

    def walk(self) -> list[Element]:
        """Return this element and all below it in reading order."""
        return [self, *(deep for kid in self.kids for deep in kid.walk())]

    def of(self, *roles: str) -> list[Element]:
        """Return the elements with one of these roles in reading order."""
        return [element for element in self.walk() if element.role in roles]

    @property
    def heard(self) -> str:
        """Return what is read aloud of this element and what lies in it."""
        if self.actual or self.alt:
            return self.actual or self.alt
        return " ".join(part for part in (self.words, *(kid.heard for kid in self.kids)) if part)


@dataclass
class Tagged:
    """A PDF as its structure tells it; ``faults`` is empty when every mark hangs in the tree just once."""

    root: Element
    faults: list[str]
    title: str
    lang: str
    about: str
    pages: int


def read_structure(path: Path) -> Tagged:
    """Return the structure of the file at ``path``."""
    with pikepdf.open(path) as pdf:
        reader = _Reader(pdf)
        root = reader.element(cast("Any", pdf.Root.StructTreeRoot.K))
        return Tagged(
            root,
            reader.faults(),
            str(pdf.docinfo.get("/Title", "")),
            str(pdf.Root.get("/Lang", "")),
            bytes(pdf.Root.Metadata.read_bytes()).decode(),
            len(pdf.pages),
        )


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pages = {page.objgen: place for place, page in enumerate(pdf.pages)}
        self._marks: dict[tuple[int, int], str] = {}
        self._faults: list[str] = []
        self._used: list[tuple[int, int]] = []
        for place, page in enumerate(pdf.pages):
            self._read_page(place, page)

    def _read_page(self, place: int, page: pikepdf.Page) -> None:
        maps = {name: _to_unicode(font) for name, font in dict(page.Resources.get("/Font", {})).items()}
        open_mark: int | None = None
        depth, font = 0, ""
        for operands, operator in pikepdf.parse_content_stream(page, " ".join((*_MARKS, *_DRAWS, "Tf"))):
            name = str(operator)
            if name in ("BDC", "BMC"):
                depth += 1
                properties = operands[1] if len(operands) > 1 else {}
                open_mark = int(properties["/MCID"]) if "/MCID" in properties else None
                if open_mark is not None:
                    self._marks[place, open_mark] = ""
            elif name == "EMC":
                depth -= 1
                open_mark = None
            elif name == "Tf":
                font = str(operands[0])
            elif name in _DRAWS:
                if depth != 1:
                    self._faults.append(f"page {place + 1}: {name} at depth {depth}")
                if name in ("Tj", "TJ") and open_mark is not None:
                    self._marks[place, open_mark] += _text(operands[0], maps.get(font, {}))
        if depth:
            self._faults.append(f"page {place + 1}: marks not closed")

    def element(self, raw: Any) -> Element:
        found = Element(
            str(raw.S)[1:],
            str(raw.get("/Alt", "")),
            str(raw.get("/ActualText", "")),
            str(raw.get("/Lang", "")),
            str(raw.A.get("/Scope", ""))[1:] if "/A" in raw else "",
        )
        home = raw.get("/Pg")
        for kid in raw.get("/K", []):
            if isinstance(kid, int):
                found.words += self._mark(home, kid)
            elif kid.get("/Type") == "/MCR":
                found.words += self._mark(kid.Pg, int(kid.MCID))
            elif kid.get("/Type") == "/OBJR":
                found.links += 1
            else:
                found.kids.append(self.element(kid))
        return found

    def _mark(self, page: Any, number: int) -> str:
        key = (self._pages[page.objgen], number)
        self._used.append(key)
        return self._marks.get(key, f"[no mark {key}]")

    def faults(self) -> list[str]:
        """Return what hangs loose or twice; to be asked after the tree was read."""
        found = list(self._faults)
        found += [f"twice in the tree: {key}" for key, times in Counter(self._used).items() if times > 1]
        found += [f"not in the tree: {key}" for key in self._marks.keys() - set(self._used)]
        found += [f"not on the page: {key}" for key in set(self._used) - self._marks.keys()]
        return found


def _to_unicode(font: Any) -> dict[int, str]:
    told = bytes(font.ToUnicode.read_bytes()).decode() if "/ToUnicode" in font else ""
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", told)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def _text(operand: Any, codes: dict[int, str]) -> str:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    # A soft hyphen is drawn where a word is parted; who listens hears the word whole.
    return "".join(
        codes.get(byte, "?") for part in parts if not isinstance(part, int | float) for byte in _raw(part)
    ).replace("\u00ad", "")


def _raw(part: Any) -> bytes:
    return bytes(part) if isinstance(part, pikepdf.String) else b""
