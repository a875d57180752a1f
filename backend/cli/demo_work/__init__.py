"""What was done for the first people of the demo account: tasks, notes, sites, a file, messages.

Texts are in one file per language. Nothing leaves: messages are kept as if they had been sent and
received.
"""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

from backend.cli.demo_people import demo_contact
from backend.contacts.emails import normalize_email
from backend.contacts.service.finding import contacts_by_email
from backend.core.clock import now
from backend.core.permissions import Actor
from backend.core.stories import Told, count_stories
from backend.core.unit_of_work import unit_of_work
from backend.files.service import add_attachments, create_upload
from backend.files.service.upload import append_piece, find_upload, finish_upload
from backend.inbox.drafts import MessageDraft
from backend.inbox.mail.received import Body, Received
from backend.inbox.mailboxes import no_mailbox
from backend.inbox.rules.kinds import MessageKind
from backend.inbox.service import mark_threads
from backend.inbox.service.receive import receive_letter
from backend.inbox.service.threads import thread_of_contact
from backend.inbox.service.write import keep_sent
from backend.notes.kinds import NoteKind
from backend.notes.service import NoteDraft, add_note
from backend.sites.service import SiteDraft, create_site
from backend.tasks.service import DueDraft, TaskDraft, create_task

PEOPLE = 24
UNREAD = 2
STRANGER = "bakery@example.net"
_HOURS_BETWEEN_MESSAGES = 5
_ABOUT = Told("Contact", own=())


async def fill_work(actor: Actor, language: str) -> bool:
    """Make it, unless something was done for these people already; tell whether it was made."""
    people = await _people(actor)
    done = await count_stories(actor.account_id, _ABOUT, list(people.values()))
    if not people or any(done.values()):
        return False
    texts = tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text("utf-8"))
    keys = list(people.values())
    await _tasks(actor, keys, texts["tasks"])
    await _notes(actor, keys, texts["notes"])
    await _sites(actor, keys, texts["sites"])
    await _file(actor, keys[0], *texts["file"])
    await _messages(actor, people, texts)
    return True


async def _people(actor: Actor) -> dict[str, int]:
    """Return the first people of the book that have an e-mail: keys by address."""
    drafts = (demo_contact(number, now()) for number in range(PEOPLE))
    addresses = [normalize_email(draft.emails[0].address) for draft in drafts if draft.emails]
    found = await contacts_by_email(actor, [address for address in addresses if address])
    return {address: found[address][0] for address in addresses if address and found.get(address)}


async def _tasks(actor: Actor, keys: Sequence[int], tasks: Sequence[Sequence[Any]]) -> None:
    today = now().date()
    for number, (title, days) in enumerate(tasks):
        due = None if days == "" else DueDraft(on=today + timedelta(days=days))
        await create_task(actor, TaskDraft(title, keys[number % len(keys)], due))


async def _notes(actor: Actor, keys: Sequence[int], notes: Sequence[Sequence[Any]]) -> None:
    for number, (kind, text, pinned) in enumerate(notes):
        draft = NoteDraft(text, NoteKind(kind) if kind else None, pinned)
        await add_note(actor, keys[number // 2 % len(keys)], draft)


async def _sites(actor: Actor, keys: Sequence[int], names: Sequence[str]) -> None:
    for number, name in enumerate(names):
        draft = SiteDraft(f"site{number + 1}.example.org", name, "https://panel.example.org")
        await create_site(actor, draft, contact_id=keys[number % len(keys)])


async def _file(actor: Actor, key: int, name: str, text: str) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield text.encode()

    upload = await create_upload(actor, name, len(text.encode()))
    await append_piece(actor, upload, 0, pieces())
    sent = await find_upload(actor, upload.token or "")
    if sent is not None:
        await finish_upload(actor, sent)
        await add_attachments(actor, key, [sent.upload_id])


async def _messages(actor: Actor, people: Mapping[str, int], texts: Mapping[str, Any]) -> None:
    mailbox = no_mailbox(actor.account_id)
    talks = list(zip(people.items(), texts["conversations"], strict=False))
    for place, ((address, key), turns) in reversed(list(enumerate(talks))):
        begun = now() - timedelta(days=2 * place, hours=_HOURS_BETWEEN_MESSAGES * len(turns))
        for number, (way, subject, text) in enumerate(turns):
            at = begun + timedelta(hours=_HOURS_BETWEEN_MESSAGES * number)
            if way == "out":
                await keep_sent(actor, MessageDraft(_html(text), key, subject=subject or None), at)
            else:
                said = subject or f"Re: {turns[0][1]}"
                letter = _letter(f"{place}-{number}", address, "", said, text, at)
                await receive_letter(mailbox, letter, None)
        if place >= UNREAD:
            async with unit_of_work(actor) as unit:
                thread_id = await thread_of_contact(unit, key)
            await mark_threads(actor, [thread_id], is_read=True)
    subject, text = texts["stranger"]
    at = now() - timedelta(hours=1)
    letter = _letter("stranger", STRANGER, texts["stranger_name"], subject, text, at)
    await receive_letter(mailbox, letter, None)


def _letter(
    name: str, address: str, called: str, subject: str, text: str, at: datetime
) -> Received:
    return Received(
        rfc_id=f"demo-{name}@example.org",
        kind=MessageKind.LETTER,
        from_name=called,
        from_address=address,
        recipients=(),
        subject=subject,
        at=at,
        in_reply_to=None,
        reference_ids=(),
        body=Body(_html(text), None, None, text),
    )


def _html(text: str) -> str:
    paragraphs = (escape(each).replace("\n", "<br>") for each in text.split("\n\n"))
    return "".join(f"<p>{each}</p>" for each in paragraphs)
