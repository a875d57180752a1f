"""Proving that nothing issued was changed, lost or numbered twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from backend.billing.document_rows import DocumentRow
from backend.billing.queries.deliveries import answers_of
from backend.billing.queries.documents import documents_by_id
from backend.billing.queries.ledger import (
    accounts_with_ledgers,
    links_after,
    numbers_of,
    series_of,
    unlinked_numbers,
    unlinked_purges,
)
from backend.billing.rules.kinds import LedgerEvent, Stage
from backend.billing.rules.ledger import BEGINNING, Link, digest_of_bytes
from backend.billing.rules.retention import earliest_end
from backend.billing.service.pdfs import pdf_key
from backend.billing.service.standing import content_digest, purged_digest
from backend.core.clock import from_micros
from backend.core.permissions import Actor, Permission
from backend.core.storage import get_file

_AT_ONCE = 500
_CONTENTS = (LedgerEvent.ISSUED, LedgerEvent.VOIDED)
_FILES = (LedgerEvent.RENDERED, LedgerEvent.SIGNED)


@dataclass(slots=True)
class LedgerReport:
    """How many links were looked at, and what is wrong: a code and what it is about."""

    links: int = 0
    purged: int = 0
    """Documents of people who were erased, purged when the law wanted them no longer."""
    findings: list[tuple[str, str]] = field(default_factory=list)
    head: str = BEGINNING
    """The hash of the last link: whoever kept an earlier one can tell that nothing was cut off."""


async def ledgers() -> dict[int, str]:
    """Return the accounts that have issued anything, by their keys. For whoever runs the server."""
    return dict(await accounts_with_ledgers())


async def verify_ledger(actor: Actor) -> LedgerReport:
    """Look at the account's whole chain, its numbers and its documents.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    report = LedgerReport()
    while links := await links_after(actor.account_id, report.links, _AT_ONCE):
        documents = await documents_by_id(actor, {link.document_id for link, _ in links})
        for link, stored in links:
            _check_link(report, link, stored)
            document = documents.get(link.document_id)
            _check_document(report, link, document)
            # Of one that was purged only its own link is held against what is there.
            is_whole = document is None or document.purged_at is None
            if link.event is LedgerEvent.ACCEPTED and is_whole:
                await _check_answer(report, actor, link)
            if link.event in _FILES and is_whole:
                await _check_pdf(report, actor.account_id, link)
            report.links, report.head = link.sequence, stored
    await _check_numbers(report, actor.account_id)
    return report


def _check_link(report: LedgerReport, link: Link, stored: str) -> None:
    expected = report.links + 1
    if link.sequence != expected:
        report.findings.append(("LINK_MISSING", str(expected)))
    if link.previous != report.head or link.hash != stored:
        report.findings.append(("LINK_CHANGED", str(link.sequence)))


def _check_document(report: LedgerReport, link: Link, document: DocumentRow | None) -> None:
    if document is None or document.stage is Stage.DRAFT:
        report.findings.append(("DOCUMENT_MISSING", link.number))
    elif link.event is LedgerEvent.PURGED:
        _check_purge(report, link, document)
    elif link.event in _CONTENTS and (
        link.number != document.number
        or (document.purged_at is None and link.digest != content_digest(document))
    ):
        report.findings.append(("DOCUMENT_CHANGED", link.number))


def _check_purge(report: LedgerReport, link: Link, document: DocumentRow) -> None:
    report.purged += 1
    is_same = link.digest == purged_digest(document) and link.number == document.number
    if document.purged_at is None or not is_same:
        report.findings.append(("DOCUMENT_CHANGED", link.number))
    elif from_micros(link.at_micros).date() < _kept_until(document):
        report.findings.append(("PURGED_EARLY", link.number))


def _kept_until(document: DocumentRow) -> date:
    """Return the last day on which a document is kept: a seller's day may be over before it is in
    UTC, yet it is the same day at least.
    """
    if document.issue_date is None or document.kept_until is None:
        return date.max
    return max(earliest_end(document.issue_date), document.kept_until)


async def _check_answer(report: LedgerReport, actor: Actor, link: Link) -> None:
    answer = (await answers_of(actor, (link.document_id,))).get(link.document_id)
    if answer is None or answer.digest != link.digest:
        report.findings.append(("ANSWER_CHANGED", link.number))


async def _check_pdf(report: LedgerReport, account_id: int, link: Link) -> None:
    kept = await get_file(pdf_key(account_id, link.document_id, link.digest))
    if kept is None:
        report.findings.append(("PDF_MISSING", link.number))
    elif digest_of_bytes(kept) != link.digest:
        report.findings.append(("PDF_CHANGED", link.number))


async def _check_numbers(report: LedgerReport, account_id: int) -> None:
    for kind, year, first, last in await series_of(account_id):
        found = await numbers_of(account_id, kind, year)
        name = f"{kind} {year or ''}".strip()
        missing = sorted(set(range(first, last + 1)) - set(found))
        report.findings += [("NUMBER_MISSING", f"{name} {number}") for number in missing]
        twice = len(found) - len(set(found))
        if twice or set(found) - set(range(first, last + 1)):
            report.findings.append(("NUMBER_OUT_OF_SERIES", name))
    report.findings += [("NOT_IN_LEDGER", number) for number in await unlinked_numbers(account_id)]
    purged = await unlinked_purges(account_id)
    report.findings += [("DOCUMENT_CHANGED", number) for number in purged]
