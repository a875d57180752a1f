"""Sending documents: a letter with the PDF and a link to the document's page."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from backend.accounts.errors import EmailInvalid
from backend.accounts.service.people import whereabouts
from backend.billing.document_rows import DocumentRow
from backend.billing.events import DocumentSent
from backend.billing.limits import LETTER_LENGTH, SUBJECT_LENGTH
from backend.billing.rules.kinds import LetterKind, Stage
from backend.billing.rules.letters import html_of
from backend.billing.rules.lifecycle import require_stage
from backend.billing.service.drafts import DocumentWritten
from backend.billing.service.letters import letter_for
from backend.billing.service.links import open_link
from backend.billing.service.pdfs import document_pdf
from backend.billing.service.standing import own_document, require_whole
from backend.contacts.emails import normalize_email
from backend.core.clock import now_micros
from backend.core.errors import Required
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line, clean_lines
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.files.rows import FileRow
from backend.files.service import keep_bytes
from backend.inbox.service.posting import Post, post_letter

SENDABLE = (Stage.ISSUED, Stage.ACCEPTED, Stage.INVOICED)


@dataclass(frozen=True, slots=True)
class SendDraft:
    """How to send a document. What is None is as the template and the buyer say; the message is
    plain text. ``copy``: whoever sends it gets a blind copy.
    """

    to: str | None = None
    kind: LetterKind | None = None
    subject: str | None = None
    message: str | None = None
    copy: bool = False


async def send_document(
    actor: Actor, document_id: int, draft: SendDraft, *, idempotency_key: str | None = None
) -> DocumentWritten:
    """Queue a letter with an issued document; it leaves after the commit.

    Raises:
        WrongStage: a draft, or a document that holds no longer.
        Required: nobody's address is known, or nothing is written.
        EmailInvalid, TooLong, InvalidCharacters, ContactDeleted, NotFound, IdempotencyKeyReused,
        PurgedDocument, FilesTakeTooMuch, StorageUnavailable, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    actor.require(Permission.SEND_MESSAGES)
    mark = fingerprint("send_document", {"document": document_id, **asdict(draft)})
    document = await own_document(actor, document_id)
    require_stage(document.stage, *SENDABLE)
    post, kind = await _letter(actor, document, draft)
    file = await _enclosed(actor, document)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        if await earlier_result(unit, idempotency_key, "send_document", mark) is None:
            document = await own_document(actor, document_id)
            require_whole(document)  # it may have been purged since its PDF was taken
            require_stage(document.stage, *SENDABLE)
            await open_link(unit, document)
            await _send(unit, document, kind, post, file)
            await remember_result(unit, idempotency_key, "send_document", mark, document_id)
    return DocumentWritten(document, unit.cursor)


async def _letter(actor: Actor, document: DocumentRow, draft: SendDraft) -> tuple[Post, LetterKind]:
    proposed = await letter_for(actor, document, draft.kind)
    to = clean_line(draft.to, ("to",), maximum=254) or proposed.to
    if to is None:
        raise Required(("to",))
    if normalize_email(to) is None:
        raise EmailInvalid(("to",))
    texts = {
        "subject": clean_line(draft.subject, ("subject",), maximum=SUBJECT_LENGTH),
        "message": clean_lines(draft.message, ("message",), maximum=LETTER_LENGTH),
    }
    for name, given in (("subject", draft.subject), ("message", draft.message)):
        if given is not None and texts[name] is None:
            raise Required((name,))
    post = Post(
        html_of(texts["message"] or proposed.message),
        texts["subject"] or proposed.subject,
        to,
        document.content.buyer.name or "",
        document.contact_key,
        copy_to=(await whereabouts(actor)).email or None if draft.copy else None,
    )
    return post, proposed.kind


async def _enclosed(actor: Actor, document: DocumentRow) -> FileRow:
    """Keep the PDF as a file of the message: bytes go before the rows."""
    found, content = await document_pdf(actor, document.pk)
    return await keep_bytes(actor, f"{found.number}.pdf".replace("/", "-"), content)


async def _send(
    unit: UnitOfWork, document: DocumentRow, kind: LetterKind, post: Post, file: FileRow
) -> None:
    enclosing = Post(
        post.html, post.subject, post.address, post.name, post.contact_id, (file,), post.copy_to
    )
    message_id = await post_letter(unit, enclosing)
    await keep_delivery(
        unit, document, message_id, kind, post.address, post.subject, copy_to=post.copy_to
    )


async def keep_delivery(
    unit: UnitOfWork,
    document: DocumentRow,
    message_id: int,
    kind: LetterKind,
    address: str,
    subject: str,
    *,
    copy_to: str | None = None,
) -> None:
    """Keep that a message went to an address with a document, and tell of it."""
    await unit.execute(
        "INSERT INTO document_delivery (account_id, document_id, message_id, kind, address, "
        "subject, copy_to, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            unit.actor.account_id,
            document.pk,
            message_id,
            kind.value,
            address,
            subject,
            copy_to,
            now_micros(),
            unit.actor.name,
        ),
    )
    unit.record(
        DocumentSent(
            document.pk,
            document.kind_name,
            document.contact_key,
            document.number or "",
            kind.value,
        )
    )
