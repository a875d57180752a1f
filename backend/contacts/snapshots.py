"""What a filter needs to know of a contact at one moment, small enough to go into the log."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from backend.contacts.kinds import ContactPart, TextField

NAME_FIELDS = (
    TextField.GIVEN_NAME,
    TextField.FAMILY_NAME,
    TextField.COMPANY,
    TextField.POSITION,
)


class Place(NamedTuple):
    """What filters look at of an address: keys, empty where there is nothing, and a code."""

    city: str = ""
    postal_code: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The values of a contact that filters look at.

    ``is_whole``: False when it comes from a log that was written before filters looked at more than
    the first five.
    """

    id: int
    text: str
    label_ids: frozenset[int]
    statuses: frozenset[str]
    deleted: bool = False
    keys: Mapping[int, str] = field(default_factory=dict)
    """The keys of its custom values, by field."""
    names: tuple[str, ...] = ("", "", "", "")
    """The keys of :data:`NAME_FIELDS`."""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    has_photo: bool = False
    bounced: bool = False
    inactive: bool = False
    created_at: int = 0
    last_activity_at: int = 0
    is_whole: bool = True
    has_open_task: bool = False
    act_ids: frozenset[int] = frozenset()
    """The acts that changed it; never in the log, which tells of them by themselves."""

    @property
    def countries(self) -> set[str]:
        """The codes of the countries of its addresses."""
        return {place.country for place in self.places if place.country}

    def keys_of(self, of: TextField) -> Collection[str]:
        """Return the keys of its values in a field."""
        match of:
            case TextField.EMAIL:
                found: Collection[str] = self.emails
            case TextField.PHONE:
                found = self.phones
            case TextField.CITY:
                found = [place.city for place in self.places]
            case TextField.POSTAL_CODE:
                found = [place.postal_code for place in self.places]
            case _:
                found = (self.names[NAME_FIELDS.index(of)],)
        return [key for key in found if key]

    @property
    def parts(self) -> set[ContactPart]:
        """All that it has something of."""
        found = {ContactPart(each) for each in TextField if self.keys_of(each)}
        if self.places:
            found.add(ContactPart.ADDRESS)
        if self.countries:
            found.add(ContactPart.COUNTRY)
        if self.has_photo:
            found.add(ContactPart.PHOTO)
        if self.has_open_task:
            found.add(ContactPart.OPEN_TASK)
        return found

    def stored(self) -> dict[str, Any]:
        """Return what goes into a fact; the contact's id is the fact's subject."""
        sometimes = {
            "keys": {str(key): each for key, each in self.keys.items()},
            "emails": self.emails,
            "phones": self.phones,
            "places": [list(place) for place in self.places],
            "photo": self.has_photo,
            "bounced": self.bounced,
            "inactive": self.inactive,
            "open_task": self.has_open_task,
        }
        return {
            "text": self.text,
            "labels": sorted(self.label_ids),
            "statuses": sorted(self.statuses),
            "deleted": self.deleted,
            "names": self.names,
            "times": [self.created_at, self.last_activity_at],
            **{name: value for name, value in sometimes.items() if value},
        }

    @staticmethod
    def restore(contact_id: int, stored: Mapping[str, Any]) -> Snapshot:
        """Return what :meth:`stored` wrote."""
        created, last_activity = stored.get("times", (0, 0))
        return Snapshot(
            contact_id,
            stored["text"],
            frozenset(stored["labels"]),
            frozenset(stored["statuses"]),
            stored["deleted"],
            {int(key): each for key, each in stored.get("keys", {}).items()},
            tuple(stored.get("names", ("", "", "", ""))),
            tuple(stored.get("emails", ())),
            tuple(stored.get("phones", ())),
            tuple(Place(*place) for place in stored.get("places", ())),
            stored.get("photo", False),
            stored.get("bounced", False),
            stored.get("inactive", False),
            created,
            last_activity,
            "times" in stored,
            stored.get("open_task", False),
        )
