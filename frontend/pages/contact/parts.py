"""What a contact's page is made of. Every folder of `frontend/pages` may bring parts of it, in a
`contact_part.py`:

    TABS = (ContactTab("notes", lambda: t("Notes"), "notebook-pen", order=20, component=NotesTab),)
    PANELS = (ContactPanel("tasks", lambda: t("Tasks"), "square-check", order=20,
                           component=TasksPanel, reads=("tasks",)),)
    ACTIONS = (ContactAction("message", lambda: t("Message"), "mail", order=10,
                             href=lambda contact_id: f"/contacts/{contact_id}?tab=messages"),)

A component takes the contact's global id and reads the rest with hooks: `use_contact_page()` for
the contact itself, `.first("tasks")` for what the page read for it when it opened.

What happens to a folder's things is told in the timeline in the words of its `contact_story.py`:

    STORIES = (ContactStory("NOTE", lambda: t("Notes"), "notebook-pen", order=20,
                            words={"note.added": lambda entry: t("{who} added a note",
                                                                 who=who(entry))}),)

The page opens with one operation, operations/contacts/contact_page.graphql. A part that wants its
first data from it adds a fragment there, and names in `reads` the response keys that the fragment
adds to the contact. That of a panel is always asked for; that of a tab only while the tab is the
open one: `...NotesPart @include(if: $notes)`, where the variable is the tab's id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reactpy.types import Component

from frontend.routes import Words, declared_in

Draw = Callable[[str], Component]
"""A component of a contact's global id."""


@dataclass(frozen=True, slots=True)
class ContactTab:
    """A tab in the middle, at `/contacts/{id}?tab=<its id>`."""

    id: str
    label: Words
    icon: str
    order: int
    component: Draw
    count: Draw | None = None
    """A live number behind the words."""
    reads: tuple[str, ...] = ()
    """The response keys of its fragment in the page's operation, read while the tab is open."""
    when_deleted: bool = False
    """Shown of a deleted contact too."""


@dataclass(frozen=True, slots=True)
class ContactPanel:
    """A section at the right, with its heading."""

    id: str
    label: Words
    icon: str
    order: int
    component: Draw
    count: Draw | None = None
    """A live number behind the heading."""
    reads: tuple[str, ...] = ()
    """The response keys of its fragment in the page's operation."""
    when_deleted: bool = False
    """Shown of a deleted contact too."""


@dataclass(frozen=True, slots=True)
class ContactAction:
    """Something to do with the contact: `href` leads somewhere, or `run` is called."""

    id: str
    label: Words
    icon: str
    order: int
    href: Callable[[str], str] | None = None
    run: Callable[[str], Any] | None = None
    permission: str | None = None
    """Offered only to viewers who have it."""
    prominent: bool = False
    """A button of the header; others are in its menu."""
    keys: str | None = None
    """Shortcut outside text fields."""


Entry = Mapping[str, Any]
"""An entry of the timeline, as operations/timeline/list_timeline.graphql reads it."""


@dataclass(frozen=True, slots=True)
class ContactStory:
    """The words of the timeline for what happens to things of one kind."""

    topic: str
    """The kind: a TimelineTopic of the API."""
    label: Words
    """What the filter of the timeline calls them."""
    icon: str
    order: int
    words: Mapping[str, Callable[[Entry], str]]
    """A sentence by the kind of what happened, `note.added`. The entry's title, excerpt and changes
    are shown below it by themselves.
    """
    title: Callable[[str], str] = str
    """How the title of what it was about is shown."""
    with_topics: tuple[str, ...] = ()
    """Topics that these words are about too, and that are chosen together with it."""

    @property
    def topics(self) -> tuple[str, ...]:
        """Return all that it is about."""
        return (self.topic, *self.with_topics)


def who(entry: Entry) -> str:
    """Return who did what an entry tells."""
    return entry["actor"]["name"] or "Carnet"


@dataclass(frozen=True, slots=True)
class ContactParts:
    """All that the page folders bring, each in its order."""

    tabs: tuple[ContactTab, ...] = ()
    panels: tuple[ContactPanel, ...] = ()
    actions: tuple[ContactAction, ...] = ()
    stories: tuple[ContactStory, ...] = ()

    def story_of(self, topic: str) -> ContactStory | None:
        """Return the words for things of one kind."""
        return next((story for story in self.stories if topic in story.topics), None)

    @property
    def reads(self) -> frozenset[str]:
        """The response keys of the parts in the page's operation."""
        tabs = (key for tab in self.tabs for key in tab.reads)
        return frozenset(tabs) | {key for panel in self.panels for key in panel.reads}


@cache
def contact_parts() -> ContactParts:
    """Import every `contact_part.py` and `contact_story.py` once and return what they declare."""
    modules, stories = list(declared_in("contact_part")), list(declared_in("contact_story"))
    return ContactParts(
        tuple(sorted(_all(modules, "TABS"), key=lambda tab: tab.order)),
        tuple(sorted(_all(modules, "PANELS"), key=lambda panel: panel.order)),
        tuple(sorted(_all(modules, "ACTIONS"), key=lambda action: action.order)),
        tuple(sorted(_all([*modules, *stories], "STORIES"), key=lambda story: story.order)),
    )


def _all(modules: list[Any], name: str) -> list[Any]:
    return [part for module in modules for part in getattr(module, name, ())]
