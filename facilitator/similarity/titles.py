"""Why texts belong together, and what their group could be called, in the words people wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facilitator.similarity.vectors import Joins
from facilitator.similarity.words import Word

_TITLE_WORDS = 3


def reasons_as_written(stems: Sequence[str], texts: Sequence[Sequence[Word]], joins: Joins) -> list[str]:
    """Return each stem as most of these texts write it; of equals the shortest, then by the alphabet."""
    forms: dict[str, Counter[str]] = {stem: Counter() for stem in stems}
    parts: dict[str, Counter[str]] = {stem: Counter() for stem in stems}
    for words in texts:
        for word in words:
            if (base := joins.base(word)) in forms:
                forms[base][word.written] += 1
            for part in joins.parts(word):
                if part in parts:
                    parts[part][word.written] += 1
    written = [_form(forms[stem]) or _form(parts[stem]) for stem in stems]
    return list(dict.fromkeys(form for form in written if form))


def _form(forms: Counter[str]) -> str:
    if not forms:
        return ""
    # A capital at the start of a sentence says nothing: with a small letter elsewhere the small one holds.
    merged: Counter[str] = Counter()
    for form, count in forms.items():
        small = form[:1].lower() + form[1:]
        merged[small if small in forms else form] += count
    return min(merged, key=lambda form: (-merged[form], len(form), form))


def title_of(
    stems: Sequence[str], reasons: Sequence[str], texts: Sequence[Sequence[Word]], joins: Joins
) -> str:
    """Return a name: the telling words in a row as somebody wrote them, else the first ones with commas."""
    wanted = {stem: len(stems) - place for place, stem in enumerate(stems[:_TITLE_WORDS])}
    runs: dict[tuple[str, ...], Counter[str]] = {}
    for words in texts:
        for run in _runs(words, frozenset(wanted), joins):
            stem_run = tuple(joins.base(word) for word in run)
            runs.setdefault(stem_run, Counter())[" ".join(word.written for word in run)] += 1
    repeated = [run for run, forms in runs.items() if forms.total() > 1]
    if not repeated:
        return _capital(", ".join(reasons[:_TITLE_WORDS]))
    best = min(repeated, key=lambda run: (-sum(wanted[stem] for stem in run), -runs[run].total(), run))
    return _capital(_form(runs[best]))


def _runs(words: Sequence[Word], wanted: frozenset[str], joins: Joins) -> list[Sequence[Word]]:
    """Return the rows of two or more different wanted words that stand side by side."""
    found: list[Sequence[Word]] = []
    for start in range(len(words)):
        seen = {joins.base(words[start])}
        for end in range(start + 1, len(words)):
            base = joins.base(words[end])
            if words[end].place != words[end - 1].place + 1 or base in seen:
                break
            seen.add(base)
            if seen <= wanted:
                found.append(words[start : end + 1])
    return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
