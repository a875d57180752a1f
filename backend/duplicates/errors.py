"""What this domain refuses, by code."""

from __future__ import annotations

from backend.core.errors import Refusal


class SameContact(Refusal):
    """A contact cannot be merged with itself."""

    code = "SAME_CONTACT"


class ContactMerged(Refusal):
    """The contact was merged into another one meanwhile. Parameters: ``contact``, its id now."""

    code = "CONTACT_MERGED"


class MergeFinal(Refusal):
    """The merge is too old to be undone. Parameters: ``days``."""

    code = "MERGE_FINAL"


class MergedAgain(Refusal):
    """The contact was merged into another one since: undo that first. Parameters: ``merge``."""

    code = "MERGED_AGAIN"


class ChangedSinceMerge(Refusal):
    """Undoing the merge would destroy what was changed since. Parameters: ``fields``, the names of
    the contact's fields, separated by spaces."""

    code = "CHANGED_SINCE_MERGE"
