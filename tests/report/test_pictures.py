"""Pictures in the report: there, told in words, small, upright; broken and forbidden ones are left out."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from facilitator.domain import entities as e
from facilitator.domain.state import State
from facilitator.report.pictures import (
    COVER_SIDE,
    MOST_BYTES,
    NOTE_SIDE,
    Framed,
    Pictures,
    Printed,
    Room,
    cut,
    decoded,
)
from facilitator.report.render import render
from tests.helpers.structure import Element, read_structure
from tests.report.builders import RESOURCES, report_of, setter, small_state

RED, BLUE = (0xC0, 0x10, 0x40), (0x10, 0x40, 0xC0)


def halves(size: tuple[int, int] = (80, 40), mode: str = "RGB", kind: str = "PNG", **more: Any) -> bytes:
    """Return a picture red at the left and blue at the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    out = BytesIO()
    (image.quantize() if mode == "P" else image.convert(mode)).save(out, kind, **more)
    return out.getvalue()


def hung(id: str, content: bytes, description: str = "") -> e.Picture:
    return e.Picture(id=id, data=b64encode(content).decode(), description=description)


def with_photo(note: str = "n1", content: bytes | None = None, description: str = "", **fields: Any) -> State:
    """Return a small dialogue with a picture on one note."""
    base = small_state().note(note)
    assert base is not None
    photo = hung("foto", halves() if content is None else content, description)
    return small_state(replace(base, picture="foto", **fields), photo)


def made(state: State, folder: Path, parts: tuple[str, ...] = ("notes",), language: str = "nl") -> Path:
    out = folder / "a.pdf"
    render(report_of(state, language, parts), out, RESOURCES)
    return out


def figures(path: Path) -> list[Element]:
    told = read_structure(path)
    assert told.faults == []
    return told.root.of("Figure")


def images(path: Path) -> list[tuple[int, int]]:
    with pikepdf.open(path) as pdf:
        found = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        kept = [item for item in found if item.get("/Subtype") == "/Image"]
        assert all("/SMask" not in item and item.ColorSpace == "/DeviceRGB" for item in kept)
        return sorted((int(item.Width), int(item.Height)) for item in kept)


# ── pixels ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "content",
    [
        halves(),
        halves(kind="JPEG", quality=95),
        halves(mode="CMYK", kind="JPEG", quality=95),
        halves(mode="P"),
        halves(mode="RGBA"),
    ],
)
def test_every_kind_of_picture_keeps_its_colours(content: bytes) -> None:
    seen = decoded(content, 600)
    assert (seen.mode, seen.size) == ("RGB", (80, 40))
    assert seen.getpixel((10, 20)) == pytest.approx(RED, abs=8)
    assert seen.getpixel((70, 20)) == pytest.approx(BLUE, abs=8)


def test_sixteen_bits_of_grey_become_eight() -> None:
    out = BytesIO()
    Image.frombytes("I;16", (2, 1), struct.pack("<2H", 0x8000, 0x2000)).save(out, "PNG")
    seen = decoded(out.getvalue(), 600)
    assert seen.getpixel((0, 0)) == pytest.approx((128, 128, 128), abs=1)
    assert seen.getpixel((1, 0)) == pytest.approx((32, 32, 32), abs=1)


def test_what_is_see_through_lies_on_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (3, 3), (200, 0, 0, 0)).save(out, "PNG")
    assert decoded(out.getvalue(), 600).getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("orientation", "first"), [(1, RED), (2, BLUE), (3, BLUE), (6, RED), (8, BLUE), (5, RED), (99, RED)]
)
def test_a_picture_is_turned_upright(orientation: int, first: tuple[int, int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    seen = decoded(halves(kind="JPEG", quality=95, exif=exif), 600)
    assert seen.size == ((40, 80) if orientation in (5, 6, 8) else (80, 40))
    assert seen.getpixel((8, 8)) == pytest.approx(first, abs=8)


def bomb() -> bytes:
    """Return a few bytes that say they are a picture of 900 million pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"x") + chunk(b"IEND", b"")


BROKEN = {
    "bomb": bomb(),
    "truncated": halves((400, 400), kind="JPEG")[:900],
    "truncated png": halves((400, 400))[:200],
    "no picture": b"<svg/>",
    "gif": b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
    "empty": b"",
    "heavy": b"\xff\xd8\xff" + b"\0" * MOST_BYTES,
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_whole_picture_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decoded(BROKEN[name], 600)


def test_every_beginning_of_a_picture_is_refused_or_drawn() -> None:
    for content in (halves(kind="JPEG"), halves(), halves(mode="P")):
        for length in range(0, len(content), 3):
            try:
                assert decoded(content[:length], 600).size == (80, 40)
            except ValueError:
                continue


def test_a_picture_is_cut_above_less_than_below() -> None:
    image = Image.new("RGB", (60, 60))
    image.putpixel((5, 12), RED)
    assert cut(image, 2.0).size == (60, 30)
    assert cut(image, 2.0).getpixel((5, 2)) == RED
    assert cut(image, 0.5) is image


@pytest.mark.parametrize(
    ("size", "grows", "shown"),
    [
        ((600, 300), False, (150, 75)),
        ((300, 600), False, (50, 100)),
        ((20, 10), False, (20, 10)),
        ((20, 10), True, (150, 75)),
        ((1, 1), False, (1, 1)),
        ((600, 1), False, (150, 1)),
    ],
)
def test_a_picture_keeps_within_its_room(
    size: tuple[int, int], grows: bool, shown: tuple[float, float]
) -> None:
    block = Framed(Printed(Image.new("RGB", size)), Room(150, 100, grows=grows), "x")
    assert block.fit(setter(), 400) == shown[1]
    assert block.shown == shown


# ── on notes ────────────────────────────────────────────────────────────────


def test_a_note_shows_its_picture_small_and_tells_it(tmp_path: Path) -> None:
    state = with_photo(content=halves((3000, 1500), kind="JPEG"), description="Een lege bushalte")
    path = made(state, tmp_path)
    assert images(path) == [(NOTE_SIDE, NOTE_SIDE // 2)]
    assert [figure.alt for figure in figures(path) if "bushalte" in figure.alt] == ["Een lege bushalte"]
    points = [point for point in read_structure(path).root.of("LI") if "Eerste notitie" in point.heard]
    assert len(points) == 1
    assert [figure.alt for figure in points[0].of("Figure")] == ["Een lege bushalte"]


def test_a_picture_without_words_says_whose_it_is(tmp_path: Path) -> None:
    path = made(with_photo(), tmp_path)
    assert "Foto bij notitie N1, nog zonder beschrijving" in [figure.alt for figure in figures(path)]


@pytest.mark.parametrize("consent", ["none", "paraphrase"])
@pytest.mark.parametrize("parts", [("notes",), ("goals",)])
def test_who_said_no_to_literal_words_is_not_shown_either(
    consent: str, parts: tuple[str, ...], tmp_path: Path
) -> None:
    state = with_photo(consent=consent, starred=True, description="Een lege bushalte")
    path = made(state, tmp_path, parts)
    assert images(path) == []
    assert not [figure for figure in figures(path) if "bushalte" in figure.alt]


def test_a_quote_shows_its_picture_and_the_file_holds_it_once(tmp_path: Path) -> None:
    state = with_photo(starred=True, description="Een lege bushalte")
    path = made(state, tmp_path, ("goals", "notes"))
    assert [figure.alt for figure in figures(path)].count("Een lege bushalte") == 2
    assert images(path) == [(80, 40)]


def test_words_of_a_picture_are_in_the_language_of_the_dialogue(tmp_path: Path) -> None:
    path = made(with_photo(description="Een lege bushalte"), tmp_path, language="en")
    figure = next(figure for figure in figures(path) if figure.alt == "Een lege bushalte")
    assert figure.lang == "nl"


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_picture_is_told_and_the_report_is_made(name: str, tmp_path: Path) -> None:
    path = made(with_photo(content=BROKEN[name]), tmp_path)
    assert images(path) == []
    assert read_structure(path).faults == []
    words = " ".join(PdfReader(path).pages[-2].extract_text().split())
    assert "Bij deze notitie hoort een foto die niet kan worden gelezen." in words


def test_a_picture_that_is_gone_leaves_no_trace(tmp_path: Path) -> None:
    base = small_state().note("n1")
    assert base is not None
    path = made(small_state(replace(base, picture="weg")), tmp_path)
    assert "foto" not in PdfReader(path).pages[-2].extract_text()


def test_the_same_pictures_give_the_same_bytes(tmp_path: Path) -> None:
    state = with_photo(content=halves((900, 700), kind="JPEG"), starred=True)
    first = made(state, tmp_path, ("goals", "notes")).read_bytes()
    assert made(state, tmp_path, ("goals", "notes")).read_bytes() == first


@pytest.mark.soak
def test_two_hundred_photos_do_not_make_a_report_huge(tmp_path: Path) -> None:
    noise = Image.effect_noise((1600, 1200), 60).convert("RGB")
    rows: list[e.Entity] = []
    for number in range(200):
        out = BytesIO()
        noise.rotate(number).save(out, "JPEG", quality=70)
        rows.append(hung(f"f{number}", out.getvalue(), "Ruis"))
        rows.append(
            e.Note(id=f"v{number}", text="kijk", step="ervaren", picture=f"f{number}", seq=number + 9)
        )
    path = made(small_state(*rows), tmp_path)
    assert len(images(path)) == 200
    # Noise is the worst there is: a photo of people or a wall takes a third of it.
    assert path.stat().st_size < 40_000_000


def test_a_picture_on_many_notes_is_decoded_once() -> None:
    state = with_photo()
    pictures = Pictures(state)
    note = state.note("n1")
    assert note is not None
    assert pictures.on_note(note) is pictures.on_note(replace(note, id="n2"))


# ── on the cover ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((1600, 1000), (1600, 806)),
        ((1600, 1200), (1600, 806)),
        ((1200, 1600), (1200, 1600)),
        ((3200, 400), (COVER_SIDE, 200)),
    ],
)
def test_the_cover_shows_its_picture_whole_or_cut_to_the_page(
    size: tuple[int, int], kept: tuple[int, int], tmp_path: Path
) -> None:
    photo = hung("omslag", halves(size, kind="JPEG"), "Weiland bij Haaksbergen")
    path = made(small_state(photo, cover="omslag"), tmp_path, ())
    assert images(path) == [kept]
    assert "Weiland bij Haaksbergen" in [figure.alt for figure in figures(path)]


@pytest.mark.parametrize("question", ["", "Wat moet dichtbij blijven? " * 40])
def test_the_longest_title_stands_whole_under_the_picture(question: str, tmp_path: Path) -> None:
    title = " ".join(["ziekenhuisverplaatste"] * 14)[:300].strip()
    photo = hung("omslag", halves((1600, 1000)))
    people = [e.Persona(id=f"p{n}", name=f"Q{n}", seq=n) for n in range(24)]
    state = small_state(photo, *people, cover="omslag", title=title, question=question)
    words = PdfReader(made(state, tmp_path, ())).pages[0].extract_text()
    assert "".join(title.split()) in "".join(words.split())


def test_a_cover_in_another_language_is_told_in_that_of_the_dialogue(tmp_path: Path) -> None:
    photo = hung("omslag", halves((1600, 1000)), "Weiland bij Haaksbergen")
    path = made(small_state(photo, cover="omslag"), tmp_path, (), "en")
    assert [figure.lang for figure in figures(path) if figure.alt == "Weiland bij Haaksbergen"] == ["nl"]


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_cover_leaves_the_cover_as_it_is_without(name: str, tmp_path: Path) -> None:
    bare = made(small_state(), tmp_path, ()).read_bytes()
    assert made(small_state(hung("omslag", BROKEN[name]), cover="omslag"), tmp_path, ()).read_bytes() == bare


def test_the_logo_a_dialogue_keeps_is_printed(tmp_path: Path) -> None:
    state = small_state(hung("logo", halves((90, 30)), "Rood en blauw vlak"), logo="logo")
    path = made(state, tmp_path, ())
    assert images(path) == [(90, 30)]
    assert "Rood en blauw vlak" in [figure.alt for figure in figures(path)]


def test_a_logo_given_for_this_report_goes_first(tmp_path: Path) -> None:
    state = small_state(hung("logo", halves((90, 30)), "Van de dialoog"), logo="logo")
    out = tmp_path / "a.pdf"
    data = replace(report_of(state, parts=()), logo=halves((70, 30)), logo_alt="Van vandaag")
    render(data, out, RESOURCES)
    assert images(out) == [(70, 30)]
    assert "Van vandaag" in [figure.alt for figure in figures(out)]
