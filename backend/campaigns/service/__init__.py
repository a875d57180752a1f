"""One function per verb on campaigns.

write     create, change and copy
trash     delete, restore, erase for good
settings  how the account sends
launch    send, schedule, pause, resume, cancel, send again
audience  whom a filter chooses, and why not
preview   a letter as one contact would get it; one to oneself
privacy   personal data

sending, freezing, lanes, ledger, letters   the work itself, a turn at a time
standing  what a write is held against
faults    what keeps a letter from being sent
"""

from backend.campaigns.service.launch import (
    cancel_campaign,
    pause_campaign,
    resume_campaign,
    retry_campaign,
    schedule_campaign,
    send_campaign,
)
from backend.campaigns.service.preview import preview_path, send_test
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
    "cancel_campaign",
    "create_campaign",
    "delete_campaign",
    "duplicate_campaign",
    "pause_campaign",
    "preview_path",
    "purge_deleted_campaigns",
    "restore_campaign",
    "resume_campaign",
    "retry_campaign",
    "schedule_campaign",
    "send_campaign",
    "send_test",
    "update_campaign",
    "update_settings",
]
