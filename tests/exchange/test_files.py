from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.errors import UserError
from facilitator.exchange.files import read_bytes, refuse_session, write_error, write_whole
from facilitator.store.session import SessionStore


def test_a_file_is_written_whole_and_replaces_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "uit.json"
    out.write_text("oud")
    write_whole(out, [b"een ", b"twee"])
    assert out.read_bytes() == b"een twee"
    assert os.listdir(tmp_path) == ["uit.json"]


def test_a_fault_halfway_leaves_the_old_file(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise OSError(errno.ENOSPC, "full")

    out = tmp_path / "uit.json"
    out.write_text("oud")
    with pytest.raises(UserError) as caught:
        write_whole(out, pieces())
    assert caught.value.code == "exchange.disk_full"
    assert out.read_text() == "oud"
    assert os.listdir(tmp_path) == ["uit.json"]


@pytest.mark.parametrize("length", [250, 300])
def test_long_names_are_written_or_refused(tmp_path: Path, length: int) -> None:
    out = tmp_path / ("n" * length)
    if length > 255:
        with pytest.raises(UserError, match=r"exchange\.not_writable"):
            write_whole(out, [b"x"])
        assert os.listdir(tmp_path) == []
    else:
        write_whole(out, [b"x"])
        assert out.read_bytes() == b"x"


def test_a_dialogue_is_never_written_over_whatever_its_name(tmp_path: Path) -> None:
    session = tmp_path / "a.dialoog"
    SessionStore.create(session, source="laptop-1").close()
    renamed = tmp_path / "verslag.pdf"
    renamed.write_bytes(session.read_bytes())
    for path in (session, renamed, tmp_path / "nog-niet.DIALOOG"):
        before = path.read_bytes() if path.exists() else None
        with pytest.raises(UserError) as caught:
            write_whole(path, [b"weg"])
        assert caught.value.code == "exchange.is_session"
        assert (path.read_bytes() if path.exists() else None) == before


def test_a_folder_or_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        refuse_session(tmp_path)
    assert caught.value.code == "exchange.not_writable"
    with pytest.raises(UserError) as caught:
        write_whole(tmp_path / "nergens" / "uit.json", [b"x"])
    assert caught.value.code == "exchange.not_writable"
    assert not (tmp_path / "nergens").exists()


def test_reading_stops_at_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"12345")
    assert read_bytes(file, 5) == b"12345"
    with pytest.raises(UserError) as caught:
        read_bytes(file, 4)
    assert caught.value.code == "exchange.too_large"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "exchange.disk_full"),
        (errno.EFBIG, "exchange.disk_full"),
        (errno.EACCES, "exchange.not_writable"),
        (errno.EROFS, "exchange.not_writable"),
    ],
)
def test_the_system_reason_becomes_a_code(number: int, code: str) -> None:
    assert write_error(OSError(number, os.strerror(number)), Path("x")).code == code
