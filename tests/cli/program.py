"""Run the real program the way a person or a script does, or its command line in this process."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitator.cli.main import main
from facilitator.services.dialogue import DialogueSetup, create_dialogue
from facilitator.services.notes import NoteDraft, add_notes
from tests.helpers.shelf import shelf

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "facilitator")
POLIS = ROOT / "tests" / "data" / "polis-bowling-green-2018" / "comments.csv"


@dataclass(frozen=True)
class Answer:
    """What the program said."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    def refused(self, code: int = 1) -> str:
        """Return the one plain line of a refusal."""
        assert self.code == code, self
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert "Traceback" not in self.err
        assert len(lines[0]) > 20
        return lines[0]


def environment(**more: str) -> dict[str, str]:
    here = os.pathsep.join(filter(None, [os.environ.get("PYTHONPATH"), str(ROOT)]))
    return {**os.environ, "PYTHONPATH": here, "LC_ALL": "C", **more}


def run(
    *arguments: str | Path,
    stdin: bytes = b"",
    cwd: Path | None = None,
    before: Callable[[], object] | None = None,
    **env: str,
) -> Answer:
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        check=False,
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environment(**env),
        timeout=120,
        preexec_fn=before,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def call(*arguments: str | Path, stdin: bytes = b"", **env: str) -> Answer:
    """Do as ``run`` in this process, for what is not about the process: starting one takes longest."""
    streams = {"stdin": io.BytesIO(stdin), "stdout": io.BytesIO(), "stderr": io.BytesIO()}
    with pytest.MonkeyPatch.context() as world:
        for name, value in {"LC_ALL": "C", **env}.items():
            world.setenv(name, value)
        for name, stream in streams.items():
            world.setattr(sys, name, io.TextIOWrapper(stream, encoding="ascii"))
        code = main([str(part) for part in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        # Letting go of a text stream closes the bytes below it.
        return Answer(code, streams["stdout"].getvalue().decode(), streams["stderr"].getvalue().decode())


def start(command: Sequence[str | Path]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [str(part) for part in command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )


def dialogue(path: Path, notes: int = 0) -> Path:
    """Make a dialogue of the shipped method and personas, closed again."""
    setup = DialogueSetup(title="Zorg", question="Wat moet dichtbij blijven?")
    with create_dialogue(path, setup, shelf(), "laptop-1") as store:
        if notes:
            add_notes(
                store, [NoteDraft(f"notitie {n}", persona="fatima", step="ervaren") for n in range(notes)]
            )
    return path
