"""Texts that know the language of their parts: what people wrote, inside sentences of another language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from string import Formatter

Part = tuple[str, str]
"""Words and their language, empty for that of the whole text."""


class Spoken(str):
    """A text of which some words are in another language than the rest.

    Whatever makes a plain string of it, such as slicing, forgets the languages; ``alike`` puts them back.
    """

    __slots__ = ("parts",)
    parts: tuple[Part, ...]


def spoken(text: str, language: str) -> str:
    """Return ``text`` as one in ``language``; as it is without a language or without words."""
    return _made(((str(text), language),)) if language and text.strip() else text


def parts_of(text: str) -> Sequence[Part]:
    """Return the words of ``text`` with their languages, in order."""
    return text.parts if isinstance(text, Spoken) else ((text, ""),)


def tongue_of(text: str) -> str:
    """Return the language all words of ``text`` are in; empty for that of the whole, or for several."""
    if not isinstance(text, Spoken):
        return ""
    found = {language for words, language in text.parts if words.strip()}
    return found.pop() if len(found) == 1 else ""


def alike(text: str, other: str) -> str:
    """Return ``other``, made of ``text``, in the one language of ``text``."""
    return spoken(other, tongue_of(text))


def joined(texts: Iterable[str], between: str = "") -> str:
    """Return ``texts`` one after another, each in its own language."""
    found = list(texts)
    if not any(isinstance(text, Spoken) for text in found):
        return between.join(found)
    parts: list[Part] = []
    for place, text in enumerate(found):
        if place and between:
            parts.append((between, ""))
        parts += parts_of(text)
    return _made(parts)


def filled(template: str, values: Mapping[str, object]) -> str:
    """Return ``template`` with its place markers filled; what is filled in keeps its language."""
    if not any(isinstance(value, Spoken) for value in values.values()):
        return template.format(**values)
    texts: list[str] = []
    for words, name, form, _ in Formatter().parse(template):
        value = "" if name is None else values[name]
        texts += [words, value if isinstance(value, str) else format(value, form or "")]
    return joined(texts)


def _made(parts: Iterable[Part]) -> str:
    merged: list[Part] = []
    for words, language in parts:
        if merged and merged[-1][1] == language:
            merged[-1] = (merged[-1][0] + words, language)
        elif words:
            merged.append((words, language))
    found = Spoken("".join(words for words, _ in merged))
    found.parts = tuple(merged)
    return found
