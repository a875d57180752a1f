"""The reference: all types, one type, or what a search found. Where one is, is in the URL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reactpy import component, html, use_memo
from reactpy.types import VdomDict

from frontend.components import Notice, SearchInput, Skeleton
from frontend.hooks import use_query, use_url_state
from frontend.locale import t
from frontend.operations import load
from frontend.pages.explorer.docs_type import TypePage, type_link
from frontend.pages.explorer.reference import Hit, Reference


@component
def Docs() -> VdomDict:
    """The panel; it begins with the three roots."""
    data, _, error, _ = use_query(load("explorer/introspect"))
    schema = (data or {}).get("__schema")
    reference = use_memo(lambda: Reference.parse(schema) if schema else None, [schema is None])
    if error is not None:
        return html.div({"className": "explorer-docs"}, Notice(html.p(error.message), kind="error"))
    if reference is None:
        return html.div({"className": "explorer-docs"}, Skeleton("text", lines=8))
    return html.div({"className": "explorer-docs"}, DocsBody(reference, key="body"))


@component
def DocsBody(reference: Reference) -> VdomDict:
    """The search box, and what it or the URL asks for."""
    wanted, _ = use_url_state("type")
    text, set_text = use_url_state("find")
    found = reference.types.get(wanted)

    def search(event: dict[str, Any]) -> None:
        set_text(event["target"]["value"])

    if text.strip():
        body = _hits(reference.search(text))
    elif found is not None:
        body = TypePage(found)
    else:
        body = _overview(reference)
    return html.div(
        {"className": "explorer-docs-body"},
        html.div(
            {"className": "explorer-docs-search", "key": "search"},
            SearchInput(
                label=t("Search the schema"),
                value=text,
                on_input=search,
                attributes={"key": f"search-{wanted}"},
            ),
        ),
        html.div({"className": "explorer-docs-page", "key": f"{wanted}-{bool(text)}"}, body),
    )


def _overview(reference: Reference) -> VdomDict:
    roots = {
        "query": t("Read"),
        "mutation": t("Write"),
        "subscription": t("Follow live"),
    }
    groups = (
        (t("Objects"), reference.of_kind("OBJECT", "INTERFACE", "UNION")),
        (t("Inputs"), reference.of_kind("INPUT_OBJECT")),
        (t("Enumerations"), reference.of_kind("ENUM")),
        (t("Scalars"), reference.of_kind("SCALAR")),
    )
    return html.div(
        html.h2({"className": "docs-title"}, t("Reference")),
        html.ul(
            {"className": "docs-roots"},
            *(
                html.li(
                    {"key": kind},
                    type_link(name, class_name="docs-root"),
                    html.span({"className": "docs-quiet"}, roots[kind]),
                )
                for kind, name in reference.roots.items()
            ),
        ),
        *(_group(title, names) for title, names in groups if names),
    )


def _group(title: str, names: Sequence[str]) -> VdomDict:
    return html.details(
        {"key": title, "className": "docs-group"},
        html.summary(f"{title} ({len(names)})"),
        html.ul(
            {"className": "docs-names"},
            *(html.li({"key": name}, type_link(name)) for name in names),
        ),
    )


def _hits(hits: Sequence[Hit]) -> VdomDict:
    if not hits:
        return html.p({"className": "docs-quiet", "role": "status"}, t("Nothing found"))
    return html.ul(
        {"className": "docs-names", "aria-label": t("Found")},
        *(
            html.li(
                {"key": f"{hit.type}.{hit.name}"},
                type_link(hit.type, part=hit.name),
            )
            for hit in hits
        ),
    )
