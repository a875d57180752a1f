"""A row that stays out, or comes in without a cell, and what of it was refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from backend.accounts.errors import EmailInvalid
from backend.contacts.drafts import ContactDraft
from backend.contacts.emails import normalize_email
from backend.contacts.limits import EMAIL_LENGTH
from backend.core.errors import Refusal, TooLong
from backend.imports.contact import ImportedContact, ImportedEmail, LeftOut
from backend.imports.reader import RefusedRow, Row

_SHOWN_CHARACTERS = 100


@dataclass(frozen=True, slots=True)
class Refused:
    """A row, why it stays out, and the text at fault when it is one of several in a cell.

    ``imported``: only the cell at fault stays out.
    """

    row: Row | RefusedRow
    refusal: Refusal
    text: str = ""
    imported: bool = False


def without_bad_emails(contact: ImportedContact) -> ImportedContact:
    """Return the contact with the addresses that are none among what is left out.

    When nobody could be named or reached by what is left, the contact stays as it is.
    """
    good = [email for email in contact.emails if _is_address(email.address)]
    named = contact.given_name or contact.family_name or contact.company
    if not (good or named or contact.phones):
        return contact
    bad = [_bad_email(email) for email in contact.emails if not _is_address(email.address)]
    return replace(contact, emails=good, left_out=[*bad, *contact.left_out])


def _bad_email(email: ImportedEmail) -> LeftOut:
    refusal: Refusal = EmailInvalid()
    if len(email.address) > EMAIL_LENGTH:
        refusal = TooLong(maximum=EMAIL_LENGTH)
    return LeftOut(email.column, email.address, refusal)


def left_out(row: Row, cell: LeftOut) -> Refused:
    """Return why the row was imported without a cell."""
    return Refused(row, cell.refusal.at(cell.column), cell.text[:_SHOWN_CHARACTERS], imported=True)


def _is_address(text: str) -> bool:
    return len(text) <= EMAIL_LENGTH and normalize_email(text.strip()) is not None


def refused_text(draft: ContactDraft, path: Sequence[str]) -> str:
    """Return the e-mail or phone of a draft that the path of a refusal leads to, or nothing."""
    match path:
        case ["emails", place, *_]:
            return draft.emails[int(place)].address[:_SHOWN_CHARACTERS]
        case ["phones", place, *_]:
            return draft.phones[int(place)].number[:_SHOWN_CHARACTERS]
    return ""
