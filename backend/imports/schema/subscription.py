"""What can be followed of imports."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated

import strawberry

from backend.core.change_log import decode_cursor
from backend.core.graphql import Info, subscription
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.imports.live import follow_import
from backend.imports.schema.presenting import shown_imports
from backend.imports.schema.types import ContactImport


@strawberry.type
class ContactImportEvent:
    """An import as it is now."""

    cursor: str = strawberry.field(description="Where to resume: `after` this.")
    contact_import: ContactImport | None = strawberry.field(
        description="The import; null when it is gone."
    )


@strawberry.type
class ImportsSubscription:
    """What can be followed of imports."""

    @subscription(
        Permission.READ,
        personal=True,
        description="One import: as it is when one begins to follow, then whenever it changes, "
        "at most four times a second.",
    )
    async def import_progress(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which import.")],
        after: Annotated[
            str | None,
            strawberry.argument(
                description="A cursor of an event; the present comes first all the same."
            ),
        ] = None,
    ) -> AsyncGenerator[ContactImportEvent, None]:
        actor, key = info.context.actor, decode_id(id, "ContactImport", ("id",))
        if after is not None:
            decode_cursor(after)
        async with aclosing(follow_import(actor, key)) as seen:
            async for each in seen:
                rows = [each.row] if each.row else []
                shown = await shown_imports(actor, rows)
                yield ContactImportEvent(
                    cursor=each.cursor, contact_import=shown[0] if shown else None
                )
