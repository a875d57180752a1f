"""Preferences and drafts: one person's, in one account."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from backend.accounts.errors import KeyInvalid, ValueTooLarge
from backend.accounts.queries.kept import draft, preferences
from backend.accounts.service.kept import (
    MAX_KEYS,
    MAX_VALUE_BYTES,
    discard_draft,
    save_draft,
    save_preference,
)
from backend.core.errors import Forbidden, InvalidCharacters, TooMany
from backend.core.permissions import Actor, Role, Scope
from tests.backend.accounts.log import kinds
from tests.factories.accounts import Person, new_member

VALUE: dict[str, Any] = {"columns": ["name", "élodie 😀", None, 1.5], "l'apostrophe": "\u202b"}


async def test_keeps_what_was_chosen_and_what_was_typed(owner: Person) -> None:
    await save_preference(owner.actor, "contacts.columns", VALUE)
    await save_preference(owner.actor, "contacts.columns", ["name"])
    await save_preference(owner.actor, "theme", "dark")
    rows = await preferences(
        owner.account_id, owner.user_id, ["theme", "missing", "contacts.columns", "theme"]
    )
    assert [(row.key, row.value) for row in rows] == [
        ("theme", "dark"),
        ("contacts.columns", ["name"]),
    ]
    await save_draft(owner.actor, "contact:Q29udGFjdDox=", VALUE)
    row = await draft(owner.account_id, owner.user_id, "contact:Q29udGFjdDox=")
    assert row is not None
    assert row.value == VALUE


async def test_forgets_a_draft(owner: Person) -> None:
    await save_draft(owner.actor, "contact:new", {})
    await discard_draft(owner.actor, "contact:new")
    await discard_draft(owner.actor, "contact:new")
    assert await draft(owner.account_id, owner.user_id, "contact:new") is None


async def test_nobody_else_sees_or_forgets_them(owner: Person, stranger: Person) -> None:
    colleague = await new_member(owner, Role.ADMIN)
    await save_draft(owner.actor, "contact:new", "mine")
    await save_preference(owner.actor, "columns", "mine")
    for other in (colleague, stranger):
        assert await draft(other.account_id, other.user_id, "contact:new") is None
        assert await preferences(other.account_id, other.user_id, ["columns"]) == []
        await discard_draft(other.actor, "contact:new")
        await save_draft(other.actor, "contact:new", "theirs")
    row = await draft(owner.account_id, owner.user_id, "contact:new")
    assert row is not None
    assert row.value == "mine"


async def test_they_are_no_facts_of_the_account(owner: Person) -> None:
    before = await kinds(owner.account_id)
    await save_draft(owner.actor, "contact:new", {})
    await save_preference(owner.actor, "columns", [])
    assert await kinds(owner.account_id) == before


async def test_a_viewer_keeps_theirs_and_a_token_none(owner: Person) -> None:
    viewer = await new_member(owner, Role.VIEWER)
    await save_preference(viewer.actor, "columns", [])
    token = Actor(
        owner.account_id,
        Role.OWNER,
        user_id=owner.user_id,
        scopes=frozenset(Scope),
        token_id=1,
    )
    for attempt in (
        save_preference(token, "columns", []),
        save_draft(token, "columns", []),
        discard_draft(token, "columns"),
    ):
        with pytest.raises(Forbidden):
            await attempt


@pytest.mark.parametrize("key", ["", "x" * 101, "a b", "a\n", "é", "a\x00", "'; DROP TABLE draft"])
async def test_refuses_names_that_are_none(owner: Person, key: str) -> None:
    with pytest.raises(KeyInvalid):
        await save_draft(owner.actor, key, {})


async def test_refuses_what_is_too_large_or_no_json(owner: Person) -> None:
    await save_draft(owner.actor, "largest", "x" * (MAX_VALUE_BYTES - 2))
    with pytest.raises(ValueTooLarge) as refused:
        await save_draft(owner.actor, "larger", "x" * (MAX_VALUE_BYTES - 1))
    assert refused.value.parameters == {"maximum_bytes": MAX_VALUE_BYTES}
    endless: list[Any] = []
    for _ in range(10_000):
        endless = [endless]
    for value in ("\ud800", 2**70, endless, object()):
        with pytest.raises(InvalidCharacters):
            await save_draft(owner.actor, "odd", value)


async def test_nobody_keeps_them_without_end(owner: Person) -> None:
    for number in range(MAX_KEYS):
        await save_draft(owner.actor, f"draft:{number}", number)
    with pytest.raises(TooMany):
        await save_draft(owner.actor, "one-more", 1)
    await save_draft(owner.actor, "draft:0", "again")


async def test_two_windows_at_once_leave_one(owner: Person) -> None:
    await asyncio.gather(*(save_draft(owner.actor, "contact:new", place) for place in range(5)))
    row = await draft(owner.account_id, owner.user_id, "contact:new")
    assert row is not None
    assert row.value in range(5)
