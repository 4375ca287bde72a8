"""Texts that other programs might take for something else than text."""

from __future__ import annotations

NASTY = (
    "=1+1",
    "+31 6 1234",
    "-lopend",
    "@SUM(A1)",
    "  =cmd|' /C calc'!A0",
    "\uff1d1+1",
    "a;=1+1",
    'zei "=1+1"; en; ging',
    "<script>alert(1)</script> <b>vet</b> &amp;",
    "]]> <!-- x --> <?php ?>",
    "# kop\n## nog een\n- punt\n1. een\n> citaat\n---\n===\n```\ncode\n```",
    "*vet* _schuin_ `code` [link](http://x.nl) ![p](a.png) ~~weg~~ $x$ :smile: a|b",
    "https://voorbeeld.nl www.voorbeeld.nl jan@voorbeeld.nl <https://x.nl>",
    "[x]: http://x.nl\n[^1]: noot\n    ingesprongen",
    "blij 😀 gezin 👨\u200d👩\u200d👧 klaar",
    "مرحبا بكم في هولندا (3)",
    "De dokter zei مرحبا tegen Ahmed",
    "_x0041_ \\ C:\\temp {naam} %s",
    "0012345678901234567890",
    "2026-01-02",
    "w" * 10_000,
    "woord " * 1_666,
)
"""As they may be in a dialogue: cleaned, so without control characters."""

BROKEN = "bel\x07 nul\x00 kleur\x1b[31m los\ud83d ruil\ufffe einde"
"""What no file can hold; a dialogue holds it as little, but nothing may break on it."""


def squeezed(text: str) -> str:
    """Return ``text`` with every stretch of white space as one space."""
    return " ".join(text.split())
