"""A QR code that the API drew, drawn again as elements of the page."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from reactpy import html
from reactpy.types import VdomDict

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset({"path", "rect", "g"})
_ATTRIBUTES = frozenset({"d", "fill", "stroke", "transform", "x", "y", "width", "height"})


def QrCode(svg: str, *, label: str) -> VdomDict:
    """Draw a picture of plain shapes; whatever else a text of SVG could carry is left out."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own API drew it
    return html.svg(
        {
            "className": "qr-code",
            "viewBox": root.get("viewBox") or f"0 0 {root.get('width')} {root.get('height')}",
            "role": "img",
            "aria-label": label,
        },
        *_shapes(root),
    )


def _shapes(parent: ElementTree.Element) -> list[VdomDict]:
    return [_shape(node) for node in parent if node.tag.removeprefix(_SVG) in _SHAPES]


def _shape(node: ElementTree.Element) -> VdomDict:
    attributes: dict[str, Any] = {
        name: value for name, value in node.attrib.items() if name in _ATTRIBUTES
    }
    if "class" in node.attrib:
        attributes["className"] = node.attrib["class"]
    return html.__getattr__(node.tag.removeprefix(_SVG))(attributes, *_shapes(node))
