from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain import entities as e
from facilitator.domain.errors import UserError
from facilitator.exchange.json_dialogue import SIZE_LIMIT, Log, dump, load

ROOT = Path(__file__).resolve().parents[2]
Tree = dict[str, Any]


def small() -> Tree:
    return {
        "format": "facilitator-dialogue",
        "version": 1,
        "dialogue": {"title": "Zorg", "method": "vijf-stappen"},
        "meetings": [{"id": "m1", "channel": "soft"}],
        "personas": [{"id": "fatima", "name": "Fatima"}],
        "notes": [{"id": "n1", "text": "Eén", "persona": "fatima", "meeting": "m1", "insights": ["i1"]}],
        "insights": [{"id": "i1", "title": "Samen", "goals": ["g1"]}],
        "goals": [{"id": "g1", "title": "Dichtbij"}],
        "advices": [{"id": "a1", "goal": "g1", "text": "Doe", "insights": ["i1"], "votes_for": 3}],
    }


def history() -> list[Tree]:
    return [
        {
            "source": "l1",
            "stamp": 10,
            "kind": "edit",
            "label": "note.added",
            "events": [[11, "note", "n1", "text", '"a"']],
        },
        {"source": "l1", "stamp": 20, "kind": "undo", "label": "note.added", "undoes": 10, "events": []},
    ]


def put(tmp_path: Path, tree: object) -> Path:
    file = tmp_path / "in.json"
    file.write_text(json.dumps(tree), "utf-8")
    return file


def refused(file: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        load(file)
    return caught.value


def test_what_is_left_out_has_its_default_and_is_alive(tmp_path: Path) -> None:
    found = load(put(tmp_path, small()))
    assert found.log is None
    by_id = {row.id: row for row in found.entities}
    assert by_id["n1"] == e.Note(
        id="n1", alive=True, text="Eén", persona="fatima", meeting="m1", insights=("i1",)
    )
    assert by_id["dialogue"] == e.Dialogue(alive=True, title="Zorg", method="vijf-stappen")
    assert isinstance(by_id["a1"], e.Advice)
    assert by_id["a1"].votes_against is None


def test_text_without_history_is_cleaned(tmp_path: Path) -> None:
    tree = small()
    tree["notes"][0]["text"] = " twee\r\nregels\x07 "
    note = next(row for row in load(put(tmp_path, tree)).entities if isinstance(row, e.Note))
    assert note.text == "twee\nregels"


def test_history_comes_back_as_rows(tmp_path: Path) -> None:
    log = load(put(tmp_path, {**small(), "history": history()})).log
    assert log is not None
    assert log.edits == (
        ("l1", 10, "edit", "note.added", None, b"", b""),
        ("l1", 20, "undo", "note.added", 10, b"", b""),
    )
    assert log.events == (("l1", 11, 10, "note", "n1", "text", '"a"', None),)


def test_chains_and_proofs_come_back_as_bytes(tmp_path: Path) -> None:
    told = history()
    told[0] |= {"upon": "ab" * 16, "chain": "cd" * 16}
    told[0]["events"][0].append("ef" * 24)
    log = load(put(tmp_path, {**small(), "identity": "ab" * 16, "history": told})).log
    assert log is not None
    assert (log.identity, log.edits[0][5:]) == (b"\xab" * 16, (b"\xab" * 16, b"\xcd" * 16))
    assert log.events[0][7] == b"\xef" * 24


@pytest.mark.parametrize("text", ["xy" * 16, "ab" * 15, 7, None, " " + "ab" * 16, "AB" * 16])
def test_a_chain_that_is_none_is_refused(tmp_path: Path, text: object) -> None:
    told = history()
    told[0] |= {"upon": "ab" * 16, "chain": text}
    with pytest.raises(UserError, match=r"exchange\.bad_value"):
        load(put(tmp_path, {**small(), "history": told}))


def test_an_erased_payload_stays_erased(tmp_path: Path) -> None:
    told = history()
    told[0]["events"][0][4] = None
    log = load(put(tmp_path, {**small(), "history": told})).log
    assert log is not None
    assert log.events[0][6] is None


def test_dumping_what_was_loaded_gives_the_same_bytes(tmp_path: Path) -> None:
    found = load(put(tmp_path, {**small(), "history": history()}))
    assert found.log is not None
    names = {kind: name for name, kind in _types().items()}
    tables: dict[str, dict[str, e.Entity]] = {name: {} for name in _types()}
    for row in found.entities:
        tables[names[type(row)]][row.id] = row
    first = b"".join(dump(tables, found.log))
    again = tmp_path / "again.json"
    again.write_bytes(first)
    second = load(again)
    assert second == found
    assert b"".join(dump(tables, Log(found.log.edits[::-1], found.log.events))) == first


def _types() -> dict[str, type[e.Entity]]:
    names = (e.Dialogue, e.Meeting, e.Persona, e.Note, e.Insight, e.Goal, e.Advice, e.Reply, e.Action)
    more = (e.Gate, e.Participant, e.Quota, e.Draw)
    return {kind.__name__.lower(): kind for kind in (*names, *more)}


Change = Callable[[Tree], object]
BAD: dict[str, tuple[Change, str, str]] = {
    "other format": (lambda t: t.update(format="trello"), "not_dialogue", ""),
    "no format": (lambda t: t.pop("format"), "not_dialogue", ""),
    "newer": (lambda t: t.update(version=2), "newer", ""),
    "version true": (lambda t: t.update(version=True), "bad_value", "version"),
    "version text": (lambda t: t.update(version="1"), "bad_value", "version"),
    "unknown list": (lambda t: t.update(extras=[]), "unknown_key", "extras"),
    "no dialogue": (lambda t: t.pop("dialogue"), "missing_key", "dialogue"),
    "dialogue list": (lambda t: t.update(dialogue=[]), "bad_value", "dialogue"),
    "dialogue id": (lambda t: t["dialogue"].update(id="x"), "bad_value", "dialogue"),
    "notes object": (lambda t: t.update(notes={}), "bad_value", "notes"),
    "note number": (lambda t: t["notes"].append(3), "bad_value", "notes[1]"),
    "unknown field": (lambda t: t["notes"][0].update(colour="red"), "unknown_key", "notes[0].colour"),
    "bad type": (lambda t: t["notes"][0].update(table="3"), "bad_value", "notes[0].table"),
    "float": (lambda t: t["notes"][0].update(table=1.0), "bad_value", "notes[0].table"),
    "true for a number": (lambda t: t["notes"][0].update(table=True), "bad_value", "notes[0].table"),
    "null text": (lambda t: t["notes"][0].update(text=None), "bad_value", "notes[0].text"),
    "unknown kind": (lambda t: t["notes"][0].update(kind="mening"), "bad_value", "notes[0].kind"),
    "too long": (lambda t: t["notes"][0].update(text="x" * 10_001), "bad_value", "notes[0].text"),
    "no id": (lambda t: t["notes"][0].pop("id"), "missing_key", "notes[0].id"),
    "bad id": (lambda t: t["notes"][0].update(id=""), "bad_value", "notes[0].id"),
    "doubled id": (lambda t: t["notes"].append(dict(t["notes"][0])), "doubled_id", "notes[1]"),
    "unknown persona": (lambda t: t["notes"][0].update(persona="x"), "dangling", "note n1: persona"),
    "unknown insight": (lambda t: t["notes"][0].update(insights=["x"]), "dangling", "note n1: insights"),
    "deep value": (lambda t: t["notes"][0].update(text=[[[[]]]]), "bad_value", "notes[0].text"),
}
BAD_LOG: dict[str, tuple[Callable[[list[Tree]], object], str, str]] = {
    "no source": (lambda h: h[0].pop("source"), "missing_key", "history[0].source"),
    "unknown key": (lambda h: h[0].update(x=1), "unknown_key", "history[0].x"),
    "stamp text": (lambda h: h[0].update(stamp="10"), "bad_value", "history[0].stamp"),
    "stamp huge": (lambda h: h[0].update(stamp=2**63), "bad_value", "history[0].stamp"),
    "kind": (lambda h: h[0].update(kind="merge"), "bad_value", "history[0].kind"),
    "edit that undoes": (lambda h: h[0].update(undoes=20), "bad_value", "history[0].undoes"),
    "undo of nothing": (lambda h: h[1].pop("undoes"), "bad_value", "history[1].undoes"),
    "undo of the unknown": (lambda h: h[1].update(undoes=99), "dangling", "history[1].undoes"),
    "doubled edit": (lambda h: h.append(dict(h[0], events=[])), "doubled_id", "history[2]"),
    "events object": (lambda h: h[0].update(events={}), "bad_value", "history[0].events"),
    "event short": (lambda h: h[0]["events"][0].pop(), "bad_value", "history[0].events[0]"),
    "event entity": (lambda h: h[0]["events"][0].__setitem__(1, "noot"), "bad_value", "history[0].events[0]"),
    "event field": (lambda h: h[0]["events"][0].__setitem__(3, "id"), "bad_value", "history[0].events[0]"),
    "event list": (lambda h: h[0]["events"][0].__setitem__(1, ["note"]), "bad_value", "history[0].events[0]"),
    "event before its edit": (
        lambda h: h[0]["events"][0].__setitem__(0, 9),
        "bad_value",
        "history l1 10: 9",
    ),
    "payload": (lambda h: h[0]["events"][0].__setitem__(4, "a"), "bad_value", "history[0].events[0]"),
    "payload type": (lambda h: h[0]["events"][0].__setitem__(4, "5"), "bad_value", "history[0].events[0]"),
    "payload deep": (
        lambda h: h[0]["events"][0].__setitem__(4, "[" * 99_999),
        "bad_value",
        "history[0].events[0]",
    ),
    "payload surrogate": (
        lambda h: h[0]["events"][0].__setitem__(4, '"\\ud800"'),
        "bad_value",
        "history[0].events[0]",
    ),
    "doubled event": (
        lambda h: h[0]["events"].append(list(h[0]["events"][0])),
        "doubled_id",
        "history l1 10",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    change, code, where = BAD[name]
    tree = small()
    change(tree)
    error = refused(put(tmp_path, tree))
    assert error.code == f"exchange.{code}"
    assert error.details.get("where", "") == where


@pytest.mark.parametrize("name", BAD_LOG)
def test_a_log_that_cannot_be_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    change, code, where = BAD_LOG[name]
    told = history()
    change(told)
    error = refused(put(tmp_path, {**small(), "history": told}))
    assert (error.code, error.details.get("where")) == (f"exchange.{code}", where)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "not_json"),
        (b"{", "not_json"),
        (b"%PDF-1.7", "not_json"),
        (b'{"format": "facilitator-dialogue", "version": 1' + b"0" * 5000 + b"}", "not_json"),
        (b"\xff\xfe{", "not_text"),
        (b"[]", "not_dialogue"),
        (b"null", "not_dialogue"),
        (b'{"format": "facilitator-dialogue", "version": NaN}', "bad_value"),
        (b'{"format": "facilitator-dialogue", "format": "facilitator-dialogue"}', "doubled_key"),
        (b"[" * 200_000, "too_deep"),
        (b'{"a":' * 200_000, "too_deep"),
    ],
)
def test_what_is_no_dialogue_is_refused(tmp_path: Path, raw: bytes, code: str) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(raw)
    assert refused(file).code == f"exchange.{code}"


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "in.json"
    with file.open("wb") as handle:
        handle.truncate(SIZE_LIMIT + 1)
    assert refused(file).code == "exchange.too_large"


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(small()).encode())
    assert load(file).entities


def test_the_example_dialogue_can_be_read() -> None:
    found = load(ROOT / "sessions" / "voorbeeld-twente.json")
    assert sum(isinstance(row, e.Note) for row in found.entities) >= 150


def test_a_doubled_key_among_very_many_is_found_at_once(tmp_path: Path) -> None:
    path = tmp_path / "veel.json"
    keys = ",".join(f'"k{n}":0' for n in range(60_000))
    path.write_text("{" + keys + ',"k59999":1}')
    begun = time.perf_counter()
    with pytest.raises(UserError) as caught:
        load(path)
    assert (caught.value.code, caught.value.details["where"]) == ("exchange.doubled_key", "k59999")
    assert time.perf_counter() - begun < 5


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


@pytest.mark.parametrize(
    "lie", [{"data": "UE5H"}, {"width": 40_000, "height": 40_000}, {"format": "jpeg"}, {"data": PIXEL[:60]}]
)
def test_a_picture_that_is_not_what_it_says_is_refused(tmp_path: Path, lie: Tree) -> None:
    honest = {"id": "p1", "data": PIXEL, "format": "png", "width": 1, "height": 1}
    load(put(tmp_path, {**small(), "pictures": [honest]}))
    assert refused(put(tmp_path, {**small(), "pictures": [{**honest, **lie}]})).code == "exchange.bad_value"
