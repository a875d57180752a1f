"""``carnet demo``: an account to look at, full of people who do not exist."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from backend.accounts.service.provision import Provision, act_as, provision_person
from backend.cli.demo_billing import fill_demo_billing
from backend.cli.demo_boards import fill_demo_boards
from backend.cli.demo_campaigns import fill_demo_campaigns
from backend.cli.demo_people import demo_contact
from backend.cli.demo_words import words
from backend.cli.demo_work import fill_work
from backend.cli.long_run import long_run
from backend.cli.session import command_session
from backend.contacts.filters import Deleted
from backend.contacts.service import add_contacts
from backend.contacts.service.finding import count_contacts
from backend.core.clock import now
from backend.core.errors import NotFound
from backend.core.locale import known_locale
from backend.core.permissions import Actor
from backend.core.unit_of_work import unit_of_work
from backend.labels.rules import LabelColor
from backend.labels.service import create_label, labels_by_name

EMAIL = "demo@example.org"
PASSWORD = "a book of clients"  # noqa: S105 - documented, and of nothing but made-up people
CONTACTS = 200
BATCH = 1000


def demo(
    contacts: Annotated[int, typer.Option(min=0, help="How many there are afterwards.")] = CONTACTS,
    locale: Annotated[str, typer.Option(help="The account's language: en, fr or it.")] = "en",
) -> None:
    """Make the demo account and its contacts; run again, it adds what is missing."""
    asyncio.run(_run(contacts, known_locale(locale)))


async def _run(contacts: int, locale: str) -> None:
    async with command_session() as chosen:
        actor, is_new = await demo_actor(locale)
        with long_run(), Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("Contacts", total=contacts)
            made = await fill_book(actor, contacts, locale, lambda n: bar.update(task, completed=n))
        await fill_work(actor, locale)
        await fill_demo_boards(actor, locale)
        await fill_demo_billing(actor, locale)
        await fill_demo_campaigns(actor, locale)
    print(f"{made:,} contacts made." if made else "Every contact is there already.")
    unless = "" if is_new else ", unless you have changed it"
    print(f"Sign in on {chosen.public_url} as {EMAIL} with the password: {PASSWORD}{unless}")


async def demo_actor(locale: str) -> tuple[Actor, bool]:
    """Return the demo person in their account, and whether they were made just now."""
    try:
        return await act_as(EMAIL), False
    except NotFound:
        person = Provision("Demo", EMAIL, PASSWORD, account="Demo", locale=locale)
        await provision_person(person)
        return await act_as(EMAIL), True


async def fill_book(actor: Actor, count: int, locale: str, progress: Callable[[int], None]) -> int:
    """Make demo contacts until the account has ``count``, its trash included; return how many.

    They come in batches in the order of their numbers, so one that was broken off is continued.
    """
    have = await count_contacts(actor, Deleted(deleted=False))
    have += await count_contacts(actor, Deleted(deleted=True))
    labels = await _labels(actor, locale) if have < count else []
    present = now()
    for start in range(have, count, BATCH):
        end = min(start + BATCH, count)
        drafts = [demo_contact(number, present, labels) for number in range(start, end)]
        async with unit_of_work(actor) as unit:
            await add_contacts(unit, drafts, bulk=True)
        progress(end)
    return max(0, count - have)


async def _labels(actor: Actor, locale: str) -> list[int]:
    keys = []
    for name, color in words(locale).labels:
        found = await labels_by_name(actor, (name,))
        label = next(iter(found.values()), None)
        if label is None:
            label = (await create_label(actor, name, LabelColor(color))).label
        keys.append(label.pk)
    return keys
