"""Letters that other domains write: to any address, with files of the server's own."""

from __future__ import annotations

from dataclasses import dataclass

from backend.contacts.emails import normalize_email
from backend.contacts.errors import ContactDeleted
from backend.contacts.rows import Wanted
from backend.contacts.service.finding import contacts_by_id
from backend.core.permissions import Permission
from backend.core.unit_of_work import UnitOfWork
from backend.files.rows import FileRow
from backend.inbox.rules.plain_text import text_of
from backend.inbox.service.senders import sender_of
from backend.inbox.service.threads import thread_of_address, thread_of_contact
from backend.inbox.service.write import CheckedLetter, Target, keep_letter


@dataclass(frozen=True, slots=True)
class Post:
    """A letter of clean HTML. Without a contact it stands in the thread of its address.

    ``files`` were kept by ``files.service.keep_bytes``; ``copy_to`` gets a blind copy.
    """

    html: str
    subject: str
    address: str
    name: str = ""
    contact_id: int | None = None
    files: tuple[FileRow, ...] = ()
    copy_to: str | None = None


async def post_letter(unit: UnitOfWork, post: Post) -> int:
    """Keep a letter and queue it, in the unit of whoever writes it; return the message's key.

    Raises:
        ContactDeleted: the contact is in the trash.
        Forbidden
    """
    unit.actor.require(Permission.SEND_MESSAGES)
    letter = CheckedLetter(
        post.html, text_of(post.html), post.subject, None, files=post.files, copy_to=post.copy_to
    )
    return await keep_letter(unit, letter, await _target(unit, post), await sender_of(unit.actor))


async def _target(unit: UnitOfWork, post: Post) -> Target:
    if post.contact_id is None:
        address = normalize_email(post.address) or post.address
        thread = await thread_of_address(unit, address, post.name)
        return Target(thread, None, post.address, post.name)
    found = await contacts_by_id(unit.actor, (post.contact_id,), Wanted())
    contact = found.get(post.contact_id)
    if contact is None or contact.deleted_micros is not None:
        raise ContactDeleted(("contactId",))
    thread = await thread_of_contact(unit, post.contact_id)
    return Target(thread, post.contact_id, post.address, post.name or contact.display_name)
