"""What two contacts say differently, to choose from; what both say, or only one, to be seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Avatar
from frontend.locale import format_date, t
from frontend.pages.contact_parts.field_values import FIELD, kept_value, kind_of, shown_value
from frontend.pages.contact_parts.words import contact_name, field_label

FIELDS = {
    "GIVEN_NAME": "givenName",
    "FAMILY_NAME": "familyName",
    "COMPANY": "company",
    "POSITION": "position",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a contact has one of: `name` is a `MergeField` or a custom field's id,
    `values` what the kept contact and the other one have, drawn. `takes_other`: the other's is
    suggested. `is_settled`: there is nothing to choose.
    """

    name: str
    label: str
    values: tuple[VdomDict, VdomDict]
    takes_other: bool = False
    is_settled: bool = False
    is_custom: bool = False


def choices_of(preview: Mapping[str, Any]) -> list[Choice]:
    """Return what either of two contacts has of what a contact has one of."""
    sides, suggested = (preview["kept"], preview["other"]), preview["suggested"]
    custom = _custom(sides, preview["suggestedCustomFields"])
    return [*_names(sides, suggested), *_photo(sides, suggested), *custom]


def Choices(
    preview: Mapping[str, Any],
    choices: Sequence[Choice],
    chosen: Mapping[str, bool],
    choose: Callable[[str, bool], None],
) -> VdomDict:
    """Draw two columns; `chosen` tells of each choice that was touched whether it is the other's.

    `choose` is called with a choice's name and whether the other's was taken.
    """
    sides = preview["kept"], preview["other"]
    return html.div(
        {"className": "merge-fields", "key": f"fields-{sides[0]['version']}-{sides[1]['version']}"},
        html.div(
            {"className": "merge-heads"},
            *(
                html.div(
                    {"className": "merge-head", "key": side["id"]},
                    html.bdi({"className": "merge-head-name"}, contact_name(side)),
                    html.span({"className": "merge-head-since"}, _since(side)),
                )
                for side in sides
            ),
        ),
        *(
            _settled(choice)
            if choice.is_settled
            else _open(choice, chosen.get(choice.name, choice.takes_other), choose)
            for choice in choices
        ),
    )


def _names(sides: Sequence[Mapping[str, Any]], suggested: Sequence[str]) -> list[Choice]:
    values = {name: [side[member] for side in sides] for name, member in FIELDS.items()}
    return [
        Choice(
            name,
            field_label(FIELDS[name]),
            (_text(kept), _text(other)),
            takes_other=name in suggested,
            is_settled=kept == other,
        )
        for name, (kept, other) in values.items()
        if kept or other
    ]


def _photo(sides: Sequence[Mapping[str, Any]], suggested: Sequence[str]) -> list[Choice]:
    if not any(side["photoUrl"] for side in sides):
        return []
    kept, other = (
        Avatar(contact_name(side), photo_url=side["photoUrl"], size=48)
        if side["photoUrl"]
        else _text("")
        for side in sides
    )
    photo = "PHOTO"
    return [Choice(photo, field_label("photo"), (kept, other), takes_other=photo in suggested)]


def _custom(sides: Sequence[Mapping[str, Any]], suggested: Sequence[str]) -> list[Choice]:
    kept, other = ({value["field"]["id"]: value for value in side[FIELD]} for side in sides)
    choices = []
    for field_id, value in {**kept, **other}.items():
        mine, theirs = kept.get(field_id), other.get(field_id)
        choices.append(
            Choice(
                field_id,
                value["field"]["name"],
                (_value(mine or theirs), _value(theirs or mine)),
                takes_other=field_id in suggested,
                # Whoever lacks a value gets the other's.
                is_settled=not mine or not theirs or kept_value(mine) == kept_value(theirs),
                is_custom=True,
            )
        )
    return choices


def _value(value: Mapping[str, Any] | None) -> VdomDict:
    return _text(shown_value(kind_of(value), kept_value(value)) if value else "")


def _text(value: str | None) -> VdomDict:
    return html.bdi(value or t("(empty)"))


def _since(side: Mapping[str, Any]) -> str:
    return t(
        "Added on {added}, edited on {edited}",
        added=format_date(datetime.fromisoformat(side["createdAt"])),
        edited=format_date(datetime.fromisoformat(side["updatedAt"])),
    )


def _settled(choice: Choice) -> VdomDict:
    return html.div(
        {"className": "merge-same", "key": choice.name},
        html.span({"className": "field-label"}, choice.label),
        html.span({"className": "merge-value"}, choice.values[0]),
    )


def _open(choice: Choice, takes_other: bool, choose: Callable[[str, bool], None]) -> VdomDict:
    def side(place: int) -> VdomDict:
        is_other = place == 1
        return html.label(
            {"className": "merge-side", "key": str(place)},
            html.input(
                {
                    "type": "radio",
                    "name": f"merge-{choice.name}",
                    "value": "other" if is_other else "kept",
                    "defaultChecked": takes_other == is_other,
                    "data-transient": "",
                    "onChange": lambda event: choose(choice.name, is_other),
                }
            ),
            html.span({"className": "merge-value"}, choice.values[place]),
        )

    return html.fieldset(
        {"className": "merge-field", "key": choice.name},
        html.legend({"className": "field-label"}, choice.label),
        side(0),
        side(1),
    )
