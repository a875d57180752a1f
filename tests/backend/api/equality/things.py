"""A small account with something of everything, more than one of most, and what to ask about it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from graphql import GraphQLSchema, get_named_type, is_required_argument

from backend.api.app import Api
from backend.billing.rules.kinds import DocumentKind
from backend.core import clock
from backend.core.errors import InvalidId
from backend.core.ids import decode_any_id, decode_id, encode_id
from backend.core.money import Money
from backend.core.permissions import Actor
from backend.notes.service import NoteDraft, add_note
from tests.backend.api.access.world import World, new_world
from tests.backend.api.equality.values import Known, thing_of
from tests.factories.accounts import Person
from tests.factories.api import Asker
from tests.factories.billing import line, new_document, new_issued
from tests.factories.contacts import many_contacts, new_label
from tests.factories.custom_fields import contacts_with_values, one_of_each
from tests.factories.inbox import new_message
from tests.factories.tasks import new_task
from tests.factories.workflows import new_board, new_card

CONTACTS, CARDS, TASKS, NOTES = 12, 10, 6, 3


async def fill(api: Api, seed: int = 1) -> tuple[Person, dict[str, list[str]]]:
    """Make the account; return its owner, and the ids of what is in it by type."""
    world = await new_world(api)
    owner, random = world.owner, Random(seed)
    ids = _ids_of(world)
    labels = [await new_label(owner.actor, f"{name} label") for name in ("Zoë", "a", "É")]
    plain = await many_contacts(owner.actor, CONTACTS, labels=labels, seed=seed)
    fields = list((await one_of_each(owner.actor)).values())
    valued = await contacts_with_values(owner.actor, fields, CONTACTS, seed=seed)
    contacts = [*plain[:6], *valued[:6], decode_id(world["contact"], "Contact")]
    ids["Contact"] += [encode_id("Contact", key) for key in contacts]
    ids["Label"] += [encode_id("Label", key) for key in labels]
    ids["CustomField"] += [field.id for field in fields]
    await _add_work(owner.actor, random, contacts, ids)
    await _add_documents(owner.actor, decode_id(world["tax"], "Tax"), random, contacts, ids)
    return owner, ids


def _ids_of(world: World) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for value in world.ids.values():
        try:
            name, _ = decode_any_id(value) if isinstance(value, str) else ("", 0)
        except InvalidId:
            continue
        if name:
            found.setdefault(name, []).append(value)
    return found


async def _add_work(
    actor: Actor, random: Random, contacts: list[int], ids: dict[str, list[str]]
) -> None:
    board = await new_board(actor, name="Ünal")
    member = decode_id(ids["Member"][0], "Member")
    ids["Workflow"].append(board.workflow.id)
    ids["WorkflowStep"] += [step.id for step in board.steps]
    for number in range(CARDS):
        card = await new_card(
            actor,
            board,
            f"Card {number}",
            random.randrange(len(board.steps)),
            contact_id=random.choice([None, *contacts]),
            assignee=random.choice([None, member]),
            value=random.choice([None, Money(100_00 * (number + 1), "EUR")]),
            due_on=random.choice([None, clock.now().date() + timedelta(days=number - 4)]),
        )
        ids["Card"].append(card.id)
    for number in range(TASKS):
        due = random.choice([None, "tomorrow", "friday", "monday 9:00"])
        task = await new_task(actor, f"Task {number}", random.choice([None, *contacts]), due)
        ids["Task"].append(task.id)
    for key in contacts[:NOTES]:
        note = await add_note(actor, key, NoteDraft(f"**{key}** of *many*\n\n- one"))
        ids["Note"].append(note.note.id)
        await new_message(actor, contacts[-1], f"<p>Letter {key}</p>", subject=f"About {key}")


async def _add_documents(
    actor: Actor, tax: int, random: Random, contacts: list[int], ids: dict[str, list[str]]
) -> None:
    for number in range(4):
        said: dict[str, Any] = {
            "contact_id": random.choice(contacts),
            "due_date": date(2026, 3, 1) + timedelta(days=20 * number),
            "lines": [line(tax, str(each + 1), 1999 * each) for each in range(number)],
        }
        ids["BillingDocument"].append((await new_document(actor, tax, **said)).id)
    for kind in (DocumentKind.INVOICE, DocumentKind.QUOTE):
        ids["BillingDocument"].append((await new_issued(actor, tax, kind)).id)


async def known_of(
    api: Api, owner: Person, schema: GraphQLSchema, ids: dict[str, list[str]]
) -> Known:
    """Return what may be asked about: the ids, and cursors of every list of the roots."""
    ask, cursors = Asker(api, owner), {}
    assert schema.query_type is not None
    for name, field in schema.query_type.fields.items():
        named = get_named_type(field.type).name
        if not named.endswith("Connection"):
            continue
        needed = [key for key, given in field.args.items() if is_required_argument(given)]
        about = {
            key: ids[thing_of(key, named)][-1] for key in needed if thing_of(key, named) in ids
        }
        if len(about) < len(needed):
            continue
        arguments = "".join(f', {key}: "{value}"' for key, value in about.items())
        body = await ask(f"{{ found: {name}(first: 5{arguments}) {{ edges {{ cursor }} }} }}")
        edges = ((body.get("data") or {}).get("found") or {}).get("edges", ())
        cursors[name] = tuple(edge["cursor"] for edge in edges)
    return Known({key: tuple(each) for key, each in ids.items()}, cursors)
