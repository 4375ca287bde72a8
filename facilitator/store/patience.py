"""How whoever uses a store waits for a disk: by waiting, unless a window wants to go on painting."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

T = TypeVar("T")
LONG = 3_600.0
TURN = 200
"""So many notes are made before others have a turn."""


class Waiter(Protocol):
    """Somebody who has something else to do meanwhile."""

    def until(self, wait: Callable[[float], bool]) -> object:
        """As ``Patience.until``."""
        ...

    def aside(self, work: Callable[[], T], words: str = "") -> T:
        """As ``Patience.aside``."""
        ...

    def breathe(self) -> None:
        """As ``Patience.breathe``."""
        ...


class Patience:
    """Waits, or leaves it to ``waiter`` to wait."""

    def __init__(self) -> None:
        self.waiter: Waiter | None = None

    def until(self, wait: Callable[[float], bool]) -> None:
        """Return when ``wait(seconds)``, which waits at most so long, tells that it is over."""
        if self.waiter is not None:
            self.waiter.until(wait)
            return
        while not wait(LONG):
            pass

    @contextmanager
    def at_once(self) -> Generator[None]:
        """Let nobody go on meanwhile: for who must not be disturbed, as in the middle of painting."""
        waiter, self.waiter = self.waiter, None
        try:
            yield
        finally:
            self.waiter = waiter

    def breathe(self) -> None:
        """Let others have a turn between two pieces of much work."""
        if self.waiter is not None:
            self.waiter.breathe()

    def in_turns(self, items: Iterable[T]) -> Iterator[T]:
        """Give the items, with a turn for others now and then: there may be thousands."""
        for nth, item in enumerate(items, 1):
            yield item
            if not nth % TURN:
                self.breathe()

    def aside(self, work: Callable[[], T], words: str = "") -> T:
        """Do what takes long, as reading another file; in it nothing of the dialogue may change.

        Args:
            words: What is being done, for people.
        """
        return work() if self.waiter is None else self.waiter.aside(work, words)
