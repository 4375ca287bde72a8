"""Read and check persona packs: folders of hand-written files, and single files people send each other."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from facilitator import paths
from facilitator.content.portraits import check_portrait
from facilitator.content.tables import LANGUAGE_PATTERN, KeyPath, Table, distinct
from facilitator.content.toml_files import content_fault, read_text, read_toml
from facilitator.domain.errors import UserError
from facilitator.domain.pack import PERSONA_TEXTS, PackPersona, PersonaPack
from facilitator.domain.text import clean

PACK_SUFFIX = ".personas.json"
PACK_FORMAT = "facilitator-personas"
PACK_VERSION = 1
PACK_FILE_LIMIT = 4 * 1024 * 1024
PERSONA_LIMIT = 60
_DATABASE = b"SQLite format 3\0"
_STRUCTURE_FILE = "pack.toml"
_LIMITS = {"age": 60, "line": 120, "story": 4000, "needs": 2000}


def load_pack(folder: Path) -> PersonaPack:
    """Return the pack in ``folder``: ``pack.toml``, a file per persona and its portrait beside it.

    Raises:
        UserError: ``content.fault`` with ``file``, ``line`` and ``reason``.
    """
    top = read_toml(folder / _STRUCTURE_FILE)
    if top.id() != folder.name:
        raise top.fault("id", f"id differs from the name of the folder: {folder.name}")
    titles = _titles(top.table("titles"))
    order = top.names("order", None)
    top.done()
    for path in sorted(folder.glob("*.toml")):
        if path.name != _STRUCTURE_FILE and path.stem not in order:
            raise content_fault(path, 1, f"persona not listed in order: {path.stem}")
    personas = tuple(_load_persona(folder, id, tuple(titles)) for id in order)
    return PersonaPack(id=folder.name, titles=titles, personas=personas)


def _load_persona(folder: Path, id: str, languages: tuple[str, ...]) -> PackPersona:
    table = read_toml(folder / f"{id}.toml")
    persona = PackPersona(
        id=id,
        name=table.line("name", 80),
        made_with=table.line("made_with", needed=False),
        texts={language: _texts(table.table(language), needed=True) for language in languages},
        portrait=_load_portrait(folder / f"{id}.svg"),
    )
    table.done()
    return persona


def _load_portrait(path: Path) -> str:
    if not os.path.exists(path):
        return ""
    svg = read_text(path)
    try:
        return check_portrait(svg)
    except UserError as error:
        raise content_fault(path, 1, f"portrait refused, {error.details['reason']}") from None


def _titles(table: Table) -> dict[str, str]:
    titles: dict[str, str] = {}
    for language in table.given():
        if not LANGUAGE_PATTERN.fullmatch(language):
            raise table.fault(language, f"not a language: {clean(language)[:20]}")
        titles[language] = table.line(language, 80)
    if not titles:
        raise table.fault(None, "empty: titles")
    return titles


def _texts(table: Table, *, needed: bool) -> dict[str, str]:
    texts = {field: table.text(field, _LIMITS[field], needed=needed) for field in PERSONA_TEXTS}
    table.done()
    return texts


def write_pack_file(path: Path, pack: PersonaPack) -> None:
    """Write the pack as one JSON file with its portraits inside; replaces ``path`` whole or not at all.

    Raises:
        UserError: ``pack.write_failed`` with ``file``.
    """
    data = {
        "format": PACK_FORMAT,
        "version": PACK_VERSION,
        "id": pack.id,
        "titles": dict(pack.titles),
        "personas": [
            {
                "id": persona.id,
                "name": persona.name,
                "made_with": persona.made_with,
                "texts": {language: dict(texts) for language, texts in persona.texts.items()},
                "portrait": persona.portrait,
            }
            for persona in pack.personas
        ],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    if _is_dialogue(path):
        raise UserError("pack.write_failed", file=path.name)
    beside = path.with_name(f".{path.name[:40]}.{os.getpid()}.part")
    try:
        try:
            beside.write_text(text, encoding="utf-8", newline="\n")
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError:
        raise UserError("pack.write_failed", file=path.name) from None


def _is_dialogue(path: Path) -> bool:
    try:
        with paths.open_plain(path) as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def read_pack_file(path: Path) -> PersonaPack:
    """Return the pack in a file somebody sent, every field and portrait checked.

    Raises:
        UserError: ``pack.missing``, ``pack.too_large``, ``pack.foreign`` or ``pack.newer`` with ``file``;
            ``pack.damaged`` with ``file`` and ``reason``; ``portrait.refused``.
    """
    top = Table(_json_object(path), lambda keys, reason: _damaged(path, keys, reason))
    if not top.has("format") or top.line("format", needed=False) != PACK_FORMAT:
        raise UserError("pack.foreign", file=path.name)
    if top.number("version", 1, 2**31) > PACK_VERSION:
        raise UserError("pack.newer", file=path.name)
    tables = top.tables("personas")
    personas = tuple(_persona(table) for table in tables)
    distinct(tables, [persona.id for persona in personas])
    pack = PersonaPack(id=top.id(), titles=_titles(top.table("titles")), personas=personas)
    top.done()
    return pack


def _json_object(path: Path) -> Mapping[str, object]:
    try:
        with paths.open_plain(path) as file:
            raw = file.read(PACK_FILE_LIMIT + 1)
    except OSError:
        raise UserError("pack.missing", file=path.name) from None
    if len(raw) > PACK_FILE_LIMIT:
        raise UserError("pack.too_large", file=path.name, limit=PACK_FILE_LIMIT // (1024 * 1024))
    try:
        data: object = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UserError("pack.foreign", file=path.name) from None
    if not isinstance(data, dict):
        raise UserError("pack.foreign", file=path.name)
    return cast("Mapping[str, object]", data)


def _persona(table: Table) -> PackPersona:
    """Return a persona from a pack file; people may have left texts empty."""
    spoken = table.table("texts")
    texts: dict[str, dict[str, str]] = {}
    for language in spoken.given():
        if not LANGUAGE_PATTERN.fullmatch(language):
            raise spoken.fault(language, f"not a language: {clean(language)[:20]}")
        texts[language] = _texts(spoken.table(language), needed=False)
    portrait = table.text("portrait", PACK_FILE_LIMIT, needed=False)
    persona = PackPersona(
        id=table.id(),
        name=table.line("name", 80),
        made_with=table.line("made_with", needed=False),
        texts=texts,
        portrait=check_portrait(portrait) if portrait else "",
    )
    table.done()
    return persona


def _damaged(path: Path, keys: KeyPath, reason: str) -> UserError:
    place = clean(".".join(str(key)[:40] for key in keys))
    return UserError("pack.damaged", file=path.name, reason=f"{place}: {reason}" if place else reason)
