"""When clients are reminded of invoices."""

from __future__ import annotations

from typing import cast

import strawberry

from backend.billing.queries.reminders import RemindersRow, payment_reminders
from backend.billing.service.reminding import update_reminders
from backend.core.errors import Refusals, StaleVersion
from backend.core.graphql import Info, Payload, mutation, query, row_type
from backend.core.graphql.errors import user_errors
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


@strawberry.type
class PaymentRemindersQuery:
    """What can be read of reminders."""

    @query(Permission.READ, description="When clients are reminded of invoices.")
    async def payment_reminders(self, info: Info) -> PaymentReminders:
        return cast(PaymentReminders, await payment_reminders(info.context.actor))


@strawberry.type
class PaymentRemindersMutation:
    """What can be done to reminders."""

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
