"""What the account says about selling."""

from __future__ import annotations

import pytest

from backend.accounts.errors import CountryUnknown, CurrencyUnknown, EmailInvalid, LocaleUnknown
from backend.accounts.service.account import AccountChange, update_account
from backend.billing.errors import InvalidVatNumber, NumberOutOfRange
from backend.billing.queries.settings import billing_settings
from backend.billing.rules.defaults import missing_details, preset_of
from backend.billing.rules.kinds import DocumentKind, Restart, Supply, TaxPreset
from backend.billing.rules.numbering import Numbering
from backend.billing.rules.settings import (
    Bank,
    DefaultTexts,
    Seller,
    SettingsChanges,
    from_json,
    to_json,
)
from backend.billing.service import update_settings
from backend.core.errors import Forbidden, InvalidCharacters, Required, StaleVersion, TooMany

SELLER = Seller(
    name="Atelier Exemple",
    street="1 rue de l'Exemple",
    city="Lyon",
    postal_code="69001",
    country="fr",
    registration_number="552 008 443",
    legal_form="EI",
)


async def save(actor, version=0, **changes):
    return (await update_settings(actor, version, SettingsChanges(**changes))).row


async def test_an_account_begins_with_what_its_country_wants(owner):
    await update_account(owner.actor, AccountChange(country="FR", currency="EUR"))
    row = await billing_settings(owner.actor)
    assert (row.version, row.settings.currency, row.settings.seller.country) == (0, "EUR", "FR")
    patterns = {each.kind: each.pattern for each in row.settings.numbering}
    assert patterns[DocumentKind.INVOICE] == "F{year}-{number:04}"
    terms = row.settings.texts_of("fr", DocumentKind.INVOICE).legal_terms
    assert "40 €" in (terms or "")
    assert row.settings.texts_of("fr", DocumentKind.QUOTE).legal_terms is None
    assert preset_of("FR") is TaxPreset.FRANCE
    assert preset_of("KE") is TaxPreset.PLAIN


async def test_parts_that_are_left_out_stay(owner):
    first = await save(owner.actor, seller=SELLER, payment_days=45)
    assert (first.version, first.settings.seller.registration_number) == (1, "552008443")
    assert first.settings.seller.country == "FR"
    second = await save(owner.actor, 1, bank=Bank(iban="FR76 3000 6000 0112 3456 7890 189"))
    assert (second.version, second.settings.payment_days) == (2, 45)
    assert second.settings.seller == first.settings.seller
    assert second.settings.bank.iban == "FR7630006000011234567890189"
    same = await save(owner.actor, 2, payment_days=45)
    assert same.version == 2


async def test_a_seller_in_another_country_begins_with_what_that_one_wants(owner):
    row = await save(owner.actor, seller=SELLER, supply=Supply.SERVICES)
    assert row.settings.numbering_of(DocumentKind.INVOICE).pattern == "F{year}-{number:04}"
    assert "40 €" in (row.settings.texts_of("fr", DocumentKind.INVOICE).legal_terms or "")
    moved = await save(owner.actor, 1, seller=Seller(name="n", country="IT"))
    assert moved.settings.numbering == row.settings.numbering
    assert moved.settings.supply is Supply.SERVICES


async def test_numbering_and_texts_are_replaced_by_kind(owner):
    text = DefaultTexts("fr", DocumentKind.QUOTE, "Merci \r\n bien")
    numbering = Numbering(DocumentKind.INVOICE, "{number:05}", Restart.NEVER, 40)
    row = await save(
        owner.actor, numbering=[numbering], texts=[text], header_fields=["Ref ", "Ref"]
    )
    assert row.settings.numbering_of(DocumentKind.INVOICE) == numbering
    assert row.settings.numbering_of(DocumentKind.QUOTE).restart is Restart.YEARLY
    assert row.settings.texts_of("fr", DocumentKind.QUOTE).notes == "Merci \n bien"
    assert row.settings.header_fields == ("Ref",)
    assert from_json(to_json(row.settings)) == row.settings


@pytest.mark.parametrize(
    ("changes", "refusal", "path"),
    [
        ({"currency": "EURO"}, CurrencyUnknown, ("currency",)),
        ({"seller": Seller(country="FRANCE")}, CountryUnknown, ("seller", "country")),
        ({"seller": Seller(email="nobody")}, EmailInvalid, ("seller", "email")),
        ({"seller": Seller(name="a\x00b")}, InvalidCharacters, ("seller", "name")),
        (
            {"seller": Seller(country="IT", vat_number="00743110158")},
            InvalidVatNumber,
            ("seller", "vat_number"),
        ),
        ({"payment_days": -1}, NumberOutOfRange, ("payment_days",)),
        (
            {"texts": [DefaultTexts("de", DocumentKind.QUOTE)]},
            LocaleUnknown,
            ("texts", "0", "locale"),
        ),
        ({"header_fields": [" "]}, Required, ("headerFields", "0")),
        ({"header_fields": ["a"] * 11}, TooMany, ("headerFields",)),
    ],
)
async def test_nonsense_is_refused_where_it_stands(owner, changes, refusal, path):
    with pytest.raises(refusal) as caught:
        await save(owner.actor, **changes)
    assert caught.value.path == path
    assert (await billing_settings(owner.actor)).version == 0


async def test_of_two_at_once_the_second_is_told(owner, member, stranger):
    await save(owner.actor, payment_days=10)
    with pytest.raises(StaleVersion):
        await save(owner.actor, 0, payment_days=20)
    with pytest.raises(Forbidden):
        await save(member.actor, 1, payment_days=20)
    assert (await billing_settings(stranger.actor)).settings.payment_days == 30


def test_what_is_missing_is_listed():
    assert missing_details(Seller(country="FR"), 0) == [
        "seller.name",
        "seller.street",
        "seller.city",
        "seller.registration_number",
        "taxes",
    ]
    assert missing_details(SELLER, 1) == []
    italian = Seller(name="n", street="s", city="c", country="IT")
    assert missing_details(italian, 1) == ["seller.vat_number"]
