"""The seller's settings."""

from __future__ import annotations

from typing import cast

import strawberry
from strawberry.utils.str_converters import to_camel_case

from backend.billing import service
from backend.billing.queries.settings import billing_settings, taxes
from backend.billing.rows import SettingsRow
from backend.billing.rules import numbering as numbering_rules
from backend.billing.rules import settings as rules
from backend.billing.rules.defaults import missing_details, preset_of
from backend.billing.schema.kinds import DocumentKind, Restart, Supply, TaxPreset
from backend.billing.schema.look import BillingLook, shown_look
from backend.billing.schema.parties import (
    BankDetails,
    BankDetailsInput,
    Seller,
    SellerInput,
    taken,
)
from backend.core.errors import Refusals, StaleVersion
from backend.core.graphql import Info, Payload, mutation, query, row_type
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.permissions import Permission


@row_type(numbering_rules.Numbering)
class DocumentNumbering:
    """How documents of a kind are numbered."""

    kind: DocumentKind = strawberry.field(description="Which documents.")
    pattern: str = strawberry.field(
        description="`F{year}-{number:04}` makes F2026-0001: four digits at least."
    )
    restart: Restart = strawberry.field(description="When numbers begin anew.")
    start_at: int = strawberry.field(description="The first number of the first series.")


@strawberry.input
class DocumentNumberingInput:
    """How documents of a kind are to be numbered."""

    kind: DocumentKind = strawberry.field(description="Which documents.")
    pattern: str = strawberry.field(
        description="Letters, digits and `/ _ . -`, with `{number}` or `{number:04}` once and "
        "`{year}`, which a yearly restart needs. Numbers have at most 20 characters."
    )
    restart: Restart = strawberry.field(
        default=Restart.YEARLY, description="When numbers begin anew."
    )
    start_at: int = strawberry.field(
        default=1,
        description="The first number, for whoever changes from another program; without effect "
        "once a document of the kind has a number.",
    )


@row_type(rules.DefaultTexts)
class DefaultTexts:
    """What a new document of a kind says in a language unless it is changed there."""

    locale: str = strawberry.field(description="`en`, `fr` or `it`.")
    kind: DocumentKind = strawberry.field(description="Which documents.")
    notes: str | None = strawberry.field(description="Notes (BT-22).")
    legal_terms: str | None = strawberry.field(description="Legal terms, shown at the foot.")


@strawberry.input
class DefaultTextsInput:
    """What a new document of a kind is to say in a language."""

    locale: str = strawberry.field(description="`en`, `fr` or `it`.")
    kind: DocumentKind = strawberry.field(description="Which documents.")
    notes: str | None = strawberry.field(
        default=strawberry.UNSET, description="Notes, at most 4,000 characters."
    )
    legal_terms: str | None = strawberry.field(
        default=strawberry.UNSET, description="Legal terms, at most 4,000 characters."
    )


@strawberry.type
class BillingSettings:
    """What the account says about selling. Before it has said anything, these are what its
    country's sellers usually want.
    """

    version: int = strawberry.field(
        description="Grows with every change, 0 before the first; a change names it."
    )
    currency: str = strawberry.field(description="Currency of new documents; ISO 4217 code.")
    seller: Seller = strawberry.field(description="Who sells.")
    bank: BankDetails = strawberry.field(description="Where money goes.")
    payment_days: int = strawberry.field(
        description="Days from issue until an invoice is due; 0 is on receipt."
    )
    quote_days: int = strawberry.field(description="Days from issue until a quote expires.")
    numbering: list[DocumentNumbering] = strawberry.field(description="One for each kind.")
    texts: list[DefaultTexts] = strawberry.field(
        description="For languages and kinds that have any."
    )
    header_fields: list[str] = strawberry.field(
        description="Names of fields that documents have at their head, such as an order number."
    )
    supply: Supply | None = strawberry.field(description="What it sells; new documents say so.")
    tax_on_debits: bool = strawberry.field(
        description="Whether invoices of a French seller say that VAT is paid on debits."
    )
    look: BillingLook = strawberry.field(description="How documents look.")
    missing: list[str] = strawberry.field(
        description="What is still needed before a document can be issued: paths such as "
        "`seller.city`, or `taxes`."
    )
    suggested_taxes: TaxPreset = strawberry.field(description="The taxes of its country.")


def _shown(account_id: int, row: SettingsRow, tax_count: int) -> BillingSettings:
    said = row.settings
    return BillingSettings(
        version=row.version,
        currency=said.currency,
        seller=cast(Seller, said.seller),
        bank=cast(BankDetails, said.bank),
        payment_days=said.payment_days,
        quote_days=said.quote_days,
        numbering=cast(list[DocumentNumbering], list(said.numbering)),
        texts=cast(list[DefaultTexts], list(said.texts)),
        header_fields=list(said.header_fields),
        supply=said.supply,
        tax_on_debits=said.tax_on_debits,
        look=shown_look(account_id, said.look),
        missing=[to_camel_case(each) for each in missing_details(said.seller, tax_count)],
        suggested_taxes=preset_of(said.seller.country or ""),
    )


async def read_settings(info: Info) -> BillingSettings:
    """Return the account's settings as they are now."""
    actor = info.context.actor
    return _shown(actor.account_id, await billing_settings(actor), len(await taxes(actor)))


@strawberry.input
class UpdateBillingSettingsInput:
    """Parts of the settings to change; what is left out stays."""

    version: int = strawberry.field(description="The version that the change started from.")
    currency: str | None = strawberry.field(
        default=strawberry.UNSET, description="Currency of new documents; ISO 4217 code."
    )
    seller: SellerInput | None = strawberry.field(
        default=strawberry.UNSET, description="Who sells, whole."
    )
    bank: BankDetailsInput | None = strawberry.field(
        default=strawberry.UNSET, description="Where money goes, whole."
    )
    payment_days: int | None = strawberry.field(
        default=strawberry.UNSET, description="Days until an invoice is due, 0 to 3,650."
    )
    quote_days: int | None = strawberry.field(
        default=strawberry.UNSET, description="Days until a quote expires, 0 to 3,650."
    )
    numbering: list[DocumentNumberingInput] | None = strawberry.field(
        default=strawberry.UNSET, description="Those of the kinds to change."
    )
    texts: list[DefaultTextsInput] | None = strawberry.field(
        default=strawberry.UNSET, description="Those of the languages and kinds to change."
    )
    header_fields: list[str] | None = strawberry.field(
        default=strawberry.UNSET, description="All of them; at most 10."
    )
    supply: Supply | None = strawberry.field(default=strawberry.UNSET, description="What it sells.")
    tax_on_debits: bool | None = strawberry.field(
        default=strawberry.UNSET,
        description="Whether VAT is paid on debits, by option (CGI, art. 269-2 c); said on the "
        "invoices of a French seller that charges it.",
    )
    accent: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The colour of documents, such as `#1f6b54`; empty for ours.",
    )

    def to_changes(self) -> rules.SettingsChanges:
        """Return the domain's changes."""
        seller, bank = given(self.seller), given(self.bank)
        numbering, texts = given(self.numbering), given(self.texts)
        return rules.SettingsChanges(
            given(self.currency),
            None if seller is None else taken(rules.Seller, seller),
            None if bank is None else taken(rules.Bank, bank),
            given(self.payment_days),
            given(self.quote_days),
            None
            if numbering is None
            else [taken(numbering_rules.Numbering, each) for each in numbering],
            None if texts is None else [taken(rules.DefaultTexts, each) for each in texts],
            given(self.header_fields),
            given(self.supply),
            given(self.accent),
            given(self.tax_on_debits),
        )


@strawberry.type
class UpdateBillingSettingsPayload(Payload):
    """What changing the settings answers."""

    settings: BillingSettings | None = strawberry.field(
        default=None, description="As they are now."
    )
    conflict: BillingSettings | None = strawberry.field(
        default=None, description="What somebody else saved meanwhile, beside STALE_VERSION."
    )


@strawberry.input
class FillBillingDefaultsInput:
    """Where the account sells from, and whether it charges taxes."""

    country: str = strawberry.field(description="ISO 3166-1 alpha-2 code.")
    charges_tax: bool = strawberry.field(
        default=True,
        description="If not, new lines have the country's tax for small sellers, which says why.",
    )


@strawberry.type
class FillBillingDefaultsPayload(Payload):
    """What filling in the usual settings answers."""

    settings: BillingSettings | None = strawberry.field(
        default=None, description="As they are now."
    )


@strawberry.type
class BillingSettingsQuery:
    """What can be read of the settings."""

    @query(Permission.READ, description="What the account says about selling.")
    async def billing_settings(self, info: Info) -> BillingSettings:
        return await read_settings(info)


@strawberry.type
class BillingSettingsMutation:
    """What can be done to the settings."""

    @mutation(
        Permission.MANAGE_BILLING,
        description="Change parts of what the account says about selling. Never through a token.",
    )
    async def update_billing_settings(
        self, info: Info, input: UpdateBillingSettingsInput
    ) -> UpdateBillingSettingsPayload:
        try:
            written = await service.update_settings(
                info.context.actor, input.version, input.to_changes()
            )
        except StaleVersion as stale:
            return UpdateBillingSettingsPayload(
                conflict=await read_settings(info), errors=user_errors(Refusals([stale]))
            )
        return UpdateBillingSettingsPayload(
            settings=await read_settings(info), cursor=written.cursor or None
        )

    @mutation(
        Permission.MANAGE_BILLING,
        description="Fill in what sellers of a country usually want: numbers, legal terms, "
        "currency and taxes. What was said already stays. Never through a token.",
    )
    async def fill_billing_defaults(
        self, info: Info, input: FillBillingDefaultsInput
    ) -> FillBillingDefaultsPayload:
        written = await service.fill_defaults(
            info.context.actor, input.country, charges_tax=input.charges_tax
        )
        return FillBillingDefaultsPayload(
            settings=await read_settings(info), cursor=written.cursor or None
        )
