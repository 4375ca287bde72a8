"""Blocks to pages: one layout pass, so that every page number is known before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from facilitator.report.blocks import Block, Mark, PageStart
from facilitator.report.lines import Setter
from facilitator.report.look import A4, Sheet


@dataclass(slots=True)
class Page:
    """One page: blocks with their distance from the page top; ``opening`` pages begin a chapter."""

    head: str
    bare: bool
    opening: bool
    items: list[tuple[float, Block]] = field(default_factory=list[tuple[float, Block]])


@dataclass(slots=True)
class Layout:
    """The whole report, laid out.

    Attributes:
        places: Mark key -> page number from 1.
    """

    pages: list[Page] = field(default_factory=list[Page])
    places: dict[str, int] = field(default_factory=dict[str, int])
    marks: list[Mark] = field(default_factory=list[Mark])


class Paginator:
    """Fills pages; a block that does not fit is cut, or else goes to the next page with what leads it in."""

    def __init__(self, setter: Setter, sheet: Sheet = A4) -> None:
        self._setter = setter
        self._width, self._height = sheet.room
        self._top = sheet.top
        self._layout = Layout()
        self._y = 0.0
        self._after = 0.0
        self._group: list[Block] = []

    def lay_out(self, blocks: Sequence[Block], tick: Callable[[int], None]) -> Layout:
        """Place ``blocks``; calls ``tick`` with the number of blocks done."""
        for done, block in enumerate(blocks, 1):
            tick(done)
            if isinstance(block, PageStart):
                self._finish()
                self._new_page(block.title, block.bare, opening=True)
                continue
            block.fit(self._setter, self._width)
            self._group.append(block)
            # What is higher than a page is cut, also when it leads something in.
            if not block.keep or block.height > self._height:
                self._flush()
        self._finish()
        return self._layout

    def _finish(self) -> None:
        while self._group:
            self._flush()

    def _new_page(self, head: str, bare: bool, opening: bool) -> None:
        self._layout.pages.append(Page(head, bare, opening))
        self._y = self._after = 0.0

    def _next_page(self) -> None:
        page = self._layout.pages[-1]
        self._new_page(page.head, page.bare, opening=False)

    def _flush(self) -> None:
        group, self._group = self._group, []
        while group:
            if group[0].head and self._continues():
                group.insert(0, group[0].head)
            lead, last = group[:-1], group[-1]
            start = self._advance(lead)
            space = self._space(start, last, bool(lead))
            if start[0] + space + last.height <= self._height:
                self._put_all(group)
                return
            started = bool(self._layout.pages[-1].items)
            uncut = last.whole and started and last.height <= self._height
            cut = None if uncut else last.split(self._height - start[0] - space)
            if cut:
                cut[0].anchor, cut[0].mark = last.anchor, last.mark
                self._put_all([*lead, cut[0]])
                group = [cut[1]]
                if cut[1].keep and cut[1].height <= self._height:
                    # The end of a long heading goes with what it heads.
                    self._next_page()
                    self._group = group
                    return
            elif not started:
                self._put_all(group)
                return
            self._next_page()

    def _continues(self) -> bool:
        page = self._layout.pages[-1]
        return not page.items and not page.opening

    def _advance(self, blocks: Sequence[Block]) -> tuple[float, float]:
        """Return height used and white space owed after placing ``blocks``, without placing them."""
        y, after = self._y, self._after
        for place, block in enumerate(blocks):
            y += self._space((y, after), block, place > 0) + block.height
            after = block.after
        return y, after

    def _space(self, at: tuple[float, float], block: Block, inside: bool) -> float:
        return max(at[1], block.before) if at[0] > 0 or inside else 0.0

    def _put_all(self, blocks: Sequence[Block]) -> None:
        page = self._layout.pages[-1]
        for block in blocks:
            y = self._y + self._space((self._y, self._after), block, False)
            page.items.append((self._top + y, block))
            self._y, self._after = y + block.height, block.after
            if block.mark:
                self._layout.places[block.mark.key] = len(self._layout.pages)
                self._layout.marks.append(block.mark)
            if block.anchor:
                self._layout.places.setdefault(block.anchor, len(self._layout.pages))
