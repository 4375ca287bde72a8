"""The words one chooses from: what the command line offers before it loads anything else."""

from __future__ import annotations

LANGUAGES = ("nl", "en")
"""Languages of the window, of a dialogue and of what is printed."""

CHANNELS = ("large", "soft", "survey", "other")
PUBLICATIONS = ("notes", "quotes", "numbers")
ANONYMITIES = ("group", "channel", "full")

FORMS = ("summary", "meeting", "handout", "poster", "board")
"""Short forms of the report."""

SIZES = ("a4", "a3", "a2", "one")
"""Sheets for posters and the board; ``one`` is a single sheet as large as the board needs."""

DEFAULT_STYLE = "calm"
"""House style of the report, unless another is chosen."""

FORMATS = ("json", "xlsx", "csv", "docx", "md", "html", "pdf", "svg", "png", "qdc", "qdpx")
"""Formats of an export; each is the ending of its files too, or that of one file in a folder of them."""

TABLES = ("notes", "insights", "goals", "advice", "votes")
"""Keys of the tables of an export, in order."""
