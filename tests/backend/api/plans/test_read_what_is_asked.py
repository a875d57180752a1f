"""Contacts are read with the columns that an operation asks for, and no field misses one."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import get_named_type, is_leaf_type

from backend.api.schema import carnet_schema
from backend.contacts.drafts import AddressDraft, EmailDraft, PhoneDraft
from tests.factories.api import Asker
from tests.factories.contacts import new_contact, new_label

pytestmark = pytest.mark.sqlite_only
LISTS = ("emails", "primaryEmail", "phones", "primaryPhone", "addresses", "labels")


def leaves(type_name: str) -> list[str]:
    """The fields of a type that need neither arguments nor a selection."""
    named: Any = carnet_schema()._schema.type_map[type_name]
    return [
        name
        for name, field in named.fields.items()
        if is_leaf_type(get_named_type(field.type))
        and not any(str(each.type).endswith("!") for each in field.args.values())
    ]


def asked() -> list[tuple[str, str]]:
    """Each field of a contact alone, and each of the rows of its lists."""
    contact: Any = carnet_schema()._schema.type_map["Contact"]
    fields = contact.fields
    below = {name: leaves(get_named_type(fields[name].type).name) for name in LISTS}
    below["emails"].append("consentHistory { status }")
    return [
        *((leaf, "") for leaf in leaves("Contact")),
        *((name, leaf) for name, found in below.items() for leaf in [*found, "__typename"]),
    ]


def only(value, leaf):
    """Of an object, or of each of some, one field."""
    if isinstance(value, list):
        return [only(each, leaf) for each in value]
    name = leaf.partition(" ")[0]
    return {name: value[name]}


async def test_each_field_alone_is_what_it_is_beside_all_others(api, owner):
    contact = await new_contact(
        owner.actor,
        given_name="Élodie",
        family_name="Ferrari",
        emails=(EmailDraft("a@example.org"), EmailDraft("b@example.org")),
        phones=(PhoneDraft("+33 6 12 34 56 78"),),
        addresses=(AddressDraft(street="1 rue de la Paix", city="Paris", country_code="FR"),),
        label_ids=[await new_label(owner.actor)],
    )
    asker, chosen = Asker(api, owner), asked()
    written = [f"{name} {{ {leaf} }}" if leaf else name for name, leaf in chosen]
    assert len(written) > 40
    document = "query ($id: ID!) { contact(id: $id) { %s } }"
    whole = (await asker.data(document.replace("%s", " ".join(written)), id=contact.id))["contact"]
    for (name, leaf), one in zip(chosen, written, strict=True):
        expected = {name: only(whole[name], leaf) if leaf else whole[name]}
        alone = await asker.data(document.replace("%s", one), id=contact.id)
        assert alone["contact"] == expected
        page = await asker.data(f"{{ contacts {{ edges {{ node {{ {one} }} }} }} }}")
        assert page["contacts"]["edges"] == [{"node": expected}]


async def test_nothing_else_is_read(api, owner, statements):
    await new_contact(owner.actor, given_name="Anna", label_ids=[await new_label(owner.actor)])
    document = "{ contacts { edges { node { displayName lastActivityAt labels { name } } } } }"
    with statements() as seen:
        await Asker(api, owner).data(document)
    [page, labels] = [
        each
        for each in seen
        if "given_name" in each or "label.name" in each or "contact.display_name" in each
    ]
    assert page.startswith(
        "SELECT contact.id, contact.display_name, contact.last_activity_at, contact.given_key, "
    )
    assert labels.startswith("SELECT contact_id, label.name FROM")
