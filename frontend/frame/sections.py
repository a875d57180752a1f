"""The sections of the product that somebody may open."""

from __future__ import annotations

from frontend.routes import Section
from frontend.session import current_session
from frontend.viewer import Viewer


def sections_of(viewer: Viewer | None) -> list[Section]:
    """Return the sections that somebody may open, in their order."""
    return [
        section
        for section in current_session().registry.sections
        if section.permission is None or (viewer and viewer.can(section.permission))
    ]
