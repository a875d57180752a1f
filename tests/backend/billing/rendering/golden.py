"""What the sample documents look like: their text, and a thumbnail of each page in a few hundred
bytes, so that a change to either is seen in review.

``python -m tests.backend.billing.rendering.golden`` writes both anew.
"""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

from PIL import Image
from pypdf import PdfReader

from backend.billing.rendering.render import render_pages, render_pdf
from tests.backend.billing.rendering.samples import AT, SAMPLES

GOLDEN = Path(__file__).parent / "golden"
SIDES = (42, 60)
_PIXELS_PER_INCH = 48.0
_LEVELS = 16
_SCALE = 255 / (_LEVELS - 1)


def text_of(pdf: bytes) -> str:
    """Return the text of every page, as a reader copies it."""
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    return "\n\f\n".join(pages).replace("\u00a0", " ") + "\n"


def thumbnail(page: bytes) -> str:
    """Return a page at a fortieth of its size, a hexadecimal digit of grey for each point."""
    with Image.open(BytesIO(page)) as picture:
        small = picture.convert("L").resize(SIDES, Image.Resampling.BOX)
    return "".join(f"{round(level / _SCALE):x}" for level in small.tobytes())


def difference(one: str, other: str) -> tuple[float, int]:
    """Return how much two thumbnails differ, on average and at most, in levels of sixteen."""
    apart = [abs(int(a, 16) - int(b, 16)) for a, b in zip(one, other, strict=True)]
    return sum(apart) / len(apart), max(apart)


def seen(name: str) -> tuple[str, list[str]]:
    """Return a sample's text, and its pages' thumbnails."""
    document = SAMPLES[name]()
    pages = render_pages(document, pixels_per_inch=_PIXELS_PER_INCH)
    return text_of(render_pdf(document, AT)), [thumbnail(page) for page in pages]


def write() -> None:
    """Keep what the samples look like now."""
    GOLDEN.mkdir(exist_ok=True)
    pages: dict[str, list[str]] = {}
    for name in SAMPLES:
        text, pages[name] = seen(name)
        (GOLDEN / f"{name}.txt").write_text(text)
    (GOLDEN / "pages.json").write_text(json.dumps(pages, indent=1) + "\n")


if __name__ == "__main__":
    write()
