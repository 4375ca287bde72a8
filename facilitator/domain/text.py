"""One door for text from people: ``clean`` what comes in, refuse what cannot be kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from facilitator.domain.errors import UserError

NOTE_LIMIT = 10_000
TITLE_LIMIT = 300
TEXT_LIMIT = 20_000
PASTE_LIMIT = 100_000
"""Characters that may be pasted into a field at once: more than any text may have, yet laid out at once."""
PASTED_WORD_LIMIT = 20_000
"""Characters without a space between them that a field can lay out at once."""
PASTED_NOTES_LIMIT = 5_000
PASTED_LINES_LIMIT = 12_000_000
"""Characters that may be pasted as notes at once."""
QUICK_PASTE = 100_000
"""Characters of a paste that are looked through before the next frame is due."""

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


def pasted_notes(text: str, rest: Callable[[], object] = lambda: None) -> list[str]:
    """Split pasted ``text`` into notes: one a line, a line too long for a note at its sentences.

    More lines than can be looked over are put together, as many as a note holds. Nothing is left out.

    Args:
        rest: Called now and then, to let others have a turn.

    Raises:
        UserError: ``paste.too_long`` with ``limit`` and ``length``.
    """
    if len(text) > PASTED_LINES_LIMIT:
        raise UserError("paste.too_long", limit=PASTED_LINES_LIMIT, length=len(text))
    lines: list[str] = []
    for stretch in _stretches(text):
        for line in note_lines(stretch):
            lines += split_note(line)
        rest()
    return _packed(lines) if len(lines) > PASTED_NOTES_LIMIT else lines


def _stretches(text: str) -> Iterator[str]:
    """Give ``text`` in parts of whole lines, each quickly looked through."""
    at = 0
    while len(text) - at > QUICK_PASTE:
        end = at + QUICK_PASTE
        ends = (text.rfind(mark, at, end) for mark in "\n\r\u2029\u2028 ")
        end = next((found + 1 for found in ends if found > at), end)
        yield text[at:end]
        at = end
    yield text[at:]


def _packed(lines: Iterable[str]) -> list[str]:
    """Put lines together, as many as a note holds."""
    found: list[str] = []
    here: list[str] = []
    length = 0
    for line in lines:
        if here and length + len(line) + 1 > NOTE_LIMIT:
            found.append("\n".join(here))
            here, length = [], 0
        here.append(line)
        length += len(line) + 1
    return [*found, "\n".join(here)] if here else found


def split_note(text: str, limit: int = NOTE_LIMIT) -> list[str]:
    """Return a text in pieces a note can hold: cut between paragraphs, sentences or words, else within one.

    Put together again, the pieces are the text but for the white space where it was cut.
    """
    found: list[str] = []
    text, at = text.strip(), 0
    while len(text) - at > limit:
        # Only what may be needed: megabytes are not to be copied for every piece.
        cut = _cut(text[at : at + limit + 2], limit)
        piece = text[at : at + cut].strip()
        if piece:
            found.append(piece)
        at += cut
        while at < len(text) and text[at].isspace():
            at += 1
    return [*found, text[at:]] if at < len(text) else found


def _cut(text: str, limit: int) -> int:
    least = limit // 2
    for mark in ("\n\n", "\n", ". ", "! ", "? ", "; ", ", ", " "):
        at = text.rfind(mark, least, limit - len(mark) + 1)
        if at > 0:
            return at + len(mark)
    at = limit
    # Not between a letter and what stands upon it, nor within a joined emoji.
    while at > least and (unicodedata.combining(text[at]) or "\u200d" in text[at - 1 : at + 1]):
        at -= 1
    return at


def refuse_long_paste(text: str) -> None:
    """Refuse to put into a field what no field can hold, or lay out before people notice.

    Raises:
        UserError: ``paste.too_long`` with ``limit`` and ``length``; ``paste.long_word`` likewise.
    """
    if len(text) > PASTE_LIMIT:
        raise UserError("paste.too_long", limit=PASTE_LIMIT, length=len(text))
    longest = max(map(len, text.split()), default=0)
    if longest > PASTED_WORD_LIMIT:
        raise UserError("paste.long_word", limit=PASTED_WORD_LIMIT, length=longest)


def fold(text: str) -> str:
    """Return ``text`` for comparing: lower case, without diacritics."""
    # Once more after decomposing: a mathematical capital only then becomes a capital letter.
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch))


_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names Windows keeps for itself, whatever ending they get."""


def slug(text: str, fallback: str = "naam", limit: int = 60) -> str:
    """Return an ASCII name for files and ids: ``a-z0-9`` and single hyphens, at most ``limit`` long."""
    ascii_text = "".join(ch if ch.isascii() and ch.isalnum() else "-" for ch in fold(text))
    parts = [part for part in ascii_text.split("-") if part]
    name = "-".join(parts)[:limit].strip("-") or fallback
    return f"{fallback}-{name}" if name in _DEVICES else name
