"""GraphQL of sites: parse → service or queries → wrap, nothing else.

types   the site, and ``Contact.sites``
inputs  what mutations take, and answer
fields  queries and mutations
"""

import backend.sites.registrations  # noqa: F401 - links follow contacts wherever they are written
from backend.sites.schema.fields import SitesMutation, SitesQuery

__all__ = ["SitesMutation", "SitesQuery"]
