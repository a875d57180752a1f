"""Finding people from the command palette."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from unicodedata import combining, normalize

from frontend.components.command_palette import Found
from frontend.operations import load
from frontend.pages.contact_parts.places import contact_url
from frontend.pages.contact_parts.words import contact_name
from frontend.session import Session

FOUND_LIMIT = 8
READ_LIMIT = 50
"""How many are read to choose the best from."""


async def find_contacts(session: Session, text: str) -> list[Found]:
    """Find people: first those with such a word, then with words that start so, then by last
    activity.
    """
    data = await session.client.run(
        load("contacts/find_contacts"), {"search": text, "first": READ_LIMIT}
    )
    contacts = [edge["node"] for edge in data["contacts"]["edges"]]
    best = sorted(contacts, key=lambda contact: distance(contact, text))[:FOUND_LIMIT]
    return [
        Found(
            contact["id"],
            contact_name(contact),
            contact_url(contact["id"]),
            "user",
            hint=contact["company"] or (contact["primaryEmail"] or {}).get("address") or "",
        )
        for contact in best
    ]


def distance(contact: Mapping[str, Any], text: str) -> int:
    """Return 0 when all that was typed are words of the name or company, 1 when words start so,
    else 2.
    """
    wanted = _words(text)
    words = _words(f"{contact_name(contact)} {contact['company'] or ''}")
    if all(word in words for word in wanted):
        return 0
    return 1 if all(any(own.startswith(word) for own in words) for word in wanted) else 2


def _words(text: str) -> list[str]:
    """Return words without accents and case."""
    plain = "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
    return plain.casefold().replace("-", " ").split()
