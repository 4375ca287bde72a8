"""Short forms by way of the services and the command line."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from facilitator import paths
from facilitator.cli.main import main
from facilitator.domain import pictures
from facilitator.domain.errors import UserError
from facilitator.domain.report_data import PARTS, FormOrder, ReportData
from facilitator.services.exchange import import_json
from facilitator.services.pictures import set_logo
from facilitator.services.reporting import RenderJob, report_data, styles, write_form
from facilitator.store.session import SessionStore
from tests.helpers.shelf import shelf


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    with import_json(paths.example(), tmp_path / "a.dialoog", "test", shelf()) as opened:
        yield opened


def data_of(store: SessionStore, **look: str | Path) -> ReportData:
    library = shelf()
    return report_data(store, language="nl", parts=PARTS, library=library, made_on="2026-11-14", **look)  # pyright: ignore[reportArgumentType]


def test_a_form_made_here_and_one_made_in_a_process_are_the_same(store: SessionStore, tmp_path: Path) -> None:
    order, data = FormOrder("poster", "a2"), data_of(store, style="contrast")
    result = write_form(order, data, tmp_path / "here.pdf")
    ended = threading.Event()
    faults: list[UserError] = []

    def done(_result: object) -> None:
        ended.set()

    def failed(error: UserError) -> None:
        faults.append(error)
        ended.set()

    def told(_done: int, _total: int) -> None:
        return

    out = tmp_path / "there.pdf"
    RenderJob(data, out, on_progress=told, on_done=done, on_error=failed, form=order).start()
    assert ended.wait(30)
    assert faults == []
    assert out.read_bytes() == (tmp_path / "here.pdf").read_bytes()
    assert result.pages == len(store.state.goals)


def test_a_form_does_not_take_the_place_of_a_dialogue(store: SessionStore) -> None:
    with pytest.raises(UserError, match=r"exchange\.is_session"):
        write_form(FormOrder("summary"), data_of(store), store.path)


def test_a_logo_is_drawn_anew_from_its_pixels(store: SessionStore, tmp_path: Path) -> None:
    Image.new("RGB", (3000, 100), "#C01040").save(tmp_path / "logo.jpg", comment=b"secret place")
    data = data_of(store, logo=tmp_path / "logo.jpg", logo_alt="Rood")
    assert b"secret" not in data.logo
    write_form(FormOrder("summary"), data, tmp_path / "out.pdf")
    assert len(PdfReader(tmp_path / "out.pdf").pages[0].images) == 1


@pytest.mark.parametrize(
    "content", [b"", b"<svg/>", b"GIF89a" + b"\0" * 20, b"\x89PNG\r\n\x1a\n" + b"\0" * 30]
)
def test_a_logo_that_is_no_png_or_jpeg_is_refused(
    store: SessionStore, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    with pytest.raises(UserError, match=r"report\.logo_bad"):
        data_of(store, logo=tmp_path / "logo.png")


def test_a_drawing_is_for_the_window_and_the_command_line_says_so(
    store: SessionStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawing, out = tmp_path / "logo.SVG", tmp_path / "uit.pdf"
    drawing.write_text("<svg/>")
    assert main(["report", str(store.path), "-o", str(out), "--logo", str(drawing)]) != 0
    told = capsys.readouterr().err
    assert "PNG" in told
    assert str(drawing) in told
    assert not out.exists()


def test_summary_and_meeting_show_the_logo_the_dialogue_keeps(store: SessionStore, tmp_path: Path) -> None:
    made = BytesIO()
    Image.new("RGB", (90, 30), "#C01040").save(made, "PNG")
    set_logo(store, pictures.Image(made.getvalue(), "png", 90, 30, "Rood"))
    for form in ("summary", "meeting"):
        write_form(FormOrder(form), data_of(store), tmp_path / "out.pdf")
        (shown,) = PdfReader(tmp_path / "out.pdf").pages[0].images
        assert shown.image is not None
        assert shown.image.size == (90, 30)


def test_house_styles_have_a_name_in_both_languages() -> None:
    assert list(styles("nl"))[0] == "calm"
    assert all(styles("nl")[id] != styles("en")[id] for id in styles("nl"))


def test_the_command_line_writes_a_form(
    store: SessionStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "geert.pdf"
    line = ["report", str(store.path), "-o", str(out), "--form", "handout", "--persona", "geert"]
    assert main([*line, "--style", "ink-saving"]) == 0
    assert "Geert" in PdfReader(out).pages[0].extract_text()
    assert main([*line, "--style", "nope"]) == 1
    assert "calm, contrast, ink-saving" in capsys.readouterr().err
