"""Tags: what each stretch of drawing is, so that reading aloud and searching follow the story.

Marks are written while the page is drawn; the tree, the parent tree and the statement of conformity follow
when the file is finished (ISO 32000-1, 14.6 to 14.8; ISO 14289-1; ISO 19005-2, level a).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from facilitator.domain.spoken import tongue_of

Mark = tuple[int, int]
"""Page from 0, and number of the marked stretch on it; below 0 that of the object of a link."""


class Node:
    """One element of the structure.

    Attributes:
        alt: What a picture shows. ``actual``: what the drawn signs stand for. ``lang``: where it differs.
        attributes: As PDF writes them, such as the scope of a table head.
        keep: Stays although nothing is drawn in it, as an empty table cell does.
        kids: Elements and marks.
    """

    __slots__ = ("_actual", "alt", "attributes", "keep", "kids", "lang", "number", "parent", "role")

    def __init__(
        self,
        role: str,
        parent: Node | None = None,
        *,
        alt: str = "",
        lang: str = "",
        attributes: str = "",
        keep: bool = False,
    ) -> None:
        self.role, self.parent = role, parent
        self.alt, self.lang, self.attributes, self.keep = alt, lang or tongue_of(alt), attributes, keep
        self._actual = ""
        self.kids: list[Node | Mark] = []
        self.number = 0
        if parent is not None:
            parent.kids.append(self)

    @property
    def actual(self) -> str:
        """Return what the drawn signs stand for; words that know their language bring it along."""
        return self._actual

    @actual.setter
    def actual(self, words: str) -> None:
        """Say it, and in which language where the words know that."""
        self._actual = words
        self.lang = tongue_of(words) or self.lang

    @property
    def tongue(self) -> str:
        """Return the language this element is in, empty for that of the document."""
        node: Node | None = self
        while node is not None and not node.lang:
            node = node.parent
        return node.lang if node is not None else ""

    def add(
        self, role: str, *, alt: str = "", lang: str = "", attributes: str = "", keep: bool = False
    ) -> Node:
        """Return a new element at the end of this one."""
        return Node(role, self, alt=alt, lang=lang, attributes=attributes, keep=keep)


class Group:
    """Blocks that follow each other and are one list or table; its element is made with the first of them."""

    def __init__(self, role: str) -> None:
        self.role = role
        self._node: Node | None = None

    def within(self, parent: Node) -> Node:
        """Return the element, made in ``parent`` when it is not there yet."""
        if self._node is None:
            self._node = parent.add(self.role)
        return self._node


_name: Callable[[str], str] = cast("Any", pdfdoc).PDFName


class _Late(pdfdoc.PDFObject):
    """An object of the file whose text is made when it is written; far lighter than a dictionary."""

    __RefOnly__ = 1

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make

    def format(self, document: object) -> bytes:
        """Return the object as it stands in the file."""
        return self._make().encode("latin-1")


class Tags:
    """The marks on the pages of one canvas, and the tree they make."""

    def __init__(self, canvas: Canvas, root: Node) -> None:
        self._canvas: Any = canvas
        self._root = root
        self._open: Node | None = None
        self._is_open = False
        self._here: list[Node] = []
        self._pages: list[Any] = []
        self._anchors: dict[str, tuple[int, float]] = {}
        self._links: dict[int, _Link] = {}
        self._areas: list[int] = []
        self._keys: list[list[Node] | Node] = []

    def mark(self, node: Node | None) -> None:
        """Let what is drawn from here on belong to ``node``, or be decoration with None."""
        if self._is_open and node is self._open:
            return
        self.close()
        if node is None:
            self._canvas._code.append("/Artifact BMC")
        else:
            number = len(self._here)
            node.kids.append((len(self._pages), number))
            self._here.append(node)
            self._canvas._code.append(f"/{node.role} <</MCID {number}>> BDC")
        self._open, self._is_open = node, True

    def close(self) -> None:
        """End the mark that is open, if any."""
        if self._is_open:
            self._canvas._code.append("EMC")
            self._is_open = False

    def anchor(self, key: str, top: float) -> None:
        """Let links to ``key`` lead to this page, ``top`` points from its foot; the first place counts."""
        self._anchors.setdefault(key, (len(self._pages), top))

    def link(self, node: Node, key: str, box: tuple[float, float, float, float], words: str) -> None:
        """Make an area (two corners) lead to the anchor ``key``; ``words`` say where it leads."""
        doc = self._canvas._doc
        # The number is kept free; ReportLab would hold a dozen objects for every link.
        doc.objectcounter += 1
        number: int = doc.objectcounter
        node.kids.append((len(self._pages), -number))
        corners = " ".join(f"{value:.2f}" for value in box)
        self._links[number] = _Link(key, corners, words, len(self._keys))
        self._keys.append(node)
        self._areas.append(number)

    def end_page(self) -> None:
        """Finish the page that is being drawn."""
        self.close()
        if self._areas:
            self._canvas._annotationrefs = [" ".join(f"{number} 0 R" for number in self._areas)]
            self._areas = []
        self._canvas.showPage()
        page = self._canvas._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._keys), _name("S")
        self._keys.append(self._here)
        self._here = []
        self._pages.append(page)

    # ── the tree ────────────────────────────────────────────────────────────

    def finish(self) -> Tree:
        """Put the tree into the document and return its elements; nothing may be drawn after it."""
        doc = self._canvas._doc
        _prune(self._root)
        objects: dict[str, tuple[int, int]] = doc.idToObjectNumberAndVersion
        pages = [objects[page.__InternalName__][0] for page in self._pages]
        doc.Reference(_Late(self._parent_tree), "StructParents")
        parents = objects["StructParents"][0]
        order = _in_order(self._root)
        first = doc.objectcounter + 2
        for number, node in enumerate(order, first):
            node.number = number
        top = (
            f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self._keys)}>>"
        )
        doc.Reference(_Late(lambda: top), "StructTop")
        catalog = doc.Catalog
        catalog.StructTreeRoot = doc.idToObject["StructTop"]
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        # ReportLab would hold a dozen objects for each element; here it only leaves their numbers free.
        doc.objectcounter += len(order)
        places = {key: (pages[page], top) for key, (page, top) in self._anchors.items()}
        return Tree(order, objects["StructTop"][0], pages, self._links, places)

    def _parent_tree(self) -> str:
        rows = [
            f"{key} [{' '.join(f'{node.number} 0 R' for node in owner)}]"
            if isinstance(owner, list)
            else f"{key} {owner.number} 0 R"
            for key, owner in enumerate(self._keys)
        ]
        return f"<</Nums[{' '.join(rows)}]>>"


def _in_order(root: Node) -> list[Node]:
    found: list[Node] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting.extend(kid for kid in reversed(node.kids) if isinstance(kid, Node))
    return found


def _prune(root: Node) -> None:
    """Take out elements in which nothing was drawn; the deepest first."""
    order = [root]
    for node in order:
        order.extend(kid for kid in node.kids if isinstance(kid, Node))
    for node in reversed(order):
        node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or kid.kids or kid.keep]


@dataclass(frozen=True, slots=True)
class _Link:
    """An area that leads somewhere: anchor, two corners, words, place in the parent tree."""

    key: str
    corners: str
    words: str
    parent: int


class Tree:
    """The elements and links by the numbers they have in the file."""

    def __init__(
        self,
        order: list[Node],
        top: int,
        pages: list[int],
        links: dict[int, _Link],
        places: dict[str, tuple[int, float]],
    ) -> None:
        self._order = {node.number: node for node in order}
        self._top, self._pages, self._links, self._places = top, pages, links, places

    def written(self, number: int) -> bytes | None:
        """Return what has this number as it stands in the file; None when it is none of these."""
        if number in self._order:
            return self._element(self._order.pop(number))
        if number in self._links:
            return self._area(self._links.pop(number))
        return None

    def _area(self, link: _Link) -> bytes:
        page, top = self._places[link.key]
        told = (
            f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{link.corners}]"
            f"/Contents{text_string(link.words)}"
            f"/Dest[{page} 0 R/XYZ 0 {top:.2f} null]/StructParent {link.parent}>>"
        )
        return told.encode("latin-1")

    def _element(self, node: Node) -> bytes:
        home = next((kid[0] for kid in node.kids if isinstance(kid, tuple)), None)
        kids = " ".join(self._kid(kid, home) for kid in node.kids)
        parent = node.parent.number if node.parent else self._top
        parts = [f"<</Type/StructElem/S/{node.role}/P {parent} 0 R/K[{kids}]"]
        if home is not None:
            parts.append(f"/Pg {self._pages[home]} 0 R")
        for name, words in (("Alt", node.alt), ("ActualText", node.actual), ("Lang", node.lang)):
            if words:
                parts.append(f"/{name}{text_string(words)}")
        if node.attributes:
            parts.append(f"/A{node.attributes}")
        node.kids = []
        return ("".join(parts) + ">>").encode("latin-1")

    def _kid(self, kid: Node | Mark, home: int | None) -> str:
        if isinstance(kid, Node):
            return f"{kid.number} 0 R"
        page, what = kid
        if what < 0:
            return f"<</Type/OBJR/Pg {self._pages[page]} 0 R/Obj {-what} 0 R>>"
        return str(what) if page == home else f"<</Type/MCR/Pg {self._pages[page]} 0 R/MCID {what}>>"


def text_string(words: str) -> str:
    """Return ``words`` as PDF writes a text string."""
    if words.isascii() and words.isprintable():
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})"
    return f"<FEFF{words.encode('utf-16-be', 'replace').hex().upper()}>"


def scope(column: bool) -> str:
    """Return the attributes of a table head of a column, or of a row."""
    return f"<</O/Table/Scope/{'Column' if column else 'Row'}>>"


def box_of(x: float, y: float, width: float, height: float) -> str:
    """Return the attributes of a picture with its lower left corner at ``x``, ``y`` in page points."""
    corners = f"{x:.2f} {y:.2f} {x + width:.2f} {y + height:.2f}"
    return f"<</O/Layout/Placement/Block/BBox[{corners}]>>"
