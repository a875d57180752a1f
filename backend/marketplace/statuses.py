"""Where a project of a marketplace stands."""

from __future__ import annotations

from enum import StrEnum


class ProjectStatus(StrEnum):
    """Where a project stands, from the lead on."""

    NEW = "new"
    CONTACTED = "contacted"
    QUOTED = "quoted"
    WON = "won"
    LOST = "lost"
