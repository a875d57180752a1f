"""A mailbox as reads return it, and the servers that it names."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from backend.core.clock import from_micros
from backend.core.ids import encode_id
from backend.core.secrets import unseal
from backend.inbox.rules.kinds import MailSecurity, UnknownSenders

MAILBOX_COLUMNS = (
    "mailbox.id, mailbox.account_id, mailbox.version, mailbox.from_name, mailbox.from_address, "
    "mailbox.smtp_host, mailbox.smtp_port, mailbox.smtp_security, mailbox.smtp_user, "
    "mailbox.smtp_password, mailbox.imap_host, mailbox.imap_port, mailbox.imap_security, "
    "mailbox.imap_user, mailbox.imap_password, mailbox.imap_folder, mailbox.unknown_senders, "
    "mailbox.uid_validity, mailbox.last_uid, mailbox.read_at, mailbox.read_problem, "
    "mailbox.read_detail, mailbox.send_problem, mailbox.send_detail"
)


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is sent through or read from, and who signs in there."""

    host: str
    port: int
    security: MailSecurity
    user: str | None = None
    password: str | None = None


@dataclass(slots=True)
class ServerRow:
    """A server of a mailbox as the settings show it: never its password."""

    host: str
    port: int
    security: str
    user: str | None
    has_password: bool


@dataclass(slots=True)
class SetAsideRow:
    """A letter that could not be kept."""

    from_address: str
    subject: str
    written_micros: int | None
    micros: int

    @property
    def written_at(self) -> datetime | None:
        """When it says that it was written."""
        return None if self.written_micros is None else from_micros(self.written_micros)

    @property
    def at(self) -> datetime:
        """When it was set aside."""
        return from_micros(self.micros)


@dataclass(slots=True)
class MailboxRow:
    """A mailbox, in the order of :data:`MAILBOX_COLUMNS`; passwords are sealed."""

    pk: int
    account_id: int
    version: int
    from_name: str
    from_address: str
    smtp_host: str | None
    smtp_port: int | None
    smtp_security: str | None
    smtp_user: str | None
    smtp_password: str | None
    imap_host: str | None
    imap_port: int | None
    imap_security: str | None
    imap_user: str | None
    imap_password: str | None
    imap_folder: str
    unknown_senders: str
    uid_validity: int | None
    last_uid: int
    read_micros: int | None
    read_problem: str | None
    read_detail: str | None
    send_problem: str | None
    send_detail: str | None
    set_aside: list[SetAsideRow] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("Mailbox", self.pk)

    @property
    def read_at(self) -> datetime | None:
        """When it was read last."""
        return None if self.read_micros is None else from_micros(self.read_micros)

    @property
    def smtp(self) -> ServerRow | None:
        """Its server for sending, as it is shown."""
        if self.smtp_host is None:
            return None
        return ServerRow(
            self.smtp_host,
            self.smtp_port or 0,
            self.smtp_security or "",
            self.smtp_user,
            self.smtp_password is not None,
        )

    @property
    def imap(self) -> ServerRow | None:
        """Its server for reading, as it is shown."""
        if self.imap_host is None:
            return None
        return ServerRow(
            self.imap_host,
            self.imap_port or 0,
            self.imap_security or "",
            self.imap_user,
            self.imap_password is not None,
        )

    def smtp_server(self) -> MailServer | None:
        """Return its server for sending, with the password in clear."""
        return _server(
            self.smtp_host, self.smtp_port, self.smtp_security, self.smtp_user, self.smtp_password
        )

    def imap_server(self) -> MailServer | None:
        """Return its server for reading, with the password in clear."""
        return _server(
            self.imap_host, self.imap_port, self.imap_security, self.imap_user, self.imap_password
        )


def no_mailbox(account_id: int) -> MailboxRow:
    """Return the mailbox of letters that came another way: none is kept, none is read."""
    return MailboxRow(
        pk=0,
        account_id=account_id,
        version=0,
        from_name="",
        from_address="",
        smtp_host=None,
        smtp_port=None,
        smtp_security=None,
        smtp_user=None,
        smtp_password=None,
        imap_host=None,
        imap_port=None,
        imap_security=None,
        imap_user=None,
        imap_password=None,
        imap_folder="",
        unknown_senders=UnknownSenders.KEEP,
        uid_validity=None,
        last_uid=0,
        read_micros=None,
        read_problem=None,
        read_detail=None,
        send_problem=None,
        send_detail=None,
    )


def _server(
    host: str | None,
    port: int | None,
    security: str | None,
    user: str | None,
    sealed: str | None,
) -> MailServer | None:
    if host is None or port is None or security is None:
        return None
    return MailServer(host, port, MailSecurity(security), user, _opened(sealed))


def _opened(sealed: str | None) -> str | None:
    """Return a password; None also where the server's key is another one now: it is asked again."""
    try:
        return None if sealed is None else unseal(sealed).decode()
    except ValueError:
        return None
