"""Pages of a PDF as pictures, for showing them on screen."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]

from facilitator.domain.errors import UserError

# PDFium may be entered by one thread at a time in the whole process.
pdfium_lock = threading.Lock()


class Preview:
    """A PDF opened for looking at; close it before the file is replaced on Windows."""

    def __init__(self, path: Path) -> None:
        """Open ``path``.

        Raises:
            UserError: ``report.unreadable`` with ``path``.
        """
        self._path = str(path)
        try:
            content = path.read_bytes()
            with pdfium_lock:
                self._pdf: Any = pypdfium2.PdfDocument(content)
                self._count = len(self._pdf)
        except (OSError, pypdfium2.PdfiumError):
            raise UserError("report.unreadable", path=str(path)) from None

    @property
    def count(self) -> int:
        """Return the number of pages."""
        return self._count

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height in points of ``page``, counted from 0."""
        with pdfium_lock:
            return cast("tuple[float, float]", self._pdf.get_page_size(page))

    def image(self, page: int, scale: float) -> tuple[int, int, int, bytes]:
        """Return width, height, bytes per line and RGBA bytes of ``page`` at ``scale`` pixels a point.

        Raises:
            UserError: ``report.unreadable`` once it is closed.
        """
        with pdfium_lock:
            if self._pdf is None:
                raise UserError("report.unreadable", path=self._path)
            # Closed here and now: the garbage collector might do it in another thread.
            with closing(self._pdf[page]) as sheet:
                drawn = sheet.render(
                    scale=scale, rev_byteorder=True, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRA
                )
                with closing(drawn) as bitmap:
                    return bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)

    def close(self) -> None:
        """Let go of the file; may be called twice."""
        with pdfium_lock:
            if self._pdf is not None:
                self._pdf.close()
                self._pdf = None
