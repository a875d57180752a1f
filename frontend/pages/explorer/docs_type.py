"""One type of the reference: what it is for, and its fields, values or members."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Chip
from frontend.locale import t
from frontend.pages.explorer.reference import type_text

Described = Mapping[str, Any]


def type_link(name: str, *, part: str = "", class_name: str = "docs-type") -> VdomDict:
    """Link to a type; with `part` the words are those of one of its fields."""
    href = f"/explorer?type={name}"
    words = f"{name}.{part}" if part else name
    return html.a({"className": class_name, "href": href}, words)


def TypePage(found: Described) -> VdomDict:
    """Draw a type."""
    return html.article(
        html.a({"className": "page-back", "href": "/explorer"}, f"‹ {t('Reference')}"),
        html.h2({"className": "docs-title"}, html.code(found["name"])),
        html.p({"className": "docs-kind"}, _kind(found)),
        _description(found),
        _related(t("Implements"), found["interfaces"]),
        _related(t("One of"), found["possibleTypes"]),
        _parts(t("Fields"), found["fields"]),
        _parts(t("Fields"), found["inputFields"]),
        _parts(t("Values"), found["enumValues"]),
    )


def _kind(found: Described) -> str:
    if found.get("isOneOf"):
        return t("Input: exactly one of its fields")
    return {
        "OBJECT": t("Object"),
        "INTERFACE": t("Interface"),
        "UNION": t("Union"),
        "INPUT_OBJECT": t("Input"),
        "ENUM": t("Enumeration"),
        "SCALAR": t("Scalar"),
    }.get(found["kind"], "")


def _related(title: str, types: Sequence[Described] | None) -> VdomDict | None:
    if not types:
        return None
    return html.p(
        {"className": "docs-related"},
        html.span({"className": "docs-quiet"}, title),
        *(type_link(found["name"]) for found in types),
    )


def _parts(title: str, parts: Sequence[Described] | None) -> VdomDict | None:
    if not parts:
        return None
    return html.section(
        html.h3({"className": "docs-heading"}, title),
        html.dl({"className": "docs-parts"}, *(_part(part) for part in parts)),
    )


def _part(part: Described) -> VdomDict:
    return html.div(
        {"key": part["name"], "className": "docs-part"},
        html.dt(
            {"className": "docs-signature"},
            html.code(part["name"], *_arguments(part), *_type(part)),
            Chip(t("Deprecated"), color="AMBER", dot=False) if part["isDeprecated"] else None,
        ),
        html.dd(_description(part), _reason(part), _argument_descriptions(part)),
    )


def _type(part: Described) -> tuple[Any, ...]:
    if "type" not in part:
        return ()
    default = (f" = {part['defaultValue']}",) if part.get("defaultValue") is not None else ()
    return (": ", *_reference(part["type"]), *default)


def _reference(reference: Described) -> tuple[Any, ...]:
    before, name, after = type_text(reference)
    return (before, type_link(name), after)


def _arguments(part: Described) -> tuple[Any, ...]:
    arguments = part.get("args") or ()
    if not arguments:
        return ()
    inner: list[Any] = []
    for argument in arguments:
        inner += [", " if inner else "", argument["name"], *_type(argument)]
    return ("(", *inner, ")")


def _argument_descriptions(part: Described) -> VdomDict | None:
    described = [argument for argument in part.get("args") or () if argument["description"]]
    if not described:
        return None
    return html.ul(
        {"className": "docs-arguments"},
        *(
            html.li(
                {"key": argument["name"]},
                html.code(argument["name"]),
                " ",
                *prose(argument["description"]),
            )
            for argument in described
        ),
    )


def _reason(part: Described) -> VdomDict | None:
    if not part["isDeprecated"] or not part["deprecationReason"]:
        return None
    return html.p({"className": "docs-quiet"}, *prose(part["deprecationReason"]))


def _description(part: Described) -> VdomDict | None:
    if not part["description"]:
        return None
    return html.p({"className": "docs-words"}, *prose(part["description"]))


def prose(text: str) -> list[Any]:
    """Return a description with what stands between backticks as code."""
    pieces = text.split("`")
    return [html.code(piece) if place % 2 else piece for place, piece in enumerate(pieces) if piece]
