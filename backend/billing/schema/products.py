"""The catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, cast

import strawberry

from backend.billing import service
from backend.billing.queries import products as queries
from backend.billing.rows import ProductRow
from backend.billing.schema.taxes import Tax
from backend.billing.service import UNSET, ProductChanges, ProductDraft
from backend.core import money
from backend.core.errors import Refusals, StaleVersion
from backend.core.graphql import Connection, Info, Node, Payload, Selection, mutation, query
from backend.core.graphql.connections import connection
from backend.core.graphql.errors import user_errors
from backend.core.graphql.money import Money, MoneyInput
from backend.core.graphql.nodes import node_readers, row_type
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission

_WRITE = Permission.WRITE_BILLING


@row_type(ProductRow)
class Product(Node):
    """A product or service that is sold."""

    name: str = strawberry.field(description="What it is called (BT-153).")
    description: str | None = strawberry.field(description="What it is (BT-154).")
    unit: str | None = strawberry.field(description="What it is counted in, such as `hour`.")
    price: Money = strawberry.field(description="What one of it costs, without tax (BT-146).")
    tax: Tax | None = strawberry.field(description="The tax of its lines.")
    version: int = strawberry.field(
        description="Grows with every change; an edit names the version it started from."
    )
    updated_at: datetime = strawberry.field(description="When it was changed last.")
    updated_by: str = strawberry.field(description="Who changed it last, by the name of that time.")


def _money(given_price: MoneyInput) -> money.Money:
    return money.Money(given_price.minor, given_price.currency)


def _tax_key(id: strawberry.ID | None) -> int | None:
    return None if id is None else decode_id(id, "Tax", ("taxId",))


@strawberry.input
class CreateProductInput:
    """A product to add."""

    name: str = strawberry.field(description="What it is called; at most 200 characters.")
    price: MoneyInput = strawberry.field(description="What one of it costs, without tax.")
    description: str | None = strawberry.field(
        default=strawberry.UNSET, description="What it is; at most 4,000 characters."
    )
    unit: str | None = strawberry.field(
        default=strawberry.UNSET, description="What it is counted in; at most 30 characters."
    )
    tax_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The tax of its lines."
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first product. Not blank, at "
        "most 200 characters.",
    )

    def to_draft(self) -> ProductDraft:
        """Return the domain's draft."""
        return ProductDraft(
            self.name,
            _money(self.price),
            given(self.description),
            given(self.unit),
            _tax_key(given(self.tax_id)),
        )


@strawberry.input
class UpdateProductInput:
    """A change of a product; what is left out stays, null clears."""

    id: strawberry.ID = strawberry.field(description="Which product.")
    version: int = strawberry.field(description="The version that the change started from.")
    name: str | None = strawberry.field(default=strawberry.UNSET, description="Its new name.")
    price: MoneyInput | None = strawberry.field(
        default=strawberry.UNSET, description="What one of it costs from now on, without tax."
    )
    description: str | None = strawberry.field(
        default=strawberry.UNSET, description="What it is from now on."
    )
    unit: str | None = strawberry.field(
        default=strawberry.UNSET, description="What it is counted in from now on."
    )
    tax_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The tax of its lines from now on."
    )

    def to_changes(self) -> ProductChanges:
        """Return the domain's changes. A null name or price leaves it as it is."""
        unset, name, price = strawberry.UNSET, given(self.name), given(self.price)
        return ProductChanges(
            UNSET if name is None else name,
            UNSET if price is None else _money(price),
            UNSET if self.description is unset else self.description,
            UNSET if self.unit is unset else self.unit,
            UNSET if self.tax_id is unset else _tax_key(self.tax_id),
        )


@strawberry.input
class DeleteProductInput:
    """The product to take out of the catalogue."""

    id: strawberry.ID = strawberry.field(description="Which product.")


@strawberry.input
class RestoreProductInput:
    """The product to bring back."""

    id: strawberry.ID = strawberry.field(description="Which product.")


@strawberry.type
class CreateProductPayload(Payload):
    """What adding a product answers."""

    product: Product | None = strawberry.field(default=None, description="The new product.")


@strawberry.type
class UpdateProductPayload(Payload):
    """What changing a product answers."""

    product: Product | None = strawberry.field(
        default=None, description="The product as it is now."
    )
    conflict: Product | None = strawberry.field(
        default=None, description="What somebody else saved meanwhile, beside STALE_VERSION."
    )


@strawberry.type
class DeleteProductPayload(Payload):
    """What deleting a product answers."""

    deleted_id: strawberry.ID | None = strawberry.field(
        default=None, description="The product that is gone; `restoreProduct` brings it back."
    )


@strawberry.type
class RestoreProductPayload(Payload):
    """What restoring a product answers."""

    product: Product | None = strawberry.field(
        default=None, description="The product as it is now."
    )


def _key(id: strawberry.ID) -> int:
    return decode_id(id, "Product", ("id",))


@strawberry.type
class ProductsQuery:
    """What can be read of products."""

    @query(Permission.READ, description="What the account sells, by name.")
    async def products(
        self,
        info: Info,
        search: Annotated[
            str | None,
            strawberry.argument(
                description="Words of the name or description, accents and case aside."
            ),
        ] = None,
        first: Annotated[
            int | None, strawberry.argument(description="How many, from the front: 0 to 200.")
        ] = None,
        after: Annotated[
            str | None, strawberry.argument(description="Cursor that the page comes after.")
        ] = None,
        last: Annotated[
            int | None, strawberry.argument(description="How many, from the end: 0 to 200.")
        ] = None,
        before: Annotated[
            str | None, strawberry.argument(description="Cursor that the page comes before.")
        ] = None,
    ) -> Connection[Product]:
        actor, words = info.context.actor, search or ""
        page = await queries.products_page(actor, PageRequest.of(first, after, last, before), words)
        counted = "totalCount" in Selection.of(info)
        total = await queries.count_products(actor, words) if counted else 0
        return cast(Connection[Product], connection(page, total_count=total))


@strawberry.type
class ProductsMutation:
    """What can be done to products."""

    @mutation(_WRITE, description="Add a product to the catalogue.")
    async def create_product(self, info: Info, input: CreateProductInput) -> CreateProductPayload:
        written = await service.create_product(
            info.context.actor, input.to_draft(), idempotency_key=given(input.idempotency_key)
        )
        return CreateProductPayload(
            product=cast(Product, written.product), cursor=written.cursor or None
        )

    @mutation(
        _WRITE,
        description="Change a product, unless somebody else did meanwhile; no document changes.",
    )
    async def update_product(self, info: Info, input: UpdateProductInput) -> UpdateProductPayload:
        actor, key = info.context.actor, _key(input.id)
        try:
            written = await service.update_product(actor, key, input.version, input.to_changes())
        except StaleVersion as stale:
            found = (await queries.products_by_id(actor, (key,))).get(key)
            return UpdateProductPayload(
                conflict=cast(Product | None, found), errors=user_errors(Refusals([stale]))
            )
        return UpdateProductPayload(
            product=cast(Product, written.product), cursor=written.cursor or None
        )

    @mutation(_WRITE, description="Take a product out of the catalogue; no document changes.")
    async def delete_product(self, info: Info, input: DeleteProductInput) -> DeleteProductPayload:
        written = await service.delete_product(info.context.actor, _key(input.id))
        return DeleteProductPayload(deleted_id=input.id, cursor=written.cursor or None)

    @mutation(_WRITE, description="Bring a product back into the catalogue.")
    async def restore_product(
        self, info: Info, input: RestoreProductInput
    ) -> RestoreProductPayload:
        written = await service.restore_product(info.context.actor, _key(input.id))
        return RestoreProductPayload(
            product=cast(Product, written.product), cursor=written.cursor or None
        )


async def _read_products(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await queries.products_by_id(info.context.actor, keys)


node_readers.register("Product", _read_products)
