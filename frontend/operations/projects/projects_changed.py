"""What projects_changed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class ProjectsChangedVariables(TypedDict):
    contactId: str
    after: NotRequired[str | None]


class ProjectsChangedProjectsChanged(TypedDict):
    cursor: str
    reset: bool


class ProjectsChanged(TypedDict):
    projectsChanged: ProjectsChangedProjectsChanged


projects_changed: Operation[ProjectsChanged] = load("projects/projects_changed")
