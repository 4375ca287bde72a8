from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from facilitator.cli import window
from facilitator.cli.main import main
from tests.cli.program import dialogue, run


def stand_in(monkeypatch: pytest.MonkeyPatch, module: str, function: str, answer: object) -> list[object]:
    """Put a module in the place of one that would open a window; returns what it was called with."""
    calls: list[object] = []

    def called(*arguments: object, **named: object) -> object:
        calls.append((arguments, named))
        return answer

    made = ModuleType(module)
    setattr(made, function, called)
    monkeypatch.setitem(sys.modules, module, made)
    return calls


def test_the_window_gets_the_file_and_gives_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calls = stand_in(monkeypatch, "facilitator.ui.application", "run_window", 3)
    file = tmp_path / "a.dialoog"
    file.touch()
    assert main([str(file)]) == 3
    assert main(["--example"]) == 3
    assert main([]) == 3
    assert calls == [
        ((file,), {"example": False}),
        ((None,), {"example": True}),
        ((None,), {"example": False}),
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_a_computer_without_a_display_is_told_so_in_one_line(tmp_path: Path) -> None:
    file = dialogue(tmp_path / "a.dialoog")
    for place in ((), (file,)):
        assert "--help" in run(*place, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="").refused()


def test_the_demo_gets_its_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    calls = stand_in(monkeypatch, "facilitator.ui.demo", "play", None)
    assert main(["demo", "--out", str(tmp_path)]) == 0
    assert calls == [((tmp_path,), {})]


def test_the_self_test_gives_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "facilitator.ui.selftest", "run", 1)
    assert main(["--self-test"]) == 1
    assert window.self_test() == 1


def test_a_system_without_what_qt_needs_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(name: str) -> ModuleType:
        raise ImportError("libGL.so.1: cannot open shared object file", name="PySide6.QtGui")

    monkeypatch.setattr(window.importlib, "import_module", fails)
    assert main([]) == 1
    told = capsys.readouterr().err
    assert "libGL.so.1" in told
    assert told.count("\n") == 1


def test_a_module_of_ours_that_cannot_be_loaded_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(name: str) -> ModuleType:
        raise ImportError("no such name", name="facilitator.ui.kit")

    monkeypatch.setattr(window.importlib, "import_module", fails)
    with pytest.raises(ImportError):
        window.self_test()
