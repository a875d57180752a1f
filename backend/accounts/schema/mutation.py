"""All mutations of this domain."""

from __future__ import annotations

import strawberry

from backend.accounts.schema.access import AccessMutation
from backend.accounts.schema.entering import EnteringMutation
from backend.accounts.schema.own import OwnMutation
from backend.accounts.schema.team import TeamMutation


@strawberry.type
class AccountsMutation(EnteringMutation, OwnMutation, AccessMutation, TeamMutation):
    """People, accounts and teams."""
