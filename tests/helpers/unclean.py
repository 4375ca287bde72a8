"""Text nobody should find in a file as it came, and a look by plain SQL whether it is there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

from facilitator.domain.schema import DEFAULTS
from facilitator.domain.text import clean
from facilitator.store import engine

NASTY = " \ufeffbe\u0301n \x07bel\x00\x1b[31m \u202erev\u2066iso\u2069 los\ud83d\tnu\r\nzin\u2029twee\ue000 "
"""A lone surrogate, bidi overrides and isolates, controls, NFD, a private letter, odd line ends."""
VERBATIM = {("dialogue", "method_data"), ("persona", "portrait"), ("picture", "data")}
"""Not words: a method, a drawing and a picture, checked by what reads them."""


def unclean(path: Path) -> list[tuple[str, str, str]]:
    """Return table, field and text of everything in a file that ``clean`` would change."""
    found: list[tuple[str, str, str]] = []
    with closing(engine.connect(path, readonly=True)) as db:
        for entity, defaults in DEFAULTS.items():
            for field in ("id", *defaults):
                if (entity, field) in VERBATIM:
                    continue
                for (value,) in db.execute(f'SELECT "{field}" FROM "{entity}"'):
                    default = defaults.get(field)
                    packed = isinstance(default, tuple | dict) and isinstance(value, str)
                    found += [
                        (entity, field, text) for text in _texts(json.loads(value) if packed else value)
                    ]
        for entity, id, field, value in db.execute("SELECT entity, id, field, value FROM event"):
            if (entity, field) not in VERBATIM and value is not None:
                found += [("event", f"{entity}.{field}", text) for text in (id, *_texts(json.loads(value)))]
        for row in db.execute("SELECT src, kind, label FROM edit"):
            found += [("edit", "", text) for text in row]
    return [one for one in found if clean(one[2]) != one[2]]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _texts(item)
    elif isinstance(value, dict):
        for key, item in cast("dict[str, object]", value).items():
            yield key
            yield from _texts(item)
