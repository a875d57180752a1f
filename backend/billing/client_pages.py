"""What a client's page is made of, read for whoever has the link."""

from __future__ import annotations

from backend.billing.delivery_rows import LinkRow
from backend.billing.pages import ClientPage, Problem
from backend.billing.queries.deliveries import answers_of
from backend.billing.service.pdfs import shown_document
from backend.core.permissions import Actor


async def page_of(
    link: LinkRow,
    path: str,
    *,
    is_seller: bool = False,
    problem: Problem | None = None,
    typed: dict[str, str] | None = None,
) -> ClientPage:
    """Return the page of a link's document, as it stands now."""
    actor = Actor.system(link.account_key)
    document, shown = await shown_document(actor, link.document_key)
    answer = (await answers_of(actor, (document.pk,))).get(document.pk)
    return ClientPage(
        document, shown, answer, path, is_seller=is_seller, problem=problem, typed=typed or {}
    )
