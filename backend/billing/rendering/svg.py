"""SVG reduced to shapes: nothing that runs, loads, links or grows when it is drawn.

Texts are refused rather than dropped: a logo without its name is another logo, and the font that it
was drawn with is not here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring, tostring

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
MAX_DRAWN = 20_000
"""Elements, and hundreds of characters in them, each counted as often as it is drawn."""
MAX_DEPTH = 60
SMALLEST = 1e-6
"""Of the larger side, in the drawing's own units: less cannot be made larger without overflow."""
_SHAPES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
_GROUPS = frozenset(("svg", "g", "defs", "symbol", "use", "clipPath", "mask"))
_PAINTS = frozenset(("linearGradient", "radialGradient", "stop"))
_KEPT = _SHAPES | _GROUPS | _PAINTS | {"style"}
_DROPPED = frozenset(("title", "desc", "metadata", "namedview"))
_REFERENCE = re.compile(r"url\(\s*['\"]?#([\w.:-]+)['\"]?\s*\)")
_DASHES = re.compile(r"stroke-dasharray\s*:\s*(?!none)")
"""A thousand miles of dashes are quickly written."""
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.IGNORECASE)


class NotShapes(Exception):
    """The drawing is broken, or more than shapes."""


def shapes_only(content: bytes) -> tuple[bytes, int, int]:
    """Return a drawing of shapes alone, and its size: the larger side is 1000.

    Raises:
        NotShapes
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotShapes("not UTF-8") from error
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        text = _without_doctype(text)
    try:
        root = fromstring(text)  # noqa: S314 - no document type is left, so no entity either
    except (ParseError, ValueError, RecursionError) as error:
        raise NotShapes("not XML") from error
    if _name(root) != "svg":
        raise NotShapes("not SVG")
    box = _box(root)
    clean = _clean(root, 0)
    _check_growth(clean)
    clean.set("viewBox", " ".join(f"{value:g}" for value in box))
    scale = 1000 / max(box[2], box[3])
    width, height = max(1, round(box[2] * scale)), max(1, round(box[3] * scale))
    clean.set("width", str(width))
    clean.set("height", str(height))
    return tostring(clean, encoding="utf-8"), width, height


def _without_doctype(text: str) -> str:
    """Return a text without the declaration that drawing programs write; entities are refused."""
    made = re.sub(r"<!DOCTYPE[^\[<>]*>", "", text, count=1, flags=re.IGNORECASE)
    if "<!" in made.replace("<!--", "").replace("<![CDATA[", ""):
        raise NotShapes("declares entities")
    return made


def _clean(element: Element, depth: int) -> Element:
    name = _name(element)
    made = Element(f"{{{SVG}}}{'g' if name == 'a' else name}")
    if depth > MAX_DEPTH:
        raise NotShapes("too deep")
    if name == "style":
        made.text = _safe_style(element.text or "")
        return made
    for key, value in element.attrib.items():
        if kept := _attribute(key, value):
            made.set(kept, value)
    for child in element:
        inner = _name(child)
        if inner in _KEPT or inner == "a":
            made.append(_clean(child, depth + 1))
        elif inner not in _DROPPED and not _is_foreign(child):
            raise NotShapes(f"has {inner}")
    return made


def _attribute(key: str, value: str) -> str | None:
    """Return an attribute's name when it is kept. References lead to the drawing itself."""
    if key in ("href", f"{{{XLINK}}}href"):
        if not value.strip().startswith("#"):
            raise NotShapes("refers to something else")
        return f"{{{XLINK}}}href"
    if key.startswith("{") or key.lower().startswith("on") or key in ("filter", "stroke-dasharray"):
        return None
    _safe_style(value)
    return key


def _safe_style(text: str) -> str:
    # Both ways: a comment hides words from the checks, and words in quotes only look like one.
    rest = _REFERENCE.sub("", f"{text};{_without_comments(text)}").lower()
    if "url(" in rest or "@" in rest or "\\" in rest or "javascript:" in rest:
        raise NotShapes("refers to something else")
    if _DASHES.search(rest) or "filter:" in rest.replace(" ", ""):
        raise NotShapes("has effects")
    return text


def _without_comments(text: str) -> str:
    """Return a style without its comments, in one pass however many begin."""
    said, *others = text.split("/*")
    return said + "".join(each.partition("*/")[2] for each in others)


def _check_growth(root: Element) -> None:
    """Refuse drawings that grow when they are drawn: uses of uses, masks of masks, circles."""
    by_id = {found: each for each in root.iter() if (found := each.get("id"))}
    weights: dict[Element, int] = {}
    underway: set[Element] = set()

    def weight(element: Element, depth: int = 0) -> int:
        if element in weights:
            return weights[element]
        if element in underway or depth > MAX_DEPTH * 4:
            raise NotShapes("refers to itself")
        underway.add(element)
        targets = [by_id[name] for name in _references(element) if name in by_id]
        own = 1 + sum(len(value) for value in element.attrib.values()) // 100
        total = own + sum(weight(each, depth + 1) for each in [*element, *targets])
        underway.discard(element)
        if total > MAX_DRAWN:
            raise NotShapes("grows")
        weights[element] = total
        return total

    weight(root)
    styled = [
        by_id[name]
        for each in root.iter(f"{{{SVG}}}style")
        for name in _references(each)
        if name in by_id
    ]
    if any(_name(each) not in _PAINTS for each in styled):
        raise NotShapes("styles that refer to more than colours")


def _references(element: Element) -> Iterator[str]:
    for key, value in element.attrib.items():
        if key == f"{{{XLINK}}}href":
            yield value.strip()[1:]
        else:
            yield from _REFERENCE.findall(value)
    if _name(element) == "style":
        yield from _REFERENCE.findall(element.text or "")


def _box(root: Element) -> tuple[float, float, float, float]:
    numbers = [float(each) for each in _NUMBER.findall(root.get("viewBox", ""))]
    if len(numbers) != 4:
        sides = [_NUMBER.match(root.get(side, "").strip()) for side in ("width", "height")]
        if None in sides or any("%" in root.get(side, "") for side in ("width", "height")):
            raise NotShapes("has no size")
        numbers = [0.0, 0.0, *(float(each[0]) for each in sides if each)]
    left, top, width, height = numbers
    if not all(map(math.isfinite, numbers)) or min(width, height) <= 0:
        raise NotShapes("has no size")
    if max(width, height) < SMALLEST:
        raise NotShapes("is too small")
    return left, top, width, height


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _is_foreign(element: Element) -> bool:
    """Whether it is what an editor adds of its own: left out."""
    return element.tag.startswith("{") and not element.tag.startswith(f"{{{SVG}}}")
