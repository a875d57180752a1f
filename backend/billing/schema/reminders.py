"""When clients are reminded of invoices."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.billing.queries.reminders import RemindersRow, payment_reminders, reminds_contact
from backend.billing.service.reminding import remind_contact, update_reminders
from backend.core.errors import Refusals, StaleVersion
from backend.core.graphql import Info, Payload, mutation, query, row_type
from backend.core.graphql.errors import user_errors
from backend.core.ids import decode_id
from backend.core.permissions import Permission


def _days(root: strawberry.Parent[RemindersRow]) -> list[int]:
    return list(root.days)


@row_type(RemindersRow)
class PaymentReminders:
    """When clients are reminded of invoices that are not paid, by the account's own letters."""

    days: list[int] = strawberry.field(
        resolver=_days,
        description="Days after the due date, in order; below zero before it. None: nobody is "
        "reminded.",
    )
    version: int = strawberry.field(
        description="Grows with every change, 0 before the first; an edit names it."
    )


@strawberry.input
class UpdatePaymentRemindersInput:
    """The days of reminders, all of them."""

    version: int = strawberry.field(description="The version that the change started from.")
    days: list[int] = strawberry.field(
        description="Days after the due date, -60 to 180; below zero before it. At most 8; none "
        "ends all reminders."
    )


@strawberry.type
class UpdatePaymentRemindersPayload(Payload):
    """What changing reminders answers."""

    reminders: PaymentReminders | None = strawberry.field(
        default=None, description="The reminders as they are now."
    )
    conflict: PaymentReminders | None = strawberry.field(
        default=None, description="What somebody else saved meanwhile, beside STALE_VERSION."
    )


@strawberry.input
class SetContactRemindersInput:
    """Whether a contact is to be reminded."""

    contact_id: strawberry.ID = strawberry.field(description="Which contact.")
    reminds: bool = strawberry.field(
        description="False: never, whatever the settings are. True: on the account's days."
    )


@strawberry.type
class SetContactRemindersPayload(Payload):
    """What it answers."""

    reminds: bool | None = strawberry.field(default=None, description="As it is now.")


@strawberry.type
class PaymentRemindersQuery:
    """What can be read of reminders."""

    @query(
        Permission.READ,
        description="Whether a contact is reminded of invoices at all, on the days of the account.",
    )
    async def contact_reminders(
        self,
        info: Info,
        contact_id: Annotated[strawberry.ID, strawberry.argument(description="Which contact.")],
    ) -> bool:
        key = decode_id(contact_id, "Contact", ("contactId",))
        return await reminds_contact(info.context.actor, key)

    @query(Permission.READ, description="When clients are reminded of invoices.")
    async def payment_reminders(self, info: Info) -> PaymentReminders:
        return cast(PaymentReminders, await payment_reminders(info.context.actor))


@strawberry.type
class PaymentRemindersMutation:
    """What can be done to reminders."""

    @mutation(
        Permission.WRITE_BILLING,
        description="Leave a contact out of the reminders of invoices, or take it in again.",
    )
    async def set_contact_reminders(
        self, info: Info, input: SetContactRemindersInput
    ) -> SetContactRemindersPayload:
        key = decode_id(input.contact_id, "Contact", ("contactId",))
        cursor = await remind_contact(info.context.actor, key, reminds=input.reminds)
        return SetContactRemindersPayload(reminds=input.reminds, cursor=cursor or None)

    @mutation(
        Permission.MANAGE_BILLING,
        description="Say when clients are reminded of invoices, from today on: before the due date "
        "with the letter REMINDER, after it with OVERDUE. Never through a token.",
    )
    async def update_payment_reminders(
        self, info: Info, input: UpdatePaymentRemindersInput
    ) -> UpdatePaymentRemindersPayload:
        actor = info.context.actor
        try:
            written = await update_reminders(actor, input.version, input.days)
        except StaleVersion as stale:
            found = await payment_reminders(actor)
            return UpdatePaymentRemindersPayload(
                conflict=cast(PaymentReminders, found), errors=user_errors(Refusals([stale]))
            )
        return UpdatePaymentRemindersPayload(reminders=cast(PaymentReminders, written))
