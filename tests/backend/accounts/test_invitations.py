"""Inviting, sending again, taking back, accepting."""

from __future__ import annotations

import asyncio

import pytest
from pyotp import TOTP

from backend.accounts.authenticator import AccountsAuthenticator
from backend.accounts.errors import (
    AlreadyInvited,
    AlreadyMember,
    EmailInvalid,
    InvitationForAnother,
    InvitationInvalid,
    RoleNotAllowed,
    SignInFailed,
)
from backend.accounts.queries.team import invitations, members, preview_invitation
from backend.accounts.service.accept_invitation import Acceptance, accept_invitation
from backend.accounts.service.account import AccountChange, update_account
from backend.accounts.service.invitations import (
    invite_member,
    resend_invitation,
    revoke_invitation,
)
from backend.accounts.service.second_factor import begin_totp, confirm_totp
from backend.accounts.service.team import change_member_role
from backend.accounts.service.tickets import exchange_ticket
from backend.accounts.service.tokens import create_token
from backend.core.clock import now
from backend.core.database import read
from backend.core.errors import Forbidden, NotFound, RateLimited, Refusals
from backend.core.graphql.context import Credentials
from backend.core.permissions import Role, Scope
from backend.core.secrets import token_hash
from tests.backend.accounts.log import body_of, history, kinds, letters, link_of
from tests.factories.accounts import PASSWORD, VISITOR, Person, actor_of, new_member
from tests.fixtures.clock import HeldClock

NINA = "Nina@example.org"


async def invited(owner: Person, email: str = NINA, role: Role = Role.MEMBER) -> str:
    await invite_member(owner.actor, email, role)
    path, token = link_of((await letters())[-1])
    assert path == "/invitation"
    return token


def as_new(token: str) -> Acceptance:
    return Acceptance(token, name="Nina Neri", password="a good long secret")


async def test_writes_in_the_accounts_language_to_who_is_not_known(owner: Person) -> None:
    row = await invite_member(owner.actor, NINA, Role.VIEWER)
    assert (row.email, row.role, row.invited_by) == (NINA, Role.VIEWER, owner.name)
    assert (row.expires_at - row.created_at).days == 7
    [letter] = await letters()
    assert letter["To"] == NINA
    assert letter["Subject"] == "Olga Rossi ti invita in Studio Rossi"
    assert "entro 7 giorni" in body_of(letter)
    assert (await history(owner.account_id))[-1].payload == {"role": "viewer"}


async def test_writes_in_their_own_language_to_who_is(owner: Person, stranger: Person) -> None:
    await invite_member(owner.actor, stranger.email, Role.MEMBER)
    [letter] = await letters()
    assert letter["Subject"] == "Olga Rossi vous invite dans Studio Rossi"


async def test_the_link_shows_what_it_opens_and_nothing_more(
    owner: Person, stranger: Person
) -> None:
    preview = await preview_invitation(token_hash(await invited(owner)))
    assert preview is not None
    assert (preview.account_name, preview.email, preview.role, preview.invited_by) == (
        "Studio Rossi",
        NINA,
        Role.MEMBER,
        owner.name,
    )
    assert not preview.registered
    known = await preview_invitation(token_hash(await invited(owner, stranger.email)))
    assert known is not None
    assert known.registered
    assert await preview_invitation(token_hash("nonsense")) is None


async def test_a_new_person_joins_in_the_accounts_language(owner: Person) -> None:
    ticket = await accept_invitation(VISITOR, as_new(await invited(owner)))
    assert ticket is not None
    actor = await actor_of(await exchange_ticket(VISITOR, ticket))
    assert actor is not None
    assert (actor.account_id, actor.role, actor.locale, actor.name) == (
        owner.account_id,
        Role.MEMBER,
        "it",
        "Nina Neri",
    )
    assert await invitations(owner.account_id) == []
    assert (await kinds(owner.account_id))[-3:] == [
        "member.joined",
        "invitation.accepted",
        "session.started",
    ]


async def test_a_new_person_must_give_a_name_and_a_password(owner: Person) -> None:
    token = await invited(owner)
    with pytest.raises(Refusals) as refused:
        await accept_invitation(VISITOR, Acceptance(token, locale="xx"))
    assert [(item.code, item.path) for item in refused.value.refusals] == [
        ("REQUIRED", ("name",)),
        ("REQUIRED", ("password",)),
        ("LOCALE_UNKNOWN", ("locale",)),
    ]
    assert await accept_invitation(VISITOR, as_new(token)) is not None


async def test_who_signs_in_elsewhere_joins_by_password(owner: Person, stranger: Person) -> None:
    token = await invited(owner, stranger.email)
    with pytest.raises(SignInFailed):
        await accept_invitation(VISITOR, Acceptance(token, password="not the password"))
    ticket = await accept_invitation(VISITOR, Acceptance(token, password=PASSWORD))
    assert ticket is not None
    actor = await actor_of(await exchange_ticket(VISITOR, ticket))
    assert actor is not None
    assert (actor.user_id, actor.account_id) == (stranger.user_id, owner.account_id)
    assert await actor_of(stranger.cookie) is not None


async def test_a_password_alone_does_not_pass_the_second_factor(
    owner: Person, stranger: Person
) -> None:
    offer = await begin_totp(stranger.actor)
    await confirm_totp(stranger.actor, TOTP(offer.secret).at(now()))
    token = await invited(owner, stranger.email)
    assert await accept_invitation(VISITOR, Acceptance(token, password=PASSWORD)) is None
    assert stranger.user_id in {member.user_id for member in await members(owner.account_id)}


async def test_who_is_signed_in_joins_with_the_link_alone(owner: Person, stranger: Person) -> None:
    token = await invited(owner, stranger.email)
    assert await accept_invitation(VISITOR, Acceptance(token), stranger.actor) is not None
    assert stranger.user_id in {member.user_id for member in await members(owner.account_id)}


async def test_a_link_for_another_is_refused_and_stays_usable(
    owner: Person, stranger: Person
) -> None:
    token = await invited(owner)
    with pytest.raises(InvitationForAnother):
        await accept_invitation(VISITOR, Acceptance(token), stranger.actor)
    assert await accept_invitation(VISITOR, as_new(token)) is not None


async def test_of_two_acceptances_at_once_one_joins(owner: Person) -> None:
    token = await invited(owner)
    answers = await asyncio.gather(
        *(accept_invitation(VISITOR, as_new(token)) for _ in range(4)), return_exceptions=True
    )
    names = sorted(type(answer).__name__ for answer in answers)
    assert names.count("str") == 1
    assert set(names) <= {"str", "InvitationInvalid", "SignInFailed"}
    assert len(await members(owner.account_id)) == 2
    people = await read.fetch_value("SELECT COUNT(*) FROM user_account WHERE name = 'Nina Neri'")
    assert people == 1


async def test_of_two_acceptances_at_once_of_one_signed_in_one_joins(
    owner: Person, stranger: Person
) -> None:
    token = await invited(owner, stranger.email)
    answers = await asyncio.gather(
        *(accept_invitation(VISITOR, Acceptance(token), stranger.actor) for _ in range(4)),
        return_exceptions=True,
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["InvitationInvalid"] * 3 + [
        "str"
    ]


async def test_the_link_is_over_after_seven_days_and_can_be_sent_again(
    clock: HeldClock, owner: Person
) -> None:
    old = await invited(owner)
    clock.advance(days=7, seconds=1)
    with pytest.raises(InvitationInvalid):
        await accept_invitation(VISITOR, as_new(old))
    [row] = await invitations(owner.account_id)
    again = await resend_invitation(owner.actor, row.id)
    assert (again.expires_at - clock.now).days == 7
    _, new = link_of((await letters())[-1])
    assert await accept_invitation(VISITOR, as_new(new)) is not None


async def test_sending_again_ends_the_earlier_link(owner: Person) -> None:
    old = await invited(owner)
    [row] = await invitations(owner.account_id)
    await resend_invitation(owner.actor, row.id)
    with pytest.raises(InvitationInvalid):
        await accept_invitation(VISITOR, as_new(old))


async def test_inviting_anew_after_seven_days_replaces_the_old(
    clock: HeldClock, owner: Person
) -> None:
    await invited(owner)
    with pytest.raises(AlreadyInvited):
        await invite_member(owner.actor, NINA.upper(), Role.VIEWER)
    clock.advance(days=8)
    await invite_member(owner.actor, NINA, Role.VIEWER)
    assert [row.role for row in await invitations(owner.account_id)] == [Role.VIEWER]


async def test_a_revoked_invitation_opens_nothing(owner: Person) -> None:
    token = await invited(owner)
    [row] = await invitations(owner.account_id)
    await revoke_invitation(owner.actor, row.id)
    with pytest.raises(InvitationInvalid):
        await accept_invitation(VISITOR, as_new(token))
    with pytest.raises(NotFound):
        await revoke_invitation(owner.actor, row.id)
    assert (await kinds(owner.account_id))[-1] == "invitation.revoked"


async def test_refuses_who_is_a_member_and_what_is_no_address(owner: Person) -> None:
    with pytest.raises(AlreadyMember):
        await invite_member(owner.actor, owner.email.upper(), Role.MEMBER)
    with pytest.raises(EmailInvalid):
        await invite_member(owner.actor, "no address", Role.MEMBER)


async def test_only_owners_deal_with_invitations_of_owners(owner: Person) -> None:
    admin = await new_member(owner, Role.ADMIN)
    with pytest.raises(RoleNotAllowed):
        await invite_member(admin.actor, NINA, Role.OWNER)
    row = await invite_member(owner.actor, NINA, Role.OWNER)
    for attempt in (resend_invitation(admin.actor, row.id), revoke_invitation(admin.actor, row.id)):
        with pytest.raises(RoleNotAllowed):
            await attempt
    assert (await invite_member(admin.actor, "ada@example.org", Role.ADMIN)).role is Role.ADMIN


@pytest.mark.parametrize("role", [Role.MEMBER, Role.VIEWER])
async def test_members_and_viewers_invite_nobody(owner: Person, role: Role) -> None:
    row = await invite_member(owner.actor, NINA, Role.MEMBER)
    member = await new_member(owner, role)
    for attempt in (
        invite_member(member.actor, "ada@example.org", Role.VIEWER),
        resend_invitation(member.actor, row.id),
        revoke_invitation(member.actor, row.id),
    ):
        with pytest.raises(Forbidden):
            await attempt


async def test_who_was_demoted_meanwhile_invites_nobody(owner: Person) -> None:
    admin = await new_member(owner, Role.ADMIN)
    await change_member_role(owner.actor, admin.membership_id, Role.MEMBER)
    with pytest.raises(RoleNotAllowed):
        await invite_member(admin.actor, NINA, Role.VIEWER)


async def test_a_stranger_finds_no_invitation_here(owner: Person, stranger: Person) -> None:
    row = await invite_member(owner.actor, NINA, Role.MEMBER)
    for attempt in (
        resend_invitation(stranger.actor, row.id),
        revoke_invitation(stranger.actor, row.id),
    ):
        with pytest.raises(NotFound):
            await attempt
    assert len(await invitations(owner.account_id)) == 1


async def test_an_account_does_not_write_to_the_whole_world(owner: Person) -> None:
    for number in range(60):
        await invite_member(owner.actor, f"guest{number}@example.org", Role.VIEWER)
    with pytest.raises(RateLimited):
        await invite_member(owner.actor, "one-more@example.org", Role.VIEWER)


async def test_names_cannot_write_the_letter(owner: Person) -> None:
    await update_account(owner.actor, AccountChange(name="{days} %s {0} L'Arc"))
    await invited(owner)
    letter = (await letters())[-1]
    assert letter["Subject"] == "Olga Rossi ti invita in {days} %s {0} L'Arc"


async def test_a_token_of_an_owner_lets_nobody_in(owner: Person) -> None:
    member = await new_member(owner, Role.MEMBER)
    waiting = (await invite_member(owner.actor, NINA, Role.MEMBER)).id
    secret = (await create_token(owner.actor, "App", {Scope.WRITE})).secret
    token = await AccountsAuthenticator().authenticate(Credentials(bearer=secret), request_id="r")
    assert token is not None
    for attempt in (
        invite_member(token, "thief@example.org", Role.OWNER),
        invite_member(token, "thief@example.org", Role.VIEWER),
        resend_invitation(token, waiting),
        change_member_role(token, member.membership_id, Role.OWNER),
    ):
        with pytest.raises(Forbidden):
            await attempt
    assert [row.email for row in await invitations(owner.account_id)] == [NINA]
