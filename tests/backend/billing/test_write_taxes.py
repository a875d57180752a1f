"""Taxes made, changed, archived and restored; presets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from backend.billing.errors import NumberOutOfRange, RateOfCategory, TaxNameTaken, TooPrecise
from backend.billing.queries.settings import taxes
from backend.billing.rules.kinds import TaxCategory, TaxPreset
from backend.billing.rules.taxes import PRESETS, TaxDraft, check_tax
from backend.billing.service import add_preset, archive_tax, create_tax, restore_tax, update_tax
from backend.core.errors import Forbidden, NotFound, Required, StaleVersion

REVERSE = TaxDraft("Reverse", Decimal(0), TaxCategory.REVERSE_CHARGE, "Reverse charge")


async def shown(actor, **options):
    return [(each.name, str(each.rate), each.is_default) for each in await taxes(actor, **options)]


async def test_the_first_tax_is_the_default_until_another_is(owner):
    first = (await create_tax(owner.actor, TaxDraft("A", Decimal("5.50")))).tax
    await create_tax(owner.actor, TaxDraft("B", Decimal(20)))
    assert await shown(owner.actor) == [("A", "5.5", True), ("B", "20", False)]
    await create_tax(owner.actor, TaxDraft("C", Decimal("0.125"), is_default=True))
    assert await shown(owner.actor) == [
        ("C", "0.125", True),
        ("B", "20", False),
        ("A", "5.5", False),
    ]
    with pytest.raises(StaleVersion):  # it is another one since: the default no longer
        await update_tax(owner.actor, first.pk, first.version, TaxDraft("A", Decimal(6)))


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (TaxDraft(" ", Decimal(20)), Required),
        (TaxDraft("a", Decimal(1000)), NumberOutOfRange),
        (TaxDraft("a", Decimal(-1)), NumberOutOfRange),
        (TaxDraft("a", Decimal("20.0001")), TooPrecise),
        (TaxDraft("a", Decimal(0)), RateOfCategory),
        (TaxDraft("a", Decimal(5), TaxCategory.EXEMPT, "why"), RateOfCategory),
        (TaxDraft("a", Decimal(0), TaxCategory.EXEMPT), Required),
    ],
)
def test_what_no_invoice_may_have_is_refused(draft, refusal):
    with pytest.raises(refusal):
        check_tax(draft)


def test_a_charged_tax_gives_no_reason():
    tax = check_tax(TaxDraft("a", Decimal(20), exemption_reason="why", exemption_code="x"))
    assert (tax.exemption_reason, tax.exemption_code) == (None, None)


@pytest.mark.parametrize("preset", TaxPreset)
def test_presets_are_what_could_be_typed(preset):
    assert [check_tax(each) for each in PRESETS[preset]] == list(PRESETS[preset])
    assert sum(each.is_default for each in PRESETS[preset]) == 1


async def test_a_preset_is_added_once_and_leaves_what_is_there(owner):
    await create_tax(owner.actor, TaxDraft("tva 20 %", Decimal(21)))
    written = await add_preset(owner.actor, TaxPreset.FRANCE)
    assert [str(each.rate) for each in written.taxes[:4]] == ["21", "10", "5.5", "2.1"]
    assert (await add_preset(owner.actor, TaxPreset.FRANCE)).taxes == written.taxes
    assert sum(each.is_default for each in written.taxes) == 1


async def test_an_archived_tax_is_not_to_be_chosen_and_comes_back(owner):
    tax = (await create_tax(owner.actor, REVERSE)).tax
    archived = (await archive_tax(owner.actor, tax.pk)).tax
    assert (archived.is_archived, archived.is_default) == (True, False)
    assert await taxes(owner.actor) == []
    assert len(await taxes(owner.actor, archived=True)) == 1
    with pytest.raises(TaxNameTaken):
        await create_tax(owner.actor, REVERSE)
    assert not (await restore_tax(owner.actor, tax.pk)).tax.is_archived


async def test_only_who_manages_billing_of_the_account_may(owner, member, stranger):
    tax = (await create_tax(owner.actor, REVERSE)).tax
    with pytest.raises(Forbidden):
        await create_tax(member.actor, TaxDraft("B", Decimal(1)))
    with pytest.raises(NotFound):
        await archive_tax(stranger.actor, tax.pk)
    with pytest.raises(NotFound):
        await update_tax(stranger.actor, tax.pk, 1, REVERSE)


async def test_a_key_makes_one(owner):
    made = [(await create_tax(owner.actor, REVERSE, idempotency_key="k")).tax.pk for _ in range(2)]
    assert made[0] == made[1]
