"""One door for text from people: ``clean`` what comes in, refuse what cannot be kept."""

from __future__ import annotations

import unicodedata

from facilitator.domain.errors import UserError

NOTE_LIMIT = 10_000
TITLE_LIMIT = 300
TEXT_LIMIT = 20_000
PASTE_LIMIT = 100_000
"""Characters that may be pasted into a field at once: more than any text may have, yet laid out at once."""
PASTED_NOTES_LIMIT = 5_000
PASTED_LINES_LIMIT = 1_000_000
"""Characters of all the lines that may be pasted as notes at once."""

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
    # Few characters differ in a long text: looking each one up once keeps megabytes quick.
    dropped = {ord(ch): None for ch in set(text) if not _kept(ch)}
    kept = text.translate(dropped) if dropped else text
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


def pasted_notes(text: str) -> list[str]:
    """Split pasted ``text`` as ``note_lines`` does, unless it is more than a window can show at once.

    Raises:
        UserError: ``paste.too_long`` with ``limit`` and ``length``; ``paste.too_many`` with ``limit``
            and ``count``.
    """
    if len(text) > PASTED_LINES_LIMIT:
        raise UserError("paste.too_long", limit=PASTED_LINES_LIMIT, length=len(text))
    lines = note_lines(text)
    if len(lines) > PASTED_NOTES_LIMIT:
        raise UserError("paste.too_many", limit=PASTED_NOTES_LIMIT, count=len(lines))
    if len(lines) == 1:
        refuse_long_paste(lines[0])
    return lines


def refuse_long_paste(text: str) -> None:
    """Refuse to put into a field what no field can hold.

    Raises:
        UserError: ``paste.too_long`` with ``limit`` and ``length``.
    """
    if len(text) > PASTE_LIMIT:
        raise UserError("paste.too_long", limit=PASTE_LIMIT, length=len(text))


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
