"""Anything read again by its global id."""

from __future__ import annotations

import pytest

from backend.core.ids import encode_id

NODE = "query ($id: ID!) { node(id: $id) { __typename id ... on Account { name } } }"
NODES = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"


async def test_an_account_reads_itself_again(ask_as, owner):
    key = encode_id("Account", owner.account_id)
    found = (await ask_as(owner).data(NODE, id=key))["node"]
    assert found == {"__typename": "Account", "id": key, "name": "Studio Rossi"}


async def test_what_belongs_to_others_is_not_there(ask_as, owner, stranger):
    for key in (encode_id("Account", owner.account_id), encode_id("Member", owner.membership_id)):
        assert await ask_as(stranger).data(NODE, id=key) == {"node": None}
        assert await ask_as(None).data(NODE, id=key) == {"node": None}


async def test_several_come_in_the_order_of_their_ids(ask_as, owner):
    account = encode_id("Account", owner.account_id)
    user = encode_id("User", owner.user_id)
    ids = [user, encode_id("User", 10**9), account, user, encode_id("Nothing", 1)]
    found = (await ask_as(owner).data(NODES, ids=ids))["nodes"]
    assert found == [{"id": user}, None, {"id": account}, {"id": user}, None]


@pytest.mark.parametrize("key", ["", "nonsense", "QWNjb3VudDo=", "QWNjb3VudDp4", "x" * 5000])
async def test_what_is_no_id_is_refused(ask_as, owner, key):
    error = await ask_as(owner).error(NODE, id=key)
    assert error["extensions"]["refusals"][0] == {
        "code": "INVALID_ID",
        "path": ["id"],
        "parameters": {},
    }
    error = await ask_as(owner).error(NODES, ids=[encode_id("User", 1), key])
    assert error["extensions"]["refusals"][0]["path"] == ["ids", "1"]


async def test_only_a_hundred_come_at_once(ask_as, owner):
    error = await ask_as(owner).error(NODES, ids=[encode_id("User", 1)] * 101)
    assert error["extensions"]["refusals"][0]["code"] == "TOO_MANY"
