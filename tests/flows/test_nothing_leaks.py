"""Nothing anybody said stands in what the program leaves behind beside the dialogue and what was asked for.

And nothing of it reaches for a network: every socket that is no local one is refused and written down.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader

from facilitator.store import engine
from tests.flows.planting import TITLE, TYPED, planted, words

ROOT = Path(__file__).resolve().parents[2]
WATCH = ROOT / "tests" / "flows" / "watch"
INTERNET = re.compile(r"\b(?:socket|connect|sendto|bind)\([^)]*(?:PF|AF)_INET6?")


@dataclass(frozen=True)
class Visited:
    """What a visit left behind.

    Attributes:
        box: Holds the home, settings, temporary files and everything else the program could write to.
        told: What the visit saw itself.
    """

    box: Path
    told: dict[str, object]

    @property
    def out(self) -> Path:
        return self.box / "out"

    def kept_for_the_dialogue(self, path: Path) -> bool:
        """Tell whether a file is the dialogue, a backup of it, or what somebody asked for."""
        asked = path.is_relative_to(self.out)
        return asked or (path.suffix == ".dialoog" and path.is_relative_to(self.box / "data"))

    def others(self) -> list[Path]:
        return [one for one in self.box.rglob("*") if one.is_file() and not self.kept_for_the_dialogue(one)]


def _environment(box: Path) -> dict[str, str]:
    for name in ("home", "config", "data", "tmp", "out", "run"):
        (box / name).mkdir(mode=0o700)
    return {
        **{name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LD_LIBRARY_PATH")},
        "HOME": str(box / "home"),
        "XDG_CONFIG_HOME": str(box / "home" / "config"),
        "XDG_CACHE_HOME": str(box / "home" / "cache"),
        "XDG_DATA_HOME": str(box / "home" / "share"),
        "XDG_RUNTIME_DIR": str(box / "run"),
        "TMPDIR": str(box / "tmp"),
        "FACILITATOR_CONFIG": str(box / "config"),
        "FACILITATOR_DATA": str(box / "data" / "kept"),
        "FACILITATOR_SESSIONS": str(box / "data" / "sessions"),
        "FACILITATOR_WATCH": str(box / "sockets"),
        "PYTHONPATH": os.pathsep.join([str(WATCH), str(ROOT)]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }


def _visit(box: Path, before: list[str]) -> Visited:
    box.mkdir()
    done = subprocess.run(
        [*before, sys.executable, "-m", "tests.flows.whole_visit", str(box / "out")],
        check=False,
        capture_output=True,
        cwd=ROOT,
        env=_environment(box),
        timeout=180,
    )
    assert done.returncode == 0, done.stderr.decode()
    told = json.loads(done.stdout.decode().splitlines()[-1])
    (box / "stderr").write_bytes(done.stderr)
    assert told["failed"] == "", told["failed"]
    return Visited(box, told)


def _may_trace() -> bool:
    strace = shutil.which("strace")
    return (
        strace is not None
        and subprocess.run([strace, "true"], check=False, capture_output=True).returncode == 0
    )


def _trace(calls: Path) -> list[str]:
    return ["strace", "-f", "-qq", "-e", "trace=socket,connect,sendto,bind", "-o", str(calls)]


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> Visited:
    """Give one visit for all tests here, with its system calls where they can be seen."""
    folder = tmp_path_factory.mktemp("bezoek")
    return _visit(folder / "box", _trace(folder / "calls") if _may_trace() else [])


def _found(path: Path, wanted: list[str]) -> list[str]:
    raw = path.read_bytes().lower()
    return [
        word for word in wanted if word.lower().encode() in raw or word.lower().encode("utf-16-le") in raw
    ]


def _told(dialogue: Path, wanted: list[str]) -> set[str]:
    """Return the words its history tells: in the bytes one may lie on two pages."""
    db = engine.connect(dialogue, readonly=True)
    try:
        rows = db.execute("SELECT value FROM event WHERE value IS NOT NULL").fetchall()
    finally:
        db.close()
    told = "\n".join(str(json.loads(value)) for (value,) in rows)
    return {word for word in wanted if word in told}


def test_the_words_stand_where_they_belong(visited: Visited) -> None:
    """Without this the search below could find nothing for another reason."""
    dialogue = visited.box / "data" / "sessions" / "avond.dialoog"
    missing = set(words()) - set(_found(dialogue, words())) - _told(dialogue, words())
    assert missing == {TYPED["search"], TYPED["fault"], TYPED["erase"]}
    assert len(list((visited.box / "data" / "kept").rglob("*.dialoog"))) >= 1
    assert len(visited.told["handed_out"]) == 5  # pyright: ignore[reportArgumentType]


def test_no_other_file_holds_a_word(visited: Visited) -> None:
    others = visited.others()
    names = {path.name for path in others}
    assert {"settings.json", "exports.json", "facilitator.log"} <= names
    assert {str(path): found for path in others if (found := _found(path, [*words(), TITLE]))} == {}


def test_what_was_erased_is_nowhere_at_all(visited: Visited) -> None:
    everything = [path for path in visited.box.rglob("*") if path.is_file()]
    assert [path for path in everything if _found(path, [TYPED["erase"]])] == []


def test_no_name_of_a_file_or_folder_holds_a_word(visited: Visited) -> None:
    names = [str(path.relative_to(visited.box)).lower() for path in visited.box.rglob("*")]
    assert [name for name in names for word in [*words(), TITLE] if word.lower() in name] == []


def test_windows_show_the_title_and_nothing_that_was_said(visited: Visited) -> None:
    titles = " ".join(map(str, visited.told["titles"]))  # pyright: ignore[reportArgumentType]
    assert TITLE in titles
    assert [word for word in words() if word in titles] == []


def test_the_crash_dialog_and_the_log_tell_where_but_not_what(visited: Visited) -> None:
    crash = str(visited.told["crash"])
    assert "ValueError" in crash
    assert "stumble" in crash
    assert [word for word in [*words(), TITLE] if word in crash] == []
    log = (visited.box / "config" / "logs" / "facilitator.log").read_text()
    assert "ValueError" in log


def test_the_report_says_of_itself_only_its_title_and_who_asked(visited: Visited) -> None:
    reader = PdfReader(visited.out / "verslag.pdf")
    told = str(dict(reader.metadata or {})) + str(
        reader.xmp_metadata and reader.xmp_metadata.stream.get_data()
    )
    assert TITLE in told
    found = {word for word in words() if word.lower() in told.lower()}
    assert found <= {planted("dialogue", "commissioners")}


def test_drafts_are_for_the_owner_alone_and_gone_afterwards(visited: Visited) -> None:
    drafts = visited.told["drafts"]
    assert drafts
    assert [name for name, mode in drafts if int(mode) & 0o077] == []  # pyright: ignore
    assert list((visited.box / "tmp").iterdir()) == []


def test_nothing_reached_for_a_network(visited: Visited) -> None:
    assert not (visited.box / "sockets").exists()
    calls = visited.box.parent / "calls"
    if calls.exists():
        seen = calls.read_text(errors="replace")
        assert [line for line in seen.splitlines() if INTERNET.search(line)] == []


def test_the_command_line_does_not_either(tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    environment = _environment(box)
    file = box / "data" / "sessions" / "a.dialoog"
    for arguments in (
        ("new", file),
        ("capture", file, "--persona", "fatima", "--step", "ervaren"),
        ("report", file, "-o", box / "out" / "a.pdf"),
        ("erase", file, "--words", "zin", "--yes"),
        ("remove", file, "--yes"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "facilitator", *map(str, arguments)],
            check=False,
            input=b"een zin\n",
            capture_output=True,
            cwd=ROOT,
            env=environment,
            timeout=60,
        )
        assert done.returncode == 0, (arguments, done.stderr)
    assert not (box / "sockets").exists()


@pytest.mark.parametrize(
    "reach",
    [
        "import socket; socket.socket(socket.AF_INET)",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request as u; u.urlopen('http://127.0.0.1:9')",
    ],
)
def test_a_program_that_did_would_be_caught(tmp_path: Path, reach: str) -> None:
    box = tmp_path / "box"
    box.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", reach], check=False, capture_output=True, env=_environment(box), timeout=30
    )
    assert done.returncode != 0
    assert "socket." in (box / "sockets").read_text()


@pytest.mark.skipif(not _may_trace(), reason="system calls cannot be seen here")
def test_a_socket_no_python_knows_of_would_be_seen(tmp_path: Path) -> None:
    reach = "import socket; s = socket.socket(socket.AF_INET); s.connect_ex(('127.0.0.1', 9))"
    subprocess.run([*_trace(tmp_path / "calls"), sys.executable, "-c", reach], check=True, timeout=30)
    assert len(INTERNET.findall((tmp_path / "calls").read_text())) == 2


def test_a_word_in_any_file_would_be_found(tmp_path: Path) -> None:
    left = tmp_path / "recent.bin"
    for raw in (TITLE.encode(), TITLE.lower().encode(), TITLE.encode("utf-16-le")):
        left.write_bytes(b"\x00\x01" + raw)
        assert _found(left, [TITLE]) == [TITLE]
