"""The one way from text to HTML: whatever is not ``Markup`` of our own making is escaped."""

from __future__ import annotations

import re
from html import escape

from facilitator.domain.spoken import Spoken, alike, tongue_of
from facilitator.domain.text import clean
from facilitator.report.shaping import base_level, is_rtl, language_of

Attribute = str | int | bool | None

_VOID = frozenset({"meta", "input", "br", "img"})
_PARAGRAPHS = re.compile(r"\n[ \n]*\n")


class Markup(str):
    """HTML that was put together here; anything else is text."""

    __slots__ = ()


Child = str | Markup | None


def safe(text: str) -> Markup:
    """Return ``text`` as HTML that shows it letter by letter."""
    return text if isinstance(text, Markup) else Markup(escape(clean(text), quote=True))


def join(*parts: Child, between: str = "") -> Markup:
    """Return ``parts`` one after another; those that are text are escaped, None is left out."""
    return Markup(_told(between).join(_told(part) for part in parts if part is not None))


def _told(part: str) -> str:
    # Blanks at the edges are ours: ``clean`` is for what people wrote, and would take them off.
    if isinstance(part, Markup) or not part.strip():
        return part
    if isinstance(part, Spoken):
        return "".join(el("span", words, lang=lang) if lang else _told(words) for words, lang in part.parts)
    head = " " if part[:1] == " " else ""
    tail = " " if part[-1:] == " " else ""
    return f"{head}{safe(part)}{tail}"


def el(name: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """Return an element; a trailing ``_`` of an attribute's name goes, other ``_`` become hyphens.

    An attribute that is None or False is left out; True is written without a value.
    """
    told = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{safe(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _VOID:
        return Markup(f"<{name}{told}>")
    return Markup(f"<{name}{told}>{join(*children)}</{name}>")


class Voice:
    """Writes what people said: with its own language where that is not the page's, and its direction."""

    def marks(self, text: str) -> dict[str, Attribute]:
        """Return ``lang`` and ``dir`` for ``text`` of people, none where the page's hold."""
        language = tongue_of(text)
        if not language and is_rtl(text) and base_level(text):
            language = language_of(text)
        found: dict[str, Attribute] = {"lang": language} if language else {}
        if is_rtl(text):
            found["dir"] = "rtl" if base_level(text) else "auto"
        return found

    def el(self, name: str, text: str, /, **attributes: Attribute) -> Markup:
        """Return an element that holds ``text`` of people, line ends kept."""
        lines = [safe(line) for line in clean(text).split("\n")]
        content = Markup("<br>".join(lines))
        return el(name, content, **attributes, **self.marks(text))

    def paragraphs(self, text: str, **attributes: Attribute) -> Markup:
        """Return ``text`` of people, a paragraph for each part between empty lines."""
        parts = [part for part in _PARAGRAPHS.split(clean(text)) if part.strip()]
        return join(*(self.el("p", alike(text, part), **attributes) for part in parts))
