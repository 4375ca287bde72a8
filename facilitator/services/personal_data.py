"""Find personal data in a text: what can be checked by number, and names by the words around them.

It finds candidates for a person to judge; what it passes over is no proof of there being nothing
(``docs/privacy.md`` tells how much it finds). Every pattern is bounded, so that time grows with length only.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn as bsn_number

from facilitator.services.findings import KINDS
from facilitator.services.personal_names import find_names
from facilitator.services.personal_words import words_of

REPLACEMENTS = {
    "nl": {
        "bsn": "[burgerservicenummer]",
        "iban": "[rekeningnummer]",
        "phone": "[telefoonnummer]",
        "email": "[e-mailadres]",
        "address": "[adres]",
        "birth": "[geboortedatum]",
        "plate": "[kenteken]",
        "number": "[nummer]",
        "web": "[webadres]",
        "name": "[naam]",
    },
    "en": {
        "bsn": "[citizen number]",
        "iban": "[bank account]",
        "phone": "[phone number]",
        "email": "[e-mail address]",
        "address": "[address]",
        "birth": "[date of birth]",
        "plate": "[number plate]",
        "number": "[number]",
        "web": "[web address]",
        "name": "[name]",
    },
}


@dataclass(frozen=True, slots=True)
class Span:
    """One find in a text.

    Attributes:
        start, end: Place in the text, end excluded.
        kind: One of ``KINDS``.
        replacement: What could stand there instead.
        weight: 3 nearly sure, 2 likely, 1 perhaps.
    """

    start: int
    end: int
    kind: str
    replacement: str
    weight: int


Found = tuple[int, int, int]
"""start, end, weight"""


def find(text: str, *, language: str = "nl", known: Collection[str] = ()) -> list[Span]:
    """Return the finds in reading order; none overlap.

    ``known`` are names that may stand, such as those of the personas; ``language`` is that of the
    replacements.
    """
    words = REPLACEMENTS.get(language, REPLACEMENTS["en"])
    raw = [(kind, found) for kind, look in _LOOKS for found in look(text)] if _MAYBE.search(text) else []
    raw += [("name", found) for found in find_names(text, known)]
    spans = [Span(start, end, kind, words[kind], weight) for kind, (start, end, weight) in raw]
    return _without_overlaps(spans) if len(spans) > 1 else spans


def _without_overlaps(spans: list[Span]) -> list[Span]:
    """Keep of overlapping finds the one whose kind comes first; the rest in reading order."""
    order = {kind: place for place, kind in enumerate(KINDS)}
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if kept and span.start < kept[-1].end:
            if order[span.kind] < order[kept[-1].kind]:
                kept[-1] = span
            continue
        kept.append(span)
    return kept


_MAYBE = re.compile(r"[\d@]|www\.|[a-z]\.(?:nl|com|org|net|be|eu)\b", re.IGNORECASE)


def _digits(text: str) -> str:
    return "".join(ch for ch in text if ch.isdecimal())


def _before(text: str, place: int, length: int = 40) -> str:
    return text[max(place - length, 0) : place].casefold()


# ── numbers with a check digit ──────────────────────────────────────────────

_BSN = re.compile(r"(?<![\w.,/+-])\d(?:[ .-]?\d){7,8}(?![\w]|[.,/-]\d)", re.ASCII)
_BSN_GROUPS = re.compile(
    r"\d{8,9}|\d{3}([ .-])\d{2,3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3}|\d{2}([ .-])\d{2}\3\d{2}\3\d{3}"
)
_BSN_CUE = re.compile(
    r"\b(?:bsn|burgerservice ?n\w*|sofi[- ]?n\w*|citizen service n\w*)\W{0,3}(?:is|:)?\W{0,3}$"
)
_MONEY = re.compile(r"(?:€|eur|\$|£) ?$")
_MONEY_BEHIND = re.compile(r" ?(?:euro|eur\b|€|mensen|inwoners|people)", re.IGNORECASE)


def _bsn(text: str) -> Iterator[Found]:
    for match in _BSN.finditer(text):
        cued = _BSN_CUE.search(_before(text, match.start()))
        if cued:
            yield match.start(), match.end(), 3
            continue
        number = _digits(match.group())
        if len(number) != 9 or not _BSN_GROUPS.fullmatch(match.group()) or not int(number):
            continue
        money = _MONEY.search(_before(text, match.start(), 6)) or _MONEY_BEHIND.match(text, match.end())
        if not money and bsn_number.is_valid(number):
            yield match.start(), match.end(), 2


_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[ .-]?[A-Za-z0-9]{3})", re.ASCII)
_IBAN_LENGTH = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24,
    "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IT": 27, "LT": 20, "LU": 20,
    "LV": 21, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24,
    "TR": 26, "UA": 29,
}  # fmt: skip
_IBAN_CUE = re.compile(r"\b(?:iban|rekening\w*|bank\w*)\W{0,3}(?:is|:)?\W{0,3}$")


def _iban(text: str) -> Iterator[Found]:
    for match in _IBAN.finditer(text):
        length = _IBAN_LENGTH.get(match.group()[:2].upper(), 0)
        end = _end_of_letters(text, match.start(), length) if length else 0
        if not end:
            continue
        number = "".join(ch for ch in text[match.start() : end].upper() if ch.isalnum())
        if mod_97_10.is_valid(number[4:] + number[:4]):
            yield match.start(), end, 3
        elif _IBAN_CUE.search(_before(text, match.start())):
            # A slip of the pen still shows whose account it is.
            yield match.start(), end, 2


def _end_of_letters(text: str, start: int, count: int) -> int:
    """Return the end of ``count`` letters and digits, at most one mark between two; 0 when there are less."""
    place = start
    for _ in range(count):
        if text[place : place + 1] in {" ", ".", "-"} and place > start:
            place += 1
        ch = text[place : place + 1]
        if not (ch.isascii() and ch.isalnum()):
            return 0
        place += 1
    return 0 if text[place : place + 1].isalnum() else place


# ── phone, mail, web ────────────────────────────────────────────────────────

_PHONE = re.compile(
    r"(?<![\w+.,/-])(?:(?:\+|00) ?31[ .-]{0,2}(?:\(0\) ?)?\(?[1-9]|\(?0[1-9])"
    r"(?:[ .)/-]{0,3}\d){8}(?!\d|[.,-]\d)",
    re.ASCII,
)
_FOREIGN = re.compile(r"(?<![\w+])(?:\+|00) ?[1-9](?:[ .()/-]{0,2}\d){7,13}(?!\d)", re.ASCII)
_LOCAL = re.compile(r"(?<![\w+.,/-])[1-9]\d{1,2}(?:[ -]?\d){4,5}(?!\d|[.,]\d)", re.ASCII)
_LOCAL_CUE = re.compile(
    r"\b(?:tel|telefoon|telefoonnummer|mobiel|06|phone|bel|app)\.?\W{0,3}(?:is|naar|me op|op|:)?\W{0,3}$"
)
_PUBLIC_PHONE = ("0800", "0900", "0906", "0909", "088", "084", "087")


def _phone(text: str) -> Iterator[Found]:
    dates = [match.span() for match in _DATE.finditer(text)]
    starts = [start for start, _ in dates]
    for match in _PHONE.finditer(text):
        before = bisect_right(starts, match.start())
        if before and match.start() < dates[before - 1][1]:
            # The digits of a date and of the hour behind it.
            continue
        number = _digits(match.group())
        if not number.startswith(_PUBLIC_PHONE):
            yield match.start() + (match.group()[0] == "(" and ")" not in match.group()), match.end(), 3
    for match in _FOREIGN.finditer(text):
        if not _digits(match.group()).startswith(("31", "0031")):
            yield match.start(), match.end(), 3 if match.group()[0] == "+" else 2
    for match in _LOCAL.finditer(text):
        if _LOCAL_CUE.search(_before(text, match.start())):
            yield match.start(), match.end(), 2


_MAIL = re.compile(
    r"[\w.+'-]{1,64}(?:@| ?\(at\) ?| ?\[at\] ?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.IGNORECASE
)
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"]{3,2000}", re.IGNORECASE)
_SITE = re.compile(
    r"(?<![\w@./-])[\w-]{2,63}(?:\.[\w-]{1,63}){0,3}\.(?:nl|com|org|net|be|de|eu)(?:/[^\s<>\"]{0,500})?(?![\w@])",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z_][\w.]{2,29}")


def _mail(text: str) -> Iterator[Found]:
    if "@" in text or "at" in text.casefold():
        for match in _MAIL.finditer(text):
            lead = len(match.group()) - len(match.group().lstrip(".'-+"))
            yield match.start() + lead, match.end(), 3


def _web(text: str) -> Iterator[Found]:
    for look, weight in ((_WEB, 2), (_SITE, 1), (_HANDLE, 2)):
        for match in look.finditer(text):
            end = match.start() + len(match.group().rstrip(".,;:!?)'"))
            yield match.start(), end, weight


# ── where and when ──────────────────────────────────────────────────────────

_POSTCODE = re.compile(
    r"(?<![\w.,/€-])[1-9]\d{3} ?(?!SA|SD|SS)([A-Za-z]{2})(?!\w)"
    r"(?:[ ,]{1,3}(?:nr\.? ?)?\d{1,4}(?:[ -]?[a-z]\b)?(?![\d:.,]))?",
    re.ASCII,
)
_NOT_POSTCODE = words_of("""
EU TV OK PM AM KM KG CM MM ML MG HA BV NV EN OF IN OP IS DE HE TE UU JR
""")
_STREET = re.compile(
    r"(?<!\w)[^\W\d_][\w'’.-]{1,40}(?:straat|laan|weg|plein|kade|hof|dreef|singel|gracht|pad|steeg|park|dijk|"
    r"markt|es|brink|wal|ring|veld|horst|kamp|berg|broek|wijk|plantsoen|boulevard|allee)"
    r" {1,2}(?:nr\.? ?|nummer )?"
    r"\d{1,4}(?:[ -]?(?:[a-zA-Z]|bis|hs|\d{1,3}))?"
    r"(?![\w:%]|[.,]\d| (?:jaar|euro|minuten|uur|"
    r"mensen|keer|km|weken|maanden))"
)
_SURE_STREET = (
    "straat",
    "laan",
    "plein",
    "kade",
    "dreef",
    "singel",
    "gracht",
    "steeg",
    "plantsoen",
    "boulevard",
)
_NO_STREET = re.compile(
    r"(?:snel|fiets|spoor|rijks|provinciale|lijn|bus|halte|kamer|zaal|wacht)\w{0,10} ", re.IGNORECASE
)
_OF_STREET = words_of("""
van der den de ten ter het 't st sint burgemeester prins prinses koningin dr mr
""")


def _address(text: str) -> Iterator[Found]:
    for match in _POSTCODE.finditer(text):
        letters = match.group(1)
        numbered = match.end() > match.end(1)
        if not letters.isupper() and not numbered:
            continue
        if letters.upper() in _NOT_POSTCODE and not (numbered and letters.isupper()):
            if letters.isupper() and match.group()[4] != " ":
                yield match.start(), match.end(), 1
            continue
        yield match.start(), match.end(), 3 if numbered else 2
    for match in _STREET.finditer(text):
        name = match.group().split(" ", 1)[0]
        sure = name.casefold().rstrip(".").endswith(_SURE_STREET)
        if _NO_STREET.match(match.group()) or not (name[0].isupper() or sure):
            continue
        yield _start_of_street(text, match.start()), match.end(), 3 if sure else 2


def _start_of_street(text: str, start: int) -> int:
    """Return where the name of the street begins: "Jan van Galenstraat" is one name."""
    first, seen = start, start
    for _ in range(3):
        word = re.search(r"([\w'’]{1,30})\.? $", text[max(seen - 33, 0) : seen])
        if word is None:
            break
        seen -= len(word.group())
        if word.group(1).casefold() in _OF_STREET:
            first = seen
        elif first < start and word.group(1)[0].isupper():
            first = seen
            break
        else:
            break
    return first


_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "january|february|march|may|june|july|august|october|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec"
)
_DATE = re.compile(
    rf"(?<![\w.,/-])(?:[0-3]?\d([-/. ])[01]?\d\1(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d([-/])[01]?\d\2[0-3]?\d|"
    rf"[0-3]?\d(?:e|ste|de|st|nd|rd|th)? (?:{_MONTHS})\.? ?(?:(?:19|20)\d\d|['’]\d\d)?)(?![\w]|[.,-]\d)",
    re.IGNORECASE,
)
_BIRTH_CUE = re.compile(
    r"\b(?:geboren|geb\b|gebdatum|geboortedat\w*|geboortedag|verjaar\w*|jarig|born|birth\w*)[^.!?\n]{0,25}$"
)
_BIRTH_BEHIND = re.compile(r" (?:geboren|jarig|born)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OLD = 2010
"""A whole date before this year is more likely a birthday than an appointment."""


def _birth(text: str) -> Iterator[Found]:
    for match in _DATE.finditer(text):
        end = match.start() + len(match.group().rstrip())
        year = _YEAR.search(match.group())
        if _BIRTH_CUE.search(_before(text, match.start(), 45)) or _BIRTH_BEHIND.match(text, end):
            yield match.start(), end, 3
        elif year and int(year.group()) < _OLD:
            yield match.start(), end, 1


# ── other numbers ───────────────────────────────────────────────────────────

_PLATE = re.compile(
    r"(?<![\w-])([A-Za-z]{1,3}|\d{1,3})-([A-Za-z]{2,3}|\d{2,3})-([A-Za-z]{1,3}|\d{1,3})(?![\w-])", re.ASCII
)
_PLATE_SHAPES = words_of("""
aa-00-00 00-00-aa 00-aa-00 aa-00-aa aa-aa-00 00-aa-aa 00-aaa-0 0-aaa-00 aa-000-a a-000-aa aaa-00-a
a-00-aaa 0-aa-000 000-aa-0
""")
_BARE_PLATE = re.compile(
    r"\b(?:kenteken|nummerplaat|number plate)\W{1,3}(?:is |: ?)?([A-Za-z0-9]{6})\b", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"\b(?:big|agb|pati[eë]nt\w{0,8}|cli[eë]nt\w{0,8}|dossier|polis|klant\w{0,4}|zaak|relatie|lidmaatschaps?|"
    r"paspoort|rijbewijs|patient|client|policy|passport|case|case file)"
    r"[ -]?(?:nummer|nr|no|number|registratie|code)?\.?"
    r"(?: is| van| :|:)?[ #]{0,2}((?=[A-Z]{0,4}\d)[A-Z0-9]{5,14})\b",
    re.IGNORECASE,
)


def _plate(text: str) -> Iterator[Found]:
    for match in _PLATE.finditer(text):
        shape = "".join("0" if ch.isdecimal() else "a" if ch != "-" else ch for ch in match.group())
        upper = match.group().upper() == match.group()
        if shape in _PLATE_SHAPES and (
            upper or "auto" in _before(text, match.start()) or "kenteken" in _before(text, match.start())
        ):
            yield match.start(), match.end(), 3
    for match in _BARE_PLATE.finditer(text):
        if any(ch.isdecimal() for ch in match.group(1)):
            yield match.start(1), match.end(1), 3


def _number(text: str) -> Iterator[Found]:
    for match in _NUMBERED.finditer(text):
        if sum(ch.isdecimal() for ch in match.group(1)) >= 4:
            yield match.start(1), match.end(1), 3


_LOOKS: tuple[tuple[str, Callable[[str], Iterator[Found]]], ...] = (
    ("bsn", _bsn),
    ("iban", _iban),
    ("phone", _phone),
    ("email", _mail),
    ("address", _address),
    ("birth", _birth),
    ("plate", _plate),
    ("number", _number),
    ("web", _web),
)
