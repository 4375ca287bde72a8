"""A whole dialogue as one JSON text and back: state, and the log it came from."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, cast

from facilitator.domain import caps
from facilitator.domain.entities import DIALOGUE_ID, Entity
from facilitator.domain.errors import UserError
from facilitator.domain.schema import DEFAULTS, ENTITY_TYPES, Value, checked, decode, encode, non_default
from facilitator.domain.state import Tables
from facilitator.exchange.files import read_bytes

FORMAT = "facilitator-dialogue"
VERSION = 1
SIZE_LIMIT = 64 * 1024**2
"""Largest file read or written, in bytes."""

SECTIONS = {
    "meetings": "meeting",
    "personas": "persona",
    "notes": "note",
    "insights": "insight",
    "goals": "goal",
    "advices": "advice",
    "replies": "reply",
    "actions": "action",
    "gates": "gate",
    "participants": "participant",
    "quotas": "quota",
    "draws": "draw",
    "pictures": "picture",
    "boards": "board",
    "spots": "spot",
    "ballots": "ballot",
    "piles": "pile",
    "decisions": "decision",
}
"""Name of a list in the file -> entity."""

EditRow = tuple[str, int, str, str, int | None, bytes, bytes]
"""source, stamp, kind, label, undoes, chains it was made upon, its own chain (both empty: not told)"""
EventRow = tuple[str, int, int, str, str, str, str | None, bytes | None]
"""source, stamp, stamp of its edit, entity, id, field, value as JSON text (None: erased), proof"""

EDIT_KINDS = {"edit": False, "view": False, "erase": False, "undo": True, "redo": True}
"""Kind of edit -> whether it names the edit it takes back or does again."""

_STAMP_LIMIT = 2**53
_EVENT_WIDTHS = (5, 6)
_CHAIN_BYTES = 16
_PROOF_BYTES = (16, 24)
_SOURCE_LIMIT = 64


@dataclass(frozen=True, slots=True)
class Log:
    """Every edit and every event of a dialogue, as the store keeps them.

    Attributes:
        identity: Which dialogue it is, empty when that is not told.
    """

    edits: tuple[EditRow, ...]
    events: tuple[EventRow, ...]
    identity: bytes = b""


@dataclass(frozen=True, slots=True)
class DialogueFile:
    """What one JSON file holds.

    Attributes:
        entities: All of them, dead ones too, the dialogue first.
        log: The history, or None when the file tells only how things are.
    """

    entities: tuple[Entity, ...]
    log: Log | None


# ── writing ─────────────────────────────────────────────────────────────────


def dump(tables: Tables, log: Log) -> list[bytes]:
    """Return the file in pieces: one line per entity and per edit; the same dialogue gives the same bytes.

    Raises:
        UserError: ``exchange.too_large_to_write`` when it could not be read back.
    """
    pieces = [piece.encode() for piece in _lines(tables, log)]
    if sum(map(len, pieces)) > SIZE_LIMIT:
        raise UserError("exchange.too_large_to_write", limit_mb=SIZE_LIMIT // 1024**2)
    return pieces


def _lines(tables: Tables, log: Log) -> Iterator[str]:
    yield f'{{\n"format": {_json(FORMAT)},\n"version": {VERSION},\n'
    if log.identity:
        yield f'"identity": {_json(log.identity.hex())},\n'
    dialogue = tables["dialogue"].get(DIALOGUE_ID)
    yield f'"dialogue": {_json(_fields(dialogue) if dialogue else {"alive": False})}'
    for section, entity in SECTIONS.items():
        rows = sorted(tables.get(entity, {}).values(), key=lambda row: (getattr(row, "seq", 0), row.id))
        yield f',\n"{section}": '
        yield from _list({"id": row.id, **_fields(row)} for row in rows)
    yield ',\n"history": '
    yield from _list(_history(log))
    yield "\n}\n"


def _list(items: Iterable[object]) -> Iterator[str]:
    glue = "[\n"
    for item in items:
        yield glue + _json(item)
        glue = ",\n"
    yield "[]" if glue == "[\n" else "\n]"


def _fields(row: Entity) -> dict[str, Value]:
    fields = {name: _in_order(value) for name, value in non_default(row).items()}
    alive = fields.pop("alive", False)
    return fields if alive else {**fields, "alive": False}


def _in_order(value: Value) -> Value:
    """Return a table of texts with its keys sorted, as the log keeps it; memory keeps them as they came."""
    return cast("Value", json.loads(encode(value))) if isinstance(value, Mapping) else value


def _history(log: Log) -> Iterator[dict[str, object]]:
    events: dict[tuple[str, int], list[list[object]]] = {}
    for source, stamp, edit, *rest, proof in sorted(log.events, key=lambda event: event[:2]):
        shown = [] if proof is None else [proof.hex()]
        events.setdefault((source, edit), []).append([stamp, *rest, *shown])
    for source, stamp, kind, label, undoes, upon, chain in sorted(log.edits, key=lambda e: (e[1], e[0])):
        told: dict[str, object] = {"source": source, "stamp": stamp, "kind": kind, "label": label}
        if undoes is not None:
            told["undoes"] = undoes
        if chain:
            told |= {"upon": upon.hex(), "chain": chain.hex()}
        yield {**told, "events": events.get((source, stamp), [])}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


# ── reading ─────────────────────────────────────────────────────────────────


def load(path: Path) -> DialogueFile:
    """Read a file strictly: what is not understood wholly is refused wholly.

    Raises:
        UserError: ``exchange.missing``, ``exchange.not_readable``, ``exchange.too_large``,
            ``exchange.not_text``, ``exchange.not_json``, ``exchange.too_deep``, ``exchange.not_dialogue``,
            ``exchange.newer``; with ``where`` ``exchange.doubled_key``, ``exchange.unknown_key``,
            ``exchange.missing_key``, ``exchange.bad_value``, ``exchange.doubled_id``,
            ``exchange.dangling``.
    """
    top = _top(_parsed(path), path)
    with_history = "history" in top
    entities = [_dialogue(top["dialogue"], clean=not with_history)]
    for section, entity in SECTIONS.items():
        rows = _rows(top.get(section, []), section)
        entities.extend(
            _entity(entity, row, f"{section}[{n}]", clean=not with_history) for n, row in enumerate(rows)
        )
        _refuse_doubles(rows, section)
    _refuse_dangling(entities)
    identity = _bytes(top.get("identity", ""), (0, _CHAIN_BYTES), "identity")
    return DialogueFile(tuple(entities), _read_log(top["history"], identity) if with_history else None)


def _parsed(path: Path) -> object:
    raw = read_bytes(path, SIZE_LIMIT)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise UserError("exchange.not_text", path=str(path), line=line) from None
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise UserError("exchange.not_json", path=str(path), line=error.lineno) from None
    except ValueError:
        # A whole number of thousands of digits.
        raise UserError("exchange.not_json", path=str(path), line=1) from None
    except RecursionError:
        raise UserError("exchange.too_deep", path=str(path)) from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        counts = Counter(name for name, _ in pairs)
        doubled = next(name for name, count in counts.items() if count > 1)
        raise UserError("exchange.doubled_key", where=_short(doubled))
    return found


def _constant(text: str) -> NoReturn:
    raise UserError("exchange.bad_value", where=text)


def _top(raw: object, path: Path) -> Mapping[str, object]:
    if not isinstance(raw, dict):
        raise UserError("exchange.not_dialogue", path=str(path))
    top = cast("dict[str, object]", raw)
    if top.get("format") != FORMAT:
        raise UserError("exchange.not_dialogue", path=str(path))
    version = top.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise UserError("exchange.bad_value", where="version")
    if version > VERSION:
        raise UserError("exchange.newer", path=str(path), version=version, known=VERSION)
    for key in top:
        if key not in {"format", "version", "identity", "dialogue", "history", *SECTIONS}:
            raise UserError("exchange.unknown_key", where=_short(key))
    if "dialogue" not in top:
        raise UserError("exchange.missing_key", where="dialogue")
    return top


def _rows(raw: object, where: str) -> list[dict[str, object]]:
    if not isinstance(raw, list):
        raise UserError("exchange.bad_value", where=where)
    for n, row in enumerate(cast("list[object]", raw)):
        if not isinstance(row, dict):
            raise UserError("exchange.bad_value", where=f"{where}[{n}]")
    return cast("list[dict[str, object]]", raw)


def _dialogue(raw: object, *, clean: bool) -> Entity:
    if not isinstance(raw, dict) or "id" in raw:
        raise UserError("exchange.bad_value", where="dialogue")
    fields = cast("dict[str, object]", raw)
    return _entity("dialogue", {"id": DIALOGUE_ID, **fields}, "dialogue", clean=clean)


def _entity(entity: str, row: Mapping[str, object], where: str, *, clean: bool) -> Entity:
    values: dict[str, Value] = {"alive": True}
    for key, raw in row.items():
        if key == "id":
            continue
        try:
            value = checked(entity, key, raw)
        except UserError as error:
            code = "unknown_key" if error.code == "data.unknown_field" else "bad_value"
            raise UserError(f"exchange.{code}", where=f"{where}.{_short(key)}") from None
        value = caps.cleaned(entity, key, value) if clean else value
        if not caps.is_good(entity, key, value):
            raise UserError("exchange.bad_value", where=f"{where}.{key}")
        values[key] = value
    if "id" not in row:
        raise UserError("exchange.missing_key", where=f"{where}.id")
    if not caps.is_id(row["id"]):
        raise UserError("exchange.bad_value", where=f"{where}.id")
    made = cast("Any", ENTITY_TYPES[entity])(id=row["id"], **values)
    if not caps.is_whole(made):
        raise UserError("exchange.bad_value", where=where)
    return made


def _refuse_doubles(rows: Iterable[Mapping[str, object]], section: str) -> None:
    seen: set[object] = set()
    for n, row in enumerate(rows):
        if row["id"] in seen:
            raise UserError("exchange.doubled_id", where=f"{section}[{n}]", id=row["id"])
        seen.add(row["id"])


def _refuse_dangling(entities: Iterable[Entity]) -> None:
    by_type = {kind: name for name, kind in ENTITY_TYPES.items()}
    ids: dict[str, set[str]] = {name: set() for name in ENTITY_TYPES}
    rows = [(by_type[type(row)], row) for row in entities]
    for name, row in rows:
        ids[name].add(row.id)
    fields = {name: [(f, to) for (of, f), to in caps.REFERENCES.items() if of == name] for name in ids}
    for name, row in rows:
        for field, target in fields[name]:
            value: object = getattr(row, field)
            named = cast("tuple[str, ...]", value) if isinstance(value, tuple) else (str(value),)
            for id in named:
                if id and id not in ids[target]:
                    raise UserError("exchange.dangling", where=f"{name} {row.id}: {field}", id=_short(id))


def _short(text: str) -> str:
    return (text if len(text) <= 60 else text[:59] + "…") if text.isprintable() else ascii(text[:60])


# ── the log ─────────────────────────────────────────────────────────────────


def _bytes(raw: object, widths: tuple[int, ...], where: str, *, multiple: bool = False) -> bytes:
    """Return what a text of hexadecimal digits holds, of one of these widths (or a multiple of the last)."""
    try:
        found = bytes.fromhex(raw) if isinstance(raw, str) and raw == raw.strip().lower() else None
    except ValueError:
        found = None
    if found is None or not (len(found) in widths or (multiple and len(found) % widths[-1] == 0)):
        raise UserError("exchange.bad_value", where=where)
    return found


def _read_log(raw: object, identity: bytes) -> Log:
    edits: list[EditRow] = []
    events: list[EventRow] = []
    for n, row in enumerate(_rows(raw, "history")):
        edit = _edit(row, f"history[{n}]")
        edits.append(edit)
        told = row["events"]
        if not isinstance(told, list):
            raise UserError("exchange.bad_value", where=f"history[{n}].events")
        events.extend(
            _event(edit, item, f"history[{n}].events[{m}]")
            for m, item in enumerate(cast("list[object]", told))
        )
    _refuse_bad_log(edits, events)
    return Log(tuple(edits), tuple(events), identity)


def _edit(row: Mapping[str, object], where: str) -> EditRow:
    wanted = {"source", "stamp", "kind", "label", "events"}
    for key in row:
        if key not in {*wanted, "undoes", "upon", "chain"}:
            raise UserError("exchange.unknown_key", where=f"{where}.{_short(key)}")
    for key in sorted(wanted - row.keys()):
        raise UserError("exchange.missing_key", where=f"{where}.{key}")
    source, stamp, kind, label = row["source"], row["stamp"], row["kind"], row["label"]
    undoes = row.get("undoes")
    good = {
        "source": caps.is_id(source) and len(str(source)) <= _SOURCE_LIMIT,
        "stamp": _is_stamp(stamp),
        "kind": isinstance(kind, str) and kind in EDIT_KINDS,
        "label": caps.is_id(label),
        "undoes": _is_stamp(undoes) if EDIT_KINDS.get(str(kind)) else "undoes" not in row,
    }
    for key, is_good in good.items():
        if not is_good:
            raise UserError("exchange.bad_value", where=f"{where}.{key}")
    upon = _bytes(row.get("upon", ""), (0, _CHAIN_BYTES), f"{where}.upon", multiple=True)
    chain = _bytes(row.get("chain", ""), (_CHAIN_BYTES,) if upon else (0,), f"{where}.chain")
    return cast("EditRow", (source, stamp, kind, label, undoes, upon, chain))


def _is_stamp(raw: object) -> bool:
    return isinstance(raw, int) and not isinstance(raw, bool) and 0 < raw < _STAMP_LIMIT


def _event(edit: EditRow, raw: object, where: str) -> EventRow:
    item = cast("list[object]", raw) if isinstance(raw, list) else []
    if len(item) not in _EVENT_WIDTHS:
        raise UserError("exchange.bad_value", where=where)
    stamp, entity, id, field, value = item[:5]
    proof = _bytes(item[5], _PROOF_BYTES, where) if len(item) > len(item[:5]) else None
    known = isinstance(entity, str) and isinstance(field, str) and field in DEFAULTS.get(entity, {})
    if not (known and _is_stamp(stamp) and caps.is_id(id) and (value is None or isinstance(value, str))):
        raise UserError("exchange.bad_value", where=where)
    if isinstance(value, str):
        _check_payload(str(entity), str(field), value, where)
    return cast("EventRow", (edit[0], stamp, edit[1], entity, id, field, value, proof))


def _check_payload(entity: str, field: str, text: str, where: str) -> None:
    try:
        value = decode(entity, field, text)
    except (UserError, RecursionError):
        raise UserError("exchange.bad_value", where=where) from None
    if not (caps.is_storable(text) and caps.is_good(entity, field, value)):
        raise UserError("exchange.bad_value", where=where)


def _refuse_bad_log(edits: Iterable[EditRow], events: Iterable[EventRow]) -> None:
    known: set[tuple[str, int]] = set()
    for n, (source, stamp, *_) in enumerate(edits):
        if (source, stamp) in known:
            raise UserError("exchange.doubled_id", where=f"history[{n}]", id=f"{source} {stamp}")
        known.add((source, stamp))
    for n, (source, _, _, _, undoes, *_) in enumerate(edits):
        if undoes is not None and (source, undoes) not in known:
            raise UserError("exchange.dangling", where=f"history[{n}].undoes", id=str(undoes))
    seen: set[tuple[str, int]] = set()
    for source, stamp, edit, *_ in events:
        if stamp <= edit:
            # Undo looks for the events of an edit behind it.
            raise UserError("exchange.bad_value", where=f"history {source} {edit}: {stamp}")
        if (source, stamp) in seen:
            raise UserError("exchange.doubled_id", where=f"history {source} {edit}", id=f"{source} {stamp}")
        seen.add((source, stamp))
