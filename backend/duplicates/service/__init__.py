"""One function per verb on duplicates.

search, comparing, pairing   following the account's history: keys, candidates, pairs
dismiss                      two people after all
merge, preview, undo         two contacts made one, seen before, taken back
states                       contacts as merges keep them
purge, privacy               what is too old to be undone; what is held about one contact
"""

from backend.duplicates.service.dismiss import Dismissal, dismiss_pair
from backend.duplicates.service.merge import Merge, merge_contacts
from backend.duplicates.service.preview import MergePreview, preview_merge
from backend.duplicates.service.purge import make_merges_final
from backend.duplicates.service.search import catch_up, search_everywhere
from backend.duplicates.service.undo import MergeUndone, undo_merge

__all__ = [
    "Dismissal",
    "Merge",
    "MergePreview",
    "MergeUndone",
    "catch_up",
    "dismiss_pair",
    "make_merges_final",
    "merge_contacts",
    "preview_merge",
    "search_everywhere",
    "undo_merge",
]
