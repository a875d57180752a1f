"""The first paint: who sees what, in which language and theme, under which policy."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from reactpy import component, html

from frontend.app import create_frontend
from frontend.client import Credentials, Result
from frontend.location import Location, match
from frontend.markup import to_html
from frontend.routes import Page, Registry, Section
from tests.browser.mechanism.api import VIEWER


@component
def Nothing() -> Any:
    return html.p()


REGISTRY = Registry(
    pages=(
        Page("/contacts", Nothing, lambda: "Contacts"),
        Page("/contacts/{id}", Nothing, lambda: "Contact", skeleton="detail"),
        Page("/sign-in", Nothing, lambda: "Sign in", public=True, frame="bare"),
    ),
    sections=(
        Section("contacts", lambda: "Contacts", "users", "/contacts", 10),
        Section("team", lambda: "Team", "shield", "/team", 20, permission="MANAGE_TEAM"),
    ),
)


async def ask(path: str, viewer: Any = VIEWER, **headers: str) -> httpx2.Response:
    async def execute(
        credentials: Credentials,
        document: str,
        variables: Any,
        *,
        operation_name: str | None = None,
    ) -> Result:
        return {"data": {"viewer": viewer}}

    async def subscribe(*args: Any, **kwargs: Any) -> Any:
        yield {}

    app = create_frontend(execute, subscribe, registry=REGISTRY)
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.get(
            path, headers={name.replace("_", "-"): v for name, v in headers.items()}
        )


@pytest.mark.parametrize("path", ["/contacts?q=" + "x" * 4_000, "/" + "x" * 5_000])
async def test_an_address_that_is_too_long_is_refused(path: str) -> None:
    answer = await ask(path)
    assert answer.status_code == 414
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_a_signed_out_visitor_is_sent_to_sign_in_and_back() -> None:
    answer = await ask("/contacts?q=a%20b", viewer=None)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/sign-in?next=%2Fcontacts%3Fq%3Da%2Bb"


async def test_a_public_page_is_shown_without_the_navigation() -> None:
    answer = await ask("/sign-in", viewer=None)
    assert answer.status_code == 200
    assert "sidebar" not in answer.text
    assert "<title>Sign in</title>" in answer.text


async def test_the_navigation_shows_what_the_viewer_may_see() -> None:
    answer = await ask("/contacts/42")
    assert "Contacts" in answer.text
    assert "Team" not in answer.text
    assert 'aria-current="page"' in answer.text
    assert "skeleton-detail" in answer.text


async def test_the_start_leads_to_the_first_section_and_the_unknown_nowhere() -> None:
    start, unknown = await ask("/"), await ask("/nowhere")
    assert (start.status_code, start.headers["location"]) == (303, "/contacts")
    assert unknown.status_code == 404


@pytest.mark.parametrize(
    ("headers", "viewer", "locale", "theme"),
    [
        ({}, None, "en", "system"),
        ({"accept_language": "de, fr-CA;q=0.8, it;q=0.9"}, None, "it", "system"),
        (
            {"accept_language": "fr", "cookie": "carnet_locale=it; carnet_theme=dark"},
            None,
            "it",
            "dark",
        ),
        ({"cookie": "carnet_locale=xx; carnet_theme=pink"}, None, "en", "system"),
        (
            {"accept_language": "it", "cookie": "carnet_theme=dark"},
            {**VIEWER, "user": {**VIEWER["user"], "locale": "fr", "theme": "LIGHT"}},
            "fr",
            "light",
        ),
    ],
)
async def test_language_and_theme_are_there_from_the_first_paint(
    headers: dict[str, str], viewer: Any, locale: str, theme: str
) -> None:
    answer = await ask("/sign-in", viewer=viewer, **headers)
    assert f'<html lang="{locale}" data-theme="{theme}">' in answer.text


async def test_files_are_compressed_for_those_who_take_it() -> None:
    page = await ask("/contacts")
    address = page.text.split('rel="stylesheet" href="')[1].split('"')[0]
    plain, packed = (
        await ask(address, accept_encoding="identity"),
        await ask(address, accept_encoding="gzip"),
    )
    assert plain.text == packed.text
    assert packed.headers["content-encoding"] == "gzip"
    assert "immutable" in packed.headers["cache-control"]
    assert "@layer tokens, base, components, frame, pages;" in plain.text


async def test_a_name_cannot_break_out_of_the_page() -> None:
    evil = '"><script>alert(1)</script>'
    viewer = {**VIEWER, "account": {**VIEWER["account"], "name": evil}}
    answer = await ask("/contacts?next=" + evil, viewer=viewer)
    assert "<script>alert" not in answer.text


def test_markup_is_escaped_and_leaves_handlers_out() -> None:
    model = {
        "tagName": "div",
        "attributes": {
            "key": "k",
            "className": 'a"b',
            "hidden": True,
            "disabled": False,
            "style": {"color": "red"},
        },
        "eventHandlers": {"onClick": {"target": "x"}},
        "children": ["<&", {"tagName": "", "children": ["in"]}, {"tagName": "br"}],
    }
    assert to_html(model) == '<div class="a&quot;b" hidden>&lt;&amp;in<br></div>'


@pytest.mark.parametrize(
    ("pattern", "path", "found"),
    [
        ("/contacts/{id}", "/contacts/7", {"id": "7"}),
        ("/contacts/{id}", "/contacts/7/", {"id": "7"}),
        ("/contacts/{id}", "/contacts", None),
        ("/contacts/{id}", "/contacts/7/8", None),
        ("/", "/", {}),
        ("/a.b", "/axb", None),
    ],
)
def test_patterns_match_whole_segments(
    pattern: str, path: str, found: dict[str, str] | None
) -> None:
    assert match(pattern, path) == found


def test_a_location_keeps_to_our_own_places() -> None:
    location = Location.parse("https://elsewhere.example.org/x?a=1&a=2&b=#c")
    assert (location.path, dict(location.query)) == ("/x", {"a": "1", "b": ""})
    assert location.with_query({"a": None, "d": "é&"}).url == "/x?b=&d=%C3%A9%26"


def test_what_is_no_url_is_the_start() -> None:
    assert Location.parse("//[") == Location()


async def test_a_path_that_is_no_url_is_answered() -> None:
    assert (await ask("//[")).status_code < 500
