"""What can be read of Google accounts."""

from __future__ import annotations

import strawberry

from backend.core.graphql import Info, query
from backend.core.permissions import Permission
from backend.google.client.oauth import is_configured, redirect_uri
from backend.google.queries import own_accounts
from backend.google.schema.presenting import shown_accounts
from backend.google.schema.types import GoogleContacts


@strawberry.type
class GoogleQuery:
    """What can be read of Google accounts."""

    @query(Permission.READ, description="Importing from Google, as the caller can.")
    async def google_contacts(self, info: Info) -> GoogleContacts:
        actor = info.context.actor
        return GoogleContacts(
            is_configured=is_configured(),
            redirect_uri=redirect_uri(),
            accounts=await shown_accounts(actor, await own_accounts(actor)),
        )
