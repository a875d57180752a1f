"""What a write on documents is held against, and how their rows are written."""

from __future__ import annotations

from collections.abc import Iterable

from backend.billing.document_rows import DocumentRow
from backend.billing.errors import PurgedDocument
from backend.billing.queries.document_sorting import buyer_key
from backend.billing.queries.documents import documents_by_id
from backend.billing.queries.ledger import last_link
from backend.billing.queries.settings import taxes_by_id
from backend.billing.rules.content import Content, LineTax, content_to_json
from backend.billing.rules.kinds import DocumentKind, LedgerEvent, Stage
from backend.billing.rules.ledger import BEGINNING, Link, digest_of
from backend.core.clock import now_micros
from backend.core.errors import NotFound, StaleVersion
from backend.core.folding import fold
from backend.core.permissions import Actor
from backend.core.unit_of_work import UnitOfWork


async def own_document(
    actor: Actor, document_id: int, version: int | None = None, *, deleted: bool = False
) -> DocumentRow:
    """Return a document of the account, as it was seen where a version is given.

    Raises:
        NotFound, StaleVersion
    """
    found = (await documents_by_id(actor, (document_id,), deleted=deleted)).get(document_id)
    if found is None:
        raise NotFound(("id",))
    if version is not None and found.version != version:
        raise StaleVersion(("version",), current_version=found.version)
    return found


def require_whole(document: DocumentRow) -> None:
    """Refuse what needs a document as it was issued, once it was purged.

    Raises:
        PurgedDocument
    """
    if document.purged_at is not None:
        raise PurgedDocument(("id",), purged_on=document.purged_at.date().isoformat())


async def line_taxes(actor: Actor, tax_ids: Iterable[int | None]) -> dict[int, LineTax]:
    """Return the account's taxes as lines keep them, archived ones too."""
    found = await taxes_by_id(actor.account_id, {each for each in tax_ids if each is not None})
    return {
        key: LineTax(
            key, tax.name, tax.rate, tax.category, tax.exemption_reason, tax.exemption_code
        )
        for key, tax in found.items()
    }


async def insert_draft(
    unit: UnitOfWork,
    kind: DocumentKind,
    content: Content,
    contact_id: int | None,
    source_id: int | None = None,
) -> int:
    """Write a new draft; return its key."""
    now = now_micros()
    rows = await unit.fetch(
        "INSERT INTO billing_document (account_id, kind, stage, source_id, created_at, updated_at, "
        "updated_by, content, currency, search_text, total_minor, paid_minor, credited_minor, "
        "version) VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, '', 0, 0, 0, 0) RETURNING id",
        (
            unit.actor.account_id,
            kind.value,
            Stage.DRAFT.value,
            source_id,
            now,
            now,
            unit.actor.name,
            content.currency,
        ),
    )
    key = int(rows[0][0])
    await write_content(unit, key, content, contact_id)
    return key


async def write_content(
    unit: UnitOfWork, document_id: int, content: Content, contact_id: int | None
) -> None:
    """Write what a draft says, and the columns that follow from it."""
    await unit.execute(
        "UPDATE billing_document SET content = ?, currency = ?, contact_id = ?, issue_date = ?, "
        "due_date = ?, total_minor = ?, search_text = ?, buyer_key = ?, updated_at = ?, "
        "updated_by = ?, version = version + 1 WHERE id = ?",
        (
            content_to_json(content),
            content.currency,
            contact_id,
            content.issue_date and content.issue_date.isoformat(),
            content.due_date and content.due_date.isoformat(),
            content.totals.total_minor,
            search_text(content),
            buyer_key(content.buyer.name),
            now_micros(),
            unit.actor.name,
            document_id,
        ),
    )


def search_text(content: Content, number: str = "") -> str:
    """Return what a document is found by: its number, its buyer and its title, folded."""
    return fold(f"{number} {content.buyer.name or ''} {content.title or ''}")


async def set_stage(unit: UnitOfWork, document_id: int, stage: Stage) -> None:
    """Bring a document further; what it says stays."""
    await unit.execute(
        "UPDATE billing_document SET stage = ?, updated_at = ?, updated_by = ?, "
        "version = version + 1 WHERE id = ?",
        (stage.value, now_micros(), unit.actor.name, document_id),
    )


async def append_link(
    unit: UnitOfWork, event: LedgerEvent, document: DocumentRow, digest: str
) -> None:
    """Link something into the account's chain; whoever calls has the account's turn."""
    last = await last_link(unit.actor.account_id)
    link = Link(
        last.sequence + 1 if last else 1,
        event,
        document.pk,
        document.number or "",
        now_micros(),
        digest,
        last.hash if last else BEGINNING,
    )
    await unit.execute(
        "INSERT INTO ledger_link (account_id, sequence, event, document_id, number, at, digest, "
        "previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            unit.actor.account_id,
            link.sequence,
            link.event.value,
            link.document_id,
            link.number,
            link.at_micros,
            link.digest,
            link.previous,
            link.hash,
        ),
    )


def content_digest(document: DocumentRow) -> str:
    """Return the digest of all that never changes of an issued document."""
    return digest_of(
        document.content_text,
        document.kind_name,
        document.number,
        document.series_year,
        document.series_number,
        document.issue_day,
        document.due_day,
        document.currency,
        document.total_minor,
    )


def purged_digest(document: DocumentRow) -> str:
    """Return the digest of what is left of a document that was purged."""
    return digest_of(content_digest(document), document.kept_day)
