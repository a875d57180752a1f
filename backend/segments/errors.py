"""What this domain refuses, by code."""

from __future__ import annotations

from backend.core.errors import Refusal


class SegmentNameTaken(Refusal):
    """The person, or the team, has a saved filter of this name, accents and case aside.
    Parameters: ``id``."""

    code = "SEGMENT_NAME_TAKEN"


class TooManySegments(Refusal):
    """The person, or the team, has all the saved filters it may have. Parameters: ``maximum``."""

    code = "TOO_MANY_SEGMENTS"


class SegmentCycle(Refusal):
    """A saved filter that names itself, or one that names it in turn."""

    code = "SEGMENT_CYCLE"


class SegmentNotShared(Refusal):
    """A saved filter of the team names one that the team does not see."""

    code = "SEGMENT_NOT_SHARED"
