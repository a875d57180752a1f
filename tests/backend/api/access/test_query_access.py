"""Every query, asked by those who must not know: nothing leaks, and nothing is written.

A query without its case in ``cases`` fails the first test.
"""

from __future__ import annotations

from tests.backend.api.access.asking import ROOTS, ask, may, permission, refusal_code, text
from tests.backend.api.access.cases import QUERIES
from tests.backend.api.access.tables import all_rows, differences
from tests.backend.api.access.world import HUSH, MARK
from tests.factories.api import credentials

SHOW_THE_OWNER_THEIR_OWN = {
    "viewer", "node", "nodes", "labels", "contact", "contacts", "possibleDuplicates",
    "duplicatePairs", "mergePreview", "segments", "segment", "contactImport", "contactImports",
    "tasks", "task", "notifications",
    "threads", "thread", "contactThread", "threadMessages", "contactMessages", "savedReplies",
    "filledReply", "mailbox",
    "notes", "sites",
    "attachments", "projects", "workflows", "workflow", "billingSettings", "taxes", "products",
    "billingDocument", "billingDocuments", "billingTotals", "billingBuyer",
    "automations", "automationDryRun", "cardTimeline",
    "privacyRequest", "privacyRequests", "privacyRequestMatches",
}  # fmt: skip


def test_every_query_has_its_case():
    assert set(QUERIES) == set(ROOTS["Query"].fields)


def assert_nothing_of_the_account(body):
    shown = text(body)
    assert MARK not in shown
    assert HUSH not in shown
    assert "3471234567" not in shown.replace(" ", "")
    for error in body.get("errors", ()):
        assert error["extensions"]["code"] != "INTERNAL_SERVER_ERROR"


async def test_queries_show_only_what_their_askers_may_see(api, world):
    for name in QUERIES:
        try:
            await shows_only_what_may_be_seen(api, world, name)
        except (AssertionError, KeyError) as error:
            raise AssertionError(name) from error


async def shows_only_what_may_be_seen(api, world, name):
    case = QUERIES[name]
    variables = case.variables(world)
    before = await all_rows()

    body = await ask(api, credentials(world.stranger), "Query", name, variables)
    assert_nothing_of_the_account(body)

    body = await ask(api, credentials(None), "Query", name, variables)
    assert_nothing_of_the_account(body)
    needed = permission("Query", name)
    if needed is not None:
        assert refusal_code(body, name) == "UNAUTHENTICATED"
    else:
        assert body["data"][name] in (None, [None] * len(variables.get("ids", ())))

    body = await ask(api, credentials(world.viewer), "Query", name, variables)
    if may(world.viewer.actor, needed):
        assert "errors" not in body, body
        assert HUSH not in text(body)
    else:
        assert refusal_code(body, name) == "FORBIDDEN"
        assert_nothing_of_the_account(body)

    assert differences(before, await all_rows()) == []

    if case.works_for_owner:
        body = await ask(api, credentials(world.owner), "Query", name, variables)
        assert "errors" not in body, body
        assert body["data"][name] not in (None, [])
        assert (MARK in text(body)) >= (name in SHOW_THE_OWNER_THEIR_OWN)


async def test_what_is_the_owner_s_alone_shows_to_them(api, world):
    body = await ask(api, credentials(world.owner), "Query", "viewer", {})
    assert text(body).count(HUSH) >= 5
