"""What happened to the contact itself, in words."""

from __future__ import annotations

from collections.abc import Sequence

from frontend.locale import t
from frontend.pages.contact.parts import ContactStory, Entry, who
from frontend.pages.contact_timeline.field_changes import Change, sentence


def _created(entry: Entry) -> str:
    return t("{who} added the contact", who=who(entry))


def _changed(entry: Entry) -> str:
    changes = entry["changes"]
    if entry["actor"]["kind"] == "system" and _is_bounce(changes):
        return t("E-mails to an address of this contact come back")
    if len(changes) == 1:
        return sentence(who(entry), changes[0])
    if changes:
        return t("{who} changed several details", who=who(entry))
    return t("{who} changed the contact", who=who(entry))


def _is_bounce(changes: Sequence[Change]) -> bool:
    """Whether an e-mail is another without having been anything else: only its letters bounced."""
    return [(each["field"], *each["before"], *each["after"]) for each in changes] == [("emails",)]


def _deleted(entry: Entry) -> str:
    return t("{who} deleted the contact", who=who(entry))


def _restored(entry: Entry) -> str:
    return t("{who} restored the contact", who=who(entry))


def _merged(entry: Entry) -> str:
    other = entry["payload"].get("name")
    if not other:
        return t("{who} merged a duplicate into this contact", who=who(entry))
    return t("{who} merged {other} into this contact", who=who(entry), other=other)


def _merged_away(entry: Entry) -> str:
    other = entry["payload"].get("name")
    if not other:
        return t("{who} merged this contact into another one", who=who(entry))
    return t("{who} merged this contact into {other}", who=who(entry), other=other)


def _unmerged(entry: Entry) -> str:
    other = entry["payload"].get("name")
    if not other:
        return t("{who} undid a merge", who=who(entry))
    return t("{who} undid the merge with {other}", who=who(entry), other=other)


STORIES = (
    ContactStory(
        "CONTACT",
        label=lambda: t("Contact"),
        icon="user-round",
        order=10,
        words={
            "contact.created": _created,
            "contact.updated": _changed,
            "contact.labelled": _changed,
            "contact.deleted": _deleted,
            "contact.restored": _restored,
            "contact.merged": _merged,
            "contact.merged_away": _merged_away,
            "contact.unmerged": _unmerged,
        },
    ),
)
