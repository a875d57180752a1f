"""The links by which clients open documents: made, shown, revoked."""

from __future__ import annotations

from backend.billing.delivery_rows import LinkRow
from backend.billing.document_rows import DocumentRow
from backend.billing.events import DocumentLinkRevoked
from backend.billing.queries.deliveries import links_of
from backend.billing.rules.kinds import Stage
from backend.billing.rules.lifecycle import require_stage
from backend.billing.service.drafts import DocumentWritten
from backend.billing.service.standing import own_document, require_whole
from backend.core.clock import now_micros
from backend.core.permissions import Actor, Permission
from backend.core.secrets import new_token, seal, token_hash, unseal
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork, unit_of_work

_SHOWN = tuple(each for each in Stage if each is not Stage.DRAFT)


def link_url(link: LinkRow) -> str | None:
    """Return the address of a document's page; None when the server's key is another one now."""
    try:
        token = unseal(link.sealed_token).decode()
    except ValueError:
        return None
    return f"{settings().public_url}/d/{token}"


async def create_link(actor: Actor, document_id: int) -> DocumentWritten:
    """Let clients open an issued document; a link that works stays.

    Raises:
        WrongStage: a draft.
        PurgedDocument, NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        document = await own_document(actor, document_id)
        require_whole(document)
        require_stage(document.stage, *_SHOWN)
        await open_link(unit, document)
    return DocumentWritten(document, unit.cursor)


async def open_link(unit: UnitOfWork, document: DocumentRow) -> None:
    """See that a document has a link that works; whoever calls has the account's turn."""
    found = (await links_of(unit.actor, (document.pk,))).get(document.pk)
    if found is not None and link_url(found) is not None:
        return
    await _revoke(unit, document.pk)
    token = new_token()
    await unit.execute(
        "INSERT INTO document_link (account_id, document_id, token_hash, sealed_token, created_at, "
        "created_by, view_count) VALUES (?, ?, ?, ?, ?, ?, 0)",
        (
            unit.actor.account_id,
            document.pk,
            token_hash(token),
            seal(token.encode()),
            now_micros(),
            unit.actor.name,
        ),
    )


async def revoke_link(actor: Actor, document_id: int) -> DocumentWritten:
    """Let nobody open a document by the link that was sent; sending it again makes a new one.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        document = await own_document(actor, document_id)
        if await _revoke(unit, document_id):
            unit.record(
                DocumentLinkRevoked(
                    document_id, document.kind_name, document.contact_key, document.number or ""
                )
            )
    return DocumentWritten(document, unit.cursor)


async def _revoke(unit: UnitOfWork, document_id: int) -> int:
    return await unit.execute(
        "UPDATE document_link SET revoked_at = ? WHERE account_id = ? AND document_id = ? "
        "AND revoked_at IS NULL",
        (now_micros(), unit.actor.account_id, document_id),
    )
