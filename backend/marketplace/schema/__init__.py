"""GraphQL of marketplaces: parse → service or queries → wrap, nothing else.

types    the project, and ``Contact.projects``
inputs   what mutations take, and answer
fields   queries, mutations, and following a contact's projects
"""

import backend.marketplace.registrations  # noqa: F401 - projects follow contacts wherever they go
from backend.marketplace.schema.fields import (
    MarketplaceMutation,
    MarketplaceQuery,
    MarketplaceSubscription,
)

__all__ = ["MarketplaceMutation", "MarketplaceQuery", "MarketplaceSubscription"]
