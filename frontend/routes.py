"""URL → page. Every folder of `frontend/pages` says in its `page.py` which places it answers:

    PAGES = (Page("/contacts", ContactsPage, title=lambda: t("Contacts")),)
    SECTION = Section("contacts", lambda: t("Contacts"), icon="users", href="/contacts", order=10)
    COMMANDS = (Command("contact.new", lambda: t("New contact"), "plus", href="/contacts?new=1"),)

`SECTION` (one entry of the navigation) and `COMMANDS` (entries of the palette) are optional.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, Literal

from reactpy.types import Component

from frontend.location import match

Words = Callable[[], str]
"""Words are asked for when they are shown, in the language of who reads them."""


@dataclass(frozen=True, slots=True)
class Page:
    """One place of the interface. `component` is called without arguments; it reads its parameters
    with hooks.
    """

    pattern: str
    """`/contacts/{id}`: parameters are one segment each, read with `use_params(pattern)`."""
    component: Callable[[], Component]
    title: Words
    public: bool = False
    """Shown to who is not signed in; a signed-out visitor of any other page is sent to the sign-in
    page.
    """
    frame: Literal["full", "bare"] = "full"
    """`full`: with the navigation around it. `bare`: alone in the middle, for signing in and the
    like.
    """
    skeleton: Literal["list", "form", "detail"] = "list"
    """What is drawn before the page itself arrives."""
    also: tuple[str, ...] = ()
    """Other patterns that the same component answers, without being mounted anew when moving among
    them.
    """


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the navigation."""

    id: str
    label: Words
    icon: str
    href: str
    order: int
    permission: str | None = None
    """Shown only to viewers who have it."""
    place: Literal["main", "end"] = "main"
    """`end`: at the bottom of the sidebar, e.g. settings."""
    on_phones: bool = False
    """Stands in the bar of phones too, which holds few; the others are in the account's menu."""
    count: Callable[[], Component] | None = None
    """A live count behind the words, e.g. of what waits there."""
    below: Callable[[], Component] | None = None
    """Live entries below it in the sidebar, e.g. each of the boards."""


@dataclass(frozen=True, slots=True)
class Command:
    """An entry of the command palette, and its keyboard shortcut."""

    id: str
    label: Words
    icon: str
    href: str | None = None
    """Where it goes; else `run` is called."""
    run: Callable[[], Any] | None = None
    keys: str | None = None
    """Shortcut outside text fields: `c`, `?`, `g c` (one after the other), `Mod+Enter`."""
    group: Words | None = None
    permission: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """The places, sections and commands of the interface: all that the page folders declare.

    Known by itself: what is drawn of it is kept by it.
    """

    pages: tuple[Page, ...] = ()
    sections: tuple[Section, ...] = ()
    commands: tuple[Command, ...] = ()

    @property
    def home(self) -> str:
        """Where `/` leads: to the first section."""
        return self.sections[0].href if self.sections else "/"

    def find(self, path: str) -> tuple[Page, dict[str, str]] | None:
        """Return the page that answers a path, with its parameters; literal patterns win over
        parameters.
        """
        ways = [(pattern, page) for page in self.pages for pattern in (page.pattern, *page.also)]
        for pattern, page in sorted(ways, key=lambda way: way[0].count("{")):
            parameters = match(pattern, path)
            if parameters is not None:
                return page, parameters
        return None


@cache
def registry() -> Registry:
    """Import every page folder once and return what they declare; a window finds it as
    `session.registry`.
    """
    pages: list[Page] = []
    sections: list[Section] = []
    commands: list[Command] = []
    for module in declared_in("page"):
        pages += getattr(module, "PAGES", ())
        commands += getattr(module, "COMMANDS", ())
        if section := getattr(module, "SECTION", None):
            sections.append(section)
    pages.sort(key=lambda page: page.pattern.count("{"))
    sections.sort(key=lambda section: section.order)
    return Registry(tuple(pages), tuple(sections), tuple(commands))


def declared_in(name: str) -> Iterator[ModuleType]:
    """Import the modules of this name of all page folders, e.g. every `page.py`."""
    # Pages import this module for `Page` and `Section`.
    folder = import_module("frontend.pages")
    for info in pkgutil.walk_packages(folder.__path__, f"{folder.__name__}."):
        if info.name.endswith(f".{name}"):
            yield import_module(info.name)
