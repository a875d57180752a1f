"""POST /auth/session and /auth/sign-out: the two requests that set and clear the cookie."""

from __future__ import annotations

from collections.abc import AsyncIterator
from http.cookies import SimpleCookie

import httpx2
import pytest
from starlette.applications import Starlette

from backend.accounts.http import local_path, session_routes
from backend.accounts.service.tickets import issue_ticket
from backend.api.origins import Origins
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work
from tests.factories.accounts import Person, actor_of
from tests.fixtures.databases import TestDatabase

pytestmark = pytest.mark.sqlite_only  # others ask the same statements of PostgreSQL

HOME = "https://carnet.example.org"


@pytest.fixture
async def browser(
    database: TestDatabase, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of a server that people reach by https."""
    monkeypatch.setenv("CARNET_BASE_URL", HOME)
    settings.cache_clear()
    app = Starlette(routes=session_routes(Origins(HOME, ()).trusts))
    transport = httpx2.ASGITransport(app, client=("203.0.113.7", 1))
    async with httpx2.AsyncClient(transport=transport, base_url=HOME) as client:
        yield client


async def ticket_for(person: Person) -> str:
    async with unit_of_work(Actor.system(0)):
        return await issue_ticket(person.user_id, person.account_id)


def session_cookie(response: httpx2.Response) -> str:
    return SimpleCookie(response.headers["set-cookie"])["carnet_session"].value


async def test_a_form_is_answered_with_the_cookie_and_sent_on(
    browser: httpx2.AsyncClient, owner: Person
) -> None:
    response = await browser.post(
        "/auth/session",
        data={"ticket": await ticket_for(owner), "next": "/contacts?q=l%27%C3%A9t%C3%A9#top"},
        headers={"origin": HOME, "user-agent": "Mozilla/5.0"},
    )
    assert (response.status_code, response.headers["location"]) == (
        303,
        "/contacts?q=l%27%C3%A9t%C3%A9#top",
    )
    attributes = {part.strip().lower() for part in response.headers["set-cookie"].split(";")[1:]}
    assert attributes >= {"httponly", "samesite=lax", "path=/", "secure"}
    assert "domain" not in response.headers["set-cookie"].lower()
    assert response.headers["cache-control"] == "no-store"
    assert await actor_of(session_cookie(response)) is not None


async def test_json_is_answered_with_json(browser: httpx2.AsyncClient, owner: Person) -> None:
    response = await browser.post("/auth/session", json={"ticket": await ticket_for(owner)})
    assert (response.status_code, response.json()) == (200, {"ok": True, "next": "/"})
    assert await actor_of(session_cookie(response)) is not None


async def test_a_used_ticket_sets_no_cookie(browser: httpx2.AsyncClient, owner: Person) -> None:
    ticket = await ticket_for(owner)
    await browser.post("/auth/session", json={"ticket": ticket})
    browser.cookies.clear()
    as_json = await browser.post("/auth/session", json={"ticket": ticket})
    assert as_json.status_code == 400
    assert as_json.json() == {"errors": [{"code": "TICKET_INVALID", "path": ["ticket"]}]}
    as_form = await browser.post("/auth/session", data={"ticket": ticket})
    assert as_form.status_code == 303
    assert as_form.headers["location"] == "/sign-in?refused=TICKET_INVALID"
    assert "set-cookie" not in as_json.headers | as_form.headers


async def test_signing_in_again_ends_the_browsers_earlier_session(
    browser: httpx2.AsyncClient, owner: Person
) -> None:
    browser.cookies.set("carnet_session", owner.cookie)
    await browser.post("/auth/session", json={"ticket": await ticket_for(owner)})
    assert await actor_of(owner.cookie) is None


async def test_signing_out_ends_the_session_and_clears_the_cookie(
    browser: httpx2.AsyncClient, owner: Person
) -> None:
    browser.cookies.set("carnet_session", owner.cookie)
    response = await browser.post("/auth/sign-out", data={"next": "/sign-in"})
    assert (response.status_code, response.headers["location"]) == (303, "/sign-in")
    assert session_cookie(response) == ""
    assert "max-age=0" in response.headers["set-cookie"].lower()
    assert await actor_of(owner.cookie) is None
    browser.cookies.clear()
    assert (await browser.post("/auth/sign-out")).status_code == 303


@pytest.mark.parametrize("path", ["/auth/session", "/auth/sign-out"])
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example.net"},
        {"origin": "http://carnet.example.org.evil.example.net"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
async def test_another_site_can_neither_sign_in_nor_out(
    browser: httpx2.AsyncClient, owner: Person, path: str, headers: dict[str, str]
) -> None:
    browser.cookies.set("carnet_session", owner.cookie)
    ticket = await ticket_for(owner)
    response = await browser.post(path, data={"ticket": ticket}, headers=headers)
    assert response.status_code == 403
    assert "set-cookie" not in response.headers
    assert await actor_of(owner.cookie) is not None


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"x" * 9000, "application/x-www-form-urlencoded", 413),
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'{"ticket": {"a": 1}}', "application/json", 400),
        (b"ticket", "text/plain", 415),
        (b"\xff\xfe\x00%ff%00=%", "application/x-www-form-urlencoded", 303),
        (b"", "application/x-www-form-urlencoded", 303),
    ],
)
async def test_bad_bodies_are_answered(
    browser: httpx2.AsyncClient, body: bytes, kind: str, status: int
) -> None:
    response = await browser.post("/auth/session", content=body, headers={"content-type": kind})
    assert response.status_code == status
    assert "set-cookie" not in response.headers


@pytest.mark.usefixtures("database")
async def test_only_a_post_counts(browser: httpx2.AsyncClient) -> None:
    for path in ("/auth/session?ticket=x", "/auth/sign-out"):
        assert (await browser.get(path)).status_code == 405


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("/contacts/12?tab=notes#top", "/contacts/12?tab=notes#top"),
        ("/", "/"),
        ("//evil.example.net", "/home"),
        ("/\\evil.example.net", "/home"),
        ("/\t/evil.example.net", "/home"),
        ("https://evil.example.net", "/home"),
        ("javascript:alert(1)", "/home"),
        ("/a\r\nset-cookie: x=y", "/home"),
        ("contacts", "/home"),
        ("", "/home"),
        ("/" + "x" * 3000, "/home"),
        (None, "/home"),
        (7, "/home"),
    ],
)
def test_next_is_a_path_of_this_site_or_nothing(value: object, expected: str) -> None:
    assert local_path(value, "/home") == expected
