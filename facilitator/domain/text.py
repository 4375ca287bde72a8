"""One door for text from people: ``clean`` what comes in, refuse what cannot be kept."""

from __future__ import annotations

import unicodedata

from facilitator.domain.errors import UserError

NOTE_LIMIT = 10_000
TITLE_LIMIT = 300
TEXT_LIMIT = 20_000

# Overrides and isolates can make one text look like another; ZWJ, ZWNJ and the plain direction
# marks stay, because Arabic, Farsi and joined emoji need them.
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DROPPED_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn"})


def clean(text: str) -> str:
    r"""Return ``text`` as it is stored: NFC, without controls, surrogates or bidi overrides.

    Line ends become ``\n``, tabs a space, outer white space goes. Total and idempotent.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = text.replace("\t", " ").replace("\ufeff", "")
    kept = "".join(ch for ch in text if _kept(ch))
    return unicodedata.normalize("NFC", kept).strip()


def _kept(ch: str) -> bool:
    if ch == "\n":
        return True
    if ch in _BIDI_CONTROLS:
        return False
    return unicodedata.category(ch) not in _DROPPED_CATEGORIES


def clean_line(text: str, limit: int = TITLE_LIMIT) -> str:
    """Return ``text`` cleaned and on one line.

    Raises:
        UserError: ``text.too_long`` with ``limit`` and ``length``.
    """
    line = " ".join(clean(text).split())
    if len(line) > limit:
        raise UserError("text.too_long", limit=limit, length=len(line))
    return line


def clean_block(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return ``text`` cleaned, line ends kept.

    Raises:
        UserError: ``text.too_long`` with ``limit`` and ``length``.
    """
    block = clean(text)
    if len(block) > limit:
        raise UserError("text.too_long", limit=limit, length=len(block))
    return block


def clean_note(text: str) -> str:
    """Return the text of one sticky note, ready to store.

    Raises:
        UserError: ``note.empty``; ``note.too_long`` with ``limit`` and ``length``.
    """
    note = clean(text)
    if not note:
        raise UserError("note.empty")
    if len(note) > NOTE_LIMIT:
        raise UserError("note.too_long", limit=NOTE_LIMIT, length=len(note))
    return note


def note_lines(text: str) -> list[str]:
    """Split pasted ``text`` into notes, one a line; empty lines and list bullets go."""
    lines = (
        line.lstrip("•-*–·▪ ").strip() if line.lstrip()[:1] in "•-*–·▪" else line
        for line in clean(text).split("\n")
    )
    return [line for line in (" ".join(raw.split()) for raw in lines) if line]


def fold(text: str) -> str:
    """Return ``text`` for comparing: lower case, without diacritics."""
    # Once more after decomposing: a mathematical capital only then becomes a capital letter.
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch))


def slug(text: str, fallback: str = "naam", limit: int = 60) -> str:
    """Return an ASCII name for files and ids: ``a-z0-9`` and single hyphens, at most ``limit`` long."""
    ascii_text = "".join(ch if ch.isascii() and ch.isalnum() else "-" for ch in fold(text))
    parts = [part for part in ascii_text.split("-") if part]
    return "-".join(parts)[:limit].strip("-") or fallback
