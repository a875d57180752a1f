"""Which threads a search finds: by the words of their messages, and by their contacts.

A word that few messages have is looked up, and its threads are sorted. One that very many have is
asked of the newest threads in turn, until the page is full: either way few rows are read.
"""

from __future__ import annotations

from backend.contacts.rows import Wanted
from backend.contacts.search_keys import key_base
from backend.contacts.search_sql import Asked, search_set, text_condition
from backend.contacts.search_text import parse_search
from backend.contacts.sql import Sql, values_in
from backend.core.database import read
from backend.core.paging import Page, PageRequest
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line
from backend.inbox.queries.threads import found_page, threads_page
from backend.inbox.rows import ThreadRow

LONGEST_SEARCH = 200
FEW = 3_000
"""Up to here the messages that have a word are gathered."""
_TABLE = "message_search"


async def search_threads(
    actor: Actor,
    request: PageRequest,
    wanted: Wanted | None = None,
    *,
    archived: bool = False,
    search: str | None = None,
) -> Page[ThreadRow]:
    """Return a page of threads: those of the inbox, those put aside, or those a search finds.

    Raises:
        TooLong, InvalidCharacters: a search that nobody can mean.
        InvalidCursor
    """
    actor.require(Permission.READ)
    text = clean_line(search, ("search",), maximum=LONGEST_SEARCH)
    asked = parse_search(text) if text else ()
    if not asked:
        return await threads_page(actor, request, wanted, archived=archived)
    contacts = search_set(actor.account_id, asked, deleted=False, dialect=read.dialect)
    threads = await _threads_with(actor.account_id, asked)
    within = Sql(
        f"(thread.contact_id IN ({contacts.text}) OR {threads.text})",
        (*contacts.params, *threads.params),
    )
    return await found_page(actor, request, within, wanted)


async def _threads_with(account_id: int, asked: Asked) -> Sql:
    """Return the condition that a message of a thread has some words."""
    found = search_set(account_id, asked, deleted=False, dialect=read.dialect, table=_TABLE)
    rows = await read.fetch(
        f"SELECT id FROM ({found.text}) AS found LIMIT ?", (*found.params, FEW + 1)
    )
    if len(rows) <= FEW:
        base = key_base(account_id)
        keys = values_in("id", [base + row[0] for row in rows], read.dialect)
        owners = await read.fetch(
            f"SELECT DISTINCT thread_id FROM {_TABLE} WHERE {keys.text}", keys.params
        )
        return values_in("thread.id", [row[0] for row in owners], read.dialect)
    has = text_condition("found.text", asked, read.dialect)
    return Sql(
        f"EXISTS (SELECT 1 FROM {_TABLE} AS found "
        f"WHERE found.thread_id = thread.id AND {has.text})",
        has.params,
    )
