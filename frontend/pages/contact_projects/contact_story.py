"""What happened to projects, in words; what they are called stands below."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactStory, Entry, who
from frontend.pages.contact_projects.project import status_words


def _received(entry: Entry) -> str:
    source = entry["payload"].get("source")
    if not source:
        return t("A lead came in")
    return t("A lead came in from {source}", source=source)


def _status_changed(entry: Entry) -> str:
    for change in entry["changes"]:
        before, after = (status_words(change[side][0].upper()) for side in ("before", "after"))
        return t(
            "{who} moved a project from {before} to {after}",
            who=who(entry),
            before=before,
            after=after,
        )
    return t("{who} changed where a project stands", who=who(entry))


STORIES = (
    ContactStory(
        "PROJECT",
        label=lambda: t("Projects"),
        icon="briefcase",
        order=45,
        words={"lead.received": _received, "project.status_changed": _status_changed},
    ),
)
