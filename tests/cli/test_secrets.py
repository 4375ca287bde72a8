from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from facilitator.cli import secrets
from facilitator.domain.errors import UserError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("raw", [b"vier woorden\n", b"\xef\xbb\xbfvier woorden\r\nnog\n", b"vier woorden"])
def test_the_first_line_of_a_file_counts(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "w.txt"
    file.write_bytes(raw)
    assert secrets.passphrase(str(file), "?") == "vier woorden"


@pytest.mark.parametrize(
    ("raw", "code"), [(b"\n", "cli.no_passphrase"), (b"\xff\xfe", "cli.passphrase_unreadable")]
)
def test_a_file_without_one_is_refused(tmp_path: Path, raw: bytes, code: str) -> None:
    file = tmp_path / "w.txt"
    file.write_bytes(raw)
    with pytest.raises(UserError) as refused:
        secrets.passphrase(str(file), "?")
    assert refused.value.code == code


def test_at_a_terminal_it_is_typed_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(secrets.getpass, "getpass", lambda prompt: f"{prompt}vier woorden")
    assert secrets.passphrase(None, "Typ:") == "Typ: vier woorden"
