"""The consent by which people are subscribed: where they gave it, on which day, by which way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from backend.contacts.errors import ConsentInFuture
from backend.contacts.kinds import ConsentSource
from backend.core.clock import now
from backend.core.permissions import Actor
from backend.core.text import clean_line

CONSENT_LENGTH = 500
"""In characters, of where they gave it."""
_EARLIEST_DAWN = timedelta(hours=14)
"""East of here nobody is: whoever asks may have a later day than UTC."""

CLIENT_LENGTH = 45
"""An address of the Internet, as long as they are written."""
PROGRAM_LENGTH = 300
_BY_KIND = {"user": ConsentSource.HAND, "token": ConsentSource.API}


@dataclass(frozen=True, slots=True)
class ConsentOrigin:
    """By what subscription statuses change.

    ``proof`` says where and how the person agreed, or did no more. ``campaign_id`` is the campaign
    whose link it was; ``client`` and ``program`` are the address and the user agent that asked.
    """

    source: ConsentSource
    proof: str = ""
    campaign_id: int | None = None
    client: str = ""
    program: str = ""

    @staticmethod
    def by(actor: Actor, proof: str = "") -> ConsentOrigin:
        """Return what it is where nothing else is said: whoever acts, by hand or by the API."""
        return ConsentOrigin(_BY_KIND.get(actor.kind, ConsentSource.SYSTEM), proof)


def refuse_future_day(day: date, path: tuple[str, ...]) -> None:
    """Refuse a day that it is not yet anywhere on Earth.

    Raises:
        ConsentInFuture
    """
    if day > (now() + _EARLIEST_DAWN).date():
        raise ConsentInFuture(path)


def clean_proof(proof: str | None, path: tuple[str, ...] = ("consentSource",)) -> str:
    """Return where and how somebody agreed, as it is kept; empty when nothing is said.

    Raises:
        TooLong, InvalidCharacters
    """
    return clean_line(proof, path, maximum=CONSENT_LENGTH) or ""
