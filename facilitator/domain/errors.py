"""The two kinds of failure: the world's fault (``UserError``) and ours (anything else)."""

from __future__ import annotations


class UserError(Exception):
    """The world's fault: shown in plain words with what to do next.

    Attributes:
        code: Dotted key such as ``"store.disk_full"``; every code has a text in each language.
        details: Values for the place markers of that text.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        parts = ", ".join(f"{key}={value!r}" for key, value in self.details.items())
        return f"{self.code}({parts})" if parts else self.code
