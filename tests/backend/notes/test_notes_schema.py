"""Notes through the API."""

from __future__ import annotations

from backend.core.ids import encode_id
from tests.factories.api import Asker
from tests.factories.contacts import new_contact

CREATE = """mutation ($input: CreateNoteInput!) { createNote(input: $input) {
  note { id version html kind pinned contactId } errors { code path } cursor } }"""
UPDATE = """mutation ($input: UpdateNoteInput!) { updateNote(input: $input) {
  note { id } conflict { version text updatedBy } errors { code path } } }"""
CONTACTS = """query ($first: Int) { contacts(first: 10, sort: {field: GIVEN_NAME}) { edges { node {
  givenName notes(first: $first) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { text } } } } } } }"""
MORE = """query ($id: ID!, $after: String) { contact(id: $id) { notes(first: 2, after: $after) {
  edges { node { text } } pageInfo { hasNextPage hasPreviousPage } } } }"""
REST = """query ($id: ID!, $after: String) { notes(contactId: $id, after: $after) {
  edges { node { text } } } }"""


async def add(ask, contact, text, **values):
    made = await ask.data(CREATE, input={"contactId": contact.id, "text": text, **values})
    assert made["createNote"]["errors"] == []
    return made["createNote"]["note"]


async def test_a_page_of_contacts_brings_the_first_notes_of_each(api, owner, anna):
    ask = Asker(api, owner)
    bob = await new_contact(owner.actor, given_name="Bob")
    await new_contact(owner.actor, given_name="Zoë")
    for text in ("one", "two", "three"):
        await add(ask, anna, text)
    await add(ask, bob, "bob", kind="CALL_SUMMARY", pinned=True)
    found = (await ask.data(CONTACTS, first=2))["contacts"]["edges"]
    shown = {edge["node"]["givenName"]: edge["node"]["notes"] for edge in found}
    assert {
        name: [each["node"]["text"] for each in notes["edges"]] for name, notes in shown.items()
    } == {"Anna": ["three", "two"], "Bob": ["bob"], "Zoë": []}
    assert [shown[name]["totalCount"] for name in ("Anna", "Bob", "Zoë")] == [3, 1, 0]
    assert [shown[name]["pageInfo"]["hasNextPage"] for name in ("Anna", "Bob")] == [True, False]
    after = shown["Anna"]["pageInfo"]["endCursor"]
    rest = (await ask.data(REST, id=anna.id, after=after))["notes"]["edges"]
    assert [each["node"]["text"] for each in rest] == ["one"]
    more = (await ask.data(MORE, id=anna.id, after=after))["contact"]["notes"]
    assert [each["node"]["text"] for each in more["edges"]] == ["one"]
    assert more["pageInfo"] == {"hasNextPage": False, "hasPreviousPage": True}
    error = await ask.error(MORE, id=anna.id, after="x")
    assert error["extensions"]["code"] == "BAD_USER_INPUT"


async def test_a_stale_edit_brings_the_note_as_it_is_now(api, owner, anna):
    ask = Asker(api, owner)
    note = await add(ask, anna, "# Hi", kind="MEETING_SUMMARY")
    assert (note["html"], note["kind"], note["contactId"]) == (
        "<h1>Hi</h1>",
        "MEETING_SUMMARY",
        anna.id,
    )
    change = {"id": note["id"], "version": 1, "text": "mine"}
    assert (await ask.data(UPDATE, input=change))["updateNote"]["errors"] == []
    refused = (await ask.data(UPDATE, input={**change, "text": "yours"}))["updateNote"]
    assert refused["errors"] == [{"code": "STALE_VERSION", "path": ["version"]}]
    assert refused["conflict"] == {"version": 2, "text": "mine", "updatedBy": owner.name}
    lost = {**change, "id": encode_id("Note", 999)}
    gone = (await ask.data(UPDATE, input=lost))["updateNote"]
    assert gone["errors"] == [{"code": "NOT_FOUND", "path": ["id"]}]
