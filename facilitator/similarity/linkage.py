"""Average linkage with a cut: what is not clearly alike stays loose."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from heapq import heappop, heappush, nlargest

from facilitator.similarity.vectors import Vectors

Told = Callable[[float], None]
"""Is told how far the work is, 0..1; may raise to stop it."""
Graph = dict[int, dict[int, float]]
_FAINT = 0.06
_NEIGHBOURS = 60
_BUDGET = 16_000_000


def alike(vectors: Vectors, asked: Iterable[int], told: Told) -> Graph:
    """Return per asked text the texts like it and how much, 0..1, found through the words they share.

    What so many have that comparing them would take minutes tells too little to look at.
    """
    texts = list(asked)
    used = _telling(vectors, len(texts))
    graph: Graph = {at: {} for at in texts}
    having, rows = vectors.having, vectors.rows
    # Beside who has a feature how much (nothing where it is not looked at): looking that up per pair
    # would cost as much again.
    weights = [
        [rows[other][feature] for other in others] if used[feature] else []
        for feature, others in enumerate(having)
    ]
    for count, at in enumerate(texts):
        if count % 64 == 0:
            told(count / len(texts))
        sums: dict[int, float] = {}
        for feature, weight in rows[at].items():
            for other, theirs in zip(having[feature], weights[feature], strict=False):
                sums[other] = sums.get(other, 0.0) + weight * theirs
        sums.pop(at, None)
        near = [(value, -other) for other, value in sums.items() if value >= _FAINT]
        for value, other in nlargest(_NEIGHBOURS, near) if len(near) > _NEIGHBOURS else near:
            graph[at][-other] = value
    for at in texts:
        for other, value in list(graph[at].items()):
            if other in graph:
                graph[other][at] = value
    return graph


def _telling(vectors: Vectors, asked: int) -> list[bool]:
    """Return which features are looked at: the rare ones, as far as the budget goes."""
    used = [False] * len(vectors.names)
    spent = 0
    for feature in sorted(range(len(used)), key=lambda feature: (len(vectors.having[feature]), feature)):
        number = len(vectors.having[feature])
        spent += number * min(number, asked)
        if spent > _BUDGET:
            break
        used[feature] = True
    return used


def average_linkage(graph: Graph, cut: float, largest: int, told: Told) -> list[list[int]]:
    """Return groups of 2..``largest`` texts whose likeness is ``cut`` or more on average.

    The closest two groups go together first; of equally close ones those with the lowest numbers.
    """
    members = {at: [at] for at in graph}
    # Between two groups: the sum of the likeness of all pairs.
    between = {at: dict(sorted(row.items())) for at, row in graph.items()}
    pairs = [
        (-value, at, other)
        for at, row in between.items()
        for other, value in row.items()
        if at < other and value >= cut
    ]
    # Last is closest. A heap is for what comes up on the way; for all pairs sorting once is quicker.
    pairs.sort(reverse=True)
    heap: list[tuple[float, int, int]] = []
    steps = 0
    while pairs or heap:
        steps += 1
        if steps % 256 == 0:
            told(1.0 - 1.0 / (1.0 + steps / len(graph)))
        value, one, two = heappop(heap) if heap and (not pairs or heap[0] < pairs[-1]) else pairs.pop()
        if one not in members or two not in members:
            continue
        size = len(members[one]) * len(members[two])
        # An entry from before one of the two grew no longer counts.
        if between[one].get(two, 0.0) / size != -value or len(members[one]) + len(members[two]) > largest:
            continue
        members[one] += members.pop(two)
        _join(between, one, two)
        for other, total in between[one].items():
            average = total / (len(members[one]) * len(members[other]))
            if average >= cut:
                heappush(heap, (-average, min(one, other), max(one, other)))
    return [sorted(group) for group in members.values() if len(group) > 1]


def _join(between: Graph, one: int, two: int) -> None:
    for other, total in between.pop(two).items():
        del between[other][two]
        if other != one:
            between[one][other] = between[other][one] = between[one].get(other, 0.0) + total
