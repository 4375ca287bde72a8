"""An organisation's pair of keys, made for the test alone."""

from __future__ import annotations

import importlib
from typing import Any

pyrage: Any = importlib.import_module("pyrage")


class Holder:
    """Somebody files are sealed for."""

    def __init__(self) -> None:
        self._identity = pyrage.x25519.Identity.generate()
        self.public = str(self._identity.to_public())
        self.secret = str(self._identity)
