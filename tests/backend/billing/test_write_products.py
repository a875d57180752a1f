"""Products made, found, changed, deleted and restored."""

from __future__ import annotations

from decimal import Decimal

import pytest

from backend.accounts.errors import CurrencyUnknown
from backend.billing import limits
from backend.billing.errors import NumberOutOfRange, TooManyProducts
from backend.billing.queries.products import count_products, products_by_id, products_page
from backend.billing.rules.taxes import TaxDraft
from backend.billing.service import (
    ProductChanges,
    ProductDraft,
    create_product,
    create_tax,
    delete_product,
    products,
    restore_product,
    update_product,
)
from backend.core.errors import Forbidden, NotFound, Required, StaleVersion
from backend.core.money import Money
from backend.core.paging import PageRequest

PRICE = Money(12_050, "EUR")


async def make(actor, name="Web site", price=PRICE, **values):
    return (await create_product(actor, ProductDraft(name, price, **values))).product


async def names(actor, search="", **page):
    return [each.name for each in (await products_page(actor, PageRequest.of(**page), search)).rows]


async def test_come_by_name_and_are_found_by_words(owner, stranger):
    for name, description in (("Zoo", None), ("Élan", "Une journée"), ("audit 100%", "a\nb")):
        await make(owner.actor, name, description=description)
    assert await names(owner.actor) == ["audit 100%", "Élan", "Zoo"]
    assert await names(owner.actor, "elan journee") == ["Élan"]
    assert await names(owner.actor, "100%") == ["audit 100%"]
    assert await count_products(owner.actor, "o") == 2
    page = await products_page(owner.actor, PageRequest.of(first=2))
    assert page.has_next
    assert await names(owner.actor, last=1) == ["Zoo"]
    assert await names(stranger.actor) == []


async def test_a_change_leaves_out_what_it_does_not_say(owner):
    tax = (await create_tax(owner.actor, TaxDraft("A", Decimal(20)))).tax
    product = await make(owner.actor, unit="hour", tax_id=tax.pk)
    assert product.tax == tax
    changes = ProductChanges(name="Audit", unit=None)
    after = (await update_product(owner.actor, product.pk, 1, changes)).product
    assert (after.name, after.unit, after.price, after.tax, after.version) == (
        "Audit", None, PRICE, tax, 2,
    )  # fmt: skip
    with pytest.raises(StaleVersion):
        await update_product(owner.actor, product.pk, 1, changes)
    assert (await update_product(owner.actor, product.pk, 2, changes)).product.version == 2


@pytest.mark.parametrize(
    ("name", "price", "refusal"),
    [
        (" ", PRICE, Required),
        ("a", Money(-1, "EUR"), NumberOutOfRange),
        ("a", Money(10**30, "EUR"), NumberOutOfRange),
        ("a", Money(1, "EURO"), CurrencyUnknown),
    ],
)
async def test_what_cannot_be_sold_is_refused(owner, name, price, refusal):
    with pytest.raises(refusal):
        await make(owner.actor, name, price)


async def test_a_deleted_product_comes_back(owner):
    product = await make(owner.actor)
    await delete_product(owner.actor, product.pk)
    assert await products_by_id(owner.actor, (product.pk,)) == {}
    with pytest.raises(NotFound):
        await delete_product(owner.actor, product.pk)
    assert (await restore_product(owner.actor, product.pk)).product.name == product.name
    assert await names(owner.actor) == ["Web site"]


async def test_nobody_else_reaches_it(owner, viewer, stranger):
    product = await make(owner.actor)
    tax = (await create_tax(stranger.actor, TaxDraft("A", Decimal(20)))).tax
    with pytest.raises(NotFound):
        await delete_product(stranger.actor, product.pk)
    with pytest.raises(NotFound) as caught:
        await make(owner.actor, "b", tax_id=tax.pk)
    assert caught.value.path == ("taxId",)
    with pytest.raises(Forbidden):
        await make(viewer.actor)


async def test_a_catalogue_has_an_end(owner, monkeypatch):
    monkeypatch.setattr(products, "MAX_PRODUCTS", 1)
    await make(owner.actor)
    assert limits.MAX_PRODUCTS > 1
    with pytest.raises(TooManyProducts):
        await make(owner.actor, "b")
