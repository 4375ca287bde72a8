"""Methods are data: found by id, in the best language there is."""

from __future__ import annotations

from facilitator.domain.method import Method, MethodTexts, Part, Step


def method(language: str) -> Method:
    parts = tuple(Part(id=str(n), title="", minutes=n, prompts=()) for n in (10, 25))
    steps = tuple(
        Step(id=id, title="", short="", purpose="", activities=(), kinds=(), parts=parts, gate=())
        for id in "abc"
    )
    return Method(id="m", version="1", title="", summary="", language=language, steps=steps)


def test_steps_are_found_by_id() -> None:
    found = method("nl")
    assert found.step("b") is found.steps[1]
    assert found.step("x") is None
    assert [found.index(id) for id in ("a", "c", "x", "")] == [0, 2, 0, 0]


def test_a_step_lasts_as_long_as_its_parts() -> None:
    assert method("nl").steps[0].minutes == 35


def test_the_language_falls_back_to_dutch_then_to_any() -> None:
    both = MethodTexts(id="m", languages={"en": method("en"), "nl": method("nl")})
    assert [both.pick(language).language for language in ("en", "nl", "fr")] == ["en", "nl", "nl"]
    assert MethodTexts(id="m", languages={"en": method("en")}).pick("fr").language == "en"
