from __future__ import annotations

import struct
from base64 import b64decode, b64encode
from dataclasses import fields, replace

import pytest

from facilitator.domain.caps import REFERENCES, cleaned, is_good, is_id, is_storable, is_whole
from facilitator.domain.entities import Picture
from facilitator.domain.schema import DEFAULTS, ENTITY_TYPES, Value


def test_every_default_is_good() -> None:
    bad = [
        (name, field)
        for name, row in DEFAULTS.items()
        for field, v in row.items()
        if not is_good(name, field, v)
    ]
    assert bad == []


def test_every_reference_is_a_field_and_names_an_entity() -> None:
    for (entity, field), target in REFERENCES.items():
        assert field in {item.name for item in fields(ENTITY_TYPES[entity])}
        assert target in ENTITY_TYPES


@pytest.mark.parametrize(
    ("entity", "field", "value"),
    [
        ("note", "kind", "mening"),
        ("note", "table", -1),
        ("note", "text", "x" * 10_001),
        ("note", "text", "a\x00b"),
        ("note", "text", "a\x1b[31m"),
        ("note", "text", "a\u202eb"),
        ("note", "text", "a\ud800b"),
        ("meeting", "channel", "loud"),
        ("meeting", "date", "1 maart"),
        ("meeting", "date", "20260301"),
        ("meeting", "people", 10**12),
        ("dialogue", "threshold", 0),
        ("dialogue", "threshold", 101),
        ("dialogue", "language", "fr"),
        ("advice", "votes_for", -1),
        ("advice", "decision", "maybe"),
        ("persona", "translations", {"en": {"story": "a\x00"}}),
        ("dialogue", "commissioners", ("goed", "fout\x07")),
    ],
)
def test_what_the_program_could_not_have_written_is_not_good(entity: str, field: str, value: Value) -> None:
    assert not is_good(entity, field, value)


@pytest.mark.parametrize("text", ["<b>&", "=1+1", "😀 👩‍👩‍👧", "مرحبا", "twee\nregels", "x" * 10_000])
def test_what_people_write_is_good(text: str) -> None:
    assert is_storable(text)
    assert is_good("note", "text", text)


@pytest.mark.parametrize("raw", ["", 5, None, "a\nb", " a", "a" * 201, "e\u0301", "\ud800"])
def test_an_id_is_one_short_clean_line(raw: object) -> None:
    assert not is_id(raw)
    assert is_id("m-groot-1")
    assert is_id("01a200bc-c970-7e7a-828e-399b09e27b08")


def test_text_is_cleaned_and_drawings_are_left_alone() -> None:
    assert cleaned("note", "text", " a\r\nb\x07 ") == "a\nb"
    assert cleaned("dialogue", "commissioners", ("a ", "b")) == ("a", "b")
    assert cleaned("persona", "translations", {"en": {"line": "a\x07"}}) == {"en": {"line": "a"}}
    assert cleaned("persona", "portrait", "<svg>\r\n</svg> ") == "<svg>\r\n</svg> "
    assert cleaned("note", "table", 3) == 3


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def test_a_picture_is_one_and_what_it_says_it_is() -> None:
    assert is_good("picture", "data", PIXEL)
    assert is_good("picture", "data", "")
    for text in ("x", "PHN2Zy8+", PIXEL[:40], f"{PIXEL} ", b64encode(b"GIF89a").decode()):
        assert not is_good("picture", "data", text)
    honest = Picture(id="p", data=PIXEL, format="png", width=1, height=1)
    assert is_whole(honest)
    for lie in ({"width": 9}, {"height": 0}, {"format": "jpeg"}):
        assert not is_whole(replace(honest, **lie))


def test_a_picture_larger_than_may_be_decoded_is_refused_by_its_head() -> None:
    raw = bytearray(b64decode(PIXEL))
    raw[16:24] = struct.pack(">II", 40_000, 40_000)
    assert not is_good("picture", "data", b64encode(raw).decode())


def test_remarks_in_a_picture_go_when_it_is_cleaned_and_are_refused_else() -> None:
    raw = b64decode(PIXEL)
    remark = b"Author\0Fatima"
    chunk = struct.pack(">I", len(remark)) + b"tEXt" + remark + b"\0\0\0\0"
    told = b64encode(raw[:33] + chunk + raw[33:]).decode()
    assert not is_good("picture", "data", told)
    assert cleaned("picture", "data", told) == PIXEL
    assert cleaned("picture", "data", "geen beeld") == "geen beeld"
