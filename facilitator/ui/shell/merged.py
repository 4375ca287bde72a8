"""What is said after files came together: how much was new, and what was not taken over."""

from __future__ import annotations

from facilitator.domain.state import State
from facilitator.services.merging import MergeReport, held_texts
from facilitator.ui.kit.messages import Words
from facilitator.ui.kit.notices import Notice

_SHOWN = 2
_LONGEST = 40


def merged_notice(words: Words, state: State, text: str, report: MergeReport, key: str = "") -> Notice:
    """Return the notice with ``text`` on what came in; it stays when texts met an erasure."""
    texts = held_texts(state, report.held)
    if not texts:
        return Notice("info", text, key=key)
    shown = [f"“{one[: _LONGEST - 1]}…”" if len(one) > _LONGEST else f"“{one}”" for one in texts[:_SHOWN]]
    where = "; ".join(one.replace("\n", " ") for one in shown) + ("; …" if len(texts) > _SHOWN else "")
    return Notice(
        "warning", f"{text} {words.message('merge.held', {'count': len(texts), 'where': where})}", key=key
    )
