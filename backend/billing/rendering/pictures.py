"""Logos and signatures made safe: small PNGs without metadata, or SVGs of shapes alone.

What is refused and why is told by ``PictureRefused``; a caller may refuse more.
"""

from __future__ import annotations

import base64
import struct
from datetime import UTC, datetime
from enum import StrEnum
from io import BytesIO

import orjson
from PIL import Image, ImageOps
from typst import TypstError

from backend.billing.rendering.document import Picture
from backend.billing.rendering.engine import compile_pdf
from backend.billing.rendering.svg import NotShapes, shapes_only

MAX_BYTES = 5_000_000
MAX_SVG_BYTES = 500_000
MAX_PIXELS = 25_000_000
SHOWN_PIXELS = (1240, 400)
"""As large as it is kept: 500 dots per inch where a logo is largest on the page."""
MOST_TIMES_AS_LONG = 25
"""A picture a millimetre high would be no logo."""
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
# What Pillow raises about bytes made to confuse it.
_BROKEN = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    struct.error,
)


class Reason(StrEnum):
    """Why a picture is refused."""

    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_LONG = "too_long"
    NOT_A_PICTURE = "not_a_picture"
    NOT_SHAPES = "not_shapes"


class PictureRefused(Exception):
    """A picture cannot be put on a document."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def safe_picture(content: bytes) -> Picture:
    """Return a picture that can stand on documents; large ones are made smaller.

    Works for up to a second: not on the loop.

    Raises:
        PictureRefused: over 5 MB or 25 megapixels, 25 times as long as wide, neither PNG, JPEG,
            WebP, GIF nor SVG, broken, or an SVG with texts, links, scripts or effects.
    """
    if len(content) > MAX_BYTES:
        raise PictureRefused(Reason.TOO_LARGE)
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    made = _drawn(content) if head.startswith(b"<") else _painted(content)
    if max(made.width, made.height) > MOST_TIMES_AS_LONG * min(made.width, made.height):
        raise PictureRefused(Reason.TOO_LONG)
    return made


def as_svg(picture: Picture) -> bytes:
    """Return a picture as an SVG's text: typst takes files in memory as text only."""
    if picture.format == "svg":
        return picture.content
    size = f'width="{picture.width}" height="{picture.height}"'
    encoded = base64.b64encode(picture.content).decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' {size}><image {size} xlink:href="data:image/png;base64,{encoded}"/></svg>'
    ).encode()


def _painted(content: bytes) -> Picture:
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as source:
            if source.width * source.height > MAX_PIXELS:
                raise PictureRefused(Reason.TOO_MANY_PIXELS)
            upright = ImageOps.exif_transpose(source)
            picture = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except Image.DecompressionBombError:
        raise PictureRefused(Reason.TOO_MANY_PIXELS) from None
    except _BROKEN as error:
        raise PictureRefused(Reason.NOT_A_PICTURE) from error
    picture.thumbnail(SHOWN_PIXELS, Image.Resampling.LANCZOS)
    picture.info.clear()
    target = BytesIO()
    picture.save(target, "PNG", optimize=True)
    return Picture(target.getvalue(), "png", picture.width, picture.height)


def _drawn(content: bytes) -> Picture:
    if len(content) > MAX_SVG_BYTES:
        raise PictureRefused(Reason.TOO_LARGE)
    try:
        drawing, width, height = shapes_only(content)
    except NotShapes as error:
        raise PictureRefused(Reason.NOT_SHAPES) from error
    data = {
        "data.json": orjson.dumps({"text": "", "picture": True}),
        "picture.svg": drawing,
    }
    try:
        compile_pdf("probe", data, datetime(2000, 1, 1, tzinfo=UTC))
    except TypstError as error:
        raise PictureRefused(Reason.NOT_A_PICTURE) from error
    return Picture(drawing, "svg", width, height)
