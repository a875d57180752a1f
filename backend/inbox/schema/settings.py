"""What can be done with the account's mailbox."""

from __future__ import annotations

from typing import cast

import strawberry

from backend.core.graphql import Info, Payload, mutation
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.inbox import service
from backend.inbox.rules.kinds import MailProblem, MailSecurity, UnknownSenders
from backend.inbox.schema.types import Mailbox
from backend.inbox.service import MailboxDraft, ServerDraft

_MANAGE = Permission.MANAGE_MAILBOX


@strawberry.input
class MailServerInput:
    """A mail server."""

    host: str = strawberry.field(description="Its name or address; on the internet.")
    port: int = strawberry.field(
        description="Its port: 25, 465, 587 or 2525 to send, 143 or 993 to read."
    )
    security: MailSecurity = strawberry.field(description="How the connection is protected.")
    user: str | None = strawberry.field(
        default=strawberry.UNSET, description="Who signs in there; nobody when left out."
    )
    password: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Kept sealed. Left out, the kept one stays as long as host, port, security "
        "and user do.",
    )

    def to_draft(self) -> ServerDraft:
        """Return the domain's draft."""
        return ServerDraft(
            self.host, self.port, self.security, given(self.user), given(self.password)
        )


@strawberry.input
class MailboxSettings:
    """A mailbox as somebody describes it."""

    from_name: str = strawberry.field(description="What recipients see as the sender.")
    from_address: str = strawberry.field(description="The address that messages are from.")
    smtp: MailServerInput | None = strawberry.field(
        default=strawberry.UNSET, description="The server that sends; Carnet's own when left out."
    )
    imap: MailServerInput | None = strawberry.field(
        default=strawberry.UNSET,
        description="Where answers are read; they are not when left out. Reading starts with what "
        "comes from then on.",
    )
    imap_folder: str | None = strawberry.field(
        default=strawberry.UNSET, description="The folder that is read; INBOX when left out."
    )
    unknown_senders: UnknownSenders = strawberry.field(
        default=UnknownSenders.KEEP,
        description="What becomes of mail from people who are no contacts.",
    )

    def to_draft(self) -> MailboxDraft:
        """Return the domain's draft."""
        smtp, imap = given(self.smtp), given(self.imap)
        return MailboxDraft(
            self.from_name,
            self.from_address,
            smtp.to_draft() if smtp else None,
            imap.to_draft() if imap else None,
            given(self.imap_folder),
            self.unknown_senders,
        )


@strawberry.input
class SaveMailboxInput:
    """The mailbox as it is to be."""

    version: int | None = strawberry.field(
        default=strawberry.UNSET,
        description="The version that the change started from; left out where there was none.",
    )
    settings: MailboxSettings = strawberry.field(description="The mailbox.")


@strawberry.input
class TestMailboxInput:
    """The mailbox to try."""

    settings: MailboxSettings = strawberry.field(
        description="The mailbox, as it would be saved; passwords that are kept need not be sent."
    )


@strawberry.input
class RemoveMailboxInput:
    """That the account's mailbox is to be forgotten."""

    version: int = strawberry.field(description="The version that the decision started from.")


@strawberry.type
class SaveMailboxPayload(Payload):
    """What setting the mailbox answers."""

    mailbox: Mailbox | None = strawberry.field(default=None, description="As it is now.")


@strawberry.type
class MailServerTest:
    """How trying a mail server went."""

    problem: MailProblem | None = strawberry.field(
        description="What is wrong; null when all is well."
    )
    detail: str | None = strawberry.field(description="What the server said to that.")


@strawberry.type
class TestMailboxPayload(Payload):
    """What trying a mailbox answers."""

    smtp: MailServerTest | None = strawberry.field(
        default=None, description="Connecting and signing in to send; null when not asked for."
    )
    imap: MailServerTest | None = strawberry.field(
        default=None, description="Signing in and opening the folder; null when not asked for."
    )


@strawberry.type
class RemoveMailboxPayload(Payload):
    """What forgetting the mailbox answers."""


@strawberry.input
class DismissSetAsideLettersInput:
    """That the letters which could not be kept were noted."""

    mailbox_id: strawberry.ID = strawberry.field(description="The account's mailbox.")


@strawberry.type
class DismissSetAsideLettersPayload(Payload):
    """What having noted those letters answers."""


@strawberry.type
class MailboxMutation:
    """What can be done with the account's mailbox."""

    @mutation(_MANAGE, description="Say from where the account writes, and where it reads answers.")
    async def save_mailbox(self, info: Info, input: SaveMailboxInput) -> SaveMailboxPayload:
        written = await service.save_mailbox(
            info.context.actor, given(input.version), input.settings.to_draft()
        )
        return SaveMailboxPayload(
            mailbox=cast(Mailbox | None, written.mailbox), cursor=written.cursor or None
        )

    @mutation(
        _MANAGE,
        description="Connect to the servers of a mailbox and sign in, without saving anything. "
        "Takes up to half a minute; thirty times an hour.",
    )
    async def test_mailbox(self, info: Info, input: TestMailboxInput) -> TestMailboxPayload:
        tried = await service.test_mailbox(info.context.actor, input.settings.to_draft())
        return TestMailboxPayload(
            smtp=tried.smtp and MailServerTest(problem=tried.smtp[0], detail=tried.smtp[1]),
            imap=tried.imap and MailServerTest(problem=tried.imap[0], detail=tried.imap[1]),
        )

    @mutation(
        _MANAGE,
        description="Forget the mailbox and its passwords: messages come from the server's own "
        "address then, and no answers are read. Threads stay.",
    )
    async def remove_mailbox(self, info: Info, input: RemoveMailboxInput) -> RemoveMailboxPayload:
        cursor = await service.remove_mailbox(info.context.actor, input.version)
        return RemoveMailboxPayload(cursor=cursor or None)

    @mutation(
        _MANAGE,
        description="Tell no longer of the letters that could not be kept; they stay in the "
        "mailbox itself.",
    )
    async def dismiss_set_aside_letters(
        self, info: Info, input: DismissSetAsideLettersInput
    ) -> DismissSetAsideLettersPayload:
        key = decode_id(input.mailbox_id, "Mailbox", ("mailboxId",))
        cursor = await service.dismiss_set_aside(info.context.actor, key)
        return DismissSetAsideLettersPayload(cursor=cursor or None)
