"""What somebody who asks says of themselves: checked, compared, and sealed."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import asdict, dataclass

import orjson

from backend.accounts.errors import EmailInvalid
from backend.contacts.emails import normalize_email
from backend.contacts.errors import PhoneInvalid
from backend.contacts.limits import EMAIL_LENGTH, PHONE_LENGTH
from backend.contacts.names import name_words
from backend.contacts.phones import parse_phone
from backend.core.errors import Refusal, Refusals
from backend.core.secrets import derived_key, seal, unseal
from backend.core.text import clean_line
from backend.privacy.errors import DetailsNeeded
from backend.privacy.rules import NAME_LENGTH, RequestKind


@dataclass(frozen=True, slots=True)
class Details:
    """Name, e-mail and phone as given; at least one of them."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None


def check_details(given: Details, country: str) -> Details:
    """Return details trimmed; ``country`` is the account's, for its phone numbers.

    Raises:
        Refusals: a text that is too long or odd, no e-mail, no phone, or nothing at all.
    """
    refused: list[Refusal] = []
    found: dict[str, str | None] = {}
    limits = {"name": NAME_LENGTH, "email": EMAIL_LENGTH, "phone": PHONE_LENGTH}
    for name, maximum in limits.items():
        try:
            found[name] = clean_line(getattr(given, name), ("details", name), maximum=maximum)
        except Refusal as refusal:
            refused.append(refusal)
    if (email := found.get("email")) and normalize_email(email) is None:
        refused.append(EmailInvalid(("details", "email")))
    if (phone := found.get("phone")) and parse_phone(phone, country) is None:
        refused.append(PhoneInvalid(("details", "phone")))
    if not refused and not any(found.values()):
        refused.append(DetailsNeeded(("details",)))
    Refusals.raise_if(refused)
    return Details(**found)


def match_key(kind: RequestKind, details: Details, country: str) -> str:
    """Return what two requests of one kind and the same details share; it tells nothing else."""
    phone = parse_phone(details.phone, country) if details.phone else None
    words = (
        kind.value,
        " ".join(sorted(name_words(details.name))),
        normalize_email(details.email) if details.email else "",
        phone.digits if phone else "",
    )
    return hmac.new(derived_key("privacy"), orjson.dumps(words), hashlib.sha256).hexdigest()


def seal_details(details: Details) -> str:
    """Return details as the database keeps them."""
    return seal(orjson.dumps(asdict(details)))


def unseal_details(sealed: str | None) -> Details | None:
    """Return kept details; None once the person is erased, or under another key of the server."""
    if sealed is None:
        return None
    try:
        return Details(**orjson.loads(unseal(sealed)))
    except ValueError:
        return None
