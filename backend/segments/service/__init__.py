"""Verbs of saved filters.

drafts    what is handed in, checked
write     create and update
trash     delete, restore, erase for good
saved     as conditions of other filters
looking   what is counted, and what is missing
"""

from backend.segments.service.drafts import UNSET, SegmentChanges, SegmentDraft
from backend.segments.service.looking import Wanted, complete
from backend.segments.service.trash import delete_segment, purge_deleted_segments, restore_segment
from backend.segments.service.write import SegmentWritten, create_segment, update_segment

__all__ = [
    "UNSET",
    "SegmentChanges",
    "SegmentDraft",
    "SegmentWritten",
    "Wanted",
    "complete",
    "create_segment",
    "delete_segment",
    "purge_deleted_segments",
    "restore_segment",
    "update_segment",
]
