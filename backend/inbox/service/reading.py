"""Reading mailboxes: one reader for each, whatever the number of processes; news within a minute.

A reader holds a lease on its mailbox and renews it. It keeps one connection, waits there for news
where the server tells them, and asks once a minute where it does not.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial
from typing import TypeVar
from uuid import uuid4

import structlog

from backend.core.clock import from_micros, now, now_micros, to_micros
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from backend.inbox.events import MailboxTroubled
from backend.inbox.mail.imap import MailReader
from backend.inbox.mail.trouble import MailTrouble, trouble_of
from backend.inbox.mailboxes import MailboxRow
from backend.inbox.queries.mailboxes import claimable_mailboxes, mailbox_by_id
from backend.inbox.rules.kinds import MailProblem
from backend.inbox.service.setting_aside import take_letter

log = structlog.get_logger(__name__)
T = TypeVar("T")

MOST_READERS = 100
"""Mailboxes that one process reads; each has a thread that mostly waits."""
LEASE = timedelta(seconds=60)
RENEW_SECONDS = 20.0
LOOK_SECONDS = 2.0
ASK_SECONDS = 45.0
"""Between two looks where the server does not tell news by itself."""
WAIT_SECONDS = 240.0
"""Servers end a connection that says nothing for half an hour, some routers for five minutes."""
AGAIN_SOON = timedelta(seconds=60)
AGAIN_LATER = timedelta(minutes=10)
"""After a refusal that only new settings mend; they are tried at once when they come."""

_threads = ThreadPoolExecutor(MOST_READERS, thread_name_prefix="mailbox")


async def read_mailboxes() -> None:
    """Read all mailboxes that no other process reads, until cancelled; then others may at once."""
    name = uuid4().hex
    try:
        await _keep_reading(name)
    finally:
        async with unit_of_work(Actor.system(0)) as unit:
            await unit.execute(
                "UPDATE mailbox SET reader = NULL, reader_until = NULL WHERE reader = ?", (name,)
            )


async def _keep_reading(name: str) -> None:
    readers: dict[int, asyncio.Task[None]] = {}
    async with asyncio.TaskGroup() as group:
        while True:
            readers = {key: task for key, task in readers.items() if not task.done()}
            for key in await claimable_mailboxes(MOST_READERS - len(readers)):
                if key not in readers and await _claim(key, name):
                    readers[key] = group.create_task(_read(key, name))
            await asyncio.sleep(LOOK_SECONDS)


async def _claim(key: int, name: str) -> bool:
    moment = now_micros()
    async with unit_of_work(Actor.system(0)) as unit:
        claimed = await unit.execute(
            "UPDATE mailbox SET reader = ?, reader_until = ? WHERE id = ? "
            "AND imap_host IS NOT NULL AND (reader_until IS NULL OR reader_until < ?)",
            (name, to_micros(now() + LEASE), key, moment),
        )
    return claimed == 1


async def _read(key: int, name: str) -> None:
    """Read one mailbox until something goes wrong, or another one is to be read under its name."""
    try:
        async with _leased(key, name):
            await read_mailbox(key)
    except Exception as error:
        trouble = trouble_of(error)
        if trouble.problem is MailProblem.UNEXPECTED:
            log.warning("mailbox_failed", mailbox=key, error=repr(error))
        try:
            await _leave(key, name, trouble)
        except Exception as untold:  # the lease ends by itself; the readers of others go on
            log.warning("mailbox_not_left", mailbox=key, error=repr(untold))


@asynccontextmanager
async def _leased(key: int, name: str) -> AsyncIterator[None]:
    """Renew the lease while the block runs; end the block when it was taken away."""
    reading = asyncio.current_task()

    async def renew() -> None:
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            async with unit_of_work(Actor.system(0)) as unit:
                renewed = await unit.execute(
                    "UPDATE mailbox SET reader_until = ? WHERE id = ? AND reader = ?",
                    (to_micros(now() + LEASE), key, name),
                )
            if not renewed and reading is not None:
                reading.cancel()
                return

    task = asyncio.create_task(renew())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def read_mailbox(key: int, *, once: bool = False) -> None:
    """Read a mailbox as letters come; ``once`` only what is there.

    Raises:
        MailTrouble, OSError, imaplib.IMAP4.error
    """
    mailbox = await mailbox_by_id(key)
    server = mailbox.imap_server() if mailbox is not None else None
    if mailbox is None or server is None:
        return
    async with _connected(lambda: MailReader(server)) as reader:
        mailbox = await _catch_up(mailbox, reader)
        await _went_well(mailbox)
        while not once:
            if reader.can_wait:
                await _in_thread(lambda: reader.wait(WAIT_SECONDS))
            else:
                await asyncio.sleep(ASK_SECONDS)
                await _in_thread(reader.noop)
            mailbox = await _take_new(mailbox, reader)
            await _went_well(mailbox)


async def _catch_up(mailbox: MailboxRow, reader: MailReader) -> MailboxRow:
    """Open the folder and take what came since it was read last.

    One that is read for the first time is read from now on. One whose numbers mean something else
    now is read again from the day of the last time: what is known already is passed over.
    """
    state = await _in_thread(lambda: reader.open(mailbox.imap_folder))
    if mailbox.uid_validity == state.uid_validity:
        return await _take_new(mailbox, reader)
    if mailbox.uid_validity is None:
        newest = await _in_thread(lambda: reader.uids_after(max(0, state.next_uid - 1)))
        last = max((state.next_uid - 1, *newest)) if state.next_uid else max((0, *newest))
        return await _set_place(mailbox, state.uid_validity, last)
    since = from_micros(mailbox.read_micros or now_micros()) - timedelta(days=1)
    uids = await _in_thread(lambda: reader.uids_since(f"{since:%d-%b-%Y}"))
    mailbox = await _set_place(mailbox, state.uid_validity, 0)
    await _take(mailbox, reader, uids)
    return await _set_place(mailbox, state.uid_validity, max((state.next_uid - 1, 0, *uids)))


async def _take_new(mailbox: MailboxRow, reader: MailReader) -> MailboxRow:
    current = await mailbox_by_id(mailbox.pk)
    if current is None or current.version != mailbox.version:
        raise asyncio.CancelledError  # other settings: whoever claims it reads by those
    uids = await _in_thread(lambda: reader.uids_after(current.last_uid))
    await _take(current, reader, uids)
    return current


async def _take(mailbox: MailboxRow, reader: MailReader, uids: list[int]) -> None:
    for uid in uids:
        fetched = await _in_thread(partial(reader.fetch, uid))
        if fetched is not None:
            await take_letter(mailbox, uid, fetched)


async def _set_place(mailbox: MailboxRow, uid_validity: int, last_uid: int) -> MailboxRow:
    async with unit_of_work(Actor.system(mailbox.account_id)) as unit:
        await unit.execute(
            "UPDATE mailbox SET uid_validity = ?, last_uid = ? WHERE id = ? AND version = ?",
            (uid_validity, last_uid, mailbox.pk, mailbox.version),
        )
    return await mailbox_by_id(mailbox.pk) or mailbox


async def _went_well(mailbox: MailboxRow) -> None:
    async with unit_of_work(Actor.system(mailbox.account_id)) as unit:
        await unit.execute(
            "UPDATE mailbox SET read_at = ?, read_problem = NULL, read_detail = NULL "
            "WHERE id = ? AND version = ?",
            (now_micros(), mailbox.pk, mailbox.version),
        )
        if mailbox.read_problem is not None or mailbox.read_micros is None:
            unit.record(MailboxTroubled(mailbox.pk, problem=None))


async def _leave(key: int, name: str, trouble: MailTrouble) -> None:
    """Keep what went wrong, and let the mailbox be claimed again after a while."""
    mailbox = await mailbox_by_id(key)
    if mailbox is None:
        return
    until = now() + (AGAIN_SOON if trouble.is_passing else AGAIN_LATER)
    async with unit_of_work(Actor.system(mailbox.account_id)) as unit:
        left = await unit.execute(
            "UPDATE mailbox SET reader = NULL, reader_until = ?, read_problem = ?, read_detail = ? "
            "WHERE id = ? AND reader = ?",
            (to_micros(until), trouble.problem.value, trouble.detail, key, name),
        )
        if left and mailbox.read_problem != trouble.problem:
            unit.record(MailboxTroubled(key, problem=trouble.problem.value))


@asynccontextmanager
async def _connected(connect: Callable[[], MailReader]) -> AsyncIterator[MailReader]:
    reader = await _in_thread(connect)
    try:
        yield reader
    finally:
        # Whoever still waits in a thread finds the connection closed, and ends.
        reader.interrupt()
        _threads.submit(reader.close)


async def _in_thread(work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(_threads, work)
