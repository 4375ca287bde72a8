"""Run the tests once more on encrypted dialogues, whatever they are about.

Every test tells whether it ran on encrypted dialogues; that hardly one stays behind in the open is a bar of
its own.
"""

from __future__ import annotations

from benchmarks.rows import Row
from benchmarks.soak_tests import rows_of, told_by_tests

LEAST = 5_500
SHARE = 90
"""Percent of the tests at least; the others have keys of their own or begin in the open."""


def rows() -> list[Row]:
    """Run them all."""
    suites = told_by_tests("tests", FACILITATOR_TEST_KEY="1")
    every = [case for suite in suites for case in suite.iter("testcase")]
    locked = sum(one.get("name") == "encrypted" for case in every for one in case.iter("property"))
    share = round(100 * locked / len(every)) if every else 0
    return [
        *rows_of(suites, "tests on encrypted dialogues", LEAST),
        Row(name="of these really encrypted", value=share, unit="%", bar=SHARE, at_least=True),
    ]
