"""Roles, being removed, leaving, giving the account away."""

from __future__ import annotations

import asyncio

import pytest

from backend.accounts.errors import LastOwner, PasswordWrong, RoleNotAllowed
from backend.accounts.queries.team import members
from backend.accounts.service.founding import join
from backend.accounts.service.kept import save_draft, save_preference
from backend.accounts.service.team import (
    change_member_role,
    leave_account,
    remove_member,
    transfer_ownership,
)
from backend.accounts.service.tokens import create_token
from backend.core.database import read
from backend.core.errors import Forbidden, NotFound
from backend.core.permissions import Actor, Role, Scope
from backend.core.unit_of_work import unit_of_work
from tests.backend.accounts.log import history, kinds
from tests.factories.accounts import PASSWORD, Person, actor_of, new_member, new_session


async def roles_of(account_id: int) -> dict[int, Role]:
    return {member.user_id: member.role for member in await members(account_id)}


@pytest.mark.parametrize("role", [Role.VIEWER, Role.ADMIN, Role.OWNER])
async def test_an_owner_gives_any_role(owner: Person, role: Role) -> None:
    member = await new_member(owner, Role.MEMBER)
    changed = await change_member_role(owner.actor, member.membership_id, role)
    assert changed.role is role
    change = (await history(owner.account_id))[-1]
    assert (change.kind, change.subject_type, change.subject_id) == (
        "member.role_changed",
        "Member",
        member.membership_id,
    )
    assert change.payload == {
        "user_id": member.user_id,
        "role": role.value,
        "role_before": "member",
    }


async def test_the_same_role_again_is_no_change(owner: Person) -> None:
    member = await new_member(owner, Role.MEMBER)
    before = await kinds(owner.account_id)
    await change_member_role(owner.actor, member.membership_id, Role.MEMBER)
    assert await kinds(owner.account_id) == before


async def test_an_admin_cannot_touch_an_owner_nor_make_one(owner: Person) -> None:
    admin = await new_member(owner, Role.ADMIN)
    member = await new_member(owner, Role.MEMBER)
    second = await new_member(owner, Role.OWNER)
    for attempt in (
        change_member_role(admin.actor, second.membership_id, Role.MEMBER),
        change_member_role(admin.actor, member.membership_id, Role.OWNER),
        change_member_role(admin.actor, admin.membership_id, Role.OWNER),
        remove_member(admin.actor, second.membership_id),
    ):
        with pytest.raises(RoleNotAllowed):
            await attempt
    await change_member_role(admin.actor, member.membership_id, Role.ADMIN)
    await remove_member(admin.actor, member.membership_id)
    assert await roles_of(owner.account_id) == {
        owner.user_id: Role.OWNER,
        admin.user_id: Role.ADMIN,
        second.user_id: Role.OWNER,
    }


@pytest.mark.parametrize("role", [Role.MEMBER, Role.VIEWER])
async def test_members_and_viewers_manage_nobody(owner: Person, role: Role) -> None:
    member = await new_member(owner, role)
    other = await new_member(owner, Role.VIEWER)
    for attempt in (
        change_member_role(member.actor, other.membership_id, Role.MEMBER),
        remove_member(member.actor, other.membership_id),
        transfer_ownership(member.actor, other.membership_id, PASSWORD),
    ):
        with pytest.raises(Forbidden):
            await attempt


async def test_a_stranger_finds_nobody_here(owner: Person, stranger: Person) -> None:
    member = await new_member(owner, Role.MEMBER)
    for attempt in (
        change_member_role(stranger.actor, member.membership_id, Role.VIEWER),
        remove_member(stranger.actor, member.membership_id),
        transfer_ownership(stranger.actor, member.membership_id, PASSWORD),
    ):
        with pytest.raises(NotFound):
            await attempt
    assert (await roles_of(owner.account_id))[member.user_id] is Role.MEMBER


async def test_who_is_removed_loses_everything_here_at_once(owner: Person) -> None:
    member = await new_member(owner, Role.MEMBER)
    second = await new_session(member.user_id, member.account_id)
    token = await create_token(member.actor, "App", {Scope.READ})
    await save_draft(member.actor, "contact:new", {"name": "Someone"})
    await save_preference(member.actor, "columns", ["name"])
    await remove_member(owner.actor, member.membership_id)
    assert [await actor_of(cookie) for cookie in (member.cookie, second)] == [None, None]
    for table in ("api_token", "draft", "preference", "session"):
        count = f"SELECT COUNT(*) FROM {table} WHERE user_id = ?"
        assert await read.fetch_value(count, (member.user_id,)) == 0
    facts = (await history(owner.account_id))[-4:]
    assert [fact.kind for fact in facts] == [
        "member.removed",
        "session.revoked",
        "session.revoked",
        "token.revoked",
    ]
    assert facts[-1].subject_id == token.row.id
    assert {fact.actor_name for fact in facts} == {owner.name}


async def test_who_is_removed_here_stays_signed_in_elsewhere(
    owner: Person, stranger: Person
) -> None:
    async with unit_of_work(Actor.system(owner.account_id)) as unit:
        membership_id = await join(unit, owner.account_id, stranger.user_id, Role.MEMBER)
    here = await new_session(stranger.user_id, owner.account_id)
    await remove_member(owner.actor, membership_id)
    assert await actor_of(here) is None
    assert await actor_of(stranger.cookie) is not None


async def test_the_last_owner_stays(owner: Person) -> None:
    await new_member(owner, Role.ADMIN)
    for attempt in (
        remove_member(owner.actor, owner.membership_id),
        change_member_role(owner.actor, owner.membership_id, Role.ADMIN),
        leave_account(owner.actor),
    ):
        with pytest.raises(LastOwner):
            await attempt


async def test_of_two_owners_who_leave_at_once_one_stays(owner: Person) -> None:
    second = await new_member(owner, Role.OWNER)
    answers = await asyncio.gather(
        leave_account(owner.actor), leave_account(second.actor), return_exceptions=True
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["LastOwner", "NoneType"]
    assert list((await roles_of(owner.account_id)).values()) == [Role.OWNER]


async def test_of_two_owners_who_demote_each_other_at_once_one_stays(owner: Person) -> None:
    second = await new_member(owner, Role.OWNER)
    answers = await asyncio.gather(
        change_member_role(owner.actor, second.membership_id, Role.VIEWER),
        change_member_role(second.actor, owner.membership_id, Role.VIEWER),
        return_exceptions=True,
    )
    # The second to come is no owner any more when it is its turn.
    assert sorted(type(answer).__name__ for answer in answers) == ["MemberRow", "RoleNotAllowed"]
    assert sorted((await roles_of(owner.account_id)).values()) == [Role.OWNER, Role.VIEWER]


async def test_the_last_owner_who_leaves_twice_at_once_stays(owner: Person) -> None:
    answers = await asyncio.gather(
        *(leave_account(owner.actor) for _ in range(2)), return_exceptions=True
    )
    assert [type(answer) for answer in answers] == [LastOwner, LastOwner]


async def test_anybody_else_may_leave(owner: Person) -> None:
    viewer = await new_member(owner, Role.VIEWER)
    await leave_account(viewer.actor)
    assert await actor_of(viewer.cookie) is None
    assert viewer.user_id not in await roles_of(owner.account_id)
    with pytest.raises(Forbidden):
        await leave_account(viewer.actor)


async def test_who_was_demoted_meanwhile_acts_in_their_new_role(owner: Person) -> None:
    admin = await new_member(owner, Role.ADMIN)
    member = await new_member(owner, Role.MEMBER)
    await change_member_role(owner.actor, admin.membership_id, Role.VIEWER)
    with pytest.raises(RoleNotAllowed):
        await remove_member(admin.actor, member.membership_id)


async def test_giving_the_account_away(owner: Person) -> None:
    member = await new_member(owner, Role.MEMBER)
    with pytest.raises(PasswordWrong):
        await transfer_ownership(owner.actor, member.membership_id, "not the password")
    with pytest.raises(NotFound):
        await transfer_ownership(owner.actor, owner.membership_id, PASSWORD)
    changed = await transfer_ownership(owner.actor, member.membership_id, PASSWORD)
    assert changed.role is Role.OWNER
    assert await roles_of(owner.account_id) == {
        owner.user_id: Role.ADMIN,
        member.user_id: Role.OWNER,
    }
    with pytest.raises(RoleNotAllowed):
        await transfer_ownership(owner.actor, member.membership_id, PASSWORD)


async def test_an_admin_cannot_give_the_account_away(owner: Person) -> None:
    admin = await new_member(owner, Role.ADMIN)
    member = await new_member(owner, Role.MEMBER)
    with pytest.raises(Forbidden):
        await transfer_ownership(admin.actor, member.membership_id, PASSWORD)
