"""What a colleague keeps for oneself, and what is a stranger's, helps nobody to contacts."""

from __future__ import annotations

from contextlib import aclosing
from typing import Any

import pytest

from backend.contacts.filters import EVERYONE, Deleted
from backend.contacts.queries.counts import count_contacts
from backend.core.ids import encode_id
from backend.custom_fields.kinds import CustomFieldKind
from tests.factories.api import Asker, credentials
from tests.factories.contacts import new_contact, new_label
from tests.factories.custom_fields import new_field, set_value
from tests.factories.segments import new_segment

LISTS = (
    "query ($f: ContactFilter) { contacts(filter: $f) { totalCount edges { node { id } } } }",
    "query ($f: ContactFilter, $id: ID!) { contactPosition(id: $id, filter: $f) }",
)
ACTS: dict[str, dict[str, Any]] = {
    "deleteContacts": {},
    "restoreContacts": {},
    "labelContacts": {},
    "changeContacts": {"change": {"company": {"value": "Acme"}}},
    "exportContacts": {"format": "CARNET_CSV"},
}
INPUTS = {
    "deleteContacts": "DeleteContactsInput",
    "restoreContacts": "RestoreContactsInput",
    "labelContacts": "LabelContactsInput",
    "changeContacts": "ChangeContactsInput",
    "exportContacts": "ExportContactsInput",
}
FOLLOW = "subscription ($f: ContactFilter) { contactsChanged(filter: $f) { reset } }"
MERGE = """mutation ($input: MergeContactsInput!) { mergeContacts(input: $input) {
  contact { id } errors { code path } } }"""


@pytest.mark.parametrize("hidden", ["segment", "custom", "job"])
async def test_a_filter_that_one_does_not_see_chooses_nobody(
    api, owner, member, stranger, hidden
) -> None:
    anna = await new_contact(owner.actor, given_name="Anna")
    await new_contact(member.actor, given_name="Bea")
    label = encode_id("Label", await new_label(member.actor))
    private = await new_segment(owner.actor, "private", {"givenName": {"is": "anna"}})
    theirs = await new_field(stranger.actor, "Theirs", CustomFieldKind.TEXT)
    chosen = {
        "segment": {"segment": private.id},
        "custom": {"custom": {"fieldId": theirs.id, "is": {"has": False}}},
        "job": {"job": encode_id("Job", 1)},
    }[hidden]
    for asked in (chosen, {"not": chosen}):
        ask = Asker(api, member)
        for document in LISTS:
            error = await ask.error(document, f=asked, id=anna.id)
            assert error["extensions"]["code"] == "NOT_FOUND", document
        for name, more in ACTS.items():
            values = {"selection": {"filter": asked}, **more}
            if name == "labelContacts":
                values["add"] = [label]
            answer = await ask.data(
                f"mutation ($input: {INPUTS[name]}!) {{ {name}(input: $input) "
                "{ errors { code } } }",
                input=values,
            )
            assert [each["code"] for each in answer[name]["errors"]] == ["NOT_FOUND"], name
        events = api.pages.subscribe(credentials(member), FOLLOW, {"f": asked})
        async with aclosing(events):
            told = await anext(events)
        assert told["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    assert await count_contacts(owner.actor, EVERYONE) == 2
    assert await count_contacts(owner.actor, Deleted(True)) == 0


async def test_a_merge_takes_no_field_of_a_stranger(api, owner, stranger) -> None:
    theirs = await new_field(stranger.actor, "Theirs", CustomFieldKind.TEXT)
    victim = await new_contact(stranger.actor, given_name="Vic")
    await set_value(stranger.actor, victim.pk, theirs, "secret")
    one, other = [await new_contact(owner.actor, given_name=name) for name in ("Anna", "Ana")]
    values = {
        "keptId": one.id,
        "keptVersion": 1,
        "otherId": other.id,
        "otherVersion": 1,
        "takeCustomFieldsFromOther": [theirs.id],
    }
    answer = (await Asker(api, owner).data(MERGE, input=values))["mergeContacts"]
    assert answer["contact"] is None
    assert [each["code"] for each in answer["errors"]] == ["NOT_FOUND"]
    for stolen in ({"otherId": victim.id}, {"keptId": victim.id, "keptVersion": 2}):
        asked = {**values, "takeCustomFieldsFromOther": [], **stolen}
        answer = (await Asker(api, owner).data(MERGE, input=asked))["mergeContacts"]
        assert [each["code"] for each in answer["errors"]] == ["NOT_FOUND"]
