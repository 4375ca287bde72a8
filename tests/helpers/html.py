"""Reads a page back: what is in it, in order, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "input", "br", "img"}
BLOCKS = {"style", "script"}


@dataclass(eq=False)
class Element:
    """One element with its attributes and what it holds."""

    name: str
    attributes: dict[str, str | None]
    children: list[Element | str] = field(default_factory=list["Element | str"])

    def get(self, key: str) -> str:
        """Return an attribute, empty when it is not there."""
        return self.attributes.get(key) or ""

    @property
    def classes(self) -> set[str]:
        """Return the classes of this element."""
        return set(self.get("class").split())

    @property
    def text(self) -> str:
        """Return everything written in this element, white space made single."""
        return " ".join(self._text().split())

    def _text(self) -> str:
        if self.name in BLOCKS:
            return ""
        edge = " " if self.name not in ("span", "a", "strong", "small") else ""
        inner = "".join(child if isinstance(child, str) else child._text() for child in self.children)
        return f"{edge}{inner}{edge}"

    def all(self, name: str = "", mark: str = "") -> list[Element]:
        """Return the elements in this one, in order, with this name and class."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, str):
                continue
            if (not name or child.name == name) and (not mark or mark in child.classes):
                found.append(child)
            found += child.all(name, mark)
        return found

    def one(self, id: str) -> Element:
        """Return the element with this id."""
        (found,) = [element for element in self.all() if element.get("id") == id]
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"{tag}: an attribute twice")
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].name != tag:
            self.faults.append(f"</{tag}> closes <{self.open[-1].name}>")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data[:40]}")


def read_page(text: str) -> Element:
    """Return the page as a tree; an element that is not closed in order is an ``AssertionError``."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert not reader.faults, reader.faults[:5]
    assert len(reader.open) == 1, [element.name for element in reader.open]
    return reader.root
