"""Making, changing, deleting and restoring products; no document changes with them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from backend.accounts.rules.places import check_currency
from backend.billing.errors import TooManyProducts
from backend.billing.events import (
    ProductCreated,
    ProductDeleted,
    ProductRestored,
    ProductUpdated,
)
from backend.billing.limits import MAX_PRODUCTS, NAME_LENGTH, TEXT_LENGTH, UNIT_LENGTH
from backend.billing.queries.products import count_products, products_by_id
from backend.billing.queries.settings import taxes_by_id
from backend.billing.rows import ProductRow
from backend.billing.rules.amounts import check_price
from backend.billing.rules.drafting import UNSET, Unset
from backend.core.clock import now_micros
from backend.core.errors import NotFound, Required, StaleVersion
from backend.core.folding import fold
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.money import Money
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line, clean_lines
from backend.core.unit_of_work import UnitOfWork, unit_of_work


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """Something to sell: what it is called (BT-153), what it is (BT-154), the unit that it is
    counted in (BT-130), and what one of it costs without tax (BT-146).
    """

    name: str
    price: Money
    description: str | None = None
    unit: str | None = None
    tax_id: int | None = None


@dataclass(frozen=True, slots=True)
class ProductChanges:
    """A change of a product; what is left out stays."""

    name: str | Unset = UNSET
    price: Money | Unset = UNSET
    description: str | Unset | None = UNSET
    unit: str | Unset | None = UNSET
    tax_id: int | Unset | None = UNSET


@dataclass(frozen=True, slots=True)
class ProductWritten:
    """A product as it is now, and the account's place in its history."""

    product: ProductRow
    cursor: str


async def create_product(
    actor: Actor, draft: ProductDraft, *, idempotency_key: str | None = None
) -> ProductWritten:
    """Make a product.

    Raises:
        TooManyProducts, NotFound (its tax), CurrencyUnknown, NumberOutOfRange, Required, TooLong,
        InvalidCharacters, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    clean = _clean(draft)
    mark = fingerprint("create_product", asdict(clean))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_product", mark)
        if key is None:
            await _refuse_one_more(actor)
            await _require_tax(actor, clean.tax_id)
            key = await _insert(unit, clean)
            await remember_result(unit, idempotency_key, "create_product", mark, key)
            unit.record(ProductCreated(key, clean.name))
        product = await _own(actor, key)
    return ProductWritten(product, unit.cursor)


async def update_product(
    actor: Actor, product_id: int, version: int, changes: ProductChanges
) -> ProductWritten:
    """Change a product.

    Raises:
        StaleVersion: somebody changed it meanwhile.
        NotFound, CurrencyUnknown, NumberOutOfRange, Required, TooLong, InvalidCharacters, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await _own(actor, product_id)
        if before.version != version:
            raise StaleVersion(("version",), current_version=before.version)
        old = ProductDraft(
            before.name, before.price, before.description, before.unit, before.tax_key
        )
        given: dict[str, Any] = {
            name: value for name, value in _fields(changes).items() if value is not UNSET
        }
        new = _clean(replace(old, **given))
        if new != old:
            if new.tax_id != old.tax_id:
                await _require_tax(actor, new.tax_id)
            await unit.execute(
                "UPDATE product SET name = ?, folded_name = ?, search_text = ?, description = ?, "
                "unit = ?, price_minor = ?, currency = ?, tax_id = ?, updated_at = ?, "
                "updated_by = ?, version = version + 1 WHERE id = ?",
                (*_columns(unit, new), product_id),
            )
            unit.record(ProductUpdated(product_id, version + 1, new.name))
        product = await _own(actor, product_id)
    return ProductWritten(product, unit.cursor)


async def delete_product(actor: Actor, product_id: int) -> ProductWritten:
    """Take a product out of the catalogue; ``restore_product`` brings it back.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        product = await _own(actor, product_id)
        await unit.execute(
            "UPDATE product SET deleted_at = ?, version = version + 1 WHERE id = ?",
            (now_micros(), product_id),
        )
        unit.record(ProductDeleted(product_id, product.name))
    return ProductWritten(product, unit.cursor)


async def restore_product(actor: Actor, product_id: int) -> ProductWritten:
    """Bring a product back; one that is there stays as it is.

    Raises:
        NotFound, TooManyProducts, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        if await products_by_id(actor, (product_id,), deleted=True):
            await _refuse_one_more(actor)
            await unit.execute(
                "UPDATE product SET deleted_at = NULL, version = version + 1 WHERE id = ?",
                (product_id,),
            )
            unit.record(ProductRestored(product_id, (await _own(actor, product_id)).name))
        product = await _own(actor, product_id)
    return ProductWritten(product, unit.cursor)


def _fields(changes: ProductChanges) -> dict[str, Any]:
    return {name: getattr(changes, name) for name in ProductChanges.__slots__}


def _clean(draft: ProductDraft) -> ProductDraft:
    name = clean_line(draft.name, ("name",), maximum=NAME_LENGTH)
    if name is None or not fold(name):
        raise Required(("name",))
    return ProductDraft(
        name,
        Money(
            check_price(draft.price.minor, ("price", "minor")),
            check_currency(draft.price.currency, ("price", "currency")),
        ),
        clean_lines(draft.description, ("description",), maximum=TEXT_LENGTH),
        clean_line(draft.unit, ("unit",), maximum=UNIT_LENGTH),
        draft.tax_id,
    )


async def _own(actor: Actor, product_id: int) -> ProductRow:
    found = await products_by_id(actor, (product_id,))
    if product_id not in found:
        raise NotFound(("id",))
    return found[product_id]


async def _require_tax(actor: Actor, tax_id: int | None) -> None:
    if tax_id is not None and not await taxes_by_id(actor.account_id, (tax_id,)):
        raise NotFound(("taxId",))


async def _refuse_one_more(actor: Actor) -> None:
    if await count_products(actor) >= MAX_PRODUCTS:
        raise TooManyProducts(("name",), maximum=MAX_PRODUCTS)


async def _insert(unit: UnitOfWork, draft: ProductDraft) -> int:
    rows = await unit.fetch(
        "INSERT INTO product (name, folded_name, search_text, description, unit, price_minor, "
        "currency, tax_id, updated_at, updated_by, account_id, version) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) RETURNING id",
        (*_columns(unit, draft), unit.actor.account_id),
    )
    return int(rows[0][0])


def _columns(unit: UnitOfWork, draft: ProductDraft) -> tuple[object, ...]:
    return (
        draft.name,
        fold(draft.name),
        fold(f"{draft.name} {draft.description or ''}"),
        draft.description,
        draft.unit,
        draft.price.minor,
        draft.price.currency,
        draft.tax_id,
        now_micros(),
        unit.actor.name,
    )
