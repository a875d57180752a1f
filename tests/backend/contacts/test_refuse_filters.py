"""Written filters that mean nothing are refused by a code, with the way to what is wrong."""

from __future__ import annotations

import pytest

from backend.contacts.filter_input import parse_filter
from backend.contacts.queries.resolving import resolve_list
from backend.core.errors import Refusal
from backend.core.ids import encode_id
from backend.custom_fields.kinds import CustomFieldKind
from tests.factories.api import Asker
from tests.factories.custom_fields import new_field

FIELD, OTHER = encode_id("CustomField", 1), encode_id("CustomField", 2)


def custom(asked, field=FIELD):
    return {"custom": {"fieldId": field, "is": asked}}


@pytest.mark.parametrize(
    ("plain", "code", "path"),
    [
        ({}, "REQUIRED", ""),
        ({"and": [{"has": "EMAIL"}, {}]}, "REQUIRED", "and 1"),
        ({"search": "x" * 201}, "TOO_LONG", "search"),
        ({"company": {"contains": "  "}}, "REQUIRED", "company contains"),
        ({"company": {"is": "\u0301"}}, "REQUIRED", "company is"),
        ({"or": [{"email": {"isNot": "x" * 201}}]}, "TOO_LONG", "or 0 email isNot"),
        ({"city": {"startsWith": "a\0b"}}, "INVALID_CHARACTERS", "city startsWith"),
        ({"phone": {"startsWith": "+"}}, "PHONE_INVALID", "phone startsWith"),
        ({"country": {"anyOf": ["FR", "XX"]}}, "COUNTRY_UNKNOWN", "country anyOf 1"),
        ({"created": {"inLastDays": 0}}, "DAYS_OUT_OF_RANGE", "created inLastDays"),
        ({"not": {"lastActivity": {"notInLastDays": 40_000}}}, "DAYS_OUT_OF_RANGE",
         "not lastActivity notInLastDays"),
        ({"labels": {"allOf": [encode_id("Contact", 1)]}}, "INVALID_ID", "labels allOf 0"),
        ({"segment": "x"}, "INVALID_ID", "segment"),
        ({"job": encode_id("Contact", 1)}, "INVALID_ID", "job"),
        ({"not": {"job": encode_id("Job", 1)}}, "NOT_FOUND", "not job"),
        ({"and": [{"segment": encode_id("Segment", 1)}]}, "NOT_FOUND", "and 0 segment"),
        (custom({"has": True}, OTHER), "NOT_FOUND", "custom fieldId"),
        (custom({"contains": " "}), "REQUIRED", "custom is contains"),
        (custom({"text": "a\0"}), "INVALID_CHARACTERS", "custom is text"),
        ({"not": custom({"contains": "x"})}, "CUSTOM_VALUE_OF_OTHER_KIND", "not custom is"),
        (custom({"inNextDays": 9, }), None, ""),
        (custom({"number": {"from": "1"}}), "CUSTOM_VALUE_OF_OTHER_KIND", "custom is"),
    ],
)  # fmt: skip
async def test_names_what_is_wrong_and_where(owner, plain, code, path):
    await new_field(owner.actor, "Birthday", CustomFieldKind.DATE)
    refused: Refusal | None = None
    try:
        await resolve_list(owner.actor, parse_filter(plain))
    except Refusal as refusal:
        refused = refusal
    assert (refused and refused.code) == code
    assert refused is None or refused.path == ("filter", *path.split())


async def test_what_is_nested_too_deep_is_refused_with_the_way_to_it(api, owner):
    async def asked(levels: int):
        plain: dict[str, object] = {"city": {"isNot": "Paris"}}
        for _ in range(levels):
            plain = {"not": plain}
        document = "query ($f: ContactFilter) { contacts(filter: $f) { totalCount } }"
        return await Asker(api, owner)(document, f=plain)

    assert (await asked(9))["data"] == {"contacts": {"totalCount": 0}}
    (refusal,) = (await asked(45))["errors"][0]["extensions"]["refusals"]
    assert (refusal["code"], refusal["path"]) == ("FILTER_TOO_COMPLEX", ["filter", *["not"] * 10])
    too_deep = (await asked(60))["errors"][0]["extensions"]
    assert too_deep["code"] == "LIMIT_EXCEEDED"
