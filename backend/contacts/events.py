"""What happened to contacts, as the log keeps it.

``before`` is what filters need of the contact as it was just before (see ``snapshots``), so that a
live list can say what left it; ``changes`` what the edit changed, in texts (see ``told_changes``).
Acts on very many contacts leave both out and are ``bulk``: whoever follows a list then reads it
again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from backend.core.change_log import Fact


class OfContact(Fact):
    """A fact of another domain that belongs to the story of the contact in its ``contact_id``.

    Its payload says in words what happened, each where there is one: ``title``, ``excerpt`` of 140
    characters, ``changes`` (see ``told_changes``); never a whole text. The contact's end erases it,
    unless a ``ContactFollower`` says that it is kept.
    """

    contact_id: int | None

    def about(self) -> tuple[str, int] | None:
        """Return the contact; None where there is none."""
        return None if self.contact_id is None else ("Contact", self.contact_id)


@dataclass(frozen=True, slots=True)
class AboutContact(OfContact):
    """The usual base class of such facts."""

    contact_id: int | None


@dataclass(frozen=True, slots=True)
class ContactCreated(Fact):
    """A contact was added. ``bulk`` when it came with very many."""

    kind: ClassVar[str] = "contact.created"
    subject_type: ClassVar[str] = "Contact"

    display_name: str
    version: int = 1
    bulk: bool = False


@dataclass(frozen=True, slots=True)
class ContactUpdated(Fact):
    """A contact was edited. ``fields`` are the schema's names of what changed, ``custom_fields``
    the global ids of the custom fields whose values did.
    """

    kind: ClassVar[str] = "contact.updated"
    subject_type: ClassVar[str] = "Contact"

    version: int
    fields: list[str]
    before: dict[str, Any] | None = None
    bulk: bool = False
    custom_fields: list[str] = field(default_factory=list)
    changes: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ContactLabelled(Fact):
    """Labels were put on a contact or taken off it; global ids."""

    kind: ClassVar[str] = "contact.labelled"
    subject_type: ClassVar[str] = "Contact"

    version: int
    added: list[str]
    removed: list[str]
    before: dict[str, Any] | None = None
    bulk: bool = False
    changes: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ContactDeleted(Fact):
    """A contact was put into the trash; ``deletion`` is the global id that undoes the act."""

    kind: ClassVar[str] = "contact.deleted"
    subject_type: ClassVar[str] = "Contact"

    version: int
    deletion: str
    before: dict[str, Any] | None = None
    bulk: bool = False


@dataclass(frozen=True, slots=True)
class ContactRestored(Fact):
    """A contact was taken out of the trash."""

    kind: ClassVar[str] = "contact.restored"
    subject_type: ClassVar[str] = "Contact"

    version: int
    before: dict[str, Any] | None = None
    bulk: bool = False


@dataclass(frozen=True, slots=True)
class ContactMerged(Fact):
    """A contact took in another one, ``other_contact``, a global id, and what it was called.
    ``fields`` changed by it.
    """

    kind: ClassVar[str] = "contact.merged"
    subject_type: ClassVar[str] = "Contact"

    version: int
    fields: list[str]
    other_contact: str
    before: dict[str, Any] | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class ContactMergedAway(Fact):
    """A contact was taken into another one, ``into_contact``, with which its id answers now."""

    kind: ClassVar[str] = "contact.merged_away"
    subject_type: ClassVar[str] = "Contact"

    version: int
    into_contact: str
    before: dict[str, Any] | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class ContactUnmerged(Fact):
    """A contact gave back one that it had taken in, ``other_contact``. ``fields`` changed."""

    kind: ClassVar[str] = "contact.unmerged"
    subject_type: ClassVar[str] = "Contact"

    version: int
    fields: list[str]
    other_contact: str
    before: dict[str, Any] | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class ContactTouched(Fact):
    """The client took part in something, or long has not, which facts of their own tell.
    ``version`` stays.
    """

    kind: ClassVar[str] = "contact.touched"
    subject_type: ClassVar[str] = "Contact"

    version: int
    before: dict[str, Any] | None = None
    bulk: bool = False


@dataclass(frozen=True, slots=True)
class ContactPurged(Fact):
    """A contact was erased for good, its time in the trash over. Nothing of it is left here."""

    kind: ClassVar[str] = "contact.purged"
    subject_type: ClassVar[str] = "Contact"

    bulk: bool = False


@dataclass(frozen=True, slots=True)
class ContactPartChanged(Fact):
    """A contact has something, or nothing any more, that another domain keeps for it: ``part``.

    Lists follow it; that domain says in facts of its own what happened. The version stays.
    """

    kind: ClassVar[str] = "contact.part_changed"
    subject_type: ClassVar[str] = "Contact"

    version: int
    part: str
    held: bool
    before: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class JobStarted(Fact):
    """Work on many contacts was asked for. ``work`` is its kind; ``total`` contacts, or rows.

    ``consent_source`` and ``consent_date`` say by what the people agreed whom it subscribes: the
    facts about each of them are those of the same request.
    """

    kind: ClassVar[str] = "job.started"
    subject_type: ClassVar[str] = "Job"

    work: str
    total: int
    consent_source: str | None = None
    consent_date: str | None = None


@dataclass(frozen=True, slots=True)
class JobFinished(Fact):
    """Work on many contacts is over: ``state`` says how; it changed ``changed`` contacts."""

    kind: ClassVar[str] = "job.finished"
    subject_type: ClassVar[str] = "Job"

    state: str
    changed: int


@dataclass(frozen=True, slots=True)
class JobUndoStarted(Fact):
    """Somebody undoes work on many contacts."""

    kind: ClassVar[str] = "job.undo_started"
    subject_type: ClassVar[str] = "Job"

    total: int


@dataclass(frozen=True, slots=True)
class JobUndone(Fact):
    """Work on many contacts was undone; ``kept`` contacts were left alone for later changes."""

    kind: ClassVar[str] = "job.undone"
    subject_type: ClassVar[str] = "Job"

    restored: int
    kept: int
