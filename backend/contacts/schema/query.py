"""What can be read of contacts."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.contacts.phones import calling_codes
from backend.contacts.postal import address_fields, countries
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.duplicates import possible_duplicates
from backend.contacts.queries.erasing import erased_with
from backend.contacts.queries.lookups import get_contact
from backend.contacts.queries.pages import contacts_page
from backend.contacts.queries.places import contact_neighbours, contact_position
from backend.contacts.queries.suggestions import SuggestedField, suggestions
from backend.contacts.schema.filters import FilterArgument, SortArgument, filter_of, sort_of
from backend.contacts.schema.inputs import ContactSelection, PossibleDuplicatesInput
from backend.contacts.schema.types import (
    AddressField,
    AddressLayout,
    Contact,
    ContactBelongings,
    ContactNeighbours,
    Country,
    PossibleDuplicate,
    contact_id,
    wanted,
    wanted_only,
)
from backend.core.errors import InvalidPage
from backend.core.graphql import Connection, Info, Selection, query
from backend.core.graphql.connections import connection
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission

MOST_USUAL, MOST_SUGGESTED = 8, 20
_CAMEL = {"postal_code": "postalCode"}
ContactId = Annotated[strawberry.ID, strawberry.argument(description="A contact's global id.")]


@strawberry.type
class ContactsQuery:
    """What can be read of contacts."""

    @query(Permission.READ, description="One contact, also from the trash; null when unknown.")
    async def contact(self, info: Info, id: ContactId) -> Contact | None:
        key = decode_id(id, "Contact", ("id",))
        found = await get_contact(info.context.actor, key, wanted_only(Selection.of(info)))
        return cast(Contact | None, found)

    @query(
        Permission.READ,
        description="Texts that contacts have in a field and that begin as typed, accents and case "
        "aside, in their order; none for a blank text.",
    )
    async def contact_suggestions(
        self,
        info: Info,
        field: Annotated[SuggestedField, strawberry.argument(description="Which field.")],
        starts_with: Annotated[str, strawberry.argument(description="What was typed so far.")],
        first: Annotated[
            int | None, strawberry.argument(description="How many at most: 0 to 20; 8 by default.")
        ] = None,
    ) -> list[str]:
        limit = MOST_USUAL if first is None else first
        if not 0 <= limit <= MOST_SUGGESTED:
            raise InvalidPage(("first",), maximum=MOST_SUGGESTED)
        return await suggestions(info.context.actor, field, starts_with, limit=limit)

    @query(
        Permission.READ,
        description="The account's contacts. A page costs the same wherever it is, `offset` aside.",
    )
    async def contacts(  # noqa: PLR0917 - the arguments of a connection
        self,
        info: Info,
        first: Annotated[
            int | None, strawberry.argument(description="How many, from the front: 0 to 200.")
        ] = None,
        after: Annotated[
            str | None, strawberry.argument(description="Cursor that the page comes after.")
        ] = None,
        last: Annotated[
            int | None, strawberry.argument(description="How many, from the end: 0 to 200.")
        ] = None,
        before: Annotated[
            str | None, strawberry.argument(description="Cursor that the page comes before.")
        ] = None,
        offset: Annotated[
            int | None,
            strawberry.argument(
                description="How many contacts to skip, without a cursor: for scroll bars. Costs "
                "a walk along the index; go on with cursors."
            ),
        ] = None,
        filter: FilterArgument = None,
        sort: SortArgument = None,
    ) -> Connection[Contact]:
        actor, selection, chosen = info.context.actor, Selection.of(info), filter_of(filter)
        page = await contacts_page(
            actor,
            chosen,
            sort_of(sort),
            PageRequest.of(first, after, last, before, offset),
            wanted_only(selection.at("edges", "node")),
        )
        total = await count_contacts(actor, chosen) if "totalCount" in selection else 0
        return cast(Connection[Contact], connection(page, total_count=total))

    @query(
        Permission.READ,
        description="What would be erased with contacts of the trash: those of the selection that "
        "lie there. What was deleted by itself is not counted.",
    )
    async def erased_with(
        self,
        info: Info,
        selection: Annotated[
            ContactSelection, strawberry.argument(description="Which contacts of the trash.")
        ],
    ) -> list[ContactBelongings]:
        found = await erased_with(info.context.actor, selection.to_selection())
        return [ContactBelongings(kind=kind, count=count) for kind, count in found.items()]

    @query(
        Permission.READ,
        description="How many contacts stand before one in a list; null when it is not in it. "
        "Costs a walk along the index.",
    )
    async def contact_position(
        self,
        info: Info,
        id: ContactId,
        filter: FilterArgument = None,
        sort: SortArgument = None,
    ) -> int | None:
        key = decode_id(id, "Contact", ("id",))
        return await contact_position(info.context.actor, key, filter_of(filter), sort_of(sort))

    @query(Permission.READ, description="Who stands beside a contact in a list.")
    async def contact_neighbours(
        self,
        info: Info,
        id: ContactId,
        filter: FilterArgument = None,
        sort: SortArgument = None,
    ) -> ContactNeighbours:
        key = decode_id(id, "Contact", ("id",))
        found = await contact_neighbours(info.context.actor, key, filter_of(filter), sort_of(sort))
        return ContactNeighbours(previous_id=_id(found.previous), next_id=_id(found.next))

    @query(
        Permission.READ,
        description="Contacts that may be the person being entered; ten at most, the surest first.",
    )
    async def possible_duplicates(
        self,
        info: Info,
        input: Annotated[
            PossibleDuplicatesInput, strawberry.argument(description="What is known of them.")
        ],
    ) -> list[PossibleDuplicate]:
        found = await possible_duplicates(
            info.context.actor,
            emails=input.emails,
            phones=input.phones,
            given_name=given(input.given_name),
            family_name=given(input.family_name),
            exclude_id=_key(given(input.exclude_id)),
            wanted=wanted(Selection.of(info).at("contact")),
        )
        return [
            PossibleDuplicate(contact=cast(Contact, each.contact), reason=each.reason)
            for each in found
        ]

    @query(Permission.READ, description="How a country writes addresses.")
    async def address_layout(
        self,
        info: Info,  # noqa: ARG002
        country_code: Annotated[str, strawberry.argument(description="ISO 3166-1 alpha-2 code.")],
    ) -> AddressLayout:
        return AddressLayout(
            fields=[
                AddressField(
                    name=_CAMEL.get(field.name, field.name),
                    required=field.required,
                    label=field.label,
                )
                for field in address_fields(country_code.upper())
            ]
        )

    @query(Permission.READ, description="The countries that have postal addresses, by code.")
    async def countries(self, info: Info) -> list[Country]:  # noqa: ARG002
        return [
            Country(
                code=strawberry.ID(code),
                calling_code=calling_codes().get(code),
            )
            for code in sorted(countries())
        ]


def _key(value: str | None) -> int | None:
    return None if value is None else decode_id(value, "Contact", ("input", "excludeId"))


def _id(key: int | None) -> strawberry.ID | None:
    return None if key is None else contact_id(key)
