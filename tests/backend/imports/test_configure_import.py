"""Choosing what columns become: what could not be made is refused while one chooses."""

from __future__ import annotations

import pytest

from backend.core.errors import Refusals
from backend.custom_fields.kinds import CustomFieldKind
from backend.imports.service.configure import Configuration, configure_import
from backend.imports.targets import NewFieldTarget, Target
from tests.backend.imports.conftest import Book
from tests.factories.custom_fields import new_field
from tests.factories.imports import new_import, read_import

TEXT, DATE = CustomFieldKind.TEXT, CustomFieldKind.DATE
NEVER = "CUSTOM_FIELD_NAME_RESERVED"
TAKEN = "CUSTOM_FIELD_NAME_TAKEN"
FILE = "Name,E-mail,A,B,C\nAnna,anna@example.org,1,2,3\n"


@pytest.mark.parametrize(
    ("targets", "codes"),
    [
        ({2: NewFieldTarget(TEXT, "Société"), 3: NewFieldTarget(TEXT, "Fine")}, {2: NEVER}),
        ({2: NewFieldTarget(TEXT, "Renewal")}, {2: TAKEN}),
        ({2: NewFieldTarget(DATE, "renewal"), 3: NewFieldTarget(DATE, "Renewal")}, {}),
        ({2: NewFieldTarget(TEXT, "New"), 3: NewFieldTarget(DATE, "new")}, {2: TAKEN, 3: TAKEN}),
        ({2: NewFieldTarget(TEXT, "x" * 61)}, {2: "TOO_LONG"}),
        ({2: NewFieldTarget(TEXT, "\u0301")}, {2: "REQUIRED"}),
    ],
)
async def test_refuses_a_new_field_that_could_not_be_made(
    book: Book, targets: dict[int, Target], codes: dict[int, str]
) -> None:
    await new_field(book.actor, "Renewal", DATE)
    found = await new_import(book.actor, FILE)
    if not codes:
        await configure_import(book.actor, found.pk, Configuration(targets=targets))
        assert len((await read_import(book.actor, found.pk)).targets) == len(targets)
        return
    with pytest.raises(Refusals) as refused:
        await configure_import(book.actor, found.pk, Configuration(targets=targets))
    assert {int(each.path[1]): each.code for each in refused.value.refusals} == codes
    assert {each.path[2:] for each in refused.value.refusals} == {
        ("target", "newCustomField", "name")
    }
    assert (await read_import(book.actor, found.pk)).targets == {}


async def test_refuses_more_new_fields_than_an_account_may_have(book: Book) -> None:
    for number in range(98):
        await new_field(book.actor, f"Field {number}", TEXT)
    found = await new_import(book.actor, FILE)
    three: dict[int, Target] = {n: NewFieldTarget(TEXT, f"New {n}") for n in (2, 3, 4)}
    with pytest.raises(Refusals) as refused:
        await configure_import(book.actor, found.pk, Configuration(targets=three))
    assert {each.code for each in refused.value.refusals} == {"TOO_MANY_CUSTOM_FIELDS"}
    del three[4]
    await configure_import(book.actor, found.pk, Configuration(targets=three))
