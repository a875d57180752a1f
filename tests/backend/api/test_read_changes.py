"""The account's history through the API: pages of it, and live from a cursor on."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from backend.accounts.events import AccountUpdated, MemberJoined
from backend.core.change_log import current_cursor
from backend.core.ids import encode_id
from backend.core.unit_of_work import unit_of_work
from tests.factories.api import credentials

PAGE = """query ($after: String, $first: Int, $subjects: [SubjectType!]) {
  changes(after: $after, first: $first, subjects: $subjects) {
    edges { cursor node { sequence kind subjectType subjectId payload at actor { kind name } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}"""
LIVE = """subscription ($after: String, $subjects: [SubjectType!]) {
  changes(after: $after, subjects: $subjects) { cursor sequence kind }
}"""


async def write(person, count=1):
    """Commit changes of two kinds in a person's account."""
    async with unit_of_work(person.actor) as unit:
        for _ in range(count):
            unit.record(AccountUpdated(person.account_id, fields=["name"]))
            unit.record(MemberJoined(person.membership_id, user_id=person.user_id, role="viewer"))


async def take(api, person, count, **variables):
    """The next events that a person follows."""
    stream = api.pages.subscribe(credentials(person), LIVE, variables)
    found = []
    async with aclosing(stream), asyncio.timeout(5):
        async for body in stream:
            assert "errors" not in body, body
            found.append(body["data"]["changes"])
            if len(found) == count:
                return found
    raise AssertionError("the stream ended")


async def test_pages_of_the_history_join_without_gap(ask_as, owner):
    await write(owner, 5)
    seen, after = [], None
    while True:
        page = (await ask_as(owner).data(PAGE, after=after, first=3))["changes"]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        seen += [edge["node"]["sequence"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert seen == list(range(1, page["totalCount"] + 1))


async def test_a_change_shows_global_ids_and_the_schema_s_names(ask_as, owner):
    start = await current_cursor(owner.account_id)
    await write(owner)
    page = (await ask_as(owner).data(PAGE, after=start, subjects=["MEMBER"]))["changes"]
    (edge,) = page["edges"]
    assert edge["node"] | {"sequence": 0, "at": ""} == {
        "sequence": 0,
        "at": "",
        "kind": "member.joined",
        "subjectType": "MEMBER",
        "subjectId": encode_id("Member", owner.membership_id),
        "payload": {"userId": encode_id("User", owner.user_id), "role": "viewer"},
        "actor": {"kind": "user", "name": owner.name},
    }


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"after": "nonsense"}, "INVALID_CURSOR"),
        ({"after": ""}, "INVALID_CURSOR"),
        ({"first": 201}, "INVALID_PAGE"),
        ({"first": -1}, "INVALID_PAGE"),
    ],
)
async def test_wrong_arguments_are_coded(ask_as, owner, variables, code):
    error = await ask_as(owner).error(PAGE, **variables)
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["extensions"]["refusals"][0]["code"] == code


async def test_an_account_reads_its_own_history_only(ask_as, owner, stranger):
    await write(owner, 3)
    page = (await ask_as(stranger).data(PAGE, first=200))["changes"]
    names = {edge["node"]["actor"]["name"] for edge in page["edges"]}
    assert owner.name not in names


async def test_a_follower_resumes_where_it_was(api, owner):
    start = await current_cursor(owner.account_id)
    await write(owner, 2)
    first = await take(api, owner, 2, after=start)
    await write(owner, 1)
    rest = await take(api, owner, 4, after=first[-1]["cursor"])
    sequences = [change["sequence"] for change in first + rest]
    assert sequences == list(range(sequences[0], sequences[0] + 6))


async def test_a_follower_chooses_what_it_is_told_about(api, owner):
    start = await current_cursor(owner.account_id)
    await write(owner, 3)
    found = await take(api, owner, 3, after=start, subjects=["ACCOUNT"])
    assert {change["kind"] for change in found} == {"account.updated"}


async def test_a_signed_out_follower_is_refused(api):
    stream = api.pages.subscribe(credentials(None), LIVE, {})
    async with aclosing(stream):
        body = await anext(stream)
    assert body["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
