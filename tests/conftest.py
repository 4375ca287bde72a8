"""What every test gets: no display needed, none of the user's files touched, nothing left behind."""

from __future__ import annotations

import gc
import importlib
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from facilitator.store.session import SessionStore
from tests.helpers import encrypted
from tests.helpers.keyrings import MemoryKeyring

# Before the application is made: the same on a desk as on a server, and nothing pops up while one works.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A slow or busy machine must not fail what is right.
settings.register_profile("facilitator", deadline=None, print_blob=True)
settings.load_profile("facilitator")

ROOT = Path(__file__).resolve().parents[1]


def pytest_configure() -> None:
    """Look for garbage on this thread alone, as the window does; see ``facilitator.ui.shell.collecting``."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Set apart what was imported: it is no garbage, and to walk through it takes 60 ms a time."""
    gc.collect()
    gc.freeze()


class TickingClock:
    """A clock in microseconds since 1970 that gains one millisecond each time it is read."""

    def __init__(self, start: int = 1_773_772_200_000_000) -> None:
        self.value = start

    def __call__(self) -> int:
        self.value += 1_000
        return self.value


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("FACILITATOR_DATA", str(tmp_path / "kept"))
    monkeypatch.setenv("FACILITATOR_SESSIONS", str(tmp_path / "sessions"))
    # For the programs that tests start: the system's own keys are not theirs.
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.delenv("FACILITATOR_RESOURCES", raising=False)


@pytest.fixture(autouse=True)
def system_keys() -> MemoryKeyring:
    """Keep keys in memory: nothing of the system's own store is read or written."""
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    return backend


@pytest.fixture(autouse=True)
def _encrypted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run on encrypted dialogues when asked to, and always where a test is marked ``encrypted``."""
    marked = request.node.get_closest_marker("encrypted") is not None
    names = {request.module.__name__.rsplit(".", 1)[-1], request.node.originalname}
    if not names & encrypted.PLAIN.keys() and (encrypted.WANTED or marked):
        request.node.user_properties.append(("encrypted", "yes"))
        importlib.import_module("facilitator.services.rescuing")
        encrypted.encrypt_everything(monkeypatch.setattr)
        here = os.environ.get("PYTHONPATH")
        monkeypatch.setenv(
            "PYTHONPATH", os.pathsep.join([str(encrypted.PROGRAMS), *([here] if here else [])])
        )


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    assert not gc.isenabled(), "a test before this one has put Python's own rounds on again"
    threads = set(threading.enumerate())
    windowed = "qapp" in request.fixturenames
    windows = _windows() if windowed else set()
    yield
    if windowed:
        left = _windows() - windows
        assert not left, f"windows still there after the test: {sorted(left)}"
    deadline = time.monotonic() + 3
    while (alive := _new_threads(threads)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not alive, f"threads still running after the test: {alive}"
    gc.collect(1)


def _new_threads(known: set[threading.Thread]) -> list[str]:
    # Qt's own pool threads appear here as dummies once they have run Python; the pool keeps them for reuse.
    return [t.name for t in threading.enumerate() if t not in known and not t.name.startswith("Dummy")]


def _windows() -> set[str]:
    """Name every top-level widget that is alive, after giving Qt and Python time to delete."""
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if not QApplication.topLevelWidgets():
            return set()
        gc.collect()
    return {f"{type(w).__name__} {w.objectName()!r} at {id(w):#x}" for w in QApplication.topLevelWidgets()}


@pytest.fixture(scope="session")
def qapp(qapp: object) -> object:
    """Give the application the fonts that ship with the program, so that every machine draws the same."""
    for path in sorted((ROOT / "resources" / "fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(path)) >= 0, path
    QGuiApplication.setFont(QFont("Noto Sans", 10))
    return qapp


@pytest.fixture
def clock() -> TickingClock:
    """Return a clock that does not depend on the machine's."""
    return TickingClock()


@pytest.fixture
def store(tmp_path: Path, clock: TickingClock) -> Iterator[SessionStore]:
    """Give a fresh dialogue file, closed after the test."""
    with SessionStore.create(tmp_path / "dialoog.dialoog", source="laptop-1", now=clock) as opened:
        yield opened


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top folder of the checkout."""
    return ROOT
