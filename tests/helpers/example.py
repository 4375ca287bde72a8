"""The example as a dialogue file: imported once for all tests of a process, copied for each."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from facilitator import paths
from facilitator.services.exchange import import_json
from facilitator.store.session import SessionStore
from tests.helpers.shelf import shelf

_CREATE = SessionStore.create


def open_copy(path: Path, source: str = "laptop-1") -> SessionStore:
    """Write the example to ``path`` and return it open; with a key where every dialogue gets one."""
    if SessionStore.create is not _CREATE:
        return import_json(paths.example(), path, source, shelf())
    path.write_bytes(_imported())
    return SessionStore.open(path, source=source)


@cache
def _imported() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "voorbeeld.dialoog"
        # Closing writes all of it.
        import_json(paths.example(), path, "laptop-1", shelf()).close()
        return path.read_bytes()
