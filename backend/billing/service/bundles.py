"""What is taken away whole: tables for the accountant, PDFs in one archive; written as they are
sent, so that a large one costs no memory.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Collection, Sequence
from datetime import date
from io import RawIOBase
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from backend.billing.bookkeeping import Book
from backend.billing.document_rows import DocumentRow
from backend.billing.limits import MAX_BUNDLE
from backend.billing.queries.documents import documents_by_id
from backend.billing.queries.periods import (
    Period,
    count_issued,
    issued_in,
    numbers_of,
    payments_in,
)
from backend.billing.rules.kinds import DocumentKind, Stage
from backend.billing.service.pdfs import document_pdf
from backend.core.errors import NotFound, TooMany
from backend.core.permissions import Actor, Permission

_UNFIT = re.compile(r"[^\w.()&' -]+")
_NAME_LENGTH = 120
_FIRST_YEAR = 1980
"""Of the calendar of zip files."""


async def documents_table(
    actor: Actor, period: Period, kinds: Collection[DocumentKind]
) -> AsyncIterator[bytes]:
    """Yield a CSV file of what was issued in a period: one row for each tax rate of a document.

    Raises:
        Forbidden
    """
    book = Book(actor.locale)
    yield book.document_head()
    async for documents in issued_in(actor, period, kinds):
        sources = {each.source_key for each in documents if each.source_key is not None}
        yield book.documents(documents, await numbers_of(actor, sources))


async def payments_table(actor: Actor, period: Period) -> AsyncIterator[bytes]:
    """Yield a CSV file of the payments that came in a period.

    Raises:
        Forbidden
    """
    book = Book(actor.locale)
    yield book.payment_head()
    async for payments in payments_in(actor, period):
        yield book.payments(payments)


async def chosen_documents(actor: Actor, ids: Sequence[int]) -> list[int]:
    """Return those of some documents that are issued, in their order, but for those purged.

    Raises:
        NotFound: none of them is.
        TooMany, Forbidden
    """
    actor.require(Permission.EXPORT_CONTACTS)
    if len(ids) > MAX_BUNDLE:
        raise TooMany(("id",), maximum=MAX_BUNDLE)
    found = await documents_by_id(actor, ids)
    issued = [key for key in ids if key in found and _has_pdf(found[key])]
    if not issued:
        raise NotFound(("id",))
    return issued


async def documents_of_period(
    actor: Actor, period: Period, kinds: Collection[DocumentKind]
) -> list[int]:
    """Return what was issued in a period, by day, but for what was purged.

    Raises:
        NotFound: nothing was.
        TooMany, Forbidden
    """
    count = await count_issued(actor, period, kinds)
    if count > MAX_BUNDLE:
        raise TooMany(("from",), maximum=MAX_BUNDLE)
    found = [
        each.pk async for some in issued_in(actor, period, kinds) for each in some if _has_pdf(each)
    ]
    if not found:
        raise NotFound(("from",))
    return found


def _has_pdf(document: DocumentRow) -> bool:
    return document.stage is not Stage.DRAFT and document.purged_at is None


async def pdf_archive(actor: Actor, ids: Sequence[int]) -> AsyncIterator[bytes]:
    """Yield a zip file of the PDFs of issued documents, each named by its number and its buyer.

    Raises:
        NotFound, StorageUnavailable, Forbidden
    """
    target = _Outlet()
    names: set[str] = set()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for key in dict.fromkeys(ids):
            document, content = await document_pdf(actor, key)
            name = _file_name(document, names)
            archive.writestr(ZipInfo(name, _day(document.issue_date)), content)
            yield target.take()
    yield target.take()


class _Outlet(RawIOBase):
    """A file that only grows: what was written is taken away at once."""

    def __init__(self) -> None:
        super().__init__()
        self._written = bytearray()

    def writable(self) -> bool:
        """Say that it can be written."""
        return True

    def write(self, data: Any) -> int:
        """Keep what is written until it is taken."""
        self._written += data
        return len(data)

    def take(self) -> bytes:
        """Return what was written since."""
        taken = bytes(self._written)
        self._written.clear()
        return taken


def _file_name(document: DocumentRow, taken: set[str]) -> str:
    number = (document.number or document.kind_name).replace("/", "-")
    words = f"{number} {document.content.buyer.name or ''}"
    stem = (
        " ".join(_UNFIT.sub(" ", words).split()).strip(" .")[:_NAME_LENGTH].strip(" .")
        or document.kind_name
    )
    name, place = f"{stem}.pdf", 2
    while name.casefold() in taken:
        name, place = f"{stem} ({place}).pdf", place + 1
    taken.add(name.casefold())
    return name


def _day(day: date | None) -> tuple[int, int, int, int, int, int]:
    if day is None or day.year < _FIRST_YEAR:
        return (_FIRST_YEAR, 1, 1, 0, 0, 0)
    return (day.year, day.month, day.day, 0, 0, 0)
