"""Reading a PDF back while the window may be drawing pages of another."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2

from facilitator.report import preview


def whole_words(text: str) -> str:
    """Return text in which words parted at a line end are whole again."""
    return re.sub("[\u00ad\ufffe\x02](?:\r?\n)?", "", text)


def pages_of(path: Path) -> list[str]:
    """Return the text of every page as a reader program gives it.

    PDFium may be entered by one thread at a time, and what is not closed here the garbage collector
    would close in whichever thread it runs: both end the process now and then.
    """
    with preview.pdfium_lock:
        document = pypdfium2.PdfDocument(path)
        texts: list[str] = []
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            texts.append(whole_words(words.get_text_range()))
            words.close()
            page.close()
        document.close()
    return texts
