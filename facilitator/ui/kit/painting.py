"""Painting that always ends: a painter left open by an exception would outlive what it paints on."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtGui import QPaintDevice, QPainter


@contextmanager
def painting(device: QPaintDevice) -> Generator[QPainter]:
    """Paint on ``device`` in the block; ended whatever happens, for a traceback keeps its variables alive."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()
