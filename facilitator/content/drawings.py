"""Let drawings of others in, such as a logo: shapes and colours, nothing that runs, asks or never ends."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from facilitator.domain.errors import UserError

SIZE_LIMIT = 1024 * 1024
ELEMENT_LIMIT = 5_000
DEPTH_LIMIT = 40
NUMBER_LIMIT, STROKED_LIMIT = 8_000, 1_200
"""Numbers in all shapes together, and when lines are drawn: those that cross very often take seconds."""

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_SHAPES = frozenset(
    {"svg", "g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "style"}
)
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_SILENT = frozenset({"title", "desc", "metadata"})
"""Elements that are not drawn; what lies in them is not looked at."""
_DRAWN = _SHAPES | _GRADIENTS | {"stop"}
_ENDLESS = frozenset({"stroke-dasharray", "filter", "mask", "clip-path"})
"""What can take for ever, or is drawn by one program and not by another."""
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[\]]{0,400}>", re.IGNORECASE)
_ADDRESS = re.compile(r"url\s*\(\s*['\"]?(?!#)", re.IGNORECASE)
_STYLE_RULE = re.compile(r"@|\\|" + "|".join(rf"(?<![\w-]){name}\s*:" for name in sorted(_ENDLESS)))
_NUMBER = re.compile(r"\s*([0-9]{0,6}(?:\.[0-9]{1,9})?)\s*(?:px|pt|mm|cm|in)?\s*")
_NUMBERS = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_STROKE = re.compile(r"\bstroke(?:=|\s*:)(?![\"'\s]*none)")
_BOX = re.compile(r"\s*(-?[0-9.e+-]{1,20})" + r"[\s,]+(-?[0-9.e+-]{1,20})" * 3 + r"\s*")
SHAPE_LIMIT = 50.0
"""Width to height, or height to width, a drawing may have."""

# Other programs know these two by their usual names alone.
ElementTree.register_namespace("", _SVG.strip("{}"))
ElementTree.register_namespace("xlink", _LINK[1:].partition("}")[0])


def check_drawing(content: bytes) -> tuple[str, float]:
    """Return an SVG and its width to height when all of it can be drawn safely, from whomever it comes.

    Raises:
        UserError: ``drawing.refused`` with ``reason``, the word in the file that is in the way.
    """
    if len(content) > SIZE_LIMIT:
        raise _refused(f"> {SIZE_LIMIT // 1024} kB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused("UTF-8") from None
    text = _DOCTYPE.sub("", text, count=1)
    # Without a doctype of its own a file has no entities, so nothing that grows while it is read.
    for sign in ("<!DOCTYPE", "<!ENTITY", "<?xml-stylesheet"):
        if sign.casefold() in text.casefold():
            raise _refused(sign.strip("<!?"))
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError):
        raise _refused("XML") from None
    if root.tag != f"{_SVG}svg":
        raise _refused("svg")
    links = _checked_tree(root)
    _check_links(links)
    shape = _shape(root)
    told = ElementTree.tostring(root, encoding="unicode")
    _check_work(root, stroked=_STROKE.search(told) is not None)
    return told, shape


def _checked_tree(root: ElementTree.Element) -> dict[str, str]:
    """Take out what is not drawn, and return which gradient rests on which."""
    links: dict[str, str] = {}
    waiting = [(root, 1)]
    count = 0
    while waiting:
        element, depth = waiting.pop()
        count += 1
        if count > ELEMENT_LIMIT or depth > DEPTH_LIMIT:
            raise _refused("too many shapes")
        _check(element, links)
        for child in list(element):
            if child.tag == root.tag:
                raise _refused("svg svg")
            if not child.tag.startswith(_SVG) or child.tag.removeprefix(_SVG) in _SILENT:
                element.remove(child)
            else:
                waiting.append((child, depth + 1))
    return links


def _check(element: ElementTree.Element, links: dict[str, str]) -> None:
    name = element.tag.removeprefix(_SVG)
    if name not in _DRAWN:
        raise _refused(name[:40])
    if name == "style":
        _check_style(element.text or "")
    for key, value in list(element.attrib.items()):
        if key in ("href", _LINK):
            if name not in _GRADIENTS or not value.startswith("#"):
                raise _refused("href")
            links[element.get("id", "")] = value[1:]
        elif key.startswith("{"):
            # What a drawing program keeps for itself.
            del element.attrib[key]
        elif key.casefold().startswith("on"):
            raise _refused(key[:40])
        elif key in _ENDLESS and value.strip() not in ("", "none"):
            raise _refused(key)
        else:
            _check_style(value)


def _check_work(root: ElementTree.Element, *, stroked: bool) -> None:
    """Refuse what would take long to draw."""
    most = STROKED_LIMIT if stroked else NUMBER_LIMIT
    count = 0
    for element in root.iter():
        count += 4
        for key in ("d", "points"):
            count += len(_NUMBERS.findall(element.get(key, "")))
        if count > most:
            raise _refused(f"> {most} points")


def _check_style(text: str) -> None:
    found = _ADDRESS.search(text) or _STYLE_RULE.search(text)
    if found is not None and not re.search(rf"{re.escape(found[0])}\s*none", text):
        raise _refused(found[0].strip(" :(") or "style")


def _check_links(links: dict[str, str]) -> None:
    for start in links:
        place, steps = start, 0
        while place in links:
            place, steps = links[place], steps + 1
            if steps > len(links):
                raise _refused("href")


def _shape(root: ElementTree.Element) -> float:
    """Return width to height, by the box of the drawing, else by its sizes."""
    box = _BOX.fullmatch(root.get("viewBox", ""))
    sizes = box.groups()[2:] if box else tuple(_length(root.get(name, "")) for name in ("width", "height"))
    try:
        wide, tall = (float(size) for size in sizes)
    except ValueError:
        raise _refused("viewBox") from None
    if not (0 < wide < 1e6 and 0 < tall < 1e6 and 1 / SHAPE_LIMIT <= wide / tall <= SHAPE_LIMIT):
        raise _refused("viewBox")
    return wide / tall


def _length(value: str) -> str:
    found = _NUMBER.fullmatch(value)
    return found[1] if found else ""


def _refused(reason: str) -> UserError:
    return UserError("drawing.refused", reason=reason)
