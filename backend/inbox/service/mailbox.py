"""The mailbox of an account: from where it writes, and where its answers are read."""

from __future__ import annotations

from dataclasses import dataclass

from backend.accounts.errors import EmailInvalid
from backend.contacts.emails import normalize_email
from backend.core.clock import now_micros
from backend.core.errors import NotFound, Required, StaleVersion
from backend.core.permissions import Actor, Permission
from backend.core.secrets import seal
from backend.core.settings import settings
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.inbox.events import MailboxUpdated
from backend.inbox.mailboxes import MailboxRow, MailServer
from backend.inbox.queries.mailboxes import mailbox_of
from backend.inbox.rules.kinds import MailSecurity, UnknownSenders
from backend.inbox.rules.limits import ADDRESS_LENGTH, NAME_LENGTH
from backend.inbox.rules.servers import (
    IMAP_PORTS,
    SMTP_PORTS,
    check_host,
    check_port,
    check_security,
)

PASSWORD_LENGTH = 500


@dataclass(frozen=True, slots=True)
class ServerDraft:
    """A server as somebody names it. A password that is left out stays the one that is kept."""

    host: str
    port: int
    security: MailSecurity
    user: str | None = None
    password: str | None = None


@dataclass(frozen=True, slots=True)
class MailboxDraft:
    """A mailbox as somebody describes it; without a server, mail is sent by Carnet's own, or not
    read."""

    from_name: str
    from_address: str
    smtp: ServerDraft | None = None
    imap: ServerDraft | None = None
    imap_folder: str | None = None
    unknown_senders: UnknownSenders = UnknownSenders.KEEP


@dataclass(frozen=True, slots=True)
class MailboxWritten:
    """A mailbox as it is now, and the account's place in its history."""

    mailbox: MailboxRow | None
    cursor: str


@dataclass(frozen=True, slots=True)
class CheckedMailbox:
    """A mailbox that can be kept, its servers with the passwords in clear."""

    from_name: str
    from_address: str
    smtp: MailServer | None
    imap: MailServer | None
    imap_folder: str
    unknown_senders: UnknownSenders


async def save_mailbox(actor: Actor, version: int | None, draft: MailboxDraft) -> MailboxWritten:
    """Set the account's mailbox; ``version`` is None when it had none.

    Raises:
        StaleVersion: somebody changed it meanwhile.
        Required, EmailInvalid, InvalidMailHost, InvalidMailPort, MailSecurityRequired, TooLong,
        InvalidCharacters, Forbidden
    """
    actor.require(Permission.MANAGE_MAILBOX)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await mailbox_of(actor.account_id)
        if version != (before.version if before else None):
            raise StaleVersion(("version",), current_version=before.version if before else 0)
        checked = check_mailbox(draft, before)
        await _write(unit, before, checked)
        after = await mailbox_of(actor.account_id)
    return MailboxWritten(after, unit.cursor)


async def remove_mailbox(actor: Actor, version: int) -> str:
    """Forget the account's mailbox and its passwords; return the cursor.

    Raises:
        NotFound: it has none.
        StaleVersion, Forbidden
    """
    actor.require(Permission.MANAGE_MAILBOX)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await mailbox_of(actor.account_id)
        if before is None:
            raise NotFound
        if before.version != version:
            raise StaleVersion(("version",), current_version=before.version)
        await unit.execute("DELETE FROM mailbox WHERE id = ?", (before.pk,))
        unit.record(MailboxUpdated(before.pk, version=before.version + 1))
    return unit.cursor


def check_mailbox(draft: MailboxDraft, before: MailboxRow | None) -> CheckedMailbox:
    """Return a draft that can be kept, with the passwords that were kept already.

    Raises:
        As :func:`save_mailbox`.
    """
    address = clean_line(draft.from_address, ("fromAddress",), maximum=ADDRESS_LENGTH)
    if address is None:
        raise Required(("fromAddress",))
    if normalize_email(address) is None:
        raise EmailInvalid(("fromAddress",))
    folder = clean_line(draft.imap_folder, ("imapFolder",), maximum=NAME_LENGTH)
    smtp = _checked(draft.smtp, SMTP_PORTS, ("smtp",), before.smtp_server() if before else None)
    imap = _checked(draft.imap, IMAP_PORTS, ("imap",), before.imap_server() if before else None)
    if imap is not None and (imap.user is None or imap.password is None):
        raise Required(("imap", "user" if imap.user is None else "password"))
    return CheckedMailbox(
        clean_line(draft.from_name, ("fromName",), maximum=NAME_LENGTH) or "",
        address,
        smtp,
        imap,
        folder or "INBOX",
        draft.unknown_senders,
    )


def _checked(
    draft: ServerDraft | None,
    ports: frozenset[int],
    path: tuple[str, ...],
    before: MailServer | None,
) -> MailServer | None:
    if draft is None:
        return None
    private = settings().private_mail_servers
    host = check_host(draft.host, (*path, "host"))
    port = check_port(draft.port, ports, (*path, "port"), private=private)
    security = check_security(draft.security, (*path, "security"), private=private)
    user = clean_line(draft.user, (*path, "user"), maximum=ADDRESS_LENGTH)
    password = clean_line(draft.password, (*path, "password"), maximum=PASSWORD_LENGTH)
    if password is None and before is not None:
        # The kept password goes to nobody but whom it was given for.
        same = (before.host, before.port, before.security, before.user)
        password = before.password if same == (host, port, security, user) else None
        if password is None and before.password is not None and user is not None:
            raise Required((*path, "password"))
    return MailServer(host, port, security, user, password if user else None)


async def _write(unit: UnitOfWork, before: MailboxRow | None, kept: CheckedMailbox) -> None:
    if before is None:
        rows = await unit.fetch(
            "INSERT INTO mailbox (account_id, version, from_name, from_address, imap_folder, "
            "unknown_senders, last_uid, updated_at, updated_by) "
            "VALUES (?, 0, '', '', '', '', 0, 0, '') RETURNING id",
            (unit.actor.account_id,),
        )
        key, version = int(rows[0][0]), 0
    else:
        key, version = before.pk, before.version
    is_moved = before is None or _place(before.imap_server(), before.imap_folder) != _place(
        kept.imap, kept.imap_folder
    )
    await unit.execute(
        "UPDATE mailbox SET version = version + 1, from_name = ?, from_address = ?, smtp_host = ?, "
        "smtp_port = ?, smtp_security = ?, smtp_user = ?, smtp_password = ?, imap_host = ?, "
        "imap_port = ?, imap_security = ?, imap_user = ?, imap_password = ?, imap_folder = ?, "
        "unknown_senders = ?, send_problem = NULL, send_detail = NULL, read_problem = NULL, "
        "read_detail = NULL, reader = NULL, reader_until = NULL, updated_at = ?, updated_by = ? "
        "WHERE id = ?",
        (
            kept.from_name,
            kept.from_address,
            *_columns(kept.smtp),
            *_columns(kept.imap),
            kept.imap_folder,
            kept.unknown_senders.value,
            now_micros(),
            unit.actor.name,
            key,
        ),
    )
    if is_moved:
        await unit.execute(
            "UPDATE mailbox SET uid_validity = NULL, last_uid = 0, read_at = NULL WHERE id = ?",
            (key,),
        )
    unit.record(MailboxUpdated(key, version=version + 1))


def _place(server: MailServer | None, folder: str) -> tuple[str, str | None, str] | None:
    return None if server is None else (server.host, server.user, folder)


def _columns(server: MailServer | None) -> tuple[str | int | None, ...]:
    if server is None:
        return (None,) * 5
    password = None if server.password is None else seal(server.password.encode())
    return server.host, server.port, server.security.value, server.user, password
