"""Quotes, invoices and credit notes, the newest first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from backend.accounts.service.people import account_of
from backend.billing.document_rows import PAYMENT_COLUMNS, WHOLE, DocumentRow, PaymentRow, Seen
from backend.billing.limits import SEARCH_LENGTH
from backend.billing.queries.document_sorting import DocumentSort
from backend.billing.rules.kinds import DocumentKind, DocumentStatus, Stage
from backend.contacts.redirects import redirects
from backend.contacts.sql import FALSE, Sql, join, like_pattern, values_in
from backend.core.clock import now
from backend.core.database import read
from backend.core.database.pools import Row
from backend.core.folding import fold
from backend.core.paging import Page, PageRequest, decode_key, page_of
from backend.core.permissions import Actor, Permission

_FROM = "FROM billing_document WHERE billing_document.account_id = ?"
_SELECT = f"SELECT {WHOLE.chosen.columns} {_FROM}"
_SETTLED = "(paid_minor + credited_minor)"
# Said as the partial indexes say them: word by word, or they are not used.
_ISSUED_INVOICE = "kind = 'invoice' AND stage = 'issued'"
OPEN_INVOICE = f"{_ISSUED_INVOICE} AND total_minor > {_SETTLED}"
PAID_INVOICE = f"{_ISSUED_INVOICE} AND total_minor <= {_SETTLED}"
_LISTED = "deleted_at IS NULL"
_IDENTITY = ("registration_number", "vat_number", "fiscal_code", "electronic_address")
OPEN_INDEX, ISSUED_INDEX = "billing_document_open", "billing_document_issued"
STAGE_INDEX, TEXT_INDEX = "billing_document_by_stage", "billing_document_text"


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents: all conditions together; those that are empty ask nothing."""

    kinds: frozenset[DocumentKind] = frozenset()
    statuses: frozenset[DocumentStatus] = frozenset()
    contact_id: int | None = None
    unpaid: bool = False
    overdue: bool = False
    search: str = ""
    issued_from: date | None = None
    issued_to: date | None = None
    ids: frozenset[int] = field(default_factory=frozenset)


async def today_of(actor: Actor) -> date:
    """Return the seller's calendar day."""
    return now().astimezone(ZoneInfo((await account_of(actor)).time_zone)).date()


async def documents_page(
    actor: Actor,
    request: PageRequest,
    wanted: DocumentFilter,
    sort: DocumentSort | None = None,
    *,
    seen: Seen = WHOLE,
) -> Page[DocumentRow]:
    """Return a page of the account's documents, the newest first unless sorted otherwise.

    Raises:
        InvalidCursor: a cursor that is not of this list.
    """
    actor.require(Permission.READ)
    if sort is not None:
        return await _sorted_page(actor, request, wanted, sort, seen)
    today = await today_of(actor)
    found = await _found(actor, wanted, today)
    conditions, params = [found.text], [*found.params]
    for cursor, argument, sign in ((request.after, "after", "<"), (request.before, "before", ">")):
        if cursor is not None:
            conditions.append(f"billing_document.id {sign} ?")
            params += decode_key(cursor, (int,), (argument,))
    way = "ASC" if request.backward else "DESC"
    keys = (
        f"SELECT billing_document.id {' AND '.join(conditions)} "
        f"ORDER BY billing_document.id {way} LIMIT ? OFFSET ?"
    )
    rows = await read.fetch(
        f"SELECT {seen.chosen.columns} {_FROM} AND billing_document.id IN ({keys}) "
        f"ORDER BY billing_document.id {way}",
        (actor.account_id, *params, request.size + 1, request.offset or 0),
    )
    return page_of(request, _documents(rows, today, seen), lambda each: (each.pk,))


async def _sorted_page(
    actor: Actor, request: PageRequest, wanted: DocumentFilter, sort: DocumentSort, seen: Seen
) -> Page[DocumentRow]:
    """Return a page in another order: its keys by their own index first, then only their rows."""
    found = await _found(actor, wanted, await today_of(actor), sort)
    begin, end = (request.after, request.before)[:: -1 if request.backward else 1]
    names = ("after", "before")[:: -1 if request.backward else 1]
    way = sort.way(backward=request.backward)
    ahead, behind = (">", "<") if way == "ASC" else ("<", ">")
    within = [Sql("TRUE")]
    if end is not None:
        place = decode_key(end, sort.key_types, names[1:])
        within = [Sql(f"({sort.key}, billing_document.id) {behind} (?, ?)", place)]
    by_age = f"billing_document.id {way}"
    steps = [(Sql("TRUE"), f"{sort.key} {way}, {by_age}")]
    if begin is not None:  # what is equal to the place first: each step is gone to in its index
        key, pk = decode_key(begin, sort.key_types, names[:1])
        steps = [
            (Sql(f"{sort.key} = ? AND billing_document.id {ahead} ?", (key, pk)), by_age),
            (Sql(f"{sort.key} {ahead} ?", (key,)), f"{sort.key} {way}, {by_age}"),
        ]
    keys: list[tuple[Any, ...]] = []
    for step, order in steps:
        more = join([step, *within], " AND ", FALSE)
        keys += await read.fetch(
            f"SELECT {sort.key}, billing_document.id {found.text} AND {more.text} "
            f"ORDER BY {order} LIMIT ? OFFSET ?",
            (*found.params, *more.params, request.size + 1 - len(keys), request.offset or 0),
        )
        if len(keys) > request.size:
            break
    rows = await documents_by_id(actor, [key for _, key in keys], seen=seen)
    places = {pk: (key, pk) for key, pk in keys}
    shown = [rows[pk] for pk in places if pk in rows]
    return page_of(request, shown, lambda each: places[each.pk])


def _documents(rows: Sequence[Row], today: date, seen: Seen = WHOLE) -> list[DocumentRow]:
    found = [seen.chosen.make(*row) for row in rows]
    for document in found:
        document.today = today
    return found


async def count_documents(actor: Actor, wanted: DocumentFilter) -> int:
    """Return how many documents a filter finds."""
    actor.require(Permission.READ)
    found = await _found(actor, wanted, await today_of(actor))
    return int(await read.fetch_value(f"SELECT COUNT(*) {found.text}", found.params))


async def documents_by_id(
    actor: Actor, ids: Collection[int], *, deleted: bool = False, seen: Seen = WHOLE
) -> dict[int, DocumentRow]:
    """Return those of some documents that the account has; or, of those deleted, can bring back."""
    actor.require(Permission.READ)
    if not ids:
        return {}
    asked = values_in("billing_document.id", ids, read.dialect)
    state = "deleted_at IS NOT NULL" if deleted else "deleted_at IS NULL"
    reading = read.fetch(
        f"SELECT {seen.chosen.columns} {_FROM} AND {state} AND {asked.text}",
        (actor.account_id, *asked.params),
    )
    if seen.is_dated:
        rows, today = await read.together(reading, today_of(actor))
    else:
        rows, today = await reading, date.min
    return {each.pk: each for each in _documents(rows, today, seen)}


async def add_payments(actor: Actor, documents: Collection[DocumentRow]) -> None:
    """Give documents their payments, the oldest first; one statement."""
    if not documents:
        return
    by_key = {each.pk: each for each in documents}
    asked = values_in("payment.document_id", list(by_key), read.dialect)
    rows = await read.fetch(
        f"SELECT {PAYMENT_COLUMNS} FROM payment JOIN billing_document "
        "ON billing_document.id = payment.document_id "
        f"WHERE payment.account_id = ? AND {asked.text} "
        "AND payment.deleted_at IS NULL ORDER BY payment.paid_on, payment.id",
        (actor.account_id, *asked.params),
    )
    for each in by_key.values():
        each.payments = []
    for row in rows:
        by_key[row[1]].payments.append(PaymentRow(*row))


async def add_related(actor: Actor, documents: Collection[DocumentRow]) -> None:
    """Give documents what they were made from, and what was made from them, the oldest first."""
    keys = [each.pk for each in documents]
    sources = await documents_by_id(
        actor, {each.source_key for each in documents if each.source_key is not None}
    )
    asked = values_in("source_id", keys, read.dialect)
    rows = await read.fetch(
        f"{_SELECT} AND {_LISTED} AND {asked.text} ORDER BY billing_document.id",
        (actor.account_id, *asked.params),
    )
    made = _documents(rows, await today_of(actor) if rows else date.min)
    for each in documents:
        each.source = sources.get(each.source_key) if each.source_key is not None else None
        each.derived = [other for other in made if other.source_key == each.pk]


async def last_issue_day(actor: Actor, kind: DocumentKind, series_year: int) -> date | None:
    """Return the issue date of the last document of a series."""
    found = await read.fetch_value(
        "SELECT issue_date FROM billing_document WHERE account_id = ? AND kind = ? "
        "AND series_year = ? ORDER BY series_number DESC LIMIT 1",
        (actor.account_id, kind.value, series_year),
    )
    return None if found is None else date.fromisoformat(found)


async def _found(
    actor: Actor, wanted: DocumentFilter, today: date, sort: DocumentSort | None = None
) -> Sql:
    """Return the tables and conditions that find what a filter asks for."""
    is_sorted = sort is not None and wanted.contact_id is None and not wanted.ids
    where = await _where(actor, wanted, today, apart=is_sorted)
    index = sort.index if sort is not None and is_sorted else _index(wanted)
    # The sum keeps the index of the account from being taken for that of the contact.
    account = "account_id" if wanted.contact_id is None else "account_id + 0"
    text = f"FROM billing_document{by_index(index)} WHERE {account} = ? AND {where.text}"
    return Sql(text, (actor.account_id, *where.params))


def by_index(name: str | None) -> str:
    """Return how SQLite is told which index to read; PostgreSQL knows by what it has counted."""
    return f" INDEXED BY {name}" if name and read.dialect == "sqlite" else ""


def _index(wanted: DocumentFilter) -> str | None:
    """Return the index that leaves the fewest documents to look at; None where any will do."""
    if wanted.contact_id is not None or wanted.ids:
        return None
    if wanted.unpaid or wanted.overdue or wanted.statuses == {DocumentStatus.PARTLY_PAID}:
        return OPEN_INDEX
    if wanted.issued_from or wanted.issued_to:
        return ISSUED_INDEX
    if _is_of_stages(wanted):
        return STAGE_INDEX
    if wanted.search.strip():
        return TEXT_INDEX
    return "billing_document_paid" if wanted.statuses == {DocumentStatus.PAID} else None


def _is_of_stages(wanted: DocumentFilter) -> bool:
    """Whether the states that are asked for are stored as they are shown."""
    reckoned = {
        DocumentStatus.ISSUED,
        DocumentStatus.PARTLY_PAID,
        DocumentStatus.PAID,
        DocumentStatus.EXPIRED,
    }
    return bool(wanted.statuses) and not wanted.statuses & reckoned


async def _where(actor: Actor, wanted: DocumentFilter, today: date, *, apart: bool = False) -> Sql:
    """Return the conditions; words are looked for ``apart`` where another index is walked."""
    parts = [Sql(_LISTED), *_of_kinds(wanted)]
    if wanted.ids:
        parts.append(values_in("billing_document.id", sorted(wanted.ids), read.dialect))
    if wanted.statuses:
        kinds = wanted.kinds or frozenset(DocumentKind)
        states = [_of_status(each, kinds, today) for each in sorted(wanted.statuses)]
        parts.append(join([one for each in states for one in each], " OR ", FALSE))
    if wanted.contact_id is not None:
        present = (await redirects(actor, (wanted.contact_id,))).get(
            wanted.contact_id, wanted.contact_id
        )
        parts.append(Sql("contact_id = ?", (present,)))
    if wanted.unpaid or wanted.overdue:
        parts.append(Sql(OPEN_INVOICE))
    if wanted.overdue:
        parts.append(Sql("due_date < ?", (today.isoformat(),)))
    if wanted.issued_from or wanted.issued_to:
        parts.append(Sql("issued_at IS NOT NULL"))
    for bound, sign in ((wanted.issued_from, ">="), (wanted.issued_to, "<=")):
        if bound is not None:
            parts.append(Sql(f"issue_date {sign} ?", (bound.isoformat(),)))
    words = [_with_word(word) for word in fold(wanted.search[:SEARCH_LENGTH]).split()]
    if words and apart and read.dialect == "sqlite":
        with_all = join(words, " AND ", FALSE)
        parts.append(
            Sql(
                "billing_document.id IN (SELECT id FROM billing_document "
                f"INDEXED BY {TEXT_INDEX} WHERE account_id = ? AND {_LISTED} "
                f"AND {with_all.text})",
                (actor.account_id, *with_all.params),
            )
        )
        words = []
    parts += words
    return join(parts, " AND ", FALSE)


def _with_word(word: str) -> Sql:
    if read.dialect == "sqlite":  # where LIKE, that looks at the case, takes four times as long
        return Sql("instr(search_text, ?) > 0", (word,))
    return Sql("search_text LIKE ? ESCAPE '\\'", (like_pattern(word),))


def _of_kinds(wanted: DocumentFilter) -> list[Sql]:
    """Return conditions that leave the list's order to an index: one kind, or all but one. With
    stages they are all named: few documents are found, and put in order.
    """
    kinds = wanted.kinds or frozenset(DocumentKind)
    left_out = set(DocumentKind) - kinds
    if len(kinds) == 1 or _is_of_stages(wanted):
        named = ", ".join(f"'{each.value}'" for each in sorted(kinds))
        return [Sql(f"kind IN ({named})")]
    return [Sql(f"kind <> '{each.value}'") for each in left_out]


def _of_status(status: DocumentStatus, kinds: Collection[DocumentKind], today: date) -> list[Sql]:
    """Return what documents of some kinds in a state are found by, each by an index of its own."""
    found: list[Sql] = []
    if status is DocumentStatus.PAID:
        found.append(Sql(f"({PAID_INVOICE})"))
    elif status is DocumentStatus.PARTLY_PAID:
        found.append(Sql(f"({OPEN_INVOICE} AND {_SETTLED} > 0)"))
    elif status is DocumentStatus.EXPIRED:
        found.append(Sql(_issued_quote("<"), (today.isoformat(),)))
    elif status is DocumentStatus.ISSUED:
        if DocumentKind.INVOICE in kinds:
            found.append(Sql(f"({OPEN_INVOICE} AND {_SETTLED} <= 0)"))
        if DocumentKind.CREDIT_NOTE in kinds:
            found.append(Sql("(kind = 'credit_note' AND stage = 'issued')"))
        if DocumentKind.QUOTE in kinds:
            found.append(Sql(_issued_quote(">="), (today.isoformat(),)))
    else:
        found.append(Sql("stage = ?", (Stage(status.value).value,)))
    return found


def _issued_quote(sign: str) -> str:
    return f"(kind = 'quote' AND stage = 'issued' AND due_date {sign} ?)"


async def party_of_contact(actor: Actor, contact_id: int) -> dict[str, Any] | None:
    """Return what a new document says of a contact: its name, first address, e-mail and tax
    numbers.
    """
    row = await read.fetch_one(
        "SELECT company, display_name FROM contact WHERE account_id = ? AND id = ? "
        "AND deleted_at IS NULL",
        (actor.account_id, contact_id),
    )
    if row is None:
        return None
    address = await read.fetch_one(
        "SELECT street, extended, postal_code, city, region, country_code FROM contact_address "
        "WHERE contact_id = ? ORDER BY position LIMIT 1",
        (contact_id,),
    )
    email = await read.fetch_value(
        "SELECT address FROM contact_email WHERE contact_id = ? ORDER BY position LIMIT 1",
        (contact_id,),
    )
    names = ("street", "extended", "postal_code", "city", "region", "country")
    found = dict(zip(names, address, strict=True)) if address else {}
    if any(found.values()) and not found["country"]:
        found["country"] = (await account_of(actor)).country
    name = row[0] or row[1]
    return {"name": name, "email": email, **found, **await _identity(actor, contact_id, name)}


async def _identity(actor: Actor, contact_id: int, name: str) -> dict[str, Any]:
    """Return the tax numbers that the last document of a contact says of a buyer of this name:
    contacts have none of their own.
    """
    said = await read.fetch_value(
        "SELECT content FROM billing_document WHERE account_id + 0 = ? AND contact_id = ? "
        f"AND {_LISTED} ORDER BY id DESC LIMIT 1",
        (actor.account_id, contact_id),
    )
    buyer = orjson.loads(said).get("buyer", {}) if said else {}
    if buyer.get("name") != name:
        return {}
    return {key: buyer[key] for key in _IDENTITY if buyer.get(key)}


async def invoice_of_quote(actor: Actor, quote_id: int) -> DocumentRow | None:
    """Return the invoice that a quote became."""
    key = await read.fetch_value(
        "SELECT id FROM billing_document WHERE account_id = ? AND source_id = ? AND kind = ? "
        "AND deleted_at IS NULL ORDER BY id DESC LIMIT 1",
        (actor.account_id, quote_id, DocumentKind.INVOICE.value),
    )
    return None if key is None else (await documents_by_id(actor, (key,))).get(key)


async def all_documents_of(actor: Actor, contact_id: int) -> list[DocumentRow]:
    """Return all documents of a contact, deleted drafts too, the oldest first."""
    actor.require(Permission.READ)
    rows = await read.fetch(
        f"{_SELECT} AND contact_id = ? ORDER BY billing_document.id",
        (actor.account_id, contact_id),
    )
    return _documents(rows, date.min)
