"""One function per verb on campaigns.

write     create, change and copy
trash     delete, restore, erase for good
settings  how the account sends
standing  what a write is held against
faults    what keeps a letter from being sent
"""

from backend.campaigns.service.settings import SettingsChanges, update_settings
from backend.campaigns.service.trash import (
    delete_campaign,
    purge_deleted_campaigns,
    restore_campaign,
)
from backend.campaigns.service.write import (
    UNSET,
    CampaignChanges,
    CampaignWritten,
    create_campaign,
    duplicate_campaign,
    update_campaign,
)

__all__ = [
    "UNSET",
    "CampaignChanges",
    "CampaignWritten",
    "SettingsChanges",
    "create_campaign",
    "delete_campaign",
    "duplicate_campaign",
    "purge_deleted_campaigns",
    "restore_campaign",
    "update_campaign",
    "update_settings",
]
