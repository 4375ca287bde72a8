"""Let only plain drawings in: an SVG of a few shapes, without script, style, text or addresses."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from facilitator.domain.errors import UserError

SIZE_LIMIT = 64 * 1024
ELEMENT_LIMIT = 500
DEPTH_LIMIT = 8
VALUE_LIMIT = 200
"""Longest attribute but path data, in characters."""

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_DECLARATION = re.compile(r"\A\s*<\?xml\s[^<>?]{0,100}\?>")
_NUMBER_TEXT = r"[+-]?(?:\d{1,5}(?:\.\d{0,16})?|\.\d{1,16})(?!\d)"
_NUMBER = re.compile(_NUMBER_TEXT, re.ASCII)
_NUMBERS = rf"\s*{_NUMBER_TEXT}(?:\s*,\s*|\s+){_NUMBER_TEXT}(?:(?:\s*,\s*|\s+){_NUMBER_TEXT})*\s*"
_VIEW_BOX = re.compile(rf"\s*{_NUMBER_TEXT}(?:(?:\s*,\s*|\s+){_NUMBER_TEXT}){{3}}\s*", re.ASCII)
_PAINT = re.compile(r"none|#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}")
_CAP = re.compile(r"butt|round|square")
_ONE_TRANSFORM = rf"(?:translate|rotate|scale)\((?:\s*{_NUMBER_TEXT}\s*|{_NUMBERS})\)"
_TRANSFORM = re.compile(rf"\s*{_ONE_TRANSFORM}(?:\s*,?\s*{_ONE_TRANSFORM}){{0,4}}\s*", re.ASCII)
_PATH_TOKEN = re.compile(rf"[MmLlHhVvCcSsQqZz]|{_NUMBER_TEXT}|[\s,]+", re.ASCII)
_ARGUMENTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "z": 0}

_COMMON = {
    "fill": _PAINT,
    "stroke": _PAINT,
    "stroke-width": _NUMBER,
    "stroke-linecap": _CAP,
    "transform": _TRANSFORM,
    "opacity": _NUMBER,
}
_SHAPES: dict[str, tuple[str, ...]] = {
    "svg": ("width", "height"),
    "g": (),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "path": (),
}


def check_portrait(svg: str) -> str:
    """Return ``svg`` without outer white space when it is a plain drawing, from whomever it comes.

    Elements: svg g circle ellipse rect path; paths without arcs; colours as ``#rrggbb`` or ``none``.

    Raises:
        UserError: ``portrait.refused`` with ``reason`` (short English).
    """
    if len(svg.encode("utf-8", "replace")) > SIZE_LIMIT:
        raise _refused(f"larger than {SIZE_LIMIT // 1024} kB")
    body = _DECLARATION.sub("", svg, count=1)
    # Without "<!", "<?" and "&" there is no doctype, no entity, no CDATA and no style sheet to parse.
    for sign in ("<!", "<?", "&", "\0"):
        if sign in body:
            raise _refused(f"not allowed: {sign!r}")
    try:
        root = ElementTree.fromstring(body)
    except (ElementTree.ParseError, ValueError):
        raise _refused("not well-formed XML") from None
    if root.tag != f"{_NAMESPACE}svg":
        raise _refused("not an SVG drawing")
    if not _VIEW_BOX.fullmatch(root.get("viewBox", "")):
        raise _refused("viewBox is missing or wrong")
    _check_tree(root)
    return svg.strip()


def _check_tree(root: ElementTree.Element) -> None:
    waiting = [(root, 1)]
    count = 0
    while waiting:
        element, depth = waiting.pop()
        count += 1
        if count > ELEMENT_LIMIT or depth > DEPTH_LIMIT:
            raise _refused("too many or too deep shapes")
        _check_element(element, is_root=depth == 1)
        waiting.extend((child, depth + 1) for child in element)


def _check_element(element: ElementTree.Element, *, is_root: bool) -> None:
    name = element.tag.removeprefix(_NAMESPACE)
    if name not in _SHAPES or not element.tag.startswith(_NAMESPACE) or (name == "svg") != is_root:
        raise _refused(f"element not allowed: {name[:40]}")
    if (element.text or "").strip() or (element.tail or "").strip():
        raise _refused("text not allowed")
    for key, value in element.attrib.items():
        if is_root and key == "viewBox":
            continue
        if name == "path" and key == "d":
            _check_path(value)
            continue
        pattern = _NUMBER if key in _SHAPES[name] else _COMMON.get(key)
        if pattern is None:
            raise _refused(f"attribute not allowed: {key[:40]}")
        if len(value) > VALUE_LIMIT or not pattern.fullmatch(value.strip()):
            raise _refused(f"value not allowed: {key}")


def _check_path(data: str) -> None:
    """Refuse path data with an unknown command or a wrong count of numbers."""
    place, command, count = 0, "", 0
    while place < len(data):
        token = _PATH_TOKEN.match(data, place)
        if token is None:
            raise _refused("path command not allowed")
        place = token.end()
        text = token[0]
        if text.isalpha():
            if not _complete(command, count) or (not command and text not in "Mm"):
                raise _refused("path is not complete")
            command, count = text.lower(), 0
        elif text.strip(" ,\t\r\n"):
            count += 1
    if not _complete(command, count):
        raise _refused("path is not complete")


def _complete(command: str, count: int) -> bool:
    if not command:
        return count == 0
    per = _ARGUMENTS[command]
    return count == 0 if per == 0 else count > 0 and count % per == 0


def _refused(reason: str) -> UserError:
    return UserError("portrait.refused", reason=reason)
