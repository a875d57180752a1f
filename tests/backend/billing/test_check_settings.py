"""Settings checked while they are typed, next numbers, and what a country's sellers begin with."""

from __future__ import annotations

import pytest

from backend.accounts.errors import CountryUnknown
from backend.billing.queries.numbers import next_numbers
from backend.billing.queries.settings import billing_settings, taxes
from backend.billing.rules.checking import party_refusals, settings_refusals
from backend.billing.rules.defaults import default_settings, missing_details
from backend.billing.rules.kinds import DocumentKind, Restart, TaxPreset
from backend.billing.rules.numbering import Numbering
from backend.billing.rules.settings import Bank, Seller, SettingsChanges
from backend.billing.service import add_preset, fill_defaults, update_settings
from backend.core.errors import Forbidden, Refusals
from backend.core.unit_of_work import unit_of_work

WRONG = Seller(country="FR", registration_number="1", vat_number="FR1", email="nobody", city="Lyon")


def told(refusals):
    return sorted((refusal.code, refusal.path) for refusal in refusals)


def test_all_that_is_wrong_is_told_at_once():
    before = default_settings("n", "FR", "EUR")
    changes = SettingsChanges(
        seller=WRONG,
        bank=Bank(iban="FR1", bic="x", holder="H"),
        numbering=[
            Numbering(DocumentKind.QUOTE, "Q"),
            Numbering(DocumentKind.INVOICE, "{number}", Restart.NEVER, 0),
        ],
    )
    assert told(settings_refusals(before, changes)) == [
        ("EMAIL_INVALID", ("seller", "email")),
        ("INVALID_BIC", ("bank", "bic")),
        ("INVALID_IBAN", ("bank", "iban")),
        ("INVALID_NUMBER_PATTERN", ("numbering", "0", "pattern")),
        ("INVALID_REGISTRATION_NUMBER", ("seller", "registration_number")),
        ("INVALID_VAT_NUMBER", ("seller", "vat_number")),
        ("NUMBER_OUT_OF_RANGE", ("numbering", "1", "startAt")),
    ]
    assert settings_refusals(before, SettingsChanges()) == []


def test_a_country_that_is_none_is_told_once():
    found = party_refusals(Seller(country="FRANCE", vat_number="x", name="n"), ("seller",))
    assert told(found) == [("COUNTRY_UNKNOWN", ("seller", "country"))]


async def test_saving_refuses_all_at_once(owner):
    with pytest.raises(Refusals) as caught:
        await update_settings(owner.actor, 0, SettingsChanges(seller=WRONG))
    assert len(caught.value.refusals) == 3
    assert (await billing_settings(owner.actor)).version == 0


async def test_the_next_number_is_the_one_that_will_be_given(owner, stranger):
    numbering = [
        Numbering(DocumentKind.INVOICE, "F{number:03}", Restart.NEVER, 40),
        Numbering(DocumentKind.QUOTE, "Q{number}", Restart.NEVER, 7),
    ]
    async with unit_of_work(owner.actor) as unit:
        await unit.execute(
            "INSERT INTO number_series (account_id, kind, year, first_number, last_number) "
            "VALUES (?, 'invoice', 0, 40, 41)",
            (owner.actor.account_id,),
        )
    found = await next_numbers(owner.actor, numbering)
    assert [(each.next_number, each.is_begun) for each in found] == [("F042", True), ("Q7", False)]
    yearly = [Numbering(DocumentKind.INVOICE, "{year}-{number}", Restart.YEARLY, 40)]
    [begun] = await next_numbers(owner.actor, yearly)
    assert begun.next_number.endswith("-1")
    [other] = await next_numbers(stranger.actor, numbering[:1])
    assert (other.next_number, other.is_begun) == ("F040", False)


async def test_a_small_french_seller_begins_with_what_is_usual(owner, member):
    with pytest.raises(Forbidden):
        await fill_defaults(member.actor, "FR", charges_tax=False)
    with pytest.raises(CountryUnknown):
        await fill_defaults(owner.actor, "XX", charges_tax=False)
    row = (await fill_defaults(owner.actor, "fr", charges_tax=False)).row
    said = row.settings
    assert (row.version, said.currency, said.seller.country) == (1, "EUR", "FR")
    assert said.numbering_of(DocumentKind.INVOICE).pattern == "F{year}-{number:04}"
    assert "40 €" in (said.texts_of("fr", DocumentKind.INVOICE).legal_terms or "")
    found = await taxes(owner.actor)
    assert [(tax.name, tax.exemption_reason) for tax in found if tax.is_default] == [
        ("Franchise en base", "TVA non applicable, art. 293 B du CGI")
    ]
    assert missing_details(said.seller, len(found)) == [
        "seller.street",
        "seller.city",
        "seller.registration_number",
    ]


async def test_what_was_said_already_stays(owner):
    own = Numbering(DocumentKind.INVOICE, "X{number}", Restart.NEVER)
    seller = Seller(name="n", country="IT")
    await update_settings(owner.actor, 0, SettingsChanges(seller=seller, numbering=[own]))
    await add_preset(owner.actor, TaxPreset.ITALY)
    row = (await fill_defaults(owner.actor, "FR", charges_tax=False)).row
    assert (row.version, row.settings.seller.country) == (1, "IT")
    assert row.settings.numbering_of(DocumentKind.INVOICE) == own
    assert [tax.name for tax in await taxes(owner.actor) if tax.is_default] == ["IVA 22 %"]


async def test_where_taxes_are_charged_that_nobody_listed_none_is_added(owner):
    await fill_defaults(owner.actor, "KE", charges_tax=True)
    assert await taxes(owner.actor) == []
    await fill_defaults(owner.actor, "KE", charges_tax=False)
    assert [tax.name for tax in await taxes(owner.actor)] == ["No tax"]
