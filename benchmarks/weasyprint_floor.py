"""The same report by WeasyPrint: what a program that prints HTML needs for the same words and structure.

The HTML is made of what our own PDF tells a screen reader, so both hold the same headings, lists, tables,
quotes and pictures in words. WeasyPrint lives in an environment of its own under ``build/``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from html import escape
from pathlib import Path

from tests.helpers.structure import Element, read_structure

PACKAGE = "weasyprint==70.0"
_HOME = Path("build") / "weasyprint"
_NAMES = {
    "Document": "main",
    "Sect": "section",
    "TOC": "ul",
    "TOCI": "li",
    "Reference": "span",
    "Link": "span",
    "L": "ul",
    "LI": "li",
    "Lbl": "strong",
    "LBody": "div",
    "Figure": "p",
    "BlockQuote": "blockquote",
    "Table": "table",
    "TR": "tr",
    "TH": "th",
    "TD": "td",
    "Span": "span",
}
_STYLE = """@page { size: A4; margin: 26mm 21mm; @bottom-right { content: counter(page); } }
body { font: 10pt/1.5 sans-serif; } section { break-before: page; } h1, h2 { font-size: 27pt; }
blockquote { background: #FFE58A; padding: 8pt; } table { width: 100%; border-collapse: collapse; }
td, th { border-bottom: 1px solid #D9D3C7; text-align: left; } li { margin-bottom: 4pt; }"""
_CHILD = """
import json, sys, time
import weasyprint
text = open(sys.argv[1], encoding="utf-8").read()
start = time.perf_counter()
weasyprint.HTML(string=text).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
print(json.dumps(time.perf_counter() - start))
"""


def seconds(ours: Path, folder: Path) -> float | None:
    """Return how long WeasyPrint takes for the words of the PDF ``ours``; None where it cannot be had."""
    python = _environment()
    if python is None:
        return None
    page = folder / "same.html"
    page.write_text(html_of(read_structure(ours).root), encoding="utf-8")
    done = subprocess.run(
        [str(python), "-c", _CHILD, str(page), str(folder / "same.pdf")],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print("WeasyPrint left out:", done.stderr.strip().splitlines()[-1:], file=sys.stderr)
        return None
    return float(json.loads(done.stdout.splitlines()[-1]))


def _environment() -> Path | None:
    python = _HOME / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if python.exists():
        return python.absolute()
    try:
        venv.create(_HOME, with_pip=True)
        install = [str(python), "-m", "pip", "install", "-q", "--only-binary", ":all:", PACKAGE]
        subprocess.run(install, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as fault:
        print("WeasyPrint left out:", type(fault).__name__, file=sys.stderr)
        return None
    return python.absolute()


def html_of(root: Element) -> str:
    """Return a page with the structure of ``root``."""
    return f"<html lang=nl><title>x</title><style>{_STYLE}</style><body>{_part(root)}</body></html>"


def _part(element: Element) -> str:
    name = _NAMES.get(element.role, element.role.lower())
    words = element.actual or element.alt or element.words
    return f"<{name}>{escape(words)}{''.join(_part(kid) for kid in element.kids)}</{name}>"
