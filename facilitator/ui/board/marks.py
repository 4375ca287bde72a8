"""What lies over the cards for a while: the chosen ones, what is being dragged, where it would land."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF


@dataclass(slots=True)
class Marks:
    """The marks of one canvas.

    Attributes:
        chosen: Ids of chosen notes and areas.
        drop: Note, area or frame the dragged cards would land on; ``allowed`` tells whether they may.
        dragged: Ids in hand, the one under the pointer first; ``offset`` in pixels, None when nothing is.
        band: The rubber band, in pixels.
        flash: Item that is pointed out; ``glow`` 1.0 is full strength.
    """

    chosen: frozenset[str] = frozenset()
    current: str = ""
    active: bool = False
    hits: Container[str] | None = None
    drop: str = ""
    allowed: bool = True
    dragged: tuple[str, ...] = ()
    lifted: frozenset[str] = field(default_factory=frozenset)
    offset: QPointF | None = None
    band: QRectF | None = None
    flash: str = ""
    glow: float = 0.0
