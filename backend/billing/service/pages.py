"""A document's pages as pictures: what the builder shows beside the form, true to the PDF."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from backend.billing.document_rows import DocumentRow
from backend.billing.rendering.render import pages_of
from backend.billing.rules.ledger import digest_of_bytes
from backend.billing.service.pdfs import shown_document
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission

KEPT_BYTES = 32 * 1024 * 1024
Place = tuple[int, int, str]
"""The account, the document, the digest of a page."""

_kept: OrderedDict[Place, bytes] = OrderedDict()
"""What was drawn last: a browser asks for the pages right after it was told of them."""


async def document_pages(actor: Actor, document_id: int) -> tuple[DocumentRow, Sequence[str]]:
    """Draw a document's pages as PNG; return it with the digest of each page.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.READ)
    document, shown = await shown_document(actor, document_id)
    pages = await pages_of(actor.account_id, shown)
    digests = [digest_of_bytes(page) for page in pages]
    _keep((actor.account_id, document_id), dict(zip(digests, pages, strict=True)))
    return document, digests


async def page_image(actor: Actor, document_id: int, digest: str) -> bytes:
    """Return a page that was drawn, or draw it again.

    Raises:
        NotFound: the document has no such page any more.
        Forbidden
    """
    actor.require(Permission.READ)
    place = (actor.account_id, document_id, digest)
    if place not in _kept:
        await document_pages(actor, document_id)
    found = _kept.get(place)
    if found is None:
        raise NotFound(("id",))
    return found


def _keep(whose: tuple[int, int], pages: Mapping[str, bytes]) -> None:
    """Keep all pages of a document, and of those before as many as there is room for.

    A long one is kept whole: each page that is forgotten would be asked for, and draw all again.
    """
    for digest, page in pages.items():
        _kept[*whose, digest] = page
        _kept.move_to_end((*whose, digest))
    while sum(map(len, _kept.values())) > KEPT_BYTES and next(iter(_kept))[:2] != whose:
        _kept.popitem(last=False)
