"""Boards: where the cards of notes lie, by arithmetic alone and the same on every machine.

Keys of boards: ``step:<step>|<who>``, ``all|<who>``, ``meeting:<id>|<who>`` and ``table``, where who is
the id of a persona, ``*`` for everyone or ``-`` for nobody in particular.
"""

from __future__ import annotations

from facilitator.domain.board_area import (
    AREA_GAP,
    CARD,
    GAP,
    HEAD,
    HEIGHTS,
    PAD,
    Area,
    Box,
    Touched,
    around,
    card_height,
)
from facilitator.domain.board_flow import FlowPlan, flow_plan
from facilitator.domain.board_frame import Frame
from facilitator.domain.board_plan import BY_HAND, Plan
from facilitator.domain.board_table import PARKED, TABLE, TRAY, TablePlan, table_plan

__all__ = [
    "AREA_GAP",
    "BY_HAND",
    "CARD",
    "EVERYONE",
    "GAP",
    "HEAD",
    "HEIGHTS",
    "NOBODY",
    "PAD",
    "PARKED",
    "TABLE",
    "TRAY",
    "Area",
    "Box",
    "FlowPlan",
    "Frame",
    "Plan",
    "TablePlan",
    "Touched",
    "around",
    "board_key",
    "card_height",
    "flow_plan",
    "table_plan",
]

EVERYONE = "*"
NOBODY = "-"


def board_key(who: str, *, step: str = "", meeting: str = "") -> str:
    """Return the key of the board of a step, a meeting or (without either) of all notes."""
    view = f"step:{step}" if step else f"meeting:{meeting}" if meeting else "all"
    return f"{view}|{who}"
