"""A draft as one window writes it: it saves itself a moment after every change, and can go back."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from time import monotonic
from typing import Any
from uuid import uuid4

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.hooks.form import Form
from frontend.operations import load
from frontend.pages.campaign_parts.words import Campaign
from frontend.session import Session
from frontend.store import Store

PAUSE_SECONDS = 0.6
MOST_STEPS = 100
WRITING_SECONDS = 2.0
"""What is written without a longer rest is one step back."""
SAVED, SAVING, WAITING, REFUSED, CONFLICT = "saved", "saving", "waiting", "refused", "conflict"
_LINES = ("subject", "preheader", "fromName", "replyTo")


def form_values(campaign: Campaign) -> dict[str, Any]:
    """Return a campaign as its form holds it."""
    return {
        **{name: campaign[name] or "" for name in _LINES},
        "trackOpens": campaign["trackOpens"],
        "trackClicks": campaign["trackClicks"],
        "blocks": [
            {
                "key": block["key"],
                "kind": block["kind"],
                "text": block["text"],
                "url": block["url"],
                "alt": block["alt"],
                "center": block["align"] == "CENTER",
                "image": block["image"],
            }
            for block in campaign["blocks"]
        ],
    }


def new_block(kind: str) -> dict[str, Any]:
    """Return an empty part."""
    return {
        "key": uuid4().hex[:12],
        "kind": kind,
        "text": "",
        "url": "",
        "alt": "",
        "center": kind in {"BUTTON", "IMAGE"},
        "image": None,
    }


@dataclass(eq=False)
class Composer:
    """What is written, and what the server has of it."""

    session: Session
    form: Form
    campaign: Store[Campaign]
    """As it was saved last; its version is what the next change starts from."""
    saved: Store[str] = field(default_factory=lambda: Store(SAVED))
    structure: Store[int] = field(default_factory=lambda: Store(0))
    """Changes when parts come, go or move."""
    steps: Store[int] = field(default_factory=lambda: Store(0))
    """How many steps can be taken back."""
    audience: Mapping[str, Any] | None = None
    """The filter as it is to be saved."""
    _history: list[dict[str, Any]] = field(default_factory=list)
    _before: dict[str, Any] = field(default_factory=dict)
    _written_at: float = 0.0
    _is_dirty: bool = False
    _task: asyncio.Task[None] | None = None

    def __post_init__(self) -> None:
        self._before = deepcopy(self.form.values)
        self.audience = self.campaign.value["filter"]

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """Return the parts as they are in the fields."""
        found: list[dict[str, Any]] = self.form.values["blocks"]
        return found

    def written(self) -> None:
        """Hear that something was typed."""
        if monotonic() - self._written_at > WRITING_SECONDS:
            self._keep_step()
        self._written_at = monotonic()
        self._before = deepcopy(self.form.values)
        self.touch()

    def add(self, kind: str) -> str:
        """Add a part at the end; return its key."""
        block = new_block(kind)
        self._change([*self.blocks, block])
        return str(block["key"])

    def remove(self, key: str) -> None:
        """Take a part away."""
        self._change([block for block in self.blocks if block["key"] != key])

    def move(self, key: str, by: int) -> None:
        """Move a part up or down, as far as there is room."""
        blocks = list(self.blocks)
        place = next(n for n, block in enumerate(blocks) if block["key"] == key)
        to = min(max(place + by, 0), len(blocks) - 1)
        if to != place:
            blocks.insert(to, blocks.pop(place))
            self._change(blocks)

    def give_image(self, key: str, image_id: str) -> None:
        """Give a part a picture that was uploaded; the server's answer says how it looks."""
        blocks = [
            {**block, "image": {"id": image_id}} if block["key"] == key else block
            for block in self.blocks
        ]
        self._change(blocks)

    def choose(self, filter: Mapping[str, Any] | None) -> None:
        """Choose whom it goes to."""
        self.audience = filter
        self.touch()

    def _change(self, blocks: list[dict[str, Any]]) -> None:
        self._keep_step()
        self.form.values["blocks"] = blocks
        self._drawn_anew()

    def _keep_step(self) -> None:
        self._history = [*self._history[1 - MOST_STEPS :], self._before]
        self.steps.set(len(self._history))

    def undo(self) -> None:
        """Take the last step back."""
        if self._history:
            self.form.values = self._history.pop()
            self.steps.set(len(self._history))
            self._written_at = 0.0
            self._drawn_anew()
            self.form.redraw()

    def _drawn_anew(self) -> None:
        self.form.generation += 1
        self._before = deepcopy(self.form.values)
        self.structure.update(lambda seen: seen + 1)
        self.touch()

    def touch(self) -> None:
        """Save soon."""
        if self.saved.value == CONFLICT:
            return
        self._is_dirty = True
        self.saved.set(WAITING)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._save_soon())

    async def settle(self) -> bool:
        """Return when all is saved; False when it could not be."""
        while self._task is not None and not self._task.done():
            await asyncio.wait((self._task,))
        return self.saved.value == SAVED

    async def _save_soon(self) -> None:
        while self._is_dirty:
            await asyncio.sleep(PAUSE_SECONDS)
            self._is_dirty = False
            self.saved.set(SAVING)
            try:
                await self._save()
            except OperationFailed as error:
                self.saved.set(REFUSED)
                report(error, self.session)

    async def _save(self) -> None:
        operation = load("campaigns/update_campaign")
        data = await self.session.client.run(operation, {"input": self._input()})
        payload = data["updateCampaign"]
        if payload["conflict"] is not None:
            self.saved.set(CONFLICT)
            return
        words: dict[str, tuple[str, ...]] = {}
        for error in payload["errors"]:
            name = ".".join(error["path"])
            words[name] = (*words.get(name, ()), explain(error))
        self.form.errors.set(words)
        if payload["errors"]:
            self.saved.set(REFUSED)
            return
        self._take_images(payload["campaign"])
        self.campaign.set(payload["campaign"])
        if not self._is_dirty:
            self.saved.set(SAVED)

    def _take_images(self, campaign: Campaign) -> None:
        images = {block["key"]: block["image"] for block in campaign["blocks"]}
        new = [
            block
            for block in self.blocks
            if block["image"] and "path" not in block["image"] and images.get(block["key"])
        ]
        for block in new:
            block["image"] = images[block["key"]]
        if new:
            self.structure.update(lambda seen: seen + 1)

    def _input(self) -> dict[str, Any]:
        values, kept = self.form.values, self.campaign.value
        return {
            "id": kept["id"],
            "version": kept["version"],
            **{name: values[name] for name in _LINES},
            "trackOpens": values["trackOpens"],
            "trackClicks": values["trackClicks"],
            "filter": self.audience,
            "blocks": [
                {
                    "key": block["key"],
                    "kind": block["kind"],
                    "text": block["text"],
                    "url": block["url"],
                    "alt": block["alt"],
                    "align": "CENTER" if block["center"] else "LEFT",
                    "imageId": block["image"]["id"] if block["image"] else None,
                }
                for block in values["blocks"]
            ],
        }
