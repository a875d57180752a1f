"""What a timeline's entries are about, gathered from the facts of every domain."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from backend.billing.events import DocumentChanged, DocumentRendered
from backend.contacts.events import (
    ContactPartChanged,
    ContactPurged,
    ContactTouched,
    OfContact,
)
from backend.core.change_log import Fact
from backend.core.stories import Told

CONTACT = "Contact"
CARD = "Card"
_UNTOLD = frozenset(
    {
        ContactTouched.kind,
        ContactPartChanged.kind,
        ContactPurged.kind,
        DocumentChanged.kind,
        DocumentRendered.kind,
    }
)
"""What the fact beside it tells already; the end, after which nobody is left to read of; that a
draft saved itself, and that a PDF is there.
"""


def topics() -> dict[str, tuple[str, ...]]:
    """Return the kinds of facts that timelines tell, by what they are about: type names."""
    found: dict[str, set[str]] = {}
    for fact in told_facts():
        found.setdefault(fact.subject_type, set()).add(fact.kind)
    return {topic: tuple(sorted(kinds)) for topic, kinds in sorted(found.items())}


def told_facts() -> Iterator[type[Fact]]:
    """Yield the facts of the loaded domains that timelines tell."""
    for fact in _concrete(Fact):
        is_told = fact.subject_type == CONTACT or issubclass(fact, OfContact)
        if is_told and fact.kind not in _UNTOLD:
            yield fact


def told(chosen: Collection[str] | None = None) -> Told:
    """Return which facts a timeline tells of some topics, of all when None."""
    known = topics()
    if chosen is None:
        return Told(CONTACT, own=known[CONTACT])
    about = tuple(kind for topic in sorted(set(chosen)) for kind in known.get(topic, ()))
    return Told(CONTACT, own=known[CONTACT] if CONTACT in chosen else (), about=about)


def _concrete(fact: type[Fact]) -> Iterator[type[Fact]]:
    for known in fact.__subclasses__():
        if known.__module__.startswith("backend.") and hasattr(known, "kind"):
            yield known
        yield from _concrete(known)
