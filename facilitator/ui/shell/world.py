"""What the window is given by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from facilitator.content.library import Library
from facilitator.ui.kit.language import Translators


@dataclass(frozen=True)
class World:
    """Places and helpers outside the window.

    Attributes:
        sessions: Folder for dialogue files.
        example: The example dialogue, JSON.
    """

    library: Library
    settings_file: Path
    sessions: Path
    example: Path
    logs: Path
    translators: Translators
    now: Callable[[], datetime] = field(default=datetime.now)
