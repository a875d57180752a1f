"""Line icons of the Lucide set: masks in the stylesheet, so that each is one node of a page."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from urllib.parse import quote
from xml.etree import ElementTree
from zipfile import ZipFile

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import classes
from frontend.components.icon.names import NAMES
from frontend.fragments import Fragment, constant

SIZES = (12, 14, 16, 20, 24)
_SVG = "{http://www.w3.org/2000/svg}"
_UNQUOTED = " ='():/,-"
_STROKE = (
    'fill="none" stroke="#000" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'
)


def Icon(
    name: str, *, size: int = 16, label: str | None = None, class_name: str = ""
) -> Fragment | VdomDict:
    """Draw an icon by its Lucide name (lucide.dev), in the colour of the text around it.

    It is hidden from screen readers unless it has a `label`. Raises KeyError for a name that is not
    in `NAMES` and a size that is not in `SIZES`.
    """
    if label is None:
        return _silent(name, size, class_name)
    return html.i(
        {"className": _class_name(name, size, class_name), "role": "img", "aria-label": label}
    )


@cache
def _silent(name: str, size: int, class_name: str) -> Fragment:
    return constant(
        html.i({"className": _class_name(name, size, class_name), "aria-hidden": "true"})
    )


def _class_name(name: str, size: int, class_name: str) -> str:
    if name not in NAMES or size not in SIZES:
        raise KeyError(f"No icon {name!r} of {size} pixels; see frontend/components/icon/names.py")
    return classes("icon", f"i-{name}", size != 16 and f"icon-{size}", class_name)


def icon_styles() -> str:
    """Return the style rules that hold the drawings and the sizes."""
    sizes = "".join(f".icon-{size} {{ width: {size}px; height: {size}px; }}\n" for size in SIZES)
    with ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes())) as archive:
        return sizes + "".join(
            f'.i-{name} {{ --icon: url("{_drawing(archive.read(f"{name}.svg"))}"); }}\n'
            for name in NAMES
        )


def _drawing(source: bytes) -> str:
    """Return an SVG file as a data URL."""
    root = ElementTree.fromstring(source)  # noqa: S314 - drawings of the package we ship
    shapes = "".join(
        f"<{node.tag.removeprefix(_SVG)} "
        + " ".join(f'{name}="{value}"' for name, value in node.attrib.items())
        + "/>"
        for node in root
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" {_STROKE}>{shapes}</svg>'
    return "data:image/svg+xml," + quote(svg.replace('"', "'"), safe=_UNQUOTED)
