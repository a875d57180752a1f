"""What the account wants of a quote that was accepted: its invoice, begun or sent."""

from __future__ import annotations

import structlog

from backend.billing.document_rows import DocumentRow
from backend.billing.queries.deliveries import delivery_settings
from backend.billing.queries.documents import invoice_of_quote
from backend.billing.rules.kinds import Stage
from backend.billing.rules.letters import AcceptedQuotes
from backend.billing.service.answer_telling import tell_waiting
from backend.billing.service.issue import issue_document
from backend.billing.service.quotes import invoice_quote
from backend.billing.service.sending import SendDraft, send_document
from backend.billing.service.standing import own_document
from backend.core.errors import Refusal, Refusals
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work

log = structlog.get_logger(__name__)


async def follow_up_accepted(account_id: int, quote_id: int) -> None:
    """Make the invoice of an accepted quote, as far as the account wants. Run twice, it is made and
    sent once; what is refused, as without an address, waits for somebody,
    who is told.
    """
    actor = Actor.system(account_id)
    wanted = (await delivery_settings(actor)).settings.accepted_quotes
    if wanted is AcceptedQuotes.STAY:
        return
    try:
        invoice = await _invoice(actor, await own_document(actor, quote_id))
        if invoice is None or wanted is not AcceptedQuotes.SEND_INVOICE:
            return
        if invoice.stage is Stage.DRAFT:
            invoice = (await issue_document(actor, invoice.pk, invoice.version)).document
        key = f"accepted-quote:{quote_id}"
        await send_document(actor, invoice.pk, SendDraft(), idempotency_key=key)
    except (Refusal, Refusals) as refusal:
        log.info("accepted_quote_waits", quote=quote_id, reason=str(refusal))
        async with unit_of_work(actor) as unit:
            await tell_waiting(unit, await own_document(actor, quote_id))


async def _invoice(actor: Actor, quote: DocumentRow) -> DocumentRow | None:
    if quote.stage is Stage.ACCEPTED:
        return (await invoice_quote(actor, quote.pk, quote.version)).document
    if quote.stage is Stage.INVOICED:  # by an earlier run, or by hand meanwhile
        return await invoice_of_quote(actor, quote.pk)
    return None
