"""Persona packs: the shipped people are whole, folders are checked, files people send come back the same."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from facilitator.content.personas import PACK_FILE_LIMIT, load_pack, read_pack_file, write_pack_file
from facilitator.domain.errors import UserError
from facilitator.domain.pack import PERSONA_TEXTS, PackPersona, PersonaPack
from tests.content.helpers import CIRCLE, RESOURCES, SVG, change, place, small_pack

PACKS = {
    "twente": ["fatima", "hannah", "hennie", "youssef", "bram", "femke", "geert", "truus", "bennie", "mieke"],
    "kampen": ["de-bruin", "sophie", "rayan"],
}


@pytest.mark.parametrize("name", PACKS)
def test_every_shipped_persona_is_whole_in_both_languages(name: str) -> None:
    pack = load_pack(RESOURCES / "personas" / name)
    assert [persona.id for persona in pack.personas] == PACKS[name]
    assert list(pack.titles) == ["nl", "en"]
    for persona in pack.personas:
        assert list(persona.texts) == ["nl", "en"]
        assert persona.portrait
        for texts in persona.texts.values():
            assert all(texts[field] for field in PERSONA_TEXTS), persona.id
            assert len(texts["line"]) <= 60, persona.id
            assert 60 <= len(texts["story"].split()) <= 110, persona.id
            assert persona.name.split()[-1] in texts["story"], persona.id


FAULTS = [
    ("pack.toml", 'id = "straat"', 'id = "plein"', 1, "id differs from the name of the folder: straat"),
    ("pack.toml", '"an", "bo"', '"an", "bo", "an"', 2, "doubled in order: an"),
    ("pack.toml", '"an", "bo"', '"an", "../bo"', 2, "unknown in order: ../bo"),
    ("pack.toml", '"an", "bo"', '"an"', 1, "persona not listed in order: bo"),
    ("pack.toml", "en =", "engels =", 6, "not a language: engels"),
    ("pack.toml", "[titles]", 'colour = "x"\n[titles]', 4, "unknown key: colour"),
    ("an.toml", 'name = "An"', 'name = ""', 1, "empty: name"),
    ("an.toml", 'line = "Lives here"\n', "", 10, "missing: line"),
    ("bo.toml", 'needs = "Rest."', 'needs = "Rest."\nshoes = "43"', 15, "unknown key: shoes"),
    ("bo.toml", "[en]", "[de]", 1, "missing: en"),
    ("bo.toml", '"Woont hier"', f'"{"x" * 121}"', 6, "longer than 120 characters: line"),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "reason"), FAULTS)
def test_a_fault_in_a_folder_names_file_line_and_reason(
    tmp_path: Path, file: str, old: str, new: str, line: int, reason: str
) -> None:
    folder = small_pack(tmp_path)
    change(folder / file, old, new)
    with pytest.raises(UserError) as caught:
        load_pack(folder)
    named = "bo.toml" if reason.startswith("persona not listed") else file
    assert caught.value.code == "content.fault"
    assert place(caught.value) == (f"straat/{named}", line, reason)


def test_a_hostile_portrait_in_a_folder_is_named(tmp_path: Path) -> None:
    folder = small_pack(tmp_path)
    (folder / "bo.svg").write_text(SVG.format("<script/>"), "utf-8")
    with pytest.raises(UserError) as caught:
        load_pack(folder)
    assert place(caught.value) == ("straat/bo.svg", 1, "portrait refused, element not allowed: script")


def test_a_persona_without_portrait_is_welcome(tmp_path: Path) -> None:
    pack = load_pack(small_pack(tmp_path))
    assert [(persona.name, persona.portrait) for persona in pack.personas] == [("An", CIRCLE), ("Bo", "")]
    assert pack.personas[0].made_with == "de buurt"


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_sent_as_a_file_comes_back_the_same(tmp_path: Path, name: str) -> None:
    pack = load_pack(RESOURCES / "personas" / name)
    path = tmp_path / "wij.personas.json"
    write_pack_file(path, pack)
    assert read_pack_file(path) == pack
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_unfinished_personas_and_odd_text_travel_too(tmp_path: Path) -> None:
    odd = '<b>"Ali" & =1+1 😀 علي'
    pack = PersonaPack(
        id="eigen",
        titles={"nl": odd},
        personas=(
            PackPersona(id="ali", name=odd, texts={"nl": {"age": "", "line": "", "story": odd, "needs": ""}}),
            PackPersona(id="bea", name="Bea", texts={}),
        ),
    )
    path = tmp_path / "eigen.personas.json"
    write_pack_file(path, pack)
    assert read_pack_file(path) == pack


def test_writing_again_replaces_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.personas.json"
    write_pack_file(path, load_pack(RESOURCES / "personas" / "twente"))
    small = load_pack(small_pack(tmp_path))
    write_pack_file(path, small)
    assert read_pack_file(path) == small


def test_a_folder_that_is_not_there_is_a_plain_refusal(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"pack\.write_failed"):
        write_pack_file(tmp_path / "weg" / "x.personas.json", load_pack(small_pack(tmp_path)))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_refused_write_leaves_the_old_file(tmp_path: Path) -> None:
    folder = tmp_path / "dicht"
    folder.mkdir()
    path = folder / "x.personas.json"
    path.write_text("oud", "utf-8")
    folder.chmod(0o500)
    with pytest.raises(UserError, match=r"pack\.write_failed"):
        write_pack_file(path, load_pack(small_pack(tmp_path)))
    folder.chmod(0o700)
    assert path.read_text("utf-8") == "oud"


def refused(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        read_pack_file(path)
    return caught.value


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "pack.foreign"),
        (b"{", "pack.foreign"),
        (b"[]", "pack.foreign"),
        (b"{}", "pack.foreign"),
        (b"[" * 100_000, "pack.foreign"),
        (b"\xff\xfe\x00", "pack.foreign"),
        (b'{"format": "other"}', "pack.foreign"),
        (b'{"format": 3}', "pack.damaged"),
        (b'{"format": "facilitator-personas", "version": 2}', "pack.newer"),
        (b'{"format": "facilitator-personas"}', "pack.damaged"),
        (b" " * (PACK_FILE_LIMIT + 1), "pack.too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_a_file_that_is_no_pack_is_refused(tmp_path: Path, raw: bytes, code: str) -> None:
    path = tmp_path / "x.personas.json"
    path.write_bytes(raw)
    assert refused(path).code == code


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "x.personas.json").code == "pack.missing"


def changed(path: Path, **fields: object) -> Path:
    """Write the file again with fields of its first persona changed."""
    data: Any = json.loads(path.read_text("utf-8"))
    data["personas"][0].update(fields)
    path.write_text(json.dumps(data), "utf-8")
    return path


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"id": "bo"}, "personas.1.id: doubled id: bo"),
        ({"id": "../an"}, "personas.0.id: not an id (small letters, digits, hyphens): id"),
        ({"name": ""}, "personas.0.name: empty: name"),
        ({"shoes": 43}, "personas.0.shoes: unknown key: shoes"),
        ({"texts": {"nl": {"hat": "x"}}}, "personas.0.texts.nl.hat: unknown key: hat"),
        ({"texts": {"Nederlands": {}}}, "personas.0.texts.Nederlands: not a language: Nederlands"),
        (
            {"texts": {"nl": {"story": "x" * 4001}}},
            "personas.0.texts.nl.story: longer than 4000 characters: story",
        ),
        ({"portrait": 1}, "personas.0.portrait: not a text: portrait"),
    ],
)
def test_a_damaged_pack_says_where(tmp_path: Path, fields: dict[str, object], reason: str) -> None:
    path = tmp_path / "x.personas.json"
    write_pack_file(path, load_pack(small_pack(tmp_path)))
    error = refused(changed(path, **fields))
    assert (error.code, error.details["reason"]) == ("pack.damaged", reason)


def test_a_hostile_portrait_in_a_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.personas.json"
    write_pack_file(path, load_pack(small_pack(tmp_path)))
    changed(path, portrait=SVG.format('<image href="file:///etc/passwd"/>'))
    assert refused(path).code == "portrait.refused"


def test_a_pack_is_never_written_over_a_dialogue(tmp_path: Path) -> None:
    pack = load_pack(small_pack(tmp_path))
    session = tmp_path / "avond.personas.json"
    session.write_bytes(b"SQLite format 3\0 en al onze notities")
    with pytest.raises(UserError, match=r"pack\.write_failed"):
        write_pack_file(session, pack)
    assert session.read_bytes().endswith(b"notities")


def test_a_pack_may_have_the_longest_name_there_is(tmp_path: Path) -> None:
    pack = load_pack(small_pack(tmp_path))
    path = tmp_path / ("n" * 240 + ".personas.json")
    write_pack_file(path, pack)
    assert read_pack_file(path) == pack
