"""The store's own tests once more, on encrypted dialogues; all of them: FACILITATOR_TEST_KEY=1 make test."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.store.session import SessionStore
from tests.helpers.encrypted import KEY, PLAIN
from tests.store.builders import add_note, new_store

ROOT = Path(__file__).resolve().parents[2]
FAST = ("store/test_undo.py", "store/test_merge.py", "store/test_recovery.py", "store/test_writer.py")


def run_encrypted(*modules: str) -> str:
    files = [str(ROOT / "tests" / module) for module in modules]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *files]
    environment = {**os.environ, "FACILITATOR_TEST_KEY": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
    return done.stdout


def test_they_pass_on_encrypted_files_too() -> None:
    passed = re.search(r"(\d+) passed", run_encrypted(*FAST))
    assert passed is not None
    assert int(passed[1]) >= 20


@pytest.mark.encrypted
def test_what_they_make_is_encrypted_indeed(tmp_path: Path) -> None:
    """Positive control: without a key everywhere, the run above would prove nothing."""
    with new_store(tmp_path) as store:
        add_note(store, "de buurvrouw is bang")
        assert store.key == KEY
    assert store.path.read_bytes()[:16] == KEY.salt
    with SessionStore.open(store.path, source="b") as again:
        assert again.key == KEY


def test_every_exception_is_still_there() -> None:
    """A name nobody has any more would let a new test of that name go plain unseen."""
    known = {path.stem for path in (ROOT / "tests").rglob("test_*.py")}
    text = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    known |= set(re.findall(r"^def (test_\w+)", text, re.MULTILINE))
    assert not PLAIN.keys() - known
