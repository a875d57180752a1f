"""Saved replies: made, changed, deleted, brought back, and filled in for a contact."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import timedelta

from backend.contacts.rows import Wanted
from backend.contacts.service.finding import contacts_by_id
from backend.core.clock import now, now_micros, to_micros
from backend.core.errors import NotFound, Required, StaleVersion, TooLong
from backend.core.folding import fold
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.settings import settings
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.inbox.drafts import ReplyDraft
from backend.inbox.errors import SavedReplyNameTaken, TooManySavedReplies
from backend.inbox.events import (
    SavedReplyCreated,
    SavedReplyDeleted,
    SavedReplyRestored,
    SavedReplyUpdated,
)
from backend.inbox.queries.replies import list_replies, replies_by_id
from backend.inbox.queries.sending import account_name
from backend.inbox.rows import SavedReplyRow
from backend.inbox.rules.limits import (
    HTML_LENGTH,
    MAX_SAVED_REPLIES,
    REPLY_NAME_LENGTH,
    SUBJECT_LENGTH,
)
from backend.inbox.rules.placeholders import check_placeholders, fill_html, fill_line
from backend.inbox.rules.rich_text import clean_html


@dataclass(frozen=True, slots=True)
class ReplyWritten:
    """A saved reply as it is now, and the account's place in its history."""

    reply: SavedReplyRow
    cursor: str


@dataclass(frozen=True, slots=True)
class FilledReply:
    """A saved reply as it reads to one contact."""

    subject: str | None
    html: str


async def create_reply(
    actor: Actor, draft: ReplyDraft, *, idempotency_key: str | None = None
) -> ReplyWritten:
    """Save a text that is written often.

    Raises:
        SavedReplyNameTaken, TooManySavedReplies, UnknownPlaceholder, Required, TooLong,
        InvalidCharacters, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    kept = _checked(draft)
    mark = fingerprint("create_saved_reply", asdict(draft))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_saved_reply", mark)
        if key is None:
            if len(await list_replies(actor)) >= MAX_SAVED_REPLIES:
                raise TooManySavedReplies(("name",), maximum=MAX_SAVED_REPLIES)
            await _refuse_taken(unit, kept.name)
            key = await _insert(unit, kept)
            await remember_result(unit, idempotency_key, "create_saved_reply", mark, key)
        reply = await _own(actor, key)
    return ReplyWritten(reply, unit.cursor)


async def _insert(unit: UnitOfWork, kept: ReplyDraft) -> int:
    now_ = now_micros()
    rows = await unit.fetch(
        "INSERT INTO saved_reply (account_id, name, folded_name, subject, html, version, "
        "created_at, updated_at, updated_by) VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?) RETURNING id",
        (
            unit.actor.account_id,
            kept.name,
            fold(kept.name),
            kept.subject,
            kept.html,
            now_,
            now_,
            unit.actor.name,
        ),
    )
    key = int(rows[0][0])
    unit.record(SavedReplyCreated(key, name=kept.name))
    return key


async def update_reply(
    actor: Actor, reply_id: int, version: int, draft: ReplyDraft
) -> ReplyWritten:
    """Give a saved reply another name, subject and text.

    Raises:
        StaleVersion: somebody changed it meanwhile.
        SavedReplyNameTaken, UnknownPlaceholder, NotFound, Required, TooLong, InvalidCharacters,
        Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    kept = _checked(draft)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await _own(actor, reply_id)
        if before.version != version:
            raise StaleVersion(("version",), current_version=before.version)
        await _refuse_taken(unit, kept.name, but=reply_id)
        await unit.execute(
            "UPDATE saved_reply SET name = ?, folded_name = ?, subject = ?, html = ?, "
            "version = version + 1, updated_at = ?, updated_by = ? WHERE id = ?",
            (
                kept.name,
                fold(kept.name),
                kept.subject,
                kept.html,
                now_micros(),
                actor.name,
                reply_id,
            ),
        )
        unit.record(SavedReplyUpdated(reply_id, version=version + 1, name=kept.name))
        reply = await _own(actor, reply_id)
    return ReplyWritten(reply, unit.cursor)


async def delete_reply(actor: Actor, reply_id: int) -> str:
    """Delete a saved reply; it can be brought back for a while.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        reply = await _own(actor, reply_id)
        await unit.execute(
            "UPDATE saved_reply SET deleted_at = ?, version = version + 1 WHERE id = ?",
            (now_micros(), reply_id),
        )
        unit.record(SavedReplyDeleted(reply_id, version=reply.version + 1, name=reply.name))
    return unit.cursor


async def restore_reply(actor: Actor, reply_id: int) -> ReplyWritten:
    """Bring back a deleted saved reply.

    Raises:
        SavedReplyNameTaken: another one got its name meanwhile.
        NotFound, Forbidden
    """
    actor.require(Permission.SEND_MESSAGES)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        reply = (await replies_by_id(actor, (reply_id,), deleted=True)).get(reply_id)
        if reply is None:
            raise NotFound(("id",))
        await _refuse_taken(unit, reply.name)
        await unit.execute(
            "UPDATE saved_reply SET deleted_at = NULL, version = version + 1 WHERE id = ?",
            (reply_id,),
        )
        unit.record(SavedReplyRestored(reply_id, version=reply.version + 1, name=reply.name))
        reply = await _own(actor, reply_id)
    return ReplyWritten(reply, unit.cursor)


async def find_replies(actor: Actor, ids: Collection[int]) -> dict[int, SavedReplyRow]:
    """Return those of some saved replies that the actor's account has.

    Raises:
        Forbidden
    """
    return await replies_by_id(actor, ids)


async def fill_reply(actor: Actor, reply_id: int, contact_id: int) -> FilledReply:
    """Return a saved reply with what is known of a contact filled in.

    Raises:
        NotFound: no such reply, or contact.
        Forbidden
    """
    reply = await _own(actor, reply_id)
    contact = (await contacts_by_id(actor, (contact_id,), Wanted(emails=True))).get(contact_id)
    if contact is None:
        raise NotFound(("contactId",))
    email = contact.primary_email
    values = {
        "given_name": contact.given_name or "",
        "family_name": contact.family_name or "",
        "full_name": " ".join(filter(None, (contact.given_name, contact.family_name))),
        "company": contact.company or "",
        "position": contact.position or "",
        "email": email.address if email else "",
        "my_name": actor.name,
        "my_account": await account_name(actor.account_id),
    }
    subject = None if reply.subject is None else fill_line(reply.subject, values)
    return FilledReply(subject, fill_html(reply.html, values))


async def purge_deleted_replies() -> int:
    """Erase, in every account, the replies deleted CARNET_DELETED_CONTACT_DAYS ago."""
    limit = to_micros(now() - timedelta(days=settings().deleted_contact_days))
    async with unit_of_work(Actor.system(0)) as unit:
        return await unit.execute("DELETE FROM saved_reply WHERE deleted_at <= ?", (limit,))


def _checked(draft: ReplyDraft) -> ReplyDraft:
    name = clean_line(draft.name, ("name",), maximum=REPLY_NAME_LENGTH)
    if name is None:
        raise Required(("name",))
    if len(draft.html) > HTML_LENGTH:
        raise TooLong(("html",), maximum=HTML_LENGTH)
    html = clean_html(draft.html)
    if not html:
        raise Required(("html",))
    subject = clean_line(draft.subject, ("subject",), maximum=SUBJECT_LENGTH)
    check_placeholders(html, "html")
    check_placeholders(subject or "", "subject")
    return ReplyDraft(name, html, subject)


async def _own(actor: Actor, reply_id: int) -> SavedReplyRow:
    found = (await replies_by_id(actor, (reply_id,))).get(reply_id)
    if found is None:
        raise NotFound(("id",))
    return found


async def _refuse_taken(unit: UnitOfWork, name: str, *, but: int = 0) -> None:
    rows = await unit.fetch(
        "SELECT id FROM saved_reply WHERE account_id = ? AND folded_name = ? AND id <> ? "
        "AND deleted_at IS NULL",
        (unit.actor.account_id, fold(name), but),
    )
    if rows:
        raise SavedReplyNameTaken(("name",), id=encode_id("SavedReply", rows[0][0]))
