"""``/graphql`` over HTTP: what is asked how, and what is refused how."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import httpx2
import orjson
import pytest

from backend.api import health
from backend.api.bodies import MAX_DISCARDED_BYTES
from backend.core.database import read
from backend.core.permissions import Scope
from backend.core.unit_of_work import unit_of_work
from tests.factories.api import new_token
from tests.fixtures.databases import unwritable

pytestmark = pytest.mark.sqlite_only  # others ask the same statements of PostgreSQL

VIEWER = "{ viewer { user { name } } }"
GRAPHQL = "application/graphql-response+json"
SIGN_OUT = "mutation { signOut { errors { code } } }"


async def post(http, document, *, headers=None, **values):
    return await http.post("/graphql", json={"query": document, **values}, headers=headers)


def code_of(response):
    """The code of the only error of an answer."""
    errors = response.json()["errors"]
    assert len(errors) == 1
    return errors[0]["extensions"]["code"]


async def test_nobody_is_the_viewer_of_a_stranger_s_browser(http):
    response = await post(http, VIEWER)
    assert response.status_code == 200
    assert response.json()["data"] == {"viewer": None}


async def test_a_cookie_and_a_token_both_say_who_asks(http, owner):
    by_cookie = await post(http, VIEWER, headers={"cookie": f"carnet_session={owner.cookie}"})
    token = await new_token(owner)
    by_token = await post(http, VIEWER, headers={"authorization": f"Bearer {token}"})
    expected = {"viewer": {"user": {"name": owner.name}}}
    assert by_cookie.json()["data"] == by_token.json()["data"] == expected


@pytest.mark.parametrize(
    "value", ["Bearer nonsense", "Bearer", "Basic YTpi", "Bearer " + "x" * 999]
)
async def test_a_wrong_token_is_refused_even_beside_a_good_cookie(http, owner, value):
    headers = {"authorization": value, "cookie": f"carnet_session={owner.cookie}"}
    response = await post(http, VIEWER, headers=headers)
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert code_of(response) == "UNAUTHENTICATED"
    assert "data" not in response.json()


async def test_a_query_may_come_by_get(http, owner):
    response = await http.get(
        "/graphql",
        params={
            "query": "query A($id: ID!) { node(id: $id) { id } } query B { __typename }",
            "variables": orjson.dumps({"id": "VXNlcjo5OTk5OTk="}).decode(),
            "operationName": "A",
        },
    )
    assert response.status_code == 200
    assert response.json()["data"] == {"node": None}


async def test_a_mutation_may_not_come_by_get(http):
    response = await http.get("/graphql", params={"query": SIGN_OUT})
    assert response.status_code == 405
    assert response.headers["allow"] == "POST"
    assert code_of(response) == "OPERATION_NOT_ALLOWED"


async def test_a_subscription_needs_a_transport_that_goes_on(http):
    response = await post(http, "subscription { changes { kind } }", headers={"accept": GRAPHQL})
    assert response.status_code == 400
    assert code_of(response) == "OPERATION_NOT_ALLOWED"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{", "application/json"),
        (b"", "application/json"),
        (b'{"query": "\xff"}', "application/json"),
        (b'{"query": "{ __typename }", "variables": {"a": "\\ud800"}}', "application/json"),
        (b'"{ __typename }"', "application/json"),
        (b"[]", "application/json"),
        (b'[{"query": "{ __typename }"}]', "application/json"),
        (b"{}", "application/json"),
        (b'{"query": ""}', "application/json"),
        (b'{"query": 7}', "application/json"),
        (b'{"query": "{ __typename }", "variables": []}', "application/json"),
        (b'{"query": "{ __typename }", "operationName": {}}', "application/json"),
        (b'{"query": "{ __typename }", "extensions": "x"}', "application/json"),
        (b"[" * 100_000, "application/json"),
    ],
)
async def test_a_malformed_body_is_refused_in_words(http, body, kind):
    response = await http.post("/graphql", content=body, headers={"content-type": kind})
    assert response.status_code == 400
    assert code_of(response) == "BAD_REQUEST"


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin-1", ""],
)
async def test_a_form_of_another_site_cannot_be_a_request(http, kind):
    response = await http.post(
        "/graphql", content=b'{"query": "{ __typename }"}', headers={"content-type": kind}
    )
    assert response.status_code == 415


async def test_ten_megabytes_are_refused_in_words(http):
    response = await post(
        http, "query ($v: ID!) { node(id: $v) { id } }", variables={"v": "x" * 10**7}
    )
    assert response.status_code == 413
    assert code_of(response) == "LIMIT_EXCEEDED"


async def test_a_client_that_never_stops_is_hung_up_on(http):
    sent = 0

    async def endless():
        nonlocal sent
        yield b'{"query": "'
        while sent < 4 * MAX_DISCARDED_BYTES:
            sent += 65536
            yield b"x" * 65536
            await asyncio.sleep(0)

    with suppress(httpx2.TransportError):  # the server hung up while we sent
        response = await http.post(
            "/graphql", content=endless(), headers={"content-type": "application/json"}
        )
        assert response.status_code == 413
    assert sent < 4 * MAX_DISCARDED_BYTES


async def test_what_is_too_long_for_a_field_but_not_for_a_body_is_coded(http):
    response = await post(
        http, "query ($v: ID!) { node(id: $v) { id } }", variables={"v": "x" * 900_000}
    )
    assert code_of(response) == "BAD_USER_INPUT"
    assert len(response.content) < 2000


@pytest.mark.parametrize("text", ["\x00", "a\x00b"])
async def test_a_nul_is_refused_in_variables(http, text):
    response = await post(http, "query ($v: ID!) { node(id: $v) { id } }", variables={"v": text})
    error = response.json()["errors"][0]["extensions"]
    assert error["refusals"][0] == {"code": "INVALID_CHARACTERS", "path": ["v"], "parameters": {}}


async def test_a_nul_is_refused_in_the_document(http):
    response = await post(http, '{ node(id: "\\u0000") { id } }')
    assert code_of(response) == "GRAPHQL_PARSE_FAILED"


@pytest.mark.parametrize(
    ("accept", "status", "kind"),
    [
        (None, 200, "application/json"),
        ("*/*", 200, "application/json"),
        ("application/json", 200, "application/json"),
        (GRAPHQL, 400, GRAPHQL),
        (f"{GRAPHQL}, application/json;q=0.9", 400, GRAPHQL),
        (f"{GRAPHQL};q=0.1, application/json", 200, "application/json"),
        (f"text/html, {GRAPHQL}", 400, GRAPHQL),
    ],
)
async def test_an_invalid_document_answers_as_the_media_type_asks(http, accept, status, kind):
    headers = {"accept": accept} if accept else {}
    response = await post(http, "{ nothing }", headers=headers)
    assert response.status_code == status
    assert response.headers["content-type"] == f"{kind}; charset=utf-8"
    assert "data" not in response.json()
    assert code_of(response) == "GRAPHQL_VALIDATION_FAILED"


async def test_a_client_that_takes_nothing_we_have_is_told(http):
    response = await post(http, VIEWER, headers={"accept": "text/html, image/png"})
    assert response.status_code == 406


CROSS_SITE = [
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": "http://["},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
]
OWN_PAGES = [{}, {"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}]


@pytest.mark.parametrize("headers", CROSS_SITE)
async def test_another_site_cannot_use_a_person_s_cookie(http, owner, headers):
    cookie = {"cookie": f"carnet_session={owner.cookie}"}
    response = await post(http, SIGN_OUT, headers=cookie | headers)
    assert response.status_code == 403
    assert code_of(response) == "FORBIDDEN_ORIGIN"
    assert (await post(http, VIEWER, headers=cookie)).json()["data"]["viewer"]


@pytest.mark.parametrize("headers", OWN_PAGES)
async def test_our_own_pages_can(http, owner, headers):
    cookie = {"cookie": f"carnet_session={owner.cookie}"}
    response = await post(http, VIEWER, headers=cookie | headers)
    assert response.json()["data"]["viewer"]


async def test_the_page_of_this_server_is_known_by_its_host(http, owner, api_address):
    headers = {"cookie": f"carnet_session={owner.cookie}", "origin": api_address}
    assert (await post(http, VIEWER, headers=headers)).json()["data"]["viewer"]


async def test_another_site_may_use_a_token_that_it_was_given(http, owner):
    headers = {
        "authorization": f"Bearer {await new_token(owner)}",
        "origin": "https://partner.example",
    }
    response = await post(http, VIEWER, headers=headers)
    assert response.json()["data"]["viewer"]
    assert "access-control-allow-origin" not in response.headers


async def test_every_answer_says_its_request_and_guards_the_browser(http):
    response = await post(http, VIEWER)
    assert response.headers["x-request-id"] == response.json()["extensions"]["requestId"]
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in response.headers["content-security-policy"]


async def test_a_token_that_reads_cannot_write(http, owner):
    headers = {"authorization": f"Bearer {await new_token(owner, Scope.READ)}"}
    response = await post(
        http,
        'mutation { updateAccount(input: {name: "X"}) { errors { code } } }',
        headers=headers,
    )
    assert response.json()["data"]["updateAccount"]["errors"] == [{"code": "FORBIDDEN"}]


@pytest.mark.expects_error_log
@pytest.mark.usefixtures("database")
async def test_what_fails_before_an_operation_is_masked_as_json(http, error_log):
    pool = read.pool
    read.detach()
    try:
        response = await post(http, VIEWER, headers={"cookie": "carnet_session=anybody"})
    finally:
        read.attach(pool)
    assert response.status_code == 500
    assert response.headers["content-type"].startswith("application/json")
    assert code_of(response) == "INTERNAL_SERVER_ERROR"
    request_id = response.json()["extensions"]["requestId"]
    assert response.headers["x-request-id"] == request_id
    assert "not connected" not in response.text
    assert request_id in error_log[0].getMessage()


async def test_the_probes_answer(http):
    assert (await http.get("/healthz")).json() == {"status": "ok"}
    assert (await http.get("/readyz")).json() == {"status": "ready"}
    assert await read.fetch_value("SELECT COUNT(*) FROM idempotency_key") == 0


async def test_a_server_that_cannot_write_is_not_ready(http, database, monkeypatch):
    monkeypatch.setattr(health, "WRITE_EVERY_SECONDS", 0)
    async with unwritable(database, "idempotency_key"):
        response = await http.get("/readyz")
        assert (response.status_code, response.json()) == (503, {"status": "unavailable"})
    assert (await http.get("/readyz")).status_code == 200


async def test_asking_often_whether_it_is_ready_writes_seldom(http, database):
    assert (await http.get("/readyz")).status_code == 200
    async with unwritable(database, "idempotency_key"):
        assert (await http.get("/readyz")).status_code == 200


async def test_a_server_that_is_busy_writing_is_ready(http, owner):
    async with unit_of_work(owner.actor) as unit:
        await unit.execute("UPDATE session SET ip_address = '' WHERE user_id = ?", (owner.user_id,))
        assert (await http.get("/readyz")).status_code == 200
