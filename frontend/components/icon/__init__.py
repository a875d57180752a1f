"""Line icons of the Lucide set, inlined."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import classes

_SVG = "{http://www.w3.org/2000/svg}"


def Icon(name: str, *, size: int = 16, label: str | None = None, class_name: str = "") -> VdomDict:
    """Draw an icon by its Lucide name (lucide.dev), in the colour of the text around it.

    It is hidden from screen readers unless it has a `label`. Raises KeyError for an unknown name.
    """
    attributes: dict[str, Any] = {
        "className": classes("icon", class_name),
        "width": size,
        "height": size,
        "viewBox": "0 0 24 24",
        **({"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}),
    }
    return html.svg(
        attributes, *(html.__getattr__(tag)(dict(shape)) for tag, shape in _shapes(name))
    )


@cache
def _shapes(name: str) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    try:
        source = _archive().read(f"{name}.svg")
    except KeyError:
        raise KeyError(f"Lucide has no icon named {name!r}") from None
    root = ElementTree.fromstring(source)  # noqa: S314 - drawings of the package we ship
    return tuple((node.tag.removeprefix(_SVG), tuple(node.attrib.items())) for node in root)


@cache
def _archive() -> ZipFile:
    return ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes()))
