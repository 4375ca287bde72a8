"""Groups of texts that clearly belong together, each with the words that say so; all else stays loose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.similarity.linkage import Graph, Told, alike, average_linkage
from facilitator.similarity.titles import reasons_as_written, title_of
from facilitator.similarity.vectors import Joins, Vectors, vectorise
from facilitator.similarity.words import Reader, Word

CUT = 0.2
"""Notes of a group are at least so alike on average, 0..1."""
PAIR_CUT = 0.4
"""Two notes alone make a group only when they are so alike."""
LARGEST = 24
"""More notes are not looked through at a glance."""
JOIN_CUT = 0.24
"""A note joins a group that is there when it is so alike to its notes on average."""
_CLEAR = 1.5
_SHARED = 0.5
_OWN = 0.8
_CORE, _REASONS = 3, 5
_WORD = 4


@dataclass(frozen=True, slots=True)
class Text:
    """One text to be grouped; ``language`` may be empty."""

    key: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """A group that is there already, with its title and texts."""

    key: str
    title: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One group that was found.

    Attributes:
        keys: The texts, in their order.
        reasons: The words they share as people wrote them, most telling first.
        title: A name made of these words.
        home: The group they join, or empty for a new one.
        sureness: How alike the texts are on average, 0..1.
    """

    keys: tuple[str, ...]
    reasons: tuple[str, ...]
    title: str
    home: str
    sureness: float


def find_groups(
    loose: Iterable[Text],
    homes: Iterable[Home],
    reader: Reader,
    told: Told,
    ignored: frozenset[str] = frozenset(),
) -> list[Found]:
    """Return small and sure groups among the loose texts, surest and largest first.

    The order of ``loose`` and ``homes`` makes no difference: texts are taken in the order of their keys.
    ``ignored`` are stems that do not count, such as those of names.
    """
    table = _Table(
        sorted(loose, key=lambda text: text.key), sorted(homes, key=lambda home: home.key), reader, ignored
    )
    graph = alike(table.vectors, range(table.loose), lambda done: told(0.05 + 0.75 * done))
    found = table.joining(graph)
    gone = {at for group in found for at in group.members}
    free = {
        at: {other: value for other, value in row.items() if other < table.loose and other not in gone}
        for at, row in graph.items()
        if at not in gone
    }
    for members in average_linkage(free, CUT, LARGEST, lambda done: told(0.8 + 0.19 * done)):
        group = table.sure(members, graph)
        if group is not None:
            found.append(group)
    found.sort(key=lambda group: (-group.sureness * len(group.members), group.members))
    return [table.told(group) for group in found]


@dataclass(frozen=True, slots=True)
class _Group:
    members: list[int]
    reasons: list[int]
    sureness: float
    home: int = -1


class _Table:
    """All texts laid out: first the loose ones, then those of every home and its title."""

    def __init__(
        self, loose: Sequence[Text], homes: Sequence[Home], reader: Reader, ignored: frozenset[str]
    ) -> None:
        self._homes = homes
        self.loose = len(loose)
        self._texts = list(loose)
        self._home_of: dict[int, int] = {}
        for number, home in enumerate(homes):
            for text in (*sorted(home.texts, key=lambda text: text.key), Text(home.key, home.title)):
                self._home_of[len(self._texts)] = number
                self._texts.append(text)
        self._words: list[list[Word]] = _read(self._texts, reader)
        self._joins = Joins(self._words)
        self.vectors: Vectors = vectorise(self._words, self._joins, ignored)

    # --- groups that are there ---

    def joining(self, graph: Graph) -> list[_Group]:
        """Return per home the loose texts that clearly belong to it."""
        sizes = Counter(self._home_of.values())
        cores = self._cores(sizes)
        joins: dict[int, list[tuple[int, float]]] = {}
        for at in range(self.loose):
            sums: dict[int, float] = {}
            for other, value in sorted(graph[at].items()):
                if other >= self.loose:
                    home = self._home_of[other]
                    sums[home] = sums.get(home, 0.0) + value
            ranked = sorted((-total / sizes[home], home) for home, total in sums.items())
            if not ranked or -ranked[0][0] < JOIN_CUT:
                continue
            value, home = -ranked[0][0], ranked[0][1]
            second = -ranked[1][0] if len(ranked) > 1 else 0.0
            if value >= _CLEAR * second and len(cores[home].intersection(self.vectors.rows[at])) >= 2:
                joins.setdefault(home, []).append((at, value))
        found: list[_Group] = []
        for home, entries in sorted(joins.items()):
            members = [at for at, _value in entries]
            shared = Counter(
                feature for at in members for feature in self.vectors.rows[at] if feature in cores[home]
            )
            sureness = sum(value for _at, value in entries) / len(entries)
            found.append(_Group(members, self._ranked(shared)[:_REASONS], sureness, home))
        return found

    def _cores(self, sizes: Counter[int]) -> dict[int, set[int]]:
        """Return per home the features that at least two of its texts share, the title being one of them."""
        counts: dict[int, Counter[int]] = {home: Counter() for home in sizes}
        for at, home in self._home_of.items():
            counts[home].update(self.vectors.rows[at].keys())
        return {
            home: {feature for feature, count in found.items() if count >= max(2, sizes[home] / 3)}
            for home, found in counts.items()
        }

    # --- new groups ---

    def sure(self, members: list[int], graph: Graph) -> _Group | None:
        """Return what of these texts hangs together by words that can be named, or None."""
        rows, weak = self.vectors.rows, self.vectors.weak
        counts = Counter(feature for at in members for feature in rows[at])
        needed = max(2.0, _SHARED * len(members))
        reasons = self._ranked(Counter({f: count for f, count in counts.items() if count >= needed}))
        reasons = reasons[:_REASONS]
        strong = {feature for feature in reasons if not weak[feature]}
        strong = set([feature for feature in reasons if feature in strong][:_CORE])
        # A word nearly all of whose users are here is reason enough by itself.
        own = {f for f in strong if counts[f] >= max(3.0, _OWN * len(self.vectors.having[f]))}
        kept = [
            at
            for at in members
            if strong.intersection(rows[at])
            and (own.intersection(rows[at]) or sum(feature in rows[at] for feature in reasons) >= 2)
        ]
        if len(kept) < 2:
            return None
        sureness = _average(kept, graph)
        if sureness < (PAIR_CUT if len(kept) == 2 else CUT):
            return None
        shared = Counter(feature for at in kept for feature in rows[at] if feature in reasons)
        told = [feature for feature in self._ranked(shared) if shared[feature] > 1]
        return _Group(kept, told, sureness)

    def _ranked(self, counts: Counter[int]) -> list[int]:
        tells = self.vectors.tells
        return sorted(counts, key=lambda feature: (-counts[feature] * tells[feature], feature))

    # --- in words ---

    def told(self, group: _Group) -> Found:
        """Return a group with its reasons and a title as people would write them."""
        texts = [self._texts[at] for at in group.members]
        words = [self._words[at] for at in group.members]
        stems = _apart([self.vectors.names[feature] for feature in group.reasons])
        reasons = reasons_as_written(stems, words, self._joins)
        home = self._homes[group.home] if group.home >= 0 else None
        title = home.title if home is not None else title_of(stems, reasons, words, self._joins)
        return Found(
            tuple(text.key for text in texts),
            tuple(reasons),
            title,
            home.key if home is not None else "",
            group.sureness,
        )


def _average(members: Sequence[int], graph: Graph) -> float:
    pairs = len(members) * (len(members) - 1)
    return sum(graph[one].get(two, 0.0) for one in members for two in members if one != two) / pairs


def _apart(stems: Sequence[str]) -> list[str]:
    """Return the stems without those that have an earlier one in them, or lie in one."""
    found: list[str] = []
    for stem in stems:
        if not any(_holds(stem, other) or _holds(other, stem) for other in found):
            found.append(stem)
    return found


def _holds(whole: str, part: str) -> bool:
    return len(part) >= _WORD and part in whole


def _read(texts: Sequence[Text], reader: Reader) -> list[list[Word]]:
    """Return the words of all texts; those that do not tell their language are read in the usual one."""
    told = Counter(text.language or reader.language_of(text.text) for text in texts)
    del told[""]
    usual = min(told, key=lambda code: (-told[code], code)) if told else ""
    found: list[list[Word]] = []
    for text in texts:
        language = text.language or reader.language_of(text.text) or usual
        found.append(reader.words(text.text, language))
    return found
