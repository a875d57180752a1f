"""What somebody chooses when two contacts become one."""

from __future__ import annotations

from enum import StrEnum


class MergeField(StrEnum):
    """Something that a contact has one of."""

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    COMPANY = "company"
    POSITION = "position"
    PHOTO = "photo"
