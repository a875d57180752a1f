"""Verbs of sites.

write    make and change
trash    delete, restore, erase for good
links    whose a site is
checks   the daily look at them
privacy  what is held about a contact, and its end
"""

from backend.sites.service.checks import check_due_sites, turn_checks
from backend.sites.service.links import link_sites, unlink_site
from backend.sites.service.trash import delete_site, purge_deleted_sites, restore_site
from backend.sites.service.write import (
    UNSET,
    SiteChanges,
    SiteDraft,
    SiteWritten,
    Unset,
    create_site,
    update_site,
)

__all__ = [
    "UNSET",
    "SiteChanges",
    "SiteDraft",
    "SiteWritten",
    "Unset",
    "check_due_sites",
    "create_site",
    "delete_site",
    "link_sites",
    "purge_deleted_sites",
    "restore_site",
    "turn_checks",
    "unlink_site",
    "update_site",
]
