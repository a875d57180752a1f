"""Products, by name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from backend.billing.limits import SEARCH_LENGTH
from backend.billing.queries.settings import taxes_by_id
from backend.billing.rows import PRODUCT_COLUMNS, ProductRow
from backend.contacts.sql import like_pattern, values_in
from backend.core.database import read
from backend.core.folding import fold
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission

_LIVE = "product.deleted_at IS NULL"
_SELECT = f"SELECT {PRODUCT_COLUMNS} FROM product WHERE product.account_id = ?"


async def products_page(actor: Actor, request: PageRequest, search: str = "") -> Page[ProductRow]:
    """Return a page of the products whose name or description holds every word of a search.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    found, params = _found(actor, search)
    conditions: list[str] = [f"{_SELECT} AND {found}"]
    for cursor, argument, sign in ((request.after, "after", ">"), (request.before, "before", "<")):
        if cursor is not None:
            conditions.append(f"(product.folded_name, product.id) {sign} (?, ?)")
            params += decode_key(cursor, (str, int), (argument,))
    way = "DESC" if request.backward else "ASC"
    rows = await read.fetch(
        f"{' AND '.join(conditions)} ORDER BY product.folded_name {way}, product.id {way} "
        "LIMIT ? OFFSET ?",
        (*params, request.size + 1, request.offset or 0),
    )
    products = await _with_taxes(actor.account_id, rows)
    return page_of(request, products, lambda each: (each.folded_name, each.pk))


async def count_products(actor: Actor, search: str = "") -> int:
    """Return how many products a search finds."""
    actor.require(Permission.READ)
    found, params = _found(actor, search)
    sql = f"SELECT COUNT(*) FROM product WHERE product.account_id = ? AND {found}"
    return int(await read.fetch_value(sql, params))


def _found(actor: Actor, search: str) -> tuple[str, list[Any]]:
    words = fold(search[:SEARCH_LENGTH]).split()
    like = "".join(" AND product.search_text LIKE ? ESCAPE '\\'" for _ in words)
    return f"{_LIVE}{like}", [actor.account_id, *map(like_pattern, words)]


async def products_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False
) -> dict[int, ProductRow]:
    """Return those of some products that the account has; or, of those deleted, can bring back."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("product.id", ids, read.dialect)
    state = "product.deleted_at IS NOT NULL" if deleted else _LIVE
    rows = await read.fetch(
        f"{_SELECT} AND {state} AND {asked.text}", (actor.account_id, *asked.params)
    )
    return {each.pk: each for each in await _with_taxes(actor.account_id, rows)}


async def _with_taxes(account_id: int, rows: Sequence[Sequence[Any]]) -> list[ProductRow]:
    products = [ProductRow(*row) for row in rows]
    known = await taxes_by_id(account_id, {each.tax_key for each in products if each.tax_key})
    for each in products:
        each.tax = known.get(each.tax_key or 0)
    return products
