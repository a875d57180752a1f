"""What a letter is made of, part by part: as it is kept, and what is wrong with it.

A draft may be unfinished: what it lacks is told, and refused only when it is to be sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

import orjson

from backend.campaigns.errors import EmptyCampaign, InvalidBlock, UnknownCampaignField
from backend.campaigns.rules.kinds import BlockKind
from backend.campaigns.rules.limits import (
    BLOCKS_LENGTH,
    DEEPEST,
    KEY_LENGTH,
    LINE_LENGTH,
    MAX_BLOCKS,
    TEXT_LENGTH,
    URL_LENGTH,
)
from backend.campaigns.rules.links import links_in, refused_link
from backend.campaigns.rules.placeholders import unknown_places
from backend.core.errors import InvalidCharacters, Refusal, Required, TooLong, TooMany
from backend.core.ids import encode_id
from backend.core.text import clean_line
from backend.inbox.rules.nesting import depth_of, words_of
from backend.inbox.rules.rich_text import clean_html

_LONGEST_SHOWN = 60


class Alignment(StrEnum):
    """Where the words of a part stand."""

    LEFT = "left"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the account; sides in pixels."""

    pk: int
    key: str
    format: str
    width: int
    height: int

    @property
    def id(self) -> str:
        """The global id."""
        return encode_id("CampaignImage", self.pk)

    @property
    def path(self) -> str:
        """Where it is, under the server's address."""
        return f"/c/image/{self.key}.{self.format}"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a letter. ``text`` is HTML in a block of text, else one line; ``key`` is the
    client's name for it, and stays when parts are moved.
    """

    key: str
    kind: BlockKind
    text: str = ""
    url: str = ""
    alt: str = ""
    align: Alignment = Alignment.LEFT
    picture: Picture | None = None

    @property
    def image(self) -> Picture | None:
        """The image, as the schema calls it."""
        return self.picture


def clean_block(block: Block, place: int) -> Block:
    """Return a part as it is kept.

    Raises:
        Required, TooLong, InvalidCharacters
    """
    at = ("blocks", str(place))
    key = clean_line(block.key, (*at, "key"), maximum=KEY_LENGTH)
    if key is None:
        raise Required((*at, "key"))
    if block.kind is BlockKind.TEXT:
        if len(block.text) > TEXT_LENGTH:
            raise TooLong((*at, "text"), maximum=TEXT_LENGTH)
        if "\x00" in block.text or (not block.text.isascii() and _has_surrogates(block.text)):
            raise InvalidCharacters((*at, "text"))
        text = clean_html(block.text)
        if depth_of(text) > DEEPEST:  # styling it takes as long as it is deep, squared
            text = words_of(text)
    else:
        text = clean_line(block.text, (*at, "text"), maximum=LINE_LENGTH) or ""
    return replace(
        block,
        key=key,
        text=text,
        url=clean_line(block.url, (*at, "url"), maximum=URL_LENGTH) or "",
        alt=clean_line(block.alt, (*at, "alt"), maximum=LINE_LENGTH) or "",
    )


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def clean_blocks(blocks: Sequence[Block]) -> list[Block]:
    """Return all parts as they are kept.

    Raises:
        TooMany, TooLong, Required, InvalidCharacters
    """
    if len(blocks) > MAX_BLOCKS:
        raise TooMany(("blocks",), maximum=MAX_BLOCKS)
    cleaned = [clean_block(block, place) for place, block in enumerate(blocks)]
    if len(kept_blocks(cleaned)) > BLOCKS_LENGTH:
        raise TooLong(("blocks",), maximum=BLOCKS_LENGTH)
    return cleaned


def kept_blocks(blocks: Sequence[Block]) -> str:
    """Return parts as JSON."""
    return orjson.dumps([asdict(block) for block in blocks]).decode()


def read_blocks(text: str) -> list[Block]:
    """Return parts out of their JSON."""
    return [_read(plain) for plain in orjson.loads(text)]


def _read(plain: dict[str, Any]) -> Block:
    picture = plain["picture"]
    return Block(
        plain["key"],
        BlockKind(plain["kind"]),
        plain["text"],
        plain["url"],
        plain["alt"],
        Alignment(plain["align"]),
        None if picture is None else Picture(**picture),
    )


def faults_of(
    subject: str, preheader: str, blocks: Sequence[Block], custom_fields: frozenset[str]
) -> list[Refusal]:
    """Return what keeps a letter from being sent; ``number`` counts parts from one, 0 for none.

    ``custom_fields`` are the folded names of the account's own.
    """
    found: list[Refusal] = []
    if not subject:
        found.append(Required(("subject",)))
    for name, line in (("subject", subject), ("preheader", preheader)):
        found += [
            UnknownCampaignField((name,), name=unknown[:_LONGEST_SHOWN], number=0)
            for unknown in unknown_places(line, custom_fields)
        ]
    for place, block in enumerate(blocks):
        found += _faults_of_block(block, place, custom_fields)
    if not any(block.text or block.picture for block in blocks):
        found.append(EmptyCampaign(("blocks",)))
    return found


def _faults_of_block(block: Block, place: int, custom_fields: frozenset[str]) -> Iterator[Refusal]:
    at, number = ("blocks", str(place)), place + 1
    for unknown in unknown_places(block.text, custom_fields):
        yield UnknownCampaignField((*at, "text"), name=unknown[:_LONGEST_SHOWN], number=number)
    if block.kind in {BlockKind.HEADING, BlockKind.BUTTON} and not block.text:
        yield InvalidBlock((*at, "text"), number=number)
    if block.kind is BlockKind.IMAGE and block.picture is None:
        yield InvalidBlock((*at, "imageId"), number=number)
    if block.kind is BlockKind.BUTTON and not block.url:
        yield InvalidBlock((*at, "url"), number=number)
    elif block.url:
        yield from refused_link(block.url, (*at, "url"), number)
    if block.kind is BlockKind.TEXT:
        for url in links_in(block.text):
            yield from refused_link(url, (*at, "text"), number)
