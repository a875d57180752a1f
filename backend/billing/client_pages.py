"""What a client's page is made of, read for whoever has the link."""

from __future__ import annotations

from backend.billing.delivery_rows import LinkRow
from backend.billing.pages import ClientPage, Problem
from backend.billing.queries.deliveries import answers_of
from backend.billing.queries.online import stripe_keys
from backend.billing.service.checkout import is_payable
from backend.billing.service.pdfs import shown_document
from backend.core.permissions import Actor


async def page_of(
    link: LinkRow,
    path: str,
    *,
    is_seller: bool = False,
    returned: bool = False,
    problem: Problem | None = None,
    typed: dict[str, str] | None = None,
) -> ClientPage:
    """Return the page of a link's document, as it stands now; ``returned``: from paying it."""
    actor = Actor.system(link.account_key)
    document, shown = await shown_document(actor, link.document_key)
    answer = (await answers_of(actor, (document.pk,))).get(document.pk)
    payable = is_payable(document) and await stripe_keys(link.account_key) is not None
    return ClientPage(
        document,
        shown,
        answer,
        path,
        is_seller=is_seller,
        pay_path=f"{path}/pay" if payable and not is_seller and not returned else None,
        is_confirming=payable and returned,
        problem=problem,
        typed=typed or {},
    )
