"""Object types of sites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

import strawberry

from backend.contacts.schema.types import Contact
from backend.core.added_fields import Reading
from backend.core.graphql import Info, Node, Selection, extend, row_type
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.nodes import node_readers
from backend.sites.checking.outcome import SiteProblem
from backend.sites.queries import count_contacts_of, sites_by_id, sites_of_contacts
from backend.sites.rows import SiteRow

describe_enum(
    SiteProblem,
    "What a check found wrong with a site.",
    {
        "UNKNOWN_DOMAIN": "Its domain has no address.",
        "PRIVATE_ADDRESS": "Its domain leads into a private network; it was not asked.",
        "UNREACHABLE": "Nobody answers at its address.",
        "TIMED_OUT": "It did not answer in time.",
        "CERTIFICATE_EXPIRED": "Its certificate has expired.",
        "CERTIFICATE_INVALID": "Its certificate is not trusted, or of another name.",
        "CERTIFICATE_EXPIRING": "Its certificate expires within 14 days.",
        "TOO_MANY_REDIRECTS": "It leads from address to address without an end.",
        "BAD_ANSWER": "What answers does not speak HTTP, or leads to no web address.",
        "HTTP_ERROR": "It answers with an error; `httpStatus` says which.",
    },
)


@row_type(SiteRow)
class Site(Node):
    """A web site that the account looks after."""

    name: str = strawberry.field(description="What it is called.")
    address: str = strawberry.field(description="Where it is; always http or https.")
    host: str = strawberry.field(description="Its host, without `www.`.")
    dashboard_url: str | None = strawberry.field(
        description="Where it is looked after; always http or https."
    )
    editor_url: str | None = strawberry.field(
        description="Where it is edited; always http or https."
    )
    contact_count: int = strawberry.field(
        description="How many contacts it belongs to, those in the bin aside."
    )
    checked_at: datetime | None = strawberry.field(
        description="When it was looked at last; null before the first daily check."
    )
    problem: SiteProblem | None = strawberry.field(
        description="What was wrong then; null when all was well."
    )
    http_status: int | None = strawberry.field(description="What it answered then.")
    certificate_until: datetime | None = strawberry.field(
        description="Until when its certificate is good, as seen then."
    )
    version: int = strawberry.field(
        description="Grows with every change; an edit names the version it started from."
    )
    created_at: datetime = strawberry.field(description="When it was added.")
    updated_at: datetime = strawberry.field(description="When it was changed last.")
    updated_by: str = strawberry.field(description="Who changed it last, by the name of that time.")


@strawberry.type
class SiteChecks:
    """The daily look at the account's sites."""

    enabled: bool = strawberry.field(description="Whether it is on.")


@extend(Contact, description="Its sites, by name; at most 100.")
async def sites(reading: Reading) -> Mapping[int, list[Site]]:
    """Read the sites of each contact, and of how many contacts each is where that is asked for."""
    found = await sites_of_contacts(reading.account_id, reading.ids)
    if "contactCount" in reading.below:
        every = [site for each in found.values() for site in each]
        await count_contacts_of(reading.account_id, every)
    return {key: cast(list[Site], rows) for key, rows in found.items()}


async def complete(info: Info, rows: Sequence[SiteRow], selection: Selection) -> None:
    """Give sites what a selection asks of them beside their rows."""
    if "contactCount" in selection:
        await count_contacts_of(info.context.actor.account_id, rows)


async def _read_sites(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    found = await sites_by_id(info.context.actor, keys)
    await complete(info, list(found.values()), Selection.of(info).on("Site"))
    return found


node_readers.register("Site", _read_sites)
