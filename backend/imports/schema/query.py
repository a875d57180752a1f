"""What can be read of imports."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from backend.core.graphql import Connection, Info, Selection, query
from backend.core.graphql.connections import connection
from backend.core.ids import decode_id
from backend.core.paging import Page, PageRequest
from backend.core.permissions import Permission
from backend.imports.queries import count_imports, imports_by_id, imports_page
from backend.imports.schema.presenting import shown_imports
from backend.imports.schema.types import ContactImport

_LARGE = frozenset({"source", "columns", "preview", "trial"})


@strawberry.type
class ImportsQuery:
    """What can be read of imports."""

    @query(Permission.READ, description="One import; null when there is none of this id.")
    async def contact_import(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which import.")],
    ) -> ContactImport | None:
        actor, key = info.context.actor, decode_id(id, "ContactImport", ("id",))
        large = bool(_LARGE & Selection.of(info).fields)
        found = await imports_by_id(actor, (key,), large=large)
        shown = await shown_imports(actor, list(found.values()))
        return shown[0] if shown else None

    @query(Permission.READ, description="The account's imports, newest first.")
    async def contact_imports(
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
    ) -> Connection[ContactImport]:
        actor, selection = info.context.actor, Selection.of(info)
        large = bool(_LARGE & selection.at("edges", "node").fields)
        page = await imports_page(actor, PageRequest.of(first, after, last, before), large=large)
        shown = Page(
            await shown_imports(actor, page.rows), page.keys, page.has_next, page.has_previous
        )
        total = await count_imports(actor) if "totalCount" in selection else 0
        return cast(Connection[ContactImport], connection(shown, total_count=total))
