"""Boards of the demo account: a sale and a project for some of its first people.

Texts are in one file per language: of each card its title, the place of its step, its value in
euros and in how many days it is due.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from backend.accounts.service.people import member_of_user
from backend.cli.demo_people import demo_contact
from backend.contacts.emails import normalize_email
from backend.contacts.service.finding import contacts_by_email
from backend.core.clock import now
from backend.core.money import Money
from backend.core.permissions import Actor
from backend.workflows.rules.kinds import WorkflowTemplate
from backend.workflows.service import CardDraft, add_card, create_workflow
from backend.workflows.service.finding import steps_of_workflow, workflow_ids

PEOPLE = 24
_TEMPLATES = {"sales": WorkflowTemplate.SALES, "projects": WorkflowTemplate.WEB_PROJECT}


async def fill_demo_boards(actor: Actor, language: str) -> bool:
    """Make them, unless the account has a board; tell whether they were made."""
    if await workflow_ids(actor):
        return False
    texts = tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text("utf-8"))
    people = await _people(actor)
    for name, template in _TEMPLATES.items():
        await _board(actor, template, texts[name], people)
    return True


async def _people(actor: Actor) -> list[int]:
    drafts = (demo_contact(number, now()) for number in range(PEOPLE))
    addresses = [normalize_email(draft.emails[0].address) for draft in drafts if draft.emails]
    found = await contacts_by_email(actor, [address for address in addresses if address])
    return [found[address][0] for address in addresses if address and found.get(address)]


async def _board(
    actor: Actor,
    template: WorkflowTemplate,
    cards: Sequence[Sequence[Any]],
    people: Sequence[int],
) -> None:
    board = (await create_workflow(actor, template=template)).workflow
    steps = await steps_of_workflow(actor, board.pk)
    own = actor.user_id and await member_of_user(actor.account_id, actor.user_id)
    today = now().date()
    for number, (title, place, euros, days) in enumerate(cards):
        contact = people[number % len(people)] if people else None
        await add_card(
            actor,
            CardDraft(
                steps[place].pk,
                title or (None if contact else "…"),
                contact,
                value=None if euros == "" else Money.of(Decimal(str(euros)), "EUR"),
                due_on=None if days == "" else today + timedelta(days=days),
                assignee=own.id if own and number % 3 else None,
            ),
        )
