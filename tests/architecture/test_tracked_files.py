from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.source import ROOT, assert_none

BINARY = {".ttf", ".png", ".qm", ".pdf", ".dialoog", ".woff2", ".ico", ".icns", ".jpg", ".zip"}
SKIPPED = {".git", ".venv", "build", "dist", "__pycache__", ".pytest_cache", ".ruff_cache", ".hypothesis"}
MACHINE = re.compile("|".join(["/wor" + "k/", "/roo" + "t/", r"/hom" + r"e/\w+/", r"[A-Z]:\\Use" + "rs"]))
REGISTRY = re.compile("|".join(["pypi" + r"\.org/simple", "files.python" + "hosted", "--index" + "-url"]))
LOCKS = ("requirements.txt", "requirements-check.txt")


def tracked() -> list[Path]:
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        answer = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, check=False, capture_output=True)
        names = answer.stdout.decode().split("\0") if answer.returncode == 0 else []
        if len(names) > 1:
            return [ROOT / name for name in names if name and (ROOT / name).is_file()]
    everything = (path for path in ROOT.rglob("*") if path.is_file())
    return [path for path in everything if not SKIPPED.intersection(path.relative_to(ROOT).parts)]


def test_no_file_names_one_machine_or_registry() -> None:
    wrong: list[str] = []
    files = [path for path in tracked() if path.suffix not in BINARY]
    assert len(files) > 50
    for path in files:
        text = path.read_text("utf-8")
        wrong += [
            f"{path.relative_to(ROOT)}: {hit[0]}"
            for hit in (MACHINE.search(text), REGISTRY.search(text))
            if hit
        ]
    assert_none(wrong)


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_pins_everything_by_hash_and_names_no_place(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-[^-]|^\s*--(?!hash=)", text, re.MULTILINE)
    blocks = re.split(r"\n(?=[a-z0-9])", "\n" + text.split("\n", 2)[2])
    pins = [block for block in blocks if block.strip()]
    assert pins
    assert not [block.split()[0] for block in pins if "==" not in block or "--hash=sha256:" not in block]


def test_the_lock_satisfies_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    for lock, wanted in zip(LOCKS, (project["dependencies"] + extras["test"], extras["check"]), strict=True):
        lines = re.findall(r"^([\w-]+)==([\w.]+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE)
        pins = {canonicalize_name(name): version for name, version in lines}
        for line in wanted:
            requirement = Requirement(line)
            assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)]), line


def test_the_two_locks_agree() -> None:
    pins: dict[str, str] = {}
    for lock in LOCKS:
        for name, version in re.findall(
            r"^([\w-]+)==([\w.]+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE
        ):
            assert pins.setdefault(name, version) == version, name
