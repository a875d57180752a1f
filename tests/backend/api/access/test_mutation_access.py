"""Every mutation, sent by those who must not: it is refused, and not a row of others changes.

A mutation without its case in ``cases`` fails the first test.
"""

from __future__ import annotations

import pytest
from graphql import get_named_type

from backend.core.permissions import Actor, Role
from tests.backend.api.access.asking import (
    LESSER,
    ROOTS,
    ask,
    may,
    permission,
    presented,
    refusal_code,
    text,
)
from tests.backend.api.access.cases import MUTATIONS
from tests.backend.api.access.tables import (
    all_rows,
    belongs_to,
    differences,
    is_new,
    is_of_the_account,
)
from tests.backend.api.access.world import HUSH, MARK
from tests.factories.api import credentials

LOG = {"change", "change_head"}


def selects(name: str) -> bool:
    """Whether a mutation chooses contacts by a filter, in SQL that each database has its own of."""
    argument = ROOTS["Mutation"].fields[name].args.get("input")
    return argument is not None and "selection" in get_named_type(argument.type).fields


def test_every_mutation_has_its_case():
    assert set(MUTATIONS) == set(ROOTS["Mutation"].fields)


def test_what_a_viewer_may_do_is_this():
    viewer = Actor(account_id=1, user_id=1, role=Role.VIEWER)
    allowed = {name for name in MUTATIONS if may(viewer, permission("Mutation", name))}
    assert allowed == {
        "signUp", "signIn", "signOut", "requestPasswordReset", "resetPassword", "acceptInvitation",
        "confirmEmailChange", "updateProfile", "requestEmailChange", "changePassword", "beginTotp",
        "confirmTotp", "disableTotp", "regenerateRecoveryCodes", "savePreference", "saveDraft",
        "discardDraft", "revokeSession", "revokeOtherSessions", "switchAccount", "revokeToken",
        "leaveAccount", "createSegment", "updateSegment", "deleteSegment", "restoreSegment",
        "markNotificationsRead", "createCalendarFeed", "revokeCalendarFeed", "holdCard",
    }  # fmt: skip


@pytest.mark.postgres_only
async def test_what_is_refused_changes_nothing(api, world):
    before = await all_rows()
    for name in MUTATIONS:
        for who in LESSER:
            await is_refused_without_the_right(api, world, name, who)
    assert differences(before, await all_rows()) == []


@pytest.mark.postgres_only
@pytest.mark.parametrize("name", [name for name in MUTATIONS if selects(name)])
async def test_what_is_selected_is_the_sender_s_on_postgres_too(api, world, name):
    await changes_only_what_its_sender_may(api, world, name)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("name", MUTATIONS)
async def test_a_mutation_changes_only_what_its_sender_may(api, world, name):
    await changes_only_what_its_sender_may(api, world, name)


async def changes_only_what_its_sender_may(api, world, name):
    case = MUTATIONS[name]
    for who in LESSER:
        before = await all_rows()
        if await is_refused_without_the_right(api, world, name, who):
            assert differences(before, await all_rows()) == [], who
    await touches_only_the_stranger_s_own(api, world, name)
    await touches_only_the_viewer_s_own(api, world, name)
    if case.works_for_owner:
        variables = case.variables(world)
        body = await ask(api, credentials(world.owner), "Mutation", name, variables)
        assert refusal_code(body, name) is None, body


async def is_refused_without_the_right(api, world, name, who):
    """Whether the asker lacks the permission; the refusal is held to say so."""
    credentials_, actor = presented(world, who)
    if may(actor, permission("Mutation", name)):
        return False
    body = await ask(api, credentials_, "Mutation", name, MUTATIONS[name].variables(world))
    expected = "UNAUTHENTICATED" if actor is None else "FORBIDDEN"
    assert refusal_code(body, name) == expected, (name, who)
    return True


async def touches_only_the_stranger_s_own(api, world, name):
    case, stranger = MUTATIONS[name], world.stranger
    before = await all_rows()
    body = await ask(api, credentials(stranger), "Mutation", name, case.variables(world))
    assert MARK not in text(body)
    for table, row in differences(before, await all_rows()):
        if table in case.touches:
            continue
        assert not is_of_the_account(world, table, row), (table, row)
        own = belongs_to(table, row, stranger.user_id, stranger.account_id)
        assert own or is_new(before, table, row), (table, row)


async def touches_only_the_viewer_s_own(api, world, name):
    case, viewer = MUTATIONS[name], world.viewer
    if not may(viewer.actor, permission("Mutation", name)):
        return
    before = await all_rows()
    body = await ask(api, credentials(viewer), "Mutation", name, case.variables(world))
    assert HUSH not in text(body)
    for table, row in differences(before, await all_rows()):
        if table in case.touches | LOG:
            continue
        public_row = is_new(before, table, row) and not is_of_the_account(world, table, row)
        assert public_row or belongs_to(table, row, viewer.user_id, None), (table, row)
