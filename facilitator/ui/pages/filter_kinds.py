"""The filters of an open dialogue in words: which there are, and the values one can tick."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject

from facilitator.domain.entities import BASES, CHANNELS, KINDS, SPEAKER_GROUPS
from facilitator.domain.search_index import PLACES, YES, Filters
from facilitator.ui.kit.context import Context
from facilitator.ui.widgets.filter_chip import FilterKind, FilterValue

_NONE = ""
_NO_TABLE = "0"


class FilterKinds(QObject):
    """Names filters; an object only because it translates."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def among(self, present: Mapping[str, Iterable[str]], ticked: Filters) -> list[FilterKind]:
        """Return the filters that tell notes apart: with two values ``present`` or more, or one ticked."""
        found: list[FilterKind] = []
        for kind in self._all({*present.get("table", ()), *ticked.get("table", ())}):
            values = tuple(
                v
                for v in kind.values
                if v.value in present.get(v.facet, ()) or v.value in ticked.get(v.facet, ())
            )
            chosen = any(v.value in ticked.get(v.facet, ()) for v in values)
            if chosen or len(values) > 1 or (values and kind.key == "marks"):
                found.append(FilterKind(kind.key, kind.words, values))
        return found

    def _all(self, tables: Iterable[str]) -> list[FilterKind]:
        words = self._context.words
        return [
            _kind("persona", self.tr("About"), self._personas()),
            _kind("kind", self.tr("Kind"), [(code, words.kind(code)) for code in KINDS]),
            _kind("place", self.tr("Place"), zip(PLACES, self._places(), strict=True)),
            _kind("basis", self.tr("How known"), [(code, words.basis(code)) for code in BASES]),
            _kind("step", self.tr("Step"), [(s.id, s.title) for s in self._context.method().steps]),
            _kind("meeting", self.tr("Meeting"), self._meetings()),
            _kind("channel", self.tr("Channel"), [(code, words.channel(code)) for code in CHANNELS]),
            _kind("table", self.tr("Table"), self._tables(tables)),
            _kind(
                "speakers", self.tr("From"), [(code, words.speaker_group(code)) for code in SPEAKER_GROUPS]
            ),
            FilterKind(
                "marks",
                self.tr("Mark"),
                (
                    FilterValue("starred", YES, self.tr("Key quote")),
                    FilterValue("picture", YES, self.tr("With a picture")),
                ),
            ),
        ]

    def _personas(self) -> list[tuple[str, str]]:
        named = [(persona.id, persona.name) for persona in self._context.dialogue.state.all_personas]
        return [*named, (_NONE, self.tr("Nobody in particular"))]

    def _places(self) -> tuple[str, str, str]:
        return self.tr("Not yet grouped"), self.tr("Grouped"), self.tr("Fits nowhere")

    def _meetings(self) -> list[tuple[str, str]]:
        words = self._context.words
        named = [(m.id, m.name or words.channel(m.channel)) for m in self._context.dialogue.state.meetings]
        return [*named, (_NONE, self.tr("No meeting"))]

    def _tables(self, tables: Iterable[str]) -> list[tuple[str, str]]:
        numbers = sorted(int(value) for value in tables if value != _NO_TABLE)
        named = [(str(number), self.tr("Table {number}").format(number=number)) for number in numbers]
        return [*named, (_NO_TABLE, self.tr("No table"))]


def _kind(key: str, words: str, values: Iterable[tuple[str, str]]) -> FilterKind:
    return FilterKind(key, words, tuple(FilterValue(key, value, text) for value, text in values))
