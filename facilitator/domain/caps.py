"""What a value from a foreign file must be, beyond its type: known words, sane numbers, storable text."""

from __future__ import annotations

import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import cast

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.domain.pictures import PIXEL_LIMIT, bare_picture, told_size
from facilitator.domain.pictures import TEXT_LIMIT as PICTURE_TEXT_LIMIT
from facilitator.domain.schema import Value
from facilitator.domain.text import NOTE_LIMIT, TEXT_LIMIT, clean

ID_LIMIT = 200
COUNT_LIMIT = 10_000_000

REFERENCES: dict[tuple[str, str], str] = {
    ("note", "persona"): "persona",
    ("note", "meeting"): "meeting",
    ("note", "insights"): "insight",
    ("insight", "goals"): "goal",
    ("insight", "merged_into"): "insight",
    ("insight", "split_from"): "insight",
    ("goal", "merged_into"): "goal",
    ("goal", "split_from"): "goal",
    ("advice", "goal"): "goal",
    ("advice", "insights"): "insight",
    ("reply", "advice"): "advice",
    ("action", "advice"): "advice",
    ("note", "picture"): "picture",
    ("dialogue", "cover"): "picture",
    ("dialogue", "logo"): "picture",
    ("spot", "note"): "note",
    ("pile", "ballot"): "ballot",
}
"""(entity, field) -> the entity it names."""

CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("dialogue", "language"): ("nl", "en"),
    ("dialogue", "publication"): e.PUBLICATIONS,
    ("dialogue", "anonymity"): e.ANONYMITIES,
    ("meeting", "channel"): e.CHANNELS,
    ("meeting", "group"): e.SPEAKER_GROUPS,
    ("note", "kind"): e.KINDS,
    ("note", "basis"): e.BASES,
    ("note", "speaker_group"): ("", *e.SPEAKER_GROUPS),
    ("note", "consent"): e.CONSENTS,
    ("note", "source"): e.SOURCES,
    ("advice", "decision"): ("", "adopted", "rejected"),
    ("reply", "kind"): ("", *e.REPLY_KINDS),
    ("picture", "format"): ("png", "jpeg"),
    ("board", "arrangement"): e.ARRANGEMENTS,
    ("board", "colouring"): e.COLOURINGS,
    ("ballot", "subject"): e.BALLOT_SUBJECTS,
    ("ballot", "method"): e.BALLOT_METHODS,
    ("ballot", "unit"): e.BALLOT_UNITS,
    ("pile", "choice"): e.BALLOT_CHOICES,
    ("decision", "verdict"): e.VERDICTS,
}
DATES = frozenset(
    {("dialogue", "retention"), ("meeting", "date"), ("reply", "date"), ("action", "due"), ("draw", "date")}
)
_LIMITS = {
    ("note", "text"): NOTE_LIMIT,
    ("dialogue", "method_data"): 2 * 1024 * 1024,
    ("persona", "portrait"): 64 * 1024,
    ("picture", "data"): PICTURE_TEXT_LIMIT,
}
_VERBATIM = frozenset({("dialogue", "method_data"), ("persona", "portrait"), ("picture", "data")})
_LOWEST = {("dialogue", "threshold"): 1, ("dialogue", "smallest_group"): 1}
_HIGHEST = {("dialogue", "threshold"): 100, ("dialogue", "smallest_group"): 100}


def is_id(raw: object) -> bool:
    """Tell whether ``raw`` can be the id of an entity."""
    return isinstance(raw, str) and 0 < len(raw) <= ID_LIMIT and raw.isprintable() and clean(raw) == raw


def is_good(entity: str, field: str, value: Value) -> bool:
    """Tell whether a value of the right type is one the program could have written itself."""
    where = (entity, field)
    if where in CHOICES:
        return value in CHOICES[where]
    if where in DATES:
        return value == "" or _is_date(value)
    if isinstance(value, int) and not isinstance(value, bool):
        low, high = bounds(entity, field)
        return low <= value <= high
    if where == ("picture", "data"):
        return value == "" or _is_picture(value)
    limit = text_limit(entity, field)
    fits = is_storable if where in _VERBATIM else is_clean
    return all(len(text) <= limit and fits(text) for text in _texts(value))


def _is_picture(value: Value) -> bool:
    """Tell whether this is a PNG or JPEG that is nothing but its picture, not too large to be decoded."""
    if not isinstance(value, str) or len(value) > PICTURE_TEXT_LIMIT:
        return False
    raw = _decoded(value)
    found = told_size(raw)
    return found is not None and found[1] * found[2] <= PIXEL_LIMIT and bare_picture(raw) == raw


def _decoded(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except ValueError:
        return b""


def is_whole(entity: e.Entity) -> bool:
    """Tell whether the fields of an entity fit each other: a picture is what it says it is."""
    if not isinstance(entity, e.Picture) or not entity.data:
        return True
    return told_size(_decoded(entity.data)) == (entity.format, entity.width, entity.height)


def bounds(entity: str, field: str) -> tuple[int, int]:
    """Return the smallest and the largest number a field may hold."""
    if field == "seq" or entity == "spot":
        # What is put in front of the first gets the number below it; a board goes on to all sides.
        return -COUNT_LIMIT, COUNT_LIMIT
    return _LOWEST.get((entity, field), 0), _HIGHEST.get((entity, field), COUNT_LIMIT)


def text_limit(entity: str, field: str) -> int:
    """Return how many characters a text may have."""
    return _LIMITS.get((entity, field), TEXT_LIMIT)


def _is_date(value: Value) -> bool:
    try:
        return date.fromisoformat(str(value)).isoformat() == value
    except ValueError:
        return False


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from cast("tuple[str, ...]", value)
    elif isinstance(value, Mapping):
        for key, inner in cast("Mapping[str, object]", value).items():
            yield key
            yield from _texts(inner)


_ODD = frozenset("\r\t\ufeff\u2028\u2029")
_FORBIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_storable(text: str) -> bool:
    """Tell whether ``text`` is free of lone surrogates, control characters and bidi overrides."""
    if text.isprintable():
        return _FORBIDDEN.isdisjoint(text)
    return not any(
        ch in _FORBIDDEN or (unicodedata.category(ch) in {"Cc", "Cs"} and ch not in "\n\r\t") for ch in text
    )


def is_clean(text: str) -> bool:
    """Tell whether ``clean`` would leave ``text`` as it is; space around it and unknown letters may be."""
    if text.isascii() and text.isprintable():
        return True
    return is_storable(text) and _ODD.isdisjoint(text) and unicodedata.is_normalized("NFC", text)


def cleaned(entity: str, field: str, value: Value) -> Value:
    """Return a value as the program stores what people type; drawings and methods stay as they are."""
    if (entity, field) == ("picture", "data") and isinstance(value, str) and value:
        # Where it was taken, with what and by whom stays behind.
        raw = _decoded(value)
        bare = bare_picture(raw)
        return value if bare in (raw, b"") else b64encode(bare).decode("ascii")
    return value if (entity, field) in _VERBATIM else cast("Value", _mapped(value, clean))


def kept(entity: str, field: str, value: Value) -> Value:
    """Return a value as it may lie in a file: the last door, whatever came before it.

    Raises:
        UserError: ``text.too_long`` with ``limit`` and ``length``; ``data.bad_value``.
    """
    if value is None or isinstance(value, int):
        return value
    verbatim = (entity, field) in _VERBATIM
    found = value if verbatim else cast("Value", _mapped(value, _clean))
    limit = text_limit(entity, field)
    for text in _texts(found):
        if len(text) > limit:
            raise UserError("text.too_long", limit=limit, length=len(text))
        if verbatim and not text.isascii() and _has_halves(text):
            raise UserError("data.bad_value", entity=entity, field=field)
    return found


def _clean(text: str) -> str:
    # Most of what comes by is clean: a look says so much sooner than cleaning it.
    plain = text.isascii() and text.isprintable() and text[:1] != " " and text[-1:] != " "
    return text if plain else clean(text)


def _has_halves(text: str) -> bool:
    return any("\ud800" <= ch <= "\udfff" for ch in text)


def _mapped(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(change(text) for text in cast("tuple[str, ...]", value))
    if isinstance(value, Mapping):
        items = cast("Mapping[str, object]", value).items()
        return {change(key): _mapped(inner, change) for key, inner in items}
    return value
