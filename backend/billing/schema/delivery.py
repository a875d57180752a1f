"""Sending documents, their links, and the settings of both."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import datetime
from typing import Annotated, cast

import strawberry

from backend.billing.delivery_rows import DeliverySettingsRow
from backend.billing.document_rows import DocumentRow
from backend.billing.live import follow_views
from backend.billing.queries.deliveries import delivery_settings
from backend.billing.queries.online import stripe_keys
from backend.billing.rules import letters as rules
from backend.billing.rules.kinds import LetterKind
from backend.billing.rules.letters import PLACES, AcceptedQuotes
from backend.billing.rules.online import is_test_key
from backend.billing.schema.delivery_types import (
    DeliverySettings,
    DocumentLetter,
    DocumentLetterInput,
    OnlinePaymentSettings,
    ProposedLetter,
)
from backend.billing.schema.document_fields import document_key
from backend.billing.schema.document_inputs import BillingDocumentPayload
from backend.billing.schema.documents import BillingDocument, complete
from backend.billing.schema.parties import taken
from backend.billing.service.delivery_settings import update_delivery_settings
from backend.billing.service.drafts import DocumentWritten
from backend.billing.service.letters import letter_for
from backend.billing.service.links import create_link, revoke_link
from backend.billing.service.online_settings import (
    remove_stripe_keys,
    save_stripe_keys,
    webhook_url,
)
from backend.billing.service.sending import SendDraft, send_document
from backend.billing.service.standing import own_document
from backend.contacts.schema.subscription import After, place
from backend.core.errors import Refusals, StaleVersion
from backend.core.graphql import Info, Payload, Selection, mutation, query, subscription
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.locale import LOCALES
from backend.core.permissions import Actor, Permission

_WRITE = Permission.WRITE_BILLING


@strawberry.input
class SendBillingDocumentInput:
    """How to send a document; what is left out is as the template and the buyer say."""

    id: strawberry.ID = strawberry.field(description="Which document.")
    to: str | None = strawberry.field(
        default=strawberry.UNSET, description="The address it goes to; the buyer's unless told."
    )
    kind: LetterKind | None = strawberry.field(
        default=strawberry.UNSET, description="What the letter is for."
    )
    subject: str | None = strawberry.field(
        default=strawberry.UNSET, description="At most 300 characters."
    )
    message: str | None = strawberry.field(
        default=strawberry.UNSET, description="Plain text, at most 10,000 characters."
    )
    copy_to_me: bool = strawberry.field(default=False, description="Whether you get a blind copy.")
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again send one letter. Not blank, at most 200 "
        "characters.",
    )


@strawberry.input
class CreateDocumentLinkInput:
    """The issued document that clients may open."""

    id: strawberry.ID = strawberry.field(description="Which document.")


@strawberry.input
class RevokeDocumentLinkInput:
    """The document whose link is to work no longer."""

    id: strawberry.ID = strawberry.field(description="Which document.")


@strawberry.input
class UpdateDeliverySettingsInput:
    """Parts of the settings to change; what is left out stays."""

    version: int = strawberry.field(description="The version that the change started from.")
    accepted_quotes: AcceptedQuotes | None = strawberry.field(
        default=strawberry.UNSET, description="What becomes of a quote that is accepted."
    )
    letters: list[DocumentLetterInput] | None = strawberry.field(
        default=strawberry.UNSET, description="Those of the languages and kinds to change."
    )


@strawberry.input
class SaveStripeKeysInput:
    """The keys by which clients pay online."""

    secret_key: str = strawberry.field(
        description="A secret or restricted key (`sk_…`, `rk_…`) that may write Checkout sessions."
    )
    webhook_secret: str = strawberry.field(
        description="The signing secret (`whsec_…`) of the webhook to `webhookUrl`."
    )


@strawberry.type
class UpdateDeliverySettingsPayload(Payload):
    """What changing the settings answers."""

    settings: DeliverySettings | None = strawberry.field(
        default=None, description="As they are now."
    )
    conflict: DeliverySettings | None = strawberry.field(
        default=None, description="What somebody else saved meanwhile, beside STALE_VERSION."
    )


@strawberry.type
class DocumentView:
    """A client looked at a document's page."""

    cursor: str = strawberry.field(
        description="The place after it; `after:` it misses nothing and sees nothing twice."
    )
    at: datetime = strawberry.field(description="When.")
    document: BillingDocument = strawberry.field(description="Which document.")


async def _shown(actor: Actor, row: DeliverySettingsRow) -> DeliverySettings:
    said, keys = row.settings, await stripe_keys(actor.account_id)
    letters = [said.letter_of(locale, kind) for locale in LOCALES for kind in LetterKind]
    return DeliverySettings(
        version=row.version,
        accepted_quotes=said.accepted_quotes,
        letters=cast(list[DocumentLetter], letters),
        online_payment=OnlinePaymentSettings(
            is_ready=keys is not None,
            is_test=keys is not None and is_test_key(keys.secret_key),
            webhook_url=webhook_url(actor.account_id)
            if actor.can(Permission.MANAGE_BILLING)
            else None,
        ),
        places=list(PLACES),
    )


@strawberry.type
class DeliveryQuery:
    """What can be read of sending."""

    @query(Permission.READ, description="How documents reach clients, and what follows.")
    async def delivery_settings(self, info: Info) -> DeliverySettings:
        actor = info.context.actor
        return await _shown(actor, await delivery_settings(actor))

    @query(
        Permission.READ,
        description="The letter that an issued document would go with, its places filled.",
    )
    async def document_letter(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which document.")],
        kind: Annotated[
            LetterKind | None,
            strawberry.argument(description="What it is for; the likeliest unless told."),
        ] = None,
    ) -> ProposedLetter:
        actor = info.context.actor
        found = await letter_for(actor, await own_document(actor, document_key(id)), kind)
        return ProposedLetter(
            kind=found.kind,
            kinds=found.kinds,
            to=found.to,
            subject=found.subject,
            message=found.message,
        )


@strawberry.type
class DeliveryMutation:
    """What can be done to send."""

    @mutation(
        _WRITE,
        description="Send an issued document: a letter with its PDF and a button to its page "
        "leaves after the commit, by the account's mailbox.",
    )
    async def send_billing_document(
        self, info: Info, input: SendBillingDocumentInput
    ) -> BillingDocumentPayload:
        draft = SendDraft(
            given(input.to),
            given(input.kind),
            given(input.subject),
            given(input.message),
            input.copy_to_me,
        )
        written = await send_document(
            info.context.actor,
            document_key(input.id),
            draft,
            idempotency_key=given(input.idempotency_key),
        )
        return await _answer(info, written)

    @mutation(_WRITE, description="Let clients open an issued document; a link that works is kept.")
    async def create_document_link(
        self, info: Info, input: CreateDocumentLinkInput
    ) -> BillingDocumentPayload:
        return await _answer(info, await create_link(info.context.actor, document_key(input.id)))

    @mutation(
        _WRITE,
        description="Let nobody open a document by the link that was sent; sending it again makes "
        "a new one.",
    )
    async def revoke_document_link(
        self, info: Info, input: RevokeDocumentLinkInput
    ) -> BillingDocumentPayload:
        return await _answer(info, await revoke_link(info.context.actor, document_key(input.id)))

    @mutation(
        Permission.MANAGE_BILLING,
        description="Change how documents reach clients. Never through a token.",
    )
    async def update_delivery_settings(
        self, info: Info, input: UpdateDeliverySettingsInput
    ) -> UpdateDeliverySettingsPayload:
        letters = given(input.letters)
        try:
            written = await update_delivery_settings(
                info.context.actor,
                input.version,
                accepted_quotes=given(input.accepted_quotes),
                letters=None
                if letters is None
                else [taken(rules.LetterTemplate, each) for each in letters],
            )
        except StaleVersion as stale:
            return UpdateDeliverySettingsPayload(
                conflict=await _shown(
                    info.context.actor, await delivery_settings(info.context.actor)
                ),
                errors=user_errors(Refusals([stale])),
            )
        return UpdateDeliverySettingsPayload(
            settings=await _shown(info.context.actor, written.row), cursor=written.cursor or None
        )

    @mutation(
        Permission.MANAGE_BILLING,
        description="Let clients pay invoices online. The keys are kept sealed. Never through a "
        "token.",
    )
    async def save_stripe_keys(
        self, info: Info, input: SaveStripeKeysInput
    ) -> UpdateDeliverySettingsPayload:
        actor = info.context.actor
        cursor = await save_stripe_keys(actor, input.secret_key, input.webhook_secret)
        found = await _shown(actor, await delivery_settings(actor))
        return UpdateDeliverySettingsPayload(settings=found, cursor=cursor or None)

    @mutation(
        Permission.MANAGE_BILLING,
        description="Forget the keys: clients pay online no longer. Never through a token.",
    )
    async def remove_stripe_keys(self, info: Info) -> UpdateDeliverySettingsPayload:
        actor = info.context.actor
        cursor = await remove_stripe_keys(actor)
        found = await _shown(actor, await delivery_settings(actor))
        return UpdateDeliverySettingsPayload(settings=found, cursor=cursor or None)


async def _answer(info: Info, written: DocumentWritten) -> BillingDocumentPayload:
    await complete(info, (written.document,), Selection.of(info).at("document"))
    return BillingDocumentPayload(
        document=cast(BillingDocument, written.document), cursor=written.cursor or None
    )


@strawberry.type
class DeliverySubscription:
    """What can be followed of sending."""

    @subscription(
        Permission.READ,
        description="Each look of a client at a document's page; looks within half an hour are "
        "one.",
    )
    async def document_viewed(
        self,
        info: Info,
        id: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Which document; all unless told."),
        ] = None,
        after: After = None,
    ) -> AsyncGenerator[DocumentView, None]:
        key = None if id is None else document_key(id)
        async with aclosing(follow_views(info.context.actor, key, place(after))) as told:
            async for view in told:
                row: DocumentRow = view.document
                await complete(info, (row,), Selection.of(info).at("document"))
                yield DocumentView(
                    cursor=view.cursor, at=view.at, document=cast(BillingDocument, row)
                )
