"""Strawberry as its documentation teaches it: Tortoise's objects, a data loader for each list.

`python -m uvicorn --factory tests.bench.peers.documented:create_app`, with BENCH_ACCOUNT and
CARNET_DATABASE_URL set.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import orjson
import strawberry
from starlette.applications import Starlette
from starlette.routing import Mount
from strawberry.asgi import GraphQL
from strawberry.dataloader import DataLoader
from tortoise import Tortoise

from backend.billing import models as billing
from backend.contacts import models as contacts
from backend.core.database.connect import tortoise_config
from backend.domains import DOMAINS
from backend.files import models as files
from backend.labels.models import Label as LabelModel
from backend.notes.models import Note as NoteModel
from backend.tasks.models import Task as TaskModel
from backend.workflows import models as workflows

ACCOUNT = int(os.environ.get("BENCH_ACCOUNT", "0"))
Load = Callable[[list[int]], Awaitable[list[list[Any]]]]


def by_key(query: Callable[[list[int]], Any], column: str) -> Load:
    """Return what loads the objects of some keys, in one query."""

    async def load(keys: list[int]) -> list[list[Any]]:
        found: dict[int, list[Any]] = {key: [] for key in keys}
        for each in await query(keys):
            found[getattr(each, column)].append(each)
        return [found[key] for key in keys]

    return load


async def labels_of(rows: Any, column: str, keys: list[int]) -> list[list[Any]]:
    """Return the labels of some keys: two queries."""
    pairs = await rows
    labels = {each.id: each for each in await LabelModel.filter(account_id=ACCOUNT)}
    found: dict[int, list[Any]] = {key: [] for key in keys}
    for pair in pairs:
        found[getattr(pair, column)].append(labels[pair.label_id])
    return [sorted(found[key], key=lambda label: label.folded_name) for key in keys]


async def load_contact_labels(keys: list[int]) -> list[list[Any]]:
    """Labels of contacts."""
    rows = contacts.ContactLabel.filter(contact_id__in=keys)
    return await labels_of(rows, "contact_id", keys)


async def load_card_labels(keys: list[int]) -> list[list[Any]]:
    """Labels of cards."""
    return await labels_of(workflows.CardLabel.filter(card_id__in=keys), "card_id", keys)


def _live(model: Any, keys: list[int], *order: str) -> Any:
    return model.filter(contact_id__in=keys, deleted_at=None).order_by(*order)


def _ordered(model: Any) -> Callable[[list[int]], Any]:
    return lambda keys: model.filter(contact_id__in=keys).order_by("position", "id")


LOADERS: dict[str, Load] = {
    "emails": by_key(_ordered(contacts.ContactEmail), "contact_id"),
    "phones": by_key(_ordered(contacts.ContactPhone), "contact_id"),
    "addresses": by_key(_ordered(contacts.ContactAddress), "contact_id"),
    "labels": load_contact_labels,
    "notes": by_key(lambda keys: _live(NoteModel, keys, "-pinned", "-id"), "contact_id"),
    "tasks": by_key(
        lambda keys: _live(TaskModel, keys, "due_order", "id").filter(completed_at=None),
        "contact_id",
    ),
    "files": by_key(lambda keys: _live(files.Attachment, keys, "-id"), "contact_id"),
    "contacts": by_key(lambda keys: contacts.Contact.filter(id__in=keys), "id"),
    "cards": by_key(
        lambda keys: workflows.Card.filter(
            step_id__in=keys, deleted_at=None, archived_at=None, hidden_at=None
        ).order_by("rank", "id"),
        "step_id",
    ),
    "card_labels": load_card_labels,
}


@strawberry.type
class Email:
    id: strawberry.ID
    address: str
    kind: str
    status: str


@strawberry.type
class Phone:
    id: strawberry.ID
    number: str
    e164: str | None
    kind: str


@strawberry.type
class Address:
    id: strawberry.ID
    kind: str
    street: str | None
    city: str | None
    postal_code: str | None
    country_code: str | None


@strawberry.type
class Label:
    id: strawberry.ID
    name: str
    color: str


@strawberry.type
class Note:
    id: strawberry.ID
    text: str
    pinned: bool
    created_by: str


@strawberry.type
class Task:
    id: strawberry.ID
    title: str
    version: int


@strawberry.type
class Attachment:
    id: strawberry.ID
    name: str
    created_by: str


Info = strawberry.Info[dict[str, Any], None]


@strawberry.type
class Contact:
    id: strawberry.ID
    display_name: str
    given_name: str | None
    family_name: str | None
    company: str | None
    position: str | None

    @strawberry.field
    async def emails(self, info: Info) -> list[Email]:
        found: list[Email] = await info.context["emails"].load(self.id)
        return found

    @strawberry.field
    async def phones(self, info: Info) -> list[Phone]:
        found: list[Phone] = await info.context["phones"].load(self.id)
        return found

    @strawberry.field
    async def addresses(self, info: Info) -> list[Address]:
        found: list[Address] = await info.context["addresses"].load(self.id)
        return found

    @strawberry.field
    async def labels(self, info: Info) -> list[Label]:
        found: list[Label] = await info.context["labels"].load(self.id)
        return found

    @strawberry.field
    async def notes(self, info: Info) -> list[Note]:
        found: list[Note] = (await info.context["notes"].load(self.id))[:30]
        return found

    @strawberry.field
    async def open_tasks(self, info: Info) -> list[Task]:
        found: list[Task] = (await info.context["tasks"].load(self.id))[:20]
        return found

    @strawberry.field
    async def attachments(self, info: Info) -> list[Attachment]:
        found: list[Attachment] = (await info.context["files"].load(self.id))[:20]
        return found


@strawberry.type
class Money:
    minor: float


@strawberry.type
class Card:
    id: strawberry.ID
    title: str | None
    due_on: str | None

    @strawberry.field
    def value(self) -> Money | None:
        minor = getattr(self, "value_minor")  # noqa: B009 - a Tortoise object
        return None if minor is None else Money(minor=minor)

    @strawberry.field
    async def contact(self, info: Info) -> Contact | None:
        key = getattr(self, "contact_id")  # noqa: B009
        return None if key is None else (await info.context["contacts"].load(key))[0]

    @strawberry.field
    async def labels(self, info: Info) -> list[Label]:
        found: list[Label] = await info.context["card_labels"].load(self.id)
        return found


@strawberry.type
class Step:
    id: strawberry.ID
    name: str
    color: str

    @strawberry.field
    async def cards(self, info: Info) -> list[Card]:
        found: list[Card] = await info.context["cards"].load(self.id)
        return found


@strawberry.type
class Workflow:
    id: strawberry.ID
    name: str

    @strawberry.field
    async def steps(self) -> list[Step]:
        found = workflows.WorkflowStep.filter(workflow_id=self.id, deleted_at=None)
        return await found.order_by("position")  # type: ignore[return-value]


@strawberry.type
class Line:
    kind: str
    name: str | None
    description: str | None
    quantity: str
    unit: str | None


@strawberry.type
class BillingDocument:
    id: strawberry.ID
    currency: str

    @strawberry.field
    def lines(self) -> list[Line]:
        content = getattr(self, "content")  # noqa: B009
        lines = (content if isinstance(content, dict) else orjson.loads(content))["lines"]
        names = ("kind", "name", "description", "quantity", "unit")
        return [Line(**{name: line[name] for name in names}) for line in lines]


@strawberry.type
class Query:
    @strawberry.field
    async def contacts(self) -> list[Contact]:
        found = contacts.Contact.filter(account_id=ACCOUNT, deleted_at=None)
        return await found.order_by("given_key", "id").limit(50)  # type: ignore[return-value]

    @strawberry.field
    async def contact(self, id: strawberry.ID) -> Contact | None:
        return await contacts.Contact.get_or_none(account_id=ACCOUNT, id=id)  # type: ignore[return-value]

    @strawberry.field
    async def workflow(self, id: strawberry.ID) -> Workflow | None:
        return await workflows.Workflow.get_or_none(account_id=ACCOUNT, id=id)  # type: ignore[return-value]

    @strawberry.field
    async def billing_document(self, id: strawberry.ID) -> BillingDocument | None:
        return await billing.BillingDocument.get_or_none(account_id=ACCOUNT, id=id)  # type: ignore[return-value]


class Endpoint(GraphQL[dict[str, Any], None]):
    """Strawberry's own, with loaders for each request."""

    async def get_context(self, request: Any, response: Any) -> dict[str, Any]:
        """Make the loaders."""
        return {name: DataLoader(load_fn=load) for name, load in LOADERS.items()}


@asynccontextmanager
async def _lifespan(_: Starlette) -> AsyncIterator[None]:
    config = tortoise_config(os.environ["CARNET_DATABASE_URL"], DOMAINS)
    await Tortoise.init(config=config, _enable_global_fallback=True)
    yield
    await Tortoise.close_connections()


def create_app() -> Starlette:
    """Make the application."""
    endpoint = Endpoint(strawberry.Schema(Query), graphql_ide=None)
    return Starlette(routes=[Mount("/graphql", endpoint)], lifespan=_lifespan)
