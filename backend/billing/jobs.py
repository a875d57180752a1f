"""PDFs of what was issued and signed; logos nobody took; invoices of quotes, and recurring ones."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from backend.billing import logos
from backend.billing.service import recurring_runs, reminding, sending_many
from backend.billing.service.answering import SIGN
from backend.billing.service.following_up import follow_up_accepted
from backend.billing.service.issue import RENDER
from backend.billing.service.pdfs import FORGET, keep_pdf, keep_signed_pdf
from backend.billing.service.quotes import FOLLOW_UP
from backend.billing.service.recurring import MAKE
from backend.billing.service.recurring_sending import SEND, send_recurring
from backend.core.jobs import job, schedule
from backend.core.permissions import Actor
from backend.core.storage import delete_file


@job(RENDER)
async def render_document(payload: dict[str, Any]) -> None:
    """Make and keep the PDF of an issued document. Run twice, it keeps one."""
    await keep_pdf(Actor.system(int(payload["account_id"])), int(payload["document_id"]))


@job(FORGET)
async def forget_document_pdf(payload: dict[str, Any]) -> None:
    """Delete the PDF of a document that was purged. Run twice, it deletes it once."""
    await delete_file(payload["key"])


@job(logos.FORGET)
async def forget_logo_upload(payload: dict[str, Any]) -> None:
    """Forget an upload of a logo that nobody took. Run twice, it forgets it once."""
    await logos.forget_upload(payload)


@job(MAKE)
async def make_recurring_invoices_of(payload: dict[str, Any]) -> None:
    """Make what is due in an account that something was set up in. Run twice, it makes it once."""
    await recurring_runs.make_invoices_of(int(payload["account_id"]))


@job(SEND)
async def send_recurring_invoice(payload: dict[str, Any]) -> None:
    """Send what a recurring invoice issued. Run twice, it sends it once."""
    await send_recurring(**payload)


@schedule("make_recurring_invoices", every=timedelta(minutes=5))
async def make_recurring_invoices() -> None:
    """Make what is due in every account, by its own calendar day."""
    await recurring_runs.make_due_invoices()


@job(SIGN)
async def sign_document(payload: dict[str, Any]) -> None:
    """Make and keep the PDF of an accepted quote, signed. Run twice, it keeps one."""
    actor = Actor.system(int(payload["account_id"]))
    await keep_signed_pdf(actor, int(payload["document_id"]))


@job(FOLLOW_UP)
async def follow_up_accepted_quote(payload: dict[str, Any]) -> None:
    """Make the invoice of an accepted quote, if the account wants it."""
    await follow_up_accepted(int(payload["account_id"]), int(payload["document_id"]))


@job(sending_many.SEND)
async def send_documents(payload: dict[str, Any]) -> None:
    """Send the next of many documents. Run twice, each leaves once."""
    await sending_many.go_on_sending(payload)


@job(reminding.SEND)
async def send_payment_reminder(payload: dict[str, Any]) -> None:
    """Remind a client of an invoice. Run twice, it does it once."""
    await reminding.send_reminder(**payload)


@schedule("remind_of_payments", every=timedelta(minutes=20))
async def remind_of_payments() -> None:
    """Remind clients of what is due, on the days that accounts want."""
    await reminding.remind_everywhere()
