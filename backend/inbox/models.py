"""The tables of the inbox. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.contacts.columns import RowKeyField
from backend.core.fields import InstantField
from backend.inbox.rules.limits import (
    ADDRESS_LENGTH,
    DETAIL_LENGTH,
    EXCERPT_LENGTH,
    HOST_LENGTH,
    MESSAGE_ID_LENGTH,
    NAME_LENGTH,
    PAYMENT_TEXT_LENGTH,
    REPLY_NAME_LENGTH,
    SUBJECT_LENGTH,
)

CODE_LENGTH = 24


class Mailbox(Model):
    """The e-mail address that an account writes from, and where its answers are read.

    Passwords are sealed. ``uid_validity`` and ``last_uid`` are the place up to which the mailbox
    was read; ``failing_uid`` is the letter behind it that could not be kept, ``failing_tries`` how
    often that was tried. ``reader`` is the process that reads it until ``reader_until``. The
    problems are those of the last try to send and to read, null when it went well.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.OneToOneRelation[Model] = fields.OneToOneField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    version = fields.IntField(default=1)
    from_name = fields.CharField(NAME_LENGTH)
    from_address = fields.CharField(ADDRESS_LENGTH)
    smtp_host = fields.CharField(HOST_LENGTH, null=True)
    smtp_port = fields.IntField(null=True)
    smtp_security = fields.CharField(CODE_LENGTH, null=True)
    smtp_user = fields.CharField(ADDRESS_LENGTH, null=True)
    smtp_password = fields.TextField(null=True)
    imap_host = fields.CharField(HOST_LENGTH, null=True)
    imap_port = fields.IntField(null=True)
    imap_security = fields.CharField(CODE_LENGTH, null=True)
    imap_user = fields.CharField(ADDRESS_LENGTH, null=True)
    imap_password = fields.TextField(null=True)
    imap_folder = fields.CharField(NAME_LENGTH)
    unknown_senders = fields.CharField(CODE_LENGTH)
    uid_validity = fields.BigIntField(null=True)
    last_uid = fields.BigIntField(default=0)
    failing_uid = fields.BigIntField(null=True)
    failing_tries = fields.SmallIntField(default=0, db_default=0)
    reader = fields.CharField(32, null=True)
    reader_until = InstantField(null=True)
    read_at = InstantField(null=True)
    read_problem = fields.CharField(CODE_LENGTH, null=True)
    read_detail = fields.CharField(DETAIL_LENGTH, null=True)
    send_problem = fields.CharField(CODE_LENGTH, null=True)
    send_detail = fields.CharField(DETAIL_LENGTH, null=True)
    updated_at = InstantField()
    updated_by = fields.CharField(200)

    class Meta:
        table = "mailbox"
        indexes = (Index(fields=("imap_host", "reader_until")),)


class SetAsideLetter(Model):
    """A letter of a mailbox that could not be kept, by what is known of it."""

    id = fields.BigIntField(primary_key=True)
    mailbox: fields.ForeignKeyRelation[Mailbox] = fields.ForeignKeyField(
        "inbox.Mailbox", on_delete=fields.CASCADE
    )
    from_address = fields.CharField(ADDRESS_LENGTH)
    subject = fields.CharField(SUBJECT_LENGTH)
    written_at = InstantField(null=True)
    at = InstantField()

    class Meta:
        table = "set_aside_letter"
        indexes = (Index(fields=("mailbox_id", "id")),)


class Thread(Model):
    """All that was written to and by one contact, or one address that is nobody's yet.

    The last columns are kept by every write of a message: ``last_at`` is when the newest one came
    or was written, ``unread`` is 1 when any is.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    contact: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE, null=True
    )
    address = fields.CharField(ADDRESS_LENGTH, null=True)
    name = fields.CharField(NAME_LENGTH, null=True)
    archived = fields.SmallIntField(default=0)
    subject = fields.CharField(SUBJECT_LENGTH, default="")
    excerpt = fields.CharField(EXCERPT_LENGTH, default="")
    last_direction = fields.CharField(3, default="out")
    last_state = fields.CharField(CODE_LENGTH, default="queued")
    last_at = InstantField()
    message_count = fields.IntField(default=0)
    unread_count = fields.IntField(default=0)
    unread = fields.SmallIntField(default=0)
    created_at = InstantField()

    class Meta:
        table = "thread"
        unique_together = (("account", "contact"), ("account", "address"))
        indexes = (
            Index(fields=("account_id", "archived", "unread", "last_at", "id")),
            Index(fields=("account_id", "last_at", "id")),
            Index(fields=("contact_id",)),
        )


class Message(Model):
    """One letter, written here or received.

    ``html`` is clean and shows no image, ``pictured_html`` is the same with those that lie
    elsewhere, ``quoted_html`` what the letter repeats of earlier ones. ``rfc_id`` is its
    Message-ID. ``recipients`` is JSON; ``copy_to`` gets a blind copy. ``attempts`` counts how often
    sending was begun, ``tries`` how often since somebody last asked for it. ``handing_over`` is set
    just before the server is given the letter, and tells after a crash that it may have been sent.
    """

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    thread: fields.ForeignKeyRelation[Thread] = fields.ForeignKeyField(
        "inbox.Thread", on_delete=fields.CASCADE
    )
    direction = fields.CharField(3)
    kind = fields.CharField(CODE_LENGTH)
    state = fields.CharField(CODE_LENGTH)
    subject = fields.CharField(SUBJECT_LENGTH)
    from_name = fields.CharField(NAME_LENGTH)
    from_address = fields.CharField(ADDRESS_LENGTH)
    recipients = fields.TextField()
    copy_to = fields.CharField(ADDRESS_LENGTH, null=True)
    html = fields.TextField()
    pictured_html = fields.TextField(null=True)
    quoted_html = fields.TextField(null=True)
    text = fields.TextField()
    excerpt = fields.CharField(EXCERPT_LENGTH)
    is_partial = fields.BooleanField(default=False)
    rfc_id = fields.CharField(MESSAGE_ID_LENGTH)
    in_reply_to = fields.CharField(MESSAGE_ID_LENGTH, null=True)
    reference_ids = fields.TextField()
    at = InstantField()
    created_at = InstantField()
    is_read = fields.BooleanField(default=True)
    author_id = fields.BigIntField(null=True)
    author_name = fields.CharField(200, default="")
    attempts = fields.IntField(default=0)
    tries = fields.SmallIntField(default=0)
    next_try_at = InstantField(null=True)
    handing_over = fields.BooleanField(default=False)
    sent_at = InstantField(null=True)
    failure = fields.CharField(CODE_LENGTH, null=True)
    failure_detail = fields.CharField(DETAIL_LENGTH, null=True)
    bounced_at = InstantField(null=True)

    class Meta:
        table = "message"
        unique_together = (("account_id", "rfc_id"),)
        indexes = (Index(fields=("thread_id", "at", "id")), Index(fields=("thread_id", "is_read")))


class MessageFile(Model):
    """A file that goes with a message, or came with one."""

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    message: fields.ForeignKeyRelation[Message] = fields.ForeignKeyField(
        "inbox.Message", on_delete=fields.CASCADE
    )
    file: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "files.StoredFile", on_delete=fields.NO_ACTION
    )
    position = fields.SmallIntField()

    class Meta:
        table = "message_file"
        indexes = (Index(fields=("message_id", "position")), Index(fields=("file_id",)))


class PaymentRequest(Model):
    """Money asked for in a message; ``amount_minor`` are minor units of its currency."""

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    message: fields.OneToOneRelation[Message] = fields.OneToOneField(
        "inbox.Message", on_delete=fields.CASCADE
    )
    amount_minor = fields.BigIntField()
    currency = fields.CharField(3)
    text = fields.CharField(PAYMENT_TEXT_LENGTH)
    invoice_id = fields.BigIntField(null=True)
    cancelled_at = InstantField(null=True)
    created_at = InstantField()

    class Meta:
        table = "payment_request"
        indexes = (Index(fields=("invoice_id",)),)


class SavedReply(Model):
    """A text that is written often, with places for what is known of the contact."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    name = fields.CharField(REPLY_NAME_LENGTH)
    folded_name = fields.CharField(4 * REPLY_NAME_LENGTH)
    subject = fields.CharField(SUBJECT_LENGTH, null=True)
    html = fields.TextField()
    version = fields.IntField(default=1)
    created_at = InstantField()
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    deleted_at = InstantField(null=True)

    class Meta:
        table = "saved_reply"
        indexes = (Index(fields=("account_id", "folded_name")), Index(fields=("deleted_at",)))


class MessageSearch(Model):
    """The folded text that a message is found by, under an index of three-letter pieces.

    The key holds the account and the message, as in ``contact_search``.
    """

    id = RowKeyField(primary_key=True, generated=False)
    scope = fields.BigIntField()
    thread_id = fields.BigIntField()
    text = fields.TextField()

    class Meta:
        table = "message_search"
        indexes = (Index(fields=("thread_id", "id")),)
