"""Sending the link of a copy to the client: a letter with words of one's own.

The link itself stands in no message: it is put in as the letter leaves, and as long as it works.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from html import escape

from backend.accounts.errors import EmailInvalid
from backend.accounts.service.people import account_of
from backend.contacts.emails import normalize_email
from backend.contacts.limits import EMAIL_LENGTH
from backend.contacts.rows import EVERYTHING, ContactRow
from backend.contacts.service.finding import contacts_by_id
from backend.core.clock import now_micros
from backend.core.errors import NotFound, Required
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.locale import known_locale, translate
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line, clean_lines
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.inbox.closings import Words
from backend.inbox.service.posting import Post, post_letter
from backend.privacy.copy_queries import links_of, request_of_message
from backend.privacy.queries import find_request
from backend.privacy.rows import RequestRow
from backend.privacy.rules import KEPT, RequestState
from backend.privacy.service.changing import (
    RequestWritten,
    change_request,
    locked_request,
    require_state,
)
from backend.privacy.service.links import link_url, open_link

_SUBJECT_LENGTH, _MESSAGE_LENGTH = 300, 5_000
_SEND = "send_privacy_copy"


@dataclass(frozen=True, slots=True)
class CopyLetter:
    """A letter to the client, plain text; a button with the link follows the message."""

    to: str | None = None
    subject: str | None = None
    message: str | None = None


async def letter_for(actor: Actor, request_id: int) -> CopyLetter:
    """Return the letter that is proposed, in the account's language.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    request = await find_request(actor.account_id, request_id)
    if request is None:
        raise NotFound(("id",))
    account = await account_of(actor)
    locale = known_locale(account.locale)
    people = await _people(actor, request)
    addresses = [email.address for person in people for email in person.emails]
    given = request.details.email if request.details else None
    # Whoever asked by an address that is known is answered there, and nobody else by a slip.
    asked = normalize_email(given) if given else None
    known = (each for each in addresses if asked and normalize_email(each) == asked)
    to = next(known, None) or next(iter(addresses), given)
    name = people[0].display_name if people else ""
    message = translate(
        locale,
        "Hello {name},\n\nyou asked us for a copy of your data. You can download it by the link "
        "below, for {days} days. It holds everything that we keep about you: please pass the link "
        "on to nobody.\n\nKind regards\n{holder}",
        name=name,
        days=KEPT.days,
        holder=account.name,
    )
    return CopyLetter(to, translate(locale, "The copy of your data"), message)


async def send_copy(
    actor: Actor, request_id: int, draft: CopyLetter, *, idempotency_key: str | None = None
) -> RequestWritten:
    """Send the link of a copy; it leaves after the commit.

    Raises:
        WrongRequestState: the copy is not ready.
        Required: nobody's address is known, or nothing is written.
        EmailInvalid, TooLong, InvalidCharacters, NotFound, IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    actor.require(Permission.SEND_MESSAGES)
    mark = fingerprint(_SEND, {"request": request_id, **asdict(draft)})
    letter = _checked(draft, await letter_for(actor, request_id))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        if await earlier_result(unit, idempotency_key, _SEND, mark) is None:
            request = await locked_request(unit, request_id)
            require_state(request, RequestState.READY)
            await open_link(unit, request)
            await _post(unit, request, letter)
            await change_request(unit, request, {})
            await remember_result(unit, idempotency_key, _SEND, mark, request_id)
    return RequestWritten(request_id, unit.cursor)


def _checked(draft: CopyLetter, proposed: CopyLetter) -> CopyLetter:
    to = clean_line(draft.to, ("to",), maximum=EMAIL_LENGTH) if draft.to else proposed.to
    if to is None:
        raise Required(("to",))
    if normalize_email(to) is None:
        raise EmailInvalid(("to",))
    subject, message = proposed.subject, proposed.message
    if draft.subject is not None:
        subject = clean_line(draft.subject, ("subject",), maximum=_SUBJECT_LENGTH)
    if draft.message is not None:
        message = clean_lines(draft.message, ("message",), maximum=_MESSAGE_LENGTH)
    for name, text in (("subject", subject), ("message", message)):
        if text is None:
            raise Required((name,))
    return CopyLetter(to, subject, message)


async def _post(unit: UnitOfWork, request: RequestRow, letter: CopyLetter) -> None:
    people = await _people(unit.actor, request)
    normalized = normalize_email(letter.to or "")
    here = [each for each in people if each.deleted_micros is None]
    own = [each for each in here if normalized in _normalized(e.address for e in each.emails)]
    contact = next(iter(own or here), None)
    paragraphs = (letter.message or "").split("\n\n")
    html = "".join(f"<p>{escape(each).replace(chr(10), '<br>')}</p>" for each in paragraphs)
    post = Post(
        html,
        letter.subject or "",
        letter.to or "",
        contact.display_name if contact else "",
        contact.pk if contact else None,
    )
    message_id = await post_letter(unit, post)
    await unit.execute(
        "INSERT INTO privacy_letter (account_id, request_id, message_id, at, sent_by) "
        "VALUES (?, ?, ?, ?, ?)",
        (unit.actor.account_id, request.pk, message_id, now_micros(), unit.actor.name),
    )


async def closing_of(account_id: int, message_id: int) -> Words | None:
    """Return the button that leads to a copy, for the letter that it goes with."""
    request_id = await request_of_message(account_id, message_id)
    if request_id is None:
        return None
    link = (await links_of(account_id, (request_id,))).get(request_id)
    url = link_url(link) if link else None
    if url is None:
        return None
    account = await account_of(Actor.system(account_id))
    label = translate(known_locale(account.locale), "Download the copy of your data")
    style = (
        "display:inline-block;padding:12px 20px;border-radius:8px;background:#1f6b54;color:#ffffff;"
        "font-weight:600;text-decoration:none"
    )
    anchor = f'<a href="{escape(url)}" style="{style}">{escape(label)}</a>'
    return Words(f"{label}\n{url}", f'<p style="margin:24px 0">{anchor}</p>')


async def _people(actor: Actor, request: RequestRow) -> list[ContactRow]:
    found = await contacts_by_id(actor, request.contact_keys, EVERYTHING)
    return [found[key] for key in request.contact_keys if key in found]


def _normalized(addresses: Iterable[str]) -> set[str | None]:
    return {normalize_email(each) for each in addresses}
