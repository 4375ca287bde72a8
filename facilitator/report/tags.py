"""Tags: what each stretch of drawing is, so that reading aloud and searching follow the story.

Marks are written while the page is drawn; the tree, the parent tree and the statement of conformity follow
when the file is finished (ISO 32000-1, 14.6 to 14.8; ISO 14289-1; ISO 19005-2, level a).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

Mark = tuple[int, int]
"""Page from 0, number of the marked stretch on it."""


class Node:
    """One element of the structure.

    Attributes:
        alt: What a picture shows. ``actual``: what the drawn signs stand for. ``lang``: where it differs.
        attributes: As PDF writes them, such as the scope of a table head.
        keep: Stays although nothing is drawn in it, as an empty table cell does.
        kids: Elements, marks, and (page, name of an annotation).
    """

    __slots__ = ("actual", "alt", "attributes", "keep", "kids", "lang", "number", "parent", "role")

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
        self.alt, self.lang, self.attributes, self.keep = alt, lang, attributes, keep
        self.actual = ""
        self.kids: list[Node | Mark | tuple[int, str]] = []
        self.number = 0
        if parent is not None:
            parent.kids.append(self)

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

    def link(self, node: Node, key: str, box: tuple[float, float, float, float], words: str) -> None:
        """Make an area lead to the bookmark ``key``; ``words`` say where it leads."""
        number = len(self._keys)
        self._keys.append(node)
        name = f"Link{number}"
        entries: dict[str, object] = {
            "Type": _name("Annot"),
            "Subtype": _name("Link"),
            "F": 4,
            "Border": "[0 0 0]",
            "Rect": pdfdoc.PDFArray(box),
            "Contents": pdfdoc.PDFString(words),
            "Dest": self._canvas._bookmarkReference(key),
            "StructParent": number,
        }
        node.kids.append((len(self._pages), name))
        self._canvas._addAnnotation(pdfdoc.PDFDictionary(entries), name)

    def end_page(self) -> None:
        """Finish the page that is being drawn."""
        self.close()
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
        names = {name: number for name, (number, _) in objects.items() if name.startswith("Annot.Link")}
        return Tree(order, first, objects["StructTop"][0], pages, names)

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


class Tree:
    """The elements by the numbers they have in the file.

    Attributes:
        numbers: Those numbers.
    """

    def __init__(
        self, order: list[Node], first: int, top: int, pages: list[int], links: dict[str, int]
    ) -> None:
        self.numbers = range(first, first + len(order))
        self._order, self._top, self._pages, self._links = order, top, pages, links

    def written(self, number: int) -> bytes:
        """Return one element as it stands in the file, and let go of what lies in it."""
        node = self._order[number - self.numbers.start]
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

    def _kid(self, kid: Node | Mark | tuple[int, str], home: int | None) -> str:
        if isinstance(kid, Node):
            return f"{kid.number} 0 R"
        page, what = kid
        if isinstance(what, str):
            return f"<</Type/OBJR/Pg {self._pages[page]} 0 R/Obj {self._links['Annot.' + what]} 0 R>>"
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
