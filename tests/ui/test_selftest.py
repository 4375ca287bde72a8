from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.ui import selftest


@pytest.mark.usefixtures("qapp")
def test_passes_here_with_one_line_a_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert selftest.run() == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "self-test passed"
    assert len([line for line in lines if line.startswith("ok  ")]) == 9


@pytest.mark.usefixtures("qapp")
def test_fails_when_the_fonts_are_not_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nothing(_folder: Path) -> tuple[str, ...]:
        return ()

    monkeypatch.setattr(selftest, "load_fonts", nothing)
    assert selftest.run() == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("self-test failed: ")
