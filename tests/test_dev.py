from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from build_spec import system


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a checkout of its own to ``dev``, with locks and without ``.venv``."""
    for name in (dev.LOCK, dev.CHECK_LOCK):
        (tmp_path / name).write_text("# nothing\n", "utf-8")
    environment = tmp_path / ".venv"
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "ENV", environment)
    monkeypatch.setattr(dev, "STAMP", environment / "set-up.json")
    monkeypatch.setattr(dev, "PYTHON", environment / dev.PYTHON.relative_to(dev.PYTHON.parents[1]))
    return tmp_path


@pytest.fixture
def commands(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record what a set-up would run; making the environment leaves an interpreter behind."""
    seen: list[str] = []

    def run(command: list[object], may_fail: bool = False, **_options: object) -> int:
        text = " ".join(str(part) for part in command)
        seen.append(
            "venv" if "venv --clear" in text else text.split(":all: ")[-1].replace(str(checkout) + "/", "")
        )
        dev.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        dev.PYTHON.touch()
        return 0

    monkeypatch.setattr(dev, "run", run)
    monkeypatch.setattr(dev, "version_of_environment", lambda: "3.11.2" if dev.PYTHON.exists() else "")
    return seen


def test_the_first_set_up_makes_and_fills_the_environment_and_the_second_does_nothing(
    commands: list[str],
) -> None:
    dev.ensure_environment([dev.LOCK])
    assert commands == ["venv", "-r requirements.txt"]
    dev.ensure_environment([dev.LOCK])
    assert len(commands) == 2


def test_checks_add_their_tools_without_starting_over(commands: list[str]) -> None:
    dev.ensure_environment([dev.LOCK])
    dev.ensure_environment([dev.LOCK, dev.CHECK_LOCK])
    assert commands[2:] == ["-r requirements-check.txt"]
    dev.ensure_environment([dev.LOCK, dev.CHECK_LOCK])
    assert len(commands) == 3


def test_a_set_up_that_broke_off_starts_from_scratch(
    commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    working = dev.run
    monkeypatch.setattr(dev, "run", lambda command, **options: working(command) or ("pip" in command))
    with pytest.raises(dev.Trouble, match="network"):
        dev.ensure_environment([dev.LOCK])
    monkeypatch.setattr(dev, "run", working)
    dev.ensure_environment([dev.LOCK])
    assert commands == ["venv", "-r requirements.txt"] * 2


def test_a_new_lock_is_installed_over_the_old_and_an_upgraded_python_starts_over(
    checkout: Path, commands: list[str]
) -> None:
    dev.ensure_environment([dev.LOCK])
    (checkout / dev.LOCK).write_text("# more\n", "utf-8")
    dev.ensure_environment([dev.LOCK])
    assert commands[2:] == ["-r requirements.txt"]
    stamp = json.loads(dev.STAMP.read_text("utf-8"))
    dev.STAMP.write_text(json.dumps({**stamp, "python": "3.11.1"}), "utf-8")
    dev.ensure_environment([dev.LOCK])
    assert commands[3:] == ["venv", "-r requirements.txt"]


def test_a_missing_library_is_named_with_the_line_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "wanted_packages", lambda _tools, _venv: {"libGL.so.1": "libgl1"})
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    with pytest.raises(dev.Trouble, match="sudo apt-get install -y --no-install-recommends libgl1"):
        system.ensure_system({}, with_venv=True)


def test_a_system_without_apt_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "wanted_packages", lambda _tools, _venv: {"libGL.so.1": "libgl1"})
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(dev.Trouble, match=r"package manager: libGL\.so\.1"):
        system.ensure_system({}, with_venv=True)


def test_a_python_that_will_not_do_says_which_one_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "OLDEST", (3, 98))
    monkeypatch.setattr(dev, "NEWEST", (3, 99))
    with pytest.raises(dev.Trouble, match=r"needs Python 3\.98 to 3\.99; this is Python 3\."):
        dev.use_good_python()


def test_an_unknown_command_shows_the_help_and_fails(root: Path) -> None:
    answer = subprocess.run(
        [sys.executable, str(root / "dev.py"), "rnu"], check=False, capture_output=True, text=True
    )
    assert answer.returncode == 2
    assert "dev.py run" in answer.stdout


def test_make_has_every_command(root: Path) -> None:
    targets = (root / "Makefile").read_text("utf-8").split(".PHONY: help ")[1].splitlines()[0].split()
    assert targets == list(dev.COMMANDS)


def test_an_environment_that_does_not_run_counts_as_none(checkout: Path) -> None:
    dev.STAMP.parent.mkdir()
    dev.STAMP.write_text(json.dumps({"python": sys.version, dev.LOCK: dev.digest(dev.LOCK)}), "utf-8")
    assert dev.read_stamp() == {}
    dev.PYTHON.parent.mkdir()
    dev.PYTHON.write_text("no program", "utf-8")
    assert dev.read_stamp() == {}


def test_all_tests_run_in_memory_where_there_is_room_and_leave_nothing(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    places: list[str | None] = []

    def run(_command: list[object], may_fail: bool = False, **options: dict[str, str]) -> int:
        places.append(options["env"].get("PYTEST_DEBUG_TEMPROOT") if "env" in options else "no matter")
        return 3

    monkeypatch.setattr(dev, "run", run)
    monkeypatch.delenv("PYTEST_DEBUG_TEMPROOT", raising=False)
    monkeypatch.setattr(dev, "MEMORY", str(tmp_path))
    monkeypatch.setattr(dev, "ROOM", 1)
    assert dev.do_test([]) == 3
    monkeypatch.setattr(dev, "ROOM", 10**18)
    dev.do_test([])
    dev.do_test(["tests/test_dev.py"])
    assert str(places[0]).startswith(str(tmp_path / "ft-"))
    assert places[1:] == [None, "no matter"]
    assert not Path(str(places[0])).exists()
