"""Taxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, cast

import strawberry

from backend.billing import service
from backend.billing.queries import settings as queries
from backend.billing.queries.settings import taxes_by_id
from backend.billing.rows import TaxRow
from backend.billing.rules.taxes import TaxDraft
from backend.billing.schema.kinds import TaxCategory, TaxPreset
from backend.billing.schema.parties import taken
from backend.core.errors import Refusals, StaleVersion
from backend.core.graphql import Info, Node, Payload, mutation, query, row_type
from backend.core.graphql.errors import user_errors
from backend.core.graphql.nodes import node_readers
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission

_MANAGE = Permission.MANAGE_BILLING


@row_type(TaxRow)
class Tax(Node):
    """A tax that lines may have."""

    name: str = strawberry.field(description="What it is called on documents.")
    rate: Decimal = strawberry.field(description="In percent (BT-152); 0 but for STANDARD.")
    category: TaxCategory = strawberry.field(description="Why it is what it is (BT-151).")
    exemption_reason: str | None = strawberry.field(
        description="Why nothing is charged, as documents say it (BT-120)."
    )
    exemption_code: str | None = strawberry.field(
        description="The code of that (BT-121): of the VATEX list, or in Italy the natura."
    )
    is_default: bool = strawberry.field(description="Whether new lines have it.")
    is_archived: bool = strawberry.field(description="Whether it is no longer to be chosen.")
    version: int = strawberry.field(
        description="Grows with every change; an edit names the version it started from."
    )


@strawberry.input
class CreateTaxInput:
    """A tax to add."""

    name: str = strawberry.field(description="What it is called on documents.")
    rate: Decimal = strawberry.field(
        description="In percent, 0 to 100 with three digits after the point; above zero exactly "
        "when the category is STANDARD."
    )
    category: TaxCategory = strawberry.field(
        default=TaxCategory.STANDARD, description="Why it is what it is."
    )
    exemption_reason: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Why nothing is charged; needed but for STANDARD and ZERO.",
    )
    exemption_code: str | None = strawberry.field(
        default=strawberry.UNSET, description="The code of that."
    )
    is_default: bool = strawberry.field(default=False, description="Whether new lines have it.")
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first tax. Not blank, at most "
        "200 characters.",
    )


@strawberry.input
class UpdateTaxInput:
    """A tax as it is to be, whole."""

    id: strawberry.ID = strawberry.field(description="Which tax.")
    version: int = strawberry.field(description="The version that the change started from.")
    name: str = strawberry.field(description="What it is called on documents.")
    rate: Decimal = strawberry.field(
        description="In percent, 0 to 100 with three digits after the point."
    )
    category: TaxCategory = strawberry.field(
        default=TaxCategory.STANDARD, description="Why it is what it is."
    )
    exemption_reason: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Why nothing is charged; needed but for STANDARD and ZERO.",
    )
    exemption_code: str | None = strawberry.field(
        default=strawberry.UNSET, description="The code of that."
    )
    is_default: bool = strawberry.field(default=False, description="Whether new lines have it.")


@strawberry.input
class ArchiveTaxInput:
    """The tax that is no longer to be chosen."""

    id: strawberry.ID = strawberry.field(description="Which tax.")


@strawberry.input
class RestoreTaxInput:
    """The archived tax that can be chosen again."""

    id: strawberry.ID = strawberry.field(description="Which tax.")


@strawberry.input
class AddTaxPresetInput:
    """A country's taxes to add."""

    preset: TaxPreset = strawberry.field(description="Which ones.")


@strawberry.type
class CreateTaxPayload(Payload):
    """What adding a tax answers."""

    tax: Tax | None = strawberry.field(default=None, description="The new tax.")


@strawberry.type
class UpdateTaxPayload(Payload):
    """What changing a tax answers."""

    tax: Tax | None = strawberry.field(default=None, description="The tax as it is now.")
    conflict: Tax | None = strawberry.field(
        default=None, description="What somebody else saved meanwhile, beside STALE_VERSION."
    )


@strawberry.type
class ArchiveTaxPayload(Payload):
    """What archiving a tax answers."""

    tax: Tax | None = strawberry.field(default=None, description="The tax as it is now.")


@strawberry.type
class RestoreTaxPayload(Payload):
    """What restoring a tax answers."""

    tax: Tax | None = strawberry.field(default=None, description="The tax as it is now.")


@strawberry.type
class AddTaxPresetPayload(Payload):
    """What adding a country's taxes answers."""

    taxes: list[Tax] = strawberry.field(
        default_factory=list, description="All taxes that can be chosen now."
    )


def _key(id: strawberry.ID) -> int:
    return decode_id(id, "Tax", ("id",))


@strawberry.type
class TaxesQuery:
    """What can be read of taxes."""

    @query(
        Permission.READ,
        description="The account's taxes, the default one first, then by rate; at most 100.",
    )
    async def taxes(
        self,
        info: Info,
        archived: Annotated[
            bool, strawberry.argument(description="Whether archived ones are among them.")
        ] = False,
    ) -> list[Tax]:
        found = await queries.taxes(info.context.actor, archived=archived)
        return cast(list[Tax], found)


@strawberry.type
class TaxesMutation:
    """What can be done to taxes."""

    @mutation(_MANAGE, description="Add a tax. Never through a token.")
    async def create_tax(self, info: Info, input: CreateTaxInput) -> CreateTaxPayload:
        written = await service.create_tax(
            info.context.actor,
            taken(TaxDraft, input),
            idempotency_key=given(input.idempotency_key),
        )
        return CreateTaxPayload(tax=cast(Tax, written.tax), cursor=written.cursor or None)

    @mutation(
        _MANAGE,
        description="Change a tax, unless somebody else did meanwhile; no document changes. Never "
        "through a token.",
    )
    async def update_tax(self, info: Info, input: UpdateTaxInput) -> UpdateTaxPayload:
        actor, key = info.context.actor, _key(input.id)
        try:
            written = await service.update_tax(actor, key, input.version, taken(TaxDraft, input))
        except StaleVersion as stale:
            found = (await taxes_by_id(actor.account_id, (key,))).get(key)
            return UpdateTaxPayload(
                conflict=cast(Tax | None, found), errors=user_errors(Refusals([stale]))
            )
        return UpdateTaxPayload(tax=cast(Tax, written.tax), cursor=written.cursor or None)

    @mutation(
        _MANAGE,
        description="Let a tax be chosen no longer; what has it keeps it. Never through a token.",
    )
    async def archive_tax(self, info: Info, input: ArchiveTaxInput) -> ArchiveTaxPayload:
        written = await service.archive_tax(info.context.actor, _key(input.id))
        return ArchiveTaxPayload(tax=cast(Tax, written.tax), cursor=written.cursor or None)

    @mutation(_MANAGE, description="Let a tax be chosen again. Never through a token.")
    async def restore_tax(self, info: Info, input: RestoreTaxInput) -> RestoreTaxPayload:
        written = await service.restore_tax(info.context.actor, _key(input.id))
        return RestoreTaxPayload(tax=cast(Tax, written.tax), cursor=written.cursor or None)

    @mutation(
        _MANAGE,
        description="Add a country's taxes; those whose names are there stay as they are. Never "
        "through a token.",
    )
    async def add_tax_preset(self, info: Info, input: AddTaxPresetInput) -> AddTaxPresetPayload:
        written = await service.add_preset(info.context.actor, input.preset)
        return AddTaxPresetPayload(
            taxes=cast(list[Tax], list(written.taxes)), cursor=written.cursor or None
        )


async def _read_taxes(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    return await taxes_by_id(info.context.actor.account_id, keys)


node_readers.register("Tax", _read_taxes)
