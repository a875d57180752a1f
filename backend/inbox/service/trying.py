"""Trying the servers of a mailbox before it is saved."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from limits import RateLimitItemPerHour

from backend.accounts.rate_limits import Limit, count_try
from backend.core.permissions import Actor, Permission
from backend.inbox.mail.imap import MailReader
from backend.inbox.mail.smtp import try_server
from backend.inbox.mail.trouble import trouble_of
from backend.inbox.mailboxes import MailServer
from backend.inbox.queries.mailboxes import mailbox_of
from backend.inbox.rules.kinds import MailProblem
from backend.inbox.service.mailbox import MailboxDraft, check_mailbox

TRIAL_SECONDS = 30
# Of their own: a server that hangs keeps nothing waiting but other trials.
_threads = ThreadPoolExecutor(16, thread_name_prefix="mail-trial")
_TRIALS_BY_ACCOUNT = Limit("mailbox-trial-account", RateLimitItemPerHour(30))

Outcome = tuple[MailProblem | None, str | None]
"""What is wrong, and what the server said; nothing when all is well."""


@dataclass(frozen=True, slots=True)
class MailboxTried:
    """How trying each server went; None for one that is not named."""

    smtp: Outcome | None
    imap: Outcome | None


async def test_mailbox(actor: Actor, draft: MailboxDraft) -> MailboxTried:
    """Connect to the servers of a mailbox and sign in; nothing is saved.

    Raises:
        RateLimited: too many tries, as if somebody looked for doors that open.
        As ``mailbox.save_mailbox``.
    """
    actor.require(Permission.MANAGE_MAILBOX)
    checked = check_mailbox(draft, await mailbox_of(actor.account_id))
    await count_try((_TRIALS_BY_ACCOUNT, actor.account_id))
    smtp, imap = checked.smtp, checked.imap
    return MailboxTried(
        None if smtp is None else await _outcome(try_server(smtp)),
        None if imap is None else await _outcome(_try_reading(imap, checked.imap_folder)),
    )


async def _outcome(trial: Coroutine[None, None, None]) -> Outcome:
    try:
        async with asyncio.timeout(TRIAL_SECONDS):
            await trial
    except Exception as error:
        trouble = trouble_of(error)
        return trouble.problem, trouble.detail or None
    return None, None


async def _try_reading(server: MailServer, folder: str) -> None:
    def read() -> None:
        with MailReader(server) as reader:
            reader.open(folder)

    await asyncio.get_running_loop().run_in_executor(_threads, read)
