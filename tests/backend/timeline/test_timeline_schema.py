"""A contact's timeline through the API."""

from __future__ import annotations

from backend.core.ids import encode_id
from tests.factories.contacts import new_contact, new_label

ENTRY = "kind topic subjectId title changes { field name type before after } actor { kind name }"
PAGE = f"""query ($id: ID!, $topics: [TimelineTopic!]) {{
  contactTimeline(contactId: $id, first: 1, topics: $topics) {{
    edges {{ cursor node {{ {ENTRY} payload }} }} pageInfo {{ hasNextPage }} totalCount }}
  contact(id: $id) {{ timeline(first: 5, topics: $topics) {{ edges {{ node {{ {ENTRY} }} }} }} }}
}}"""
UPDATE = """mutation ($input: UpdateContactInput!) {
  updateContact(input: $input) { contact { timeline(first: 1) { edges { node { kind } } } } } }"""
LIST = """{ contacts(first: 10) { edges { node { displayName
  timeline(first: 1) { totalCount edges { node { kind } } } } } } }"""


async def test_answers_with_entries_and_what_they_say(owner, ask_as):
    ask = ask_as(owner)
    vip = await new_label(owner.actor, "vip")
    anna = await new_contact(owner.actor, given_name="Anna")
    changed = await ask.data(
        UPDATE,
        input={
            "id": anna.id, "version": 1, "company": "Atelier", "labelIds": [encode_id("Label", vip)]
        },
    )  # fmt: skip
    edges = changed["updateContact"]["contact"]["timeline"]["edges"]
    assert edges == [{"node": {"kind": "contact.updated"}}]
    answer = await ask.data(PAGE, id=anna.id, topics=["CONTACT"])
    found = answer["contactTimeline"]
    assert found["totalCount"] == 2
    assert found["pageInfo"]["hasNextPage"] is True
    (edge,) = found["edges"]
    whole = [each["node"] for each in answer["contact"]["timeline"]["edges"]]
    assert [each["kind"] for each in whole] == ["contact.updated", "contact.created"]
    entry = {name: value for name, value in edge["node"].items() if name != "payload"}
    assert entry == whole[0]
    assert entry["changes"] == [
        {"field": "company", "name": None, "type": None, "before": [], "after": ["Atelier"]},
        {"field": "labels", "name": None, "type": None, "before": [], "after": ["vip"]},
    ]
    assert entry["topic"] == "CONTACT"
    assert entry["subjectId"] == anna.id
    assert "before" not in edge["node"]["payload"]


async def test_is_read_for_a_whole_list_at_once(owner, ask_as, statements):
    for name in ("Anna", "Bob", "Carla"):
        await new_contact(owner.actor, given_name=name)
    ask = ask_as(owner)
    with statements() as read_statements:
        answer = await ask.data(LIST)
    assert len([sql for sql in read_statements if "FROM change" in sql]) == 4
    timelines = [edge["node"]["timeline"] for edge in answer["contacts"]["edges"]]
    assert [each["totalCount"] for each in timelines] == [1, 1, 1]
