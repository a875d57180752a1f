"""Shared fragments: one object per content, never across accounts, nothing of one window."""

from __future__ import annotations

import orjson
import pytest
from reactpy import component, html
from reactpy.types import VdomDict

from frontend.fragments import FragmentCache, FragmentList, fragment, target, wire_model
from frontend.locale import in_locale
from frontend.session import activate
from frontend.viewer import Viewer, ViewerAccount, ViewerUser
from tests.frontend.windows import session_of


def sign_in(account_id: str, time_zone: str = "UTC") -> None:
    """Make the test's window one of an account."""
    session = session_of()
    user = ViewerUser("u", "Name", "u@example.org", "en", "SYSTEM", time_zone)
    account = ViewerAccount(account_id, "Account", "FR", "en", "UTC", "EUR")
    session.viewer.set(Viewer(user, account, "OWNER", frozenset(), None))
    session.time_zone = time_zone
    activate(session)


@pytest.fixture
def cache() -> FragmentCache:
    return FragmentCache()


def test_a_version_is_built_once_and_shared(cache: FragmentCache) -> None:
    built = []

    @fragment(version=lambda row: row["version"], cache=cache)
    def line(row: dict[str, int]) -> VdomDict:
        built.append(row)
        return html.li({"key": "k"}, str(row["version"]))

    sign_in("a1")
    first = line({"version": 1})
    assert line({"version": 1}) is first
    assert line({"version": 2}) is not first
    assert len(built) == 2


def test_the_same_content_is_the_same_object_whatever_its_version(cache: FragmentCache) -> None:
    @fragment(version=lambda version: version, cache=cache)
    def line(version: int) -> VdomDict:
        return html.li({"key": "k"}, "the same")

    sign_in("a1")
    assert line(1) is line(2)


def test_two_contents_under_one_key_differ(cache: FragmentCache) -> None:
    """A store tells a changed row by it: as dicts, both hold the same tag name and key."""

    @fragment(version=lambda text: text, cache=cache)
    def line(text: str) -> VdomDict:
        return html.li({"key": "k"}, text)

    before, after = line("before"), line("after")
    assert before != after
    assert not before == after  # noqa: SIM201 - a dict answers both by itself
    assert before == line("before")


def test_nothing_is_shared_between_accounts(cache: FragmentCache) -> None:
    @fragment(version=lambda: 1, cache=cache)
    def line() -> VdomDict:
        return html.li({"key": "k"}, "the same")

    sign_in("a1")
    mine = line()
    sign_in("a2")
    assert line() is not mine


def test_the_language_and_the_time_zone_tell_fragments_apart(cache: FragmentCache) -> None:
    built = []

    @fragment(version=lambda: 1, cache=cache)
    def line() -> VdomDict:
        built.append(1)
        return html.li({"key": "k"}, str(len(built)))

    sign_in("a1")
    line()
    with in_locale("fr"):
        line()
    sign_in("a1", "Europe/Rome")
    line()
    assert len(built) == 3


def test_the_cache_stays_within_its_limit() -> None:
    cache = FragmentCache(limit_bytes=10_000)

    @fragment(version=lambda n: n, cache=cache)
    def line(n: int) -> VdomDict:
        return html.li({"key": str(n)}, "x" * 100, str(n))

    sign_in("a1")
    for n in range(1000):
        line(n)
    assert cache.size_bytes <= 10_000
    assert len(cache._by_content) == len(cache._by_version) < 100


def test_targets_are_sent_and_empty_attributes_are_not() -> None:
    element = html.li(
        {"key": "k", "title": None, "onClick": target("x:open", prevent_default=True)}, None, "a<b"
    )
    assert orjson.loads(orjson.dumps(wire_model(element))) == {
        "tagName": "li",
        "attributes": {"key": "k"},
        "eventHandlers": {"onClick": {"target": "x:open", "preventDefault": True}},
        "children": ["", "a<b"],
    }


def test_a_handler_or_a_component_in_a_fragment_is_refused() -> None:
    @component
    def Part() -> VdomDict:
        return html.p()

    with pytest.raises(TypeError, match="use_target"):
        wire_model(html.li({"onClick": lambda event: None}))
    with pytest.raises(TypeError, match="Part"):
        wire_model(html.li(Part()))


def test_siblings_with_the_same_key_are_refused() -> None:
    items = [html.li({"key": key}, key) for key in ("a", "b", "a")]
    with pytest.raises(ValueError, match="'a'"):
        wire_model(html.ul(*items))
    assert wire_model(html.ul(*items[:2], html.li("c"), html.li("d")))


def test_a_list_refuses_fragments_without_a_key_of_their_own(cache: FragmentCache) -> None:
    @fragment(version=lambda key: key, cache=cache)
    def line(key: str | None) -> VdomDict:
        return html.li({"key": key} if key else {}, "x")

    sign_in("a1")
    FragmentList("ul", {}, [line("a"), line("b")])
    with pytest.raises(ValueError, match="key"):
        FragmentList("ul", {}, [line(None)])
    with pytest.raises(ValueError, match="key"):
        FragmentList("ul", {}, [line("a"), line("a")])
