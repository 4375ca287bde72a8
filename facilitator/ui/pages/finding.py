"""Search and filter on a page: one index for the whole dialogue, one ``Finding`` for each bar.

How a page uses it::

    self.filter_bar = FilterBar(context.theme, context.language, self)
    self.finding = Finding(context, self.filter_bar, self)
    self.finding.found.connect(self.model.set_hits)        # a Hits, or None: nothing is asked for
    self.finding.set_scope(step=[step_id], persona=[who])  # the notes this page shows; no keywords: all
    ...
    self.finding.refresh(changes)      # in the page's refresh, before the page itself looks at the hits
    self.finding.open()                # for "/" and Ctrl+F
    view["finding"] = self.finding.save_view(); self.finding.restore_view(view.get("finding"))

``Hits`` knows ``id in hits``, ``len(hits)`` and gives its ids one by one. A new ``Hits`` is told after
every change of the notes while something is asked for; the one before is out of date then.
A scope names a filter to the values that belong: leave ``persona`` out for everyone, ``persona=[""]`` is
nobody in particular; ``place=["loose"]`` is what is still to be grouped. Filters that tell the notes of the
page no longer apart are not offered, so a page need not hide any.
Connect ``filter_bar.left`` and ``filter_bar.entered`` to what gives the notes the keyboard.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from facilitator.domain.changes import ChangeSet
from facilitator.domain.search_index import Hits, Query
from facilitator.services.search import NoteSearch
from facilitator.ui.kit.bridge import Session
from facilitator.ui.kit.context import Context
from facilitator.ui.kit.idle import IdleWork
from facilitator.ui.pages.filter_kinds import FilterKinds
from facilitator.ui.widgets.filter_bar import FilterBar

SLICE_MS = 3.5
TOLD_MS = 250
"""While notes are still being read, what is found so far is told this often."""


class SharedSearch(QObject):
    """The index of an open dialogue; lives as long as the session and is shared by its pages.

    Signals:
        read: All notes have been read, or again a part of many.
    """

    read = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.index = NoteSearch(session.state)
        self._reading = IdleWork(self._read_on, self)
        self._telling = QTimer(self)
        self._telling.setInterval(TOLD_MS)
        self._telling.timeout.connect(self.read)
        session.changed.connect(self.take)
        self._go_on()

    @Slot(object)
    def take(self, changes: ChangeSet) -> None:
        """Take in what changed; being told the same twice does no harm."""
        self.index.apply(changes)
        self._go_on()

    def _go_on(self) -> None:
        if self.index.waiting and not self._reading.active:
            self._reading.start()
            self._telling.start()

    def _read_on(self) -> bool:
        more = self.index.feed(SLICE_MS)
        if not more:
            self._telling.stop()
            self.read.emit()
        return more


def shared_search(session: Session) -> SharedSearch:
    """Return the index of a session, made when first asked for."""
    return session.findChild(SharedSearch) or SharedSearch(session)


class Finding(QObject):
    """Keeps a FilterBar and what it finds true.

    Signals:
        found: The Hits, or None while nothing is asked for.
    """

    found = Signal(object)

    def __init__(self, context: Context, bar: FilterBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._bar = context, bar
        self._shared = shared_search(context.dialogue)
        self._scope: dict[str, frozenset[str]] = {}
        self._hits: Hits | None = None
        self._kinds = FilterKinds(context, self)
        self._shared.read.connect(self.ask)
        bar.changed.connect(self.ask)
        self.ask()

    @property
    def hits(self) -> Hits | None:
        """Return what is found, or None while nothing is asked for."""
        return self._hits

    @property
    def reading(self) -> bool:
        """Tell whether notes are still being read, so that only a part can be found."""
        return self._shared.index.waiting > 0

    @property
    def query(self) -> Query:
        """Return what is asked for, within the notes of the page."""
        asked = self._bar.query()
        return Query(asked.text, asked.filters, self._scope)

    def set_scope(self, **scope: Iterable[str]) -> None:
        """Say which notes the page shows, as filters: ``step=["dromen"], persona=[""]``; nothing: all."""
        wanted = {facet: frozenset(values) for facet, values in scope.items()}
        if wanted != self._scope:
            self._scope = wanted
            self.ask()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what an edit changed, or look at everything anew."""
        if changes is not None:
            self._shared.take(changes)
            if changes.entities.isdisjoint(("note", "meeting", "insight", "persona")):
                return
        self.ask()

    @Slot()
    def open(self) -> None:
        """Show the bar with the keyboard in it."""
        self._bar.take_keyboard()

    @Slot()
    def ask(self) -> None:
        """Look again, show the counts, and tell what is found."""
        index = self._shared.index
        self._bar.set_kinds(self._kinds.among(self._present(), self._bar.query().filters))
        query = self.query
        hits = index.query(query)
        self._bar.set_counts(len(hits), hits.total, hits.facets, reading=index.waiting > 0)
        was, self._hits = self._hits, hits if query.active else None
        if was is not None or self._hits is not None:
            self.found.emit(self._hits)

    def _present(self) -> dict[str, set[str]]:
        """Return facet -> values that notes of the page have."""
        facets = self._shared.index.query(Query(scope=self._scope)).facets
        return {name: {value for value, count in of.items() if count} for name, of in facets.items()}

    def save_view(self) -> dict[str, object]:
        """Return what is asked for, and whether the bar shows."""
        return self._bar.query().as_view() | {"open": not self._bar.isHidden()}

    def restore_view(self, view: object) -> None:
        """Take up what ``save_view`` gave."""
        query = Query.from_view(view)
        # Chips for what was ticked must be there before it can be ticked.
        self._bar.set_kinds(self._kinds.among(self._present(), query.filters))
        self._bar.set_query(query)
        if isinstance(view, dict) and "open" in view:
            self._bar.setVisible(bool(view["open"]) or query.active)
        self.ask()
