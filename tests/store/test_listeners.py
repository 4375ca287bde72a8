from __future__ import annotations

from facilitator.store.listeners import Listeners


def test_everybody_is_told_until_they_leave() -> None:
    heard: list[tuple[str, int]] = []
    listeners = Listeners[int]()
    leave = listeners.add(lambda n: heard.append(("a", n)))
    listeners.add(lambda n: heard.append(("b", n)))
    listeners.tell(1)
    leave()
    leave()
    listeners.tell(2)
    assert heard == [("a", 1), ("b", 1), ("b", 2)]
