"""Custom fields and values as clients write and read them."""

from __future__ import annotations

import pytest

from backend.core.ids import encode_id
from tests.factories.api import Asker

CREATE_FIELD = """mutation ($input: CreateCustomFieldInput!) { createCustomField(input: $input) {
  customField { id name kind version contactCount } errors { code path } cursor } }"""
CREATE = """mutation ($input: CreateContactInput!) { createContact(input: $input) {
  contact { id version ...Values } errors { code path parameters { name value } } } }
"""
UPDATE = """mutation ($input: UpdateContactInput!) { updateContact(input: $input) {
  contact { id version ...Values } conflict { changedFields }
  errors { code path parameters { name value } } } }
"""
VALUES = """fragment Values on Contact { customValues {
  __typename fieldId field { name kind }
  ... on CustomTextValue { text } ... on CustomNumberValue { number }
  ... on CustomDateValue { date } ... on CustomUrlValue { url } } }"""
GARBAGE = [
    ("number", "1000000000000000", "CUSTOM_NUMBER_TOO_PRECISE"),
    ("url", "javascript:alert(1)", "CUSTOM_URL_INVALID"),
    ("text", "x" * 2001, "CUSTOM_VALUE_TOO_LONG"),
    ("text", "a\x07b", "CUSTOM_VALUE_INVALID_CHARACTERS"),
]


@pytest.fixture
async def ask(api, owner):
    return Asker(api, owner)


@pytest.fixture
async def fields(ask):
    made = {}
    for kind in ("TEXT", "NUMBER", "DATE", "URL"):
        data = await ask.data(CREATE_FIELD, input={"name": f"My {kind}", "kind": kind})
        made[kind.lower()] = data["createCustomField"]["customField"]["id"]
    return made


def values(fields, **given):
    return [
        {"fieldId": fields[kind], "value": None if value is None else {kind: value}}
        for kind, value in given.items()
    ]


async def test_each_type_comes_back_as_it_is(ask, fields):
    given = values(
        fields, url="www.example.org", date="2000-02-29", number="-012.500", text=" Élan\nvital "
    )
    made = await ask.data(CREATE + VALUES, input={"givenName": "Anna", "customValues": given})
    assert made["createContact"]["errors"] == []
    assert [
        {key: value for key, value in each.items() if key not in ("field", "fieldId")}
        for each in made["createContact"]["contact"]["customValues"]
    ] == [
        {"__typename": "CustomTextValue", "text": "Élan\nvital"},
        {"__typename": "CustomNumberValue", "number": "-12.5"},
        {"__typename": "CustomDateValue", "date": "2000-02-29"},
        {"__typename": "CustomUrlValue", "url": "https://www.example.org"},
    ]


async def test_a_client_asks_for_just_the_fields_it_wants(ask, fields, statements):
    given = values(fields, text="a", number="1", date="2000-01-01")
    await ask.data(CREATE + VALUES, input={"givenName": "Anna", "customValues": given})
    asking = """query ($one: [ID!], $other: [ID!]) { contacts(first: 5) { edges { node {
      one: customValues(fieldIds: $one) { ... on CustomDateValue { date } }
      other: customValues(fieldIds: $other) { fieldId } none: customValues(fieldIds: []) { fieldId }
    } } } }"""
    with statements() as told:
        data = await ask.data(asking, one=[fields["date"]], other=[fields["text"], fields["url"]])
    [edge] = data["contacts"]["edges"]
    assert edge["node"] == {
        "one": [{"date": "2000-01-01"}],
        "other": [{"fieldId": fields["text"]}],
        "none": [],
    }
    assert len([sql for sql in told if "contact_value" in sql]) == 1


async def test_an_edit_sets_and_clears_what_it_names_and_leaves_the_rest(ask, fields):
    given = values(fields, text="a", number="1", date="2000-01-01")
    made = await ask.data(CREATE + VALUES, input={"givenName": "Anna", "customValues": given})
    contact = made["createContact"]["contact"]
    edit = {"id": contact["id"], "version": contact["version"]}
    done = await ask.data(
        UPDATE + VALUES, input={**edit, "customValues": values(fields, text=" ", number=None)}
    )
    assert done["updateContact"]["errors"] == []
    left = done["updateContact"]["contact"]["customValues"]
    assert [each["fieldId"] for each in left] == [fields["date"]]
    stale = await ask.data(UPDATE + VALUES, input={**edit, "customValues": values(fields, url="")})
    assert stale["updateContact"]["errors"][0]["code"] == "STALE_VERSION"
    assert stale["updateContact"]["conflict"]["changedFields"] == ["customValues"]


@pytest.mark.parametrize(("kind", "value", "code"), GARBAGE)
async def test_garbage_names_its_field(ask, fields, kind, value, code):
    given = values(fields, **{kind: value})
    made = await ask.data(CREATE + VALUES, input={"givenName": "Anna", "customValues": given})
    [error] = made["createContact"]["errors"]
    assert error["code"] == code
    assert error["path"] == ["customValues", "0", "value", kind]
    assert {"name": "field", "value": f"My {kind.upper()}"} in error["parameters"]


async def test_a_value_of_another_type_or_field_is_refused(ask, fields):
    for each, path, code in (
        (
            {"fieldId": fields["date"], "value": {"text": "x"}},
            "value",
            "CUSTOM_VALUE_OF_OTHER_KIND",
        ),
        ({"fieldId": encode_id("CustomField", 999), "value": None}, "fieldId", "NOT_FOUND"),
        ({"fieldId": encode_id("Label", 1), "value": None}, "fieldId", "INVALID_ID"),
    ):
        made = await ask.data(CREATE + VALUES, input={"givenName": "A", "customValues": [each]})
        [error] = made["createContact"]["errors"]
        assert (error["code"], error["path"]) == (code, ["customValues", "0", path])


async def test_a_list_is_filtered_and_sorted_by_values(ask, fields):
    for name, number in (("a", "10"), ("b", "9"), ("c", "-1"), ("d", None)):
        given = values(fields, number=number)
        await ask.data(CREATE + VALUES, input={"givenName": name, "customValues": given})
    asking = """query ($filter: ContactFilter, $sort: ContactSort) { contacts(
      filter: $filter, sort: $sort) { totalCount edges { node { givenName } } } }"""

    async def found(condition, direction="ASC"):
        chosen = {"custom": {"fieldId": fields["number"], "is": condition}} if condition else None
        sort = {"customFieldId": fields["number"], "direction": direction}
        data = await ask.data(asking, filter=chosen, sort=sort)
        names = [edge["node"]["givenName"] for edge in data["contacts"]["edges"]]
        assert data["contacts"]["totalCount"] == len(names)
        return "".join(names)

    assert await found(None) == "cbad"
    assert await found(None, "DESC") == "abcd"
    assert await found({"has": True}) == "cba"
    assert await found({"has": False}) == "d"
    assert await found({"number": {"from": "9"}}) == "ba"
    assert await found({"number": {"from": "-1", "to": "9.5"}}) == "cb"
    assert await found({"number": {"to": "1e90"}}) == "cba"
