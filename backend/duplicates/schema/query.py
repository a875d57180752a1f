"""What can be read of duplicates."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.contacts.schema.types import (
    Contact,
    ContactAddress,
    ContactEmail,
    ContactPhone,
    wanted,
)
from backend.core.graphql import Connection, Info, Selection, query
from backend.core.graphql.connections import connection
from backend.core.ids import decode_id, encode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission
from backend.duplicates import service
from backend.duplicates.queries.pairs import count_pairs, pairs_page
from backend.duplicates.schema.types import DuplicatePair, MergePreview, wanted_of_pair
from backend.labels.schema import Label


@strawberry.type
class DuplicatesQuery:
    """What can be read of duplicates."""

    @query(
        Permission.READ,
        description="Pairs of contacts that are likely one person, the likeliest first; dismissed "
        "ones are left out. Looked for after every change, a moment later.",
    )
    async def duplicate_pairs(
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
    ) -> Connection[DuplicatePair]:
        actor, selection = info.context.actor, Selection.of(info)
        page = await pairs_page(
            actor,
            PageRequest.of(first, after, last, before),
            wanted_of_pair(selection.at("edges", "node")),
        )
        total = await count_pairs(actor) if "totalCount" in selection else 0
        return cast(Connection[DuplicatePair], connection(page, total_count=total))

    @query(Permission.READ, description="What would become of two contacts if they were merged.")
    async def merge_preview(
        self,
        info: Info,
        kept_id: Annotated[
            strawberry.ID, strawberry.argument(description="The contact whose id stays.")
        ],
        other_id: Annotated[
            strawberry.ID, strawberry.argument(description="The contact that it would take in.")
        ],
    ) -> MergePreview:
        selection = Selection.of(info)
        found = await service.preview_merge(
            info.context.actor,
            decode_id(kept_id, "Contact", ("keptId",)),
            decode_id(other_id, "Contact", ("otherId",)),
            wanted(selection.at("kept")) | wanted(selection.at("other")),
        )
        return MergePreview(
            kept=cast(Contact, found.kept),
            other=cast(Contact, found.other),
            suggested=found.suggested,
            suggested_custom_fields=[
                strawberry.ID(encode_id("CustomField", key))
                for key in found.suggested_custom_fields
            ],
            emails=cast(list[ContactEmail], found.emails),
            phones=cast(list[ContactPhone], found.phones),
            addresses=cast(list[ContactAddress], found.addresses),
            labels=cast(list[Label], found.labels),
        )
