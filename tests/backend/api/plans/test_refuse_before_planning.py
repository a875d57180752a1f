"""Documents built to blow up a compiler are refused by the limits, before it sees them."""

from __future__ import annotations

import pytest

from backend.api.answers import Request
from backend.api.plans.compiling import Compiler
from backend.api.plans.variants import Variants

pytestmark = pytest.mark.sqlite_only


def nested(levels: int, body: str) -> str:
    """Fragments that spread the next one, twice below a field each."""
    fragments = " ".join(
        f"fragment F{n} on Query {{ {body % (n + 1, n + 1)} }}" for n in range(levels)
    )
    return f"{{ ...F0 }} {fragments} fragment F{levels} on Query {{ me }}"


def conditions(count: int) -> str:
    """As many conditions as fields: 2 to their number combinations."""
    names = [f"c{number}" for number in range(count)]
    declared = ", ".join(f"${name}: Boolean!" for name in names)
    return f"query ({declared}) {{ {' '.join(f'me @include(if: ${name})' for name in names)} }}"


BOMBS = {
    "1,000 aliases": "{ " + " ".join(f"a{number}: me" for number in range(1_000)) + " }",
    "60 nested fragments": nested(60, "a: missing { ...F%d } b: missing { ...F%d }"),
    "a fragment in itself": "{ ...A } fragment A on Query { missing { ...A } }",
    "fragments in each other": "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    "one megabyte of fields": "{ " + "me " * 350_000 + "}",
    "60 conditions": conditions(60),
    "1,000 conditions": conditions(1_000),
    "nested conditions": "{ " + "... @include(if: true) { " * 60 + "me" + " }" * 60 + " }",
    "200 levels": "{ " + "missing { " * 200 + "name" + " }" * 200 + " }",
}


@pytest.mark.parametrize("name", BOMBS)
async def test_is_refused_before_planning(engine, caller, monkeypatch, name):
    for place, method in ((Variants, "of"), (Compiler, "__init__")):
        monkeypatch.setattr(place, method, lambda *_: pytest.fail("planned"))
    answer = await engine.run(caller, Request(BOMBS[name]))
    assert answer.is_refusal
    [error] = answer.body["errors"]
    assert error["extensions"]["code"] in (
        "LIMIT_EXCEEDED", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED",
    )  # fmt: skip
