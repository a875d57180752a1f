"""What clients see of errors: codes, never what went wrong inside."""

from __future__ import annotations

import asyncio

import pytest

from backend.api.answers import Request
from backend.api.callers import Caller
from backend.core.graphql.context import Credentials
from backend.core.permissions import Role
from tests.backend.api.sample import SECRET, Written, actor

WRITE = "mutation ($i: ThingInput!) { write(input: $i) { cursor } }"
NOBODY = Caller(Credentials(), None, "r1")


async def run(engine, document, caller=NOBODY, **variables):
    return await engine.run(caller, Request(document, variables))


@pytest.mark.expects_error_log
@pytest.mark.parametrize("field", ["crash", "overflow"])
async def test_a_crash_is_masked_and_logged_with_its_request(engine, error_log, field):
    answer = await run(engine, f"{{ {field} }}")
    assert answer.body["data"] == {field: None}
    (error,) = answer.body["errors"]
    assert error["extensions"] == {"code": "INTERNAL_SERVER_ERROR", "requestId": "r1"}
    assert error["path"] == [field]
    assert SECRET not in answer.text
    assert str(2**40) not in answer.text
    assert "r1" in error_log[0].getMessage()


async def test_a_refusal_is_coded(engine):
    answer = await run(engine, "{ missing { name } }")
    assert answer.body["errors"] == [
        {
            "message": "Not found.",
            "locations": [{"line": 1, "column": 3}],
            "path": ["missing"],
            "extensions": {
                "code": "NOT_FOUND",
                "requestId": "r1",
                "refusals": [{"code": "NOT_FOUND", "path": ["id"], "parameters": {}}],
            },
        }
    ]


async def test_several_refusals_come_together_in_the_schema_s_names(engine):
    (error,) = (await run(engine, "{ wrong { name } }")).body["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["extensions"]["refusals"] == [
        {"code": "INVALID_ID", "path": ["contactId"], "parameters": {}},
        {"code": "TOO_LONG", "path": ["name"], "parameters": {"maximum": "3", "value": "x" * 200}},
    ]


async def test_a_mutation_s_refusals_are_data(engine):
    answer = await run(
        engine,
        'mutation { refuse(input: {name: "a"}) '
        "{ thing { name } cursor errors { code path parameters { name value } } } }",
    )
    assert answer.body["data"]["refuse"] == {
        "thing": None,
        "cursor": None,
        "errors": [
            {"code": "REQUIRED", "path": ["givenName"], "parameters": []},
            {
                "code": "TOO_LONG",
                "path": ["emails", "0"],
                "parameters": [{"name": "maximumLength", "value": "3"}],
            },
        ],
    }


@pytest.mark.expects_error_log
async def test_a_crash_does_not_take_the_answers_of_other_mutations_along(engine):
    answer = await run(
        engine,
        'mutation { a: write(input: {name: "a"}) { thing { name } } '
        'b: write(input: {name: "crash"}) { thing { name } } }',
    )
    assert answer.body["data"] == {"a": {"thing": {"name": "a"}}, "b": None}
    assert answer.body["errors"][0]["path"] == ["b"]


@pytest.mark.parametrize(
    ("caller", "code", "as_data"),
    [
        (NOBODY, "UNAUTHENTICATED", False),
        (Caller(Credentials(), actor(role=Role.VIEWER), "r1"), "FORBIDDEN", True),
    ],
)
async def test_rights_are_checked_at_the_entry(engine, caller, code, as_data):
    document = 'mutation { restricted(input: {name: "a"}) { thing { name } errors { code } } }'
    body = (await run(engine, document, caller)).body
    if as_data:
        assert body["data"]["restricted"] == {"thing": None, "errors": [{"code": code}]}
    else:
        assert body["data"] == {"restricted": None}
        assert body["errors"][0]["extensions"]["code"] == code


@pytest.mark.parametrize(
    ("document", "variables", "code"),
    [
        ("{", {}, "GRAPHQL_PARSE_FAILED"),
        ("{ nothing }", {}, "GRAPHQL_VALIDATION_FAILED"),
        ("mutation { write(input: {}) { cursor } }", {}, "GRAPHQL_VALIDATION_FAILED"),
        (WRITE, {}, "BAD_USER_INPUT"),
        (WRITE, {"i": {"name": 7}}, "BAD_USER_INPUT"),
        (WRITE, {"i": "x" * 10**6}, "BAD_USER_INPUT"),
        (WRITE, {"i": {"name": "\ud800"}}, "BAD_USER_INPUT"),
    ],
)
async def test_a_wrong_request_says_what_is_wrong_and_runs_nothing(
    engine, document, variables, code
):
    answer = await run(engine, document, **variables)
    assert answer.is_refusal
    assert answer.body["errors"][0]["extensions"]["code"] == code
    assert len(answer.text) < 3000
    assert Written.names == []


@pytest.mark.parametrize(
    "document",
    [
        'mutation ($n: String = "a") { write(input: {name: $n}) { cursor } }',
        'mutation ($n: Boolean = true) { write(input: {name: "a"}) { cursor @skip(if: $n) } }',
    ],
)
async def test_a_variable_that_is_null_in_spite_of_its_default_is_no_fault_of_ours(
    engine, document
):
    [error] = (await run(engine, document, n=None)).body["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert "'$n'" in error["message"]
    assert error["path"] == ["write"]


async def test_variables_nested_without_end_are_refused(engine):
    deep: list[object] = []
    for _ in range(500):
        deep = [deep]
    answer = await run(engine, WRITE, i=deep)
    assert answer.body["errors"][0]["extensions"]["limit"] == "nesting of variables"


async def test_variables_of_a_megabyte_of_values_are_refused_unread(engine, monkeypatch):
    monkeypatch.setattr("backend.api.texts.is_storable", lambda text: text == "i")
    for values in ([""] * 25_000, {str(number): 0 for number in range(25_001)}):
        answer = await run(engine, WRITE, i=values)
        found = answer.body["errors"][0]["extensions"]
        assert (found["limit"], found["maximum"]) == ("values of variables", 25_000)


async def test_what_takes_too_long_is_given_up(engine, monkeypatch):
    monkeypatch.setattr("backend.api.execution.TIMEOUT_SECONDS", 0.05)
    answer = await run(engine, "{ slow }")
    assert answer.status == 503
    assert answer.body["errors"][0]["extensions"]["code"] == "TIMED_OUT"


async def test_a_write_whose_client_goes_away_is_finished(engine):
    running = asyncio.create_task(
        run(engine, 'mutation { write(input: {name: "kept"}) { cursor } }')
    )
    await asyncio.sleep(0.02)
    running.cancel()
    await asyncio.sleep(0.1)
    assert Written.names == ["kept"]
