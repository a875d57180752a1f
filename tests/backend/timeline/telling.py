"""Stories to test with, and how they read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.contacts.events import AboutContact
from backend.core.paging import PageRequest
from backend.core.unit_of_work import unit_of_work
from backend.timeline.queries import TimelinePage, timeline_of


@dataclass(frozen=True, slots=True)
class LetterSent(AboutContact):
    """A fact of a domain above contacts."""

    kind: ClassVar[str] = "letter.sent"
    subject_type: ClassVar[str] = "Letter"

    title: str


async def send_letters(actor, contact, *titles: str, first: int = 1) -> None:
    async with unit_of_work(actor) as unit:
        unit.record_many(
            LetterSent(first + place, contact.pk, title) for place, title in enumerate(titles)
        )


async def page(
    actor, contact, topics=None, *, counted: bool = False, **asked: object
) -> TimelinePage:
    request = PageRequest.of(**asked)  # type: ignore[arg-type]
    return await timeline_of(actor, contact.pk, request, topics, counted=counted)


def words(entries) -> list[str]:
    """Entries in few words: the kind, and what it is about or what changed."""
    return [
        " ".join(
            [
                entry.kind,
                *filter(None, [entry.title]),
                *(
                    f"{each.field}{f'({each.name})' if each.name else ''}:"
                    f"{'+'.join(each.before)}→{'+'.join(each.after)}"
                    for each in entry.changes
                ),
            ]
        )
        for entry in entries
    ]


async def told(actor, contact, topics=None) -> list[str]:
    return words((await page(actor, contact, topics)).entries)
