"""Duplicates through the API: paging, merging, refusals, and what old ids answer."""

from __future__ import annotations

import pytest

from backend.contacts.drafts import ContactChanges, ContactDraft, EmailDraft, PhoneDraft
from backend.contacts.service import bulk_create_contacts, update_contact
from backend.core.ids import decode_id, encode_id
from backend.duplicates.service import catch_up
from tests.factories.api import Asker

PAIRS = """query ($first: Int, $after: String) { duplicatePairs(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id score reasons isDismissed
    first { id displayName emails { address } phones { display } labels { name } }
    second { id displayName emails { address } phones { display } labels { name } } } } } }"""
MERGE = """mutation ($input: MergeContactsInput!) { mergeContacts(input: $input) {
  contact { id version displayName emails { address } } undo cursor
  errors { code path parameters { name value } } } }"""
UNDO = """mutation ($input: UndoMergeInput!) { undoMerge(input: $input) {
  kept { id displayName } other { id displayName }
  errors { code path parameters { name value } } } }"""
DISMISS = """mutation ($input: DismissDuplicateInput!) { dismissDuplicate(input: $input) {
  pair { id isDismissed } errors { code } } }"""
BY_ID = """query ($id: ID!) { contact(id: $id) { id displayName }
  node(id: $id) { id ... on Contact { displayName } } nodes(ids: [$id]) { id } }"""
HISTORY = """{ changes(subjects: [CONTACT, DUPLICATE_PAIR]) { edges { node {
  kind subjectType payload } } } }"""


@pytest.fixture
def ask(api, owner):
    return Asker(api, owner)


async def new_twins(actor, count=2, *, marker="anna"):
    draft = ContactDraft(
        given_name="Anna",
        family_name="Rossi",
        emails=[EmailDraft(f"{marker}@example.org")],
        phones=[PhoneDraft("+39 347 1234567")],
    )
    made = await bulk_create_contacts(actor, [draft] * count)
    await catch_up(actor.account_id)
    return [encode_id("Contact", key) for key in made.ids.values()]


def merging(kept, other, **more):
    return {"keptId": kept, "keptVersion": 1, "otherId": other, "otherVersion": 1, **more}


async def test_pages_say_who_why_and_how_many(ask, owner):
    await new_twins(owner.actor, 4)
    page = (await ask.data(PAIRS, first=4))["duplicatePairs"]
    assert page["totalCount"] == 6
    assert page["pageInfo"]["hasNextPage"] is True
    node = page["edges"][0]["node"]
    assert node["reasons"] == ["EMAIL", "PHONE"]
    assert node["score"] == 99
    assert node["first"]["emails"] == [{"address": "anna@example.org"}]
    rest = await ask.data(PAIRS, first=4, after=page["pageInfo"]["endCursor"])
    assert len(rest["duplicatePairs"]["edges"]) == 2


async def test_a_page_takes_as_many_statements_whatever_its_size(ask, owner, statements):
    counts = []
    for size, marker in ((2, "a"), (12, "b")):
        await new_twins(owner.actor, size, marker=marker)
        with statements() as seen:
            await ask.data(PAIRS, first=50)
        counts.append(len(seen))
    assert counts[0] == counts[1]


async def test_an_old_id_answers_with_the_merged_contact_until_it_is_undone(ask, owner):
    kept, other = await new_twins(owner.actor)
    done = (await ask.data(MERGE, input=merging(kept, other)))["mergeContacts"]
    assert done["errors"] == []
    assert done["contact"]["id"] == kept
    found = await ask.data(BY_ID, id=other)
    assert {found["contact"]["id"], found["node"]["id"], found["nodes"][0]["id"]} == {kept}
    undone = (await ask.data(UNDO, input={"id": done["undo"]}))["undoMerge"]
    assert (undone["kept"]["id"], undone["other"]["id"]) == (kept, other)
    assert (await ask.data(BY_ID, id=other))["contact"]["id"] == other
    told = (await ask.data(HISTORY))["changes"]["edges"]
    kinds = [each["node"]["kind"] for each in told]
    assert kinds[2:] == [
        "duplicate.found",
        "contact.merged",
        "contact.merged_away",
        "duplicate.gone",
        "contact.unmerged",
        "contact.restored",
    ]
    merged = next(each["node"] for each in told if each["node"]["kind"] == "contact.merged")
    assert merged["payload"]["otherContact"] == other


async def test_refusals_are_coded_and_say_where(ask, owner):
    kept, other = await new_twins(owner.actor)

    async def codes(**changes):
        payload = (await ask.data(MERGE, input=merging(kept, other, **changes)))["mergeContacts"]
        return [(each["code"], each["path"]) for each in payload["errors"]]

    assert await codes(otherId=kept) == [("SAME_CONTACT", ["otherId"])]
    assert await codes(keptVersion=7) == [("STALE_VERSION", ["keptVersion"])]
    assert await codes(otherId="x") == [("INVALID_ID", ["otherId"])]
    assert await codes() == []
    assert await codes(keptVersion=2) == [("CONTACT_MERGED", ["otherId"])]


async def test_undoing_lists_what_it_would_destroy(ask, owner):
    kept, other = await new_twins(owner.actor)
    done = (await ask.data(MERGE, input=merging(kept, other)))["mergeContacts"]
    again = (await ask.data(UNDO, input={"id": done["undo"]}))["undoMerge"]
    assert again["errors"] == []
    third = (await new_twins(owner.actor, 1, marker="third"))[0]
    versions = {"keptVersion": done["contact"]["version"] + 1}
    done = (await ask.data(MERGE, input=merging(kept, third, **versions)))["mergeContacts"]
    key, version = decode_id(kept, "Contact"), done["contact"]["version"]
    await update_contact(owner.actor, key, version, ContactChanges(emails=()))
    refused = (await ask.data(UNDO, input={"id": done["undo"]}))["undoMerge"]
    assert [each["code"] for each in refused["errors"]] == ["CHANGED_SINCE_MERGE"]
    assert refused["errors"][0]["parameters"] == [{"name": "fields", "value": "emails"}]


async def test_a_pair_is_dismissed_and_read_again(ask, owner):
    await new_twins(owner.actor)
    pair = (await ask.data(PAIRS))["duplicatePairs"]["edges"][0]["node"]["id"]
    done = (await ask.data(DISMISS, input={"id": pair}))["dismissDuplicate"]
    assert done["pair"] == {"id": pair, "isDismissed": True}
    assert (await ask.data(PAIRS))["duplicatePairs"]["totalCount"] == 0
    found = await ask.data(
        "query ($id: ID!) { node(id: $id) { ... on DuplicatePair { isDismissed } } }", id=pair
    )
    assert found["node"] == {"isDismissed": True}
