"""The queries of this domain."""

from __future__ import annotations

from typing import Annotated

import strawberry

from backend.accounts.queries.team import preview_invitation
from backend.accounts.schema.types import InvitationPreview
from backend.accounts.schema.viewer import Viewer
from backend.core.graphql import PUBLIC, Info, query
from backend.core.permissions import Permission
from backend.core.secrets import token_hash


@strawberry.type
class AccountsQuery:
    """Who asks."""

    @query(PUBLIC, description="Who is signed in; null when nobody is.")
    async def viewer(self, info: Info) -> Viewer | None:
        actor = info.context.signed_in
        if actor is None or not actor.can(Permission.READ):
            return None
        return Viewer(actor=actor)

    @query(
        PUBLIC,
        description="What an invitation's link opens; null when it was accepted or revoked, or is "
        "over seven days old.",
    )
    async def invitation(
        self,
        info: Info,  # noqa: ARG002 - every root field takes it
        token: Annotated[str, strawberry.argument(description="The `token` of the link.")],
    ) -> InvitationPreview | None:
        row = await preview_invitation(token_hash(token))
        return InvitationPreview.of(row) if row else None
