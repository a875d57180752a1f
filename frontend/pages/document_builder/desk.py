"""What a window has on its desk while a draft is written: the draft, its saving, what is open."""

from __future__ import annotations

from dataclasses import dataclass, field

from frontend.pages.document_builder.saving import Saver
from frontend.pages.document_builder.state import OpenDraft
from frontend.store import Store


@dataclass(eq=False)
class Desk:
    """The draft of a page and the parts of the page that are open."""

    draft: OpenDraft
    saver: Saver = field(init=False)
    buyer: Store[str] = field(default_factory=lambda: Store(""))
    """The field of the buyer that is to be written; empty when the drawer is closed."""
    delivery: Store[bool] = field(default_factory=lambda: Store(False))
    """Whether the drawer of another address of delivery is open."""
    issuing: Store[bool] = field(default_factory=lambda: Store(False))
    deleting: Store[bool] = field(default_factory=lambda: Store(False))
    more: Store[bool] = field(default_factory=lambda: Store(False))
    """Whether the fields that few need are shown."""

    def __post_init__(self) -> None:
        self.saver = Saver(self.draft)

    def focus(self, element_id: str) -> None:
        """Go to a field."""
        self.draft.session.command("focus", id=element_id, select=True)
