"""Settings checked while somebody types them."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.billing.queries import numbers as queries
from backend.billing.queries.settings import billing_settings
from backend.billing.rules import numbering as numbering_rules
from backend.billing.rules import settings as rules
from backend.billing.rules.checking import numbering_refusals, settings_refusals
from backend.billing.schema.kinds import DocumentKind
from backend.billing.schema.parties import BankDetailsInput, SellerInput, taken
from backend.billing.schema.settings import DocumentNumberingInput
from backend.core.errors import Refusals
from backend.core.graphql import Info, UserError, query, row_type
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.permissions import Permission


@strawberry.input
class CheckBillingSettingsInput:
    """Parts of the settings to check; what is left out is not checked."""

    seller: SellerInput | None = strawberry.field(
        default=strawberry.UNSET, description="Who sells."
    )
    bank: BankDetailsInput | None = strawberry.field(
        default=strawberry.UNSET, description="Where money goes."
    )
    numbering: list[DocumentNumberingInput] | None = strawberry.field(
        default=strawberry.UNSET, description="How documents are numbered."
    )


@row_type(queries.NextNumber)
class NextDocumentNumber:
    """What a document is called if it is issued today."""

    kind: DocumentKind = strawberry.field(description="Which documents.")
    next_number: str = strawberry.field(description="The number.")
    is_begun: bool = strawberry.field(
        description="Whether a document of the kind has a number: where to begin is settled then."
    )


@strawberry.type
class BillingSettingsCheck:
    """What saving would say."""

    errors: list[UserError] = strawberry.field(
        description="All that would be refused, with paths as of `updateBillingSettings`."
    )
    numbers: list[NextDocumentNumber] = strawberry.field(
        description="The next number of each kind: by the numbering that is checked where it is "
        "sound, else by what is set."
    )


@strawberry.type
class BillingSettingsCheckQuery:
    """What can be checked of the settings."""

    @query(
        Permission.READ,
        description="Check what somebody types into the settings, without saving anything.",
    )
    async def check_billing_settings(
        self,
        info: Info,
        input: Annotated[
            CheckBillingSettingsInput, strawberry.argument(description="What to check.")
        ],
    ) -> BillingSettingsCheck:
        actor = info.context.actor
        settings = (await billing_settings(actor)).settings
        seller, bank = given(input.seller), given(input.bank)
        numbering = [
            taken(numbering_rules.Numbering, each) for each in given(input.numbering) or ()
        ]
        changes = rules.SettingsChanges(
            seller=None if seller is None else taken(rules.Seller, seller),
            bank=None if bank is None else taken(rules.Bank, bank),
            numbering=numbering,
        )
        refused = settings_refusals(settings, changes)
        sound = {each.kind: each for each in numbering if not numbering_refusals([each])}
        asked = [sound.get(each.kind, each) for each in settings.numbering]
        return BillingSettingsCheck(
            errors=user_errors(Refusals(refused)) if refused else [],
            numbers=cast(list[NextDocumentNumber], await queries.next_numbers(actor, asked)),
        )
