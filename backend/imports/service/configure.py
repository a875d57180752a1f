"""Choosing how a file is read, what its columns become, and what happens to its people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import orjson

from backend.contacts.consent import CONSENT_LENGTH, refuse_future_day
from backend.core.clock import now, to_micros
from backend.core.errors import NotFound, Refusal, Refusals, TooMany
from backend.core.folding import fold
from backend.core.permissions import Actor, Permission
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.custom_fields.errors import TooManyFields
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.limits import MAX_FIELDS
from backend.custom_fields.rows import FieldRow
from backend.custom_fields.service import fields_of, refuse_new_name
from backend.imports.choices import Choices, Existing, dump_choices
from backend.imports.errors import ImportNotReady, ImportOver, ImportRunning
from backend.imports.limits import MAX_LABELS, WAITING_DAYS
from backend.imports.mapping import plan_columns
from backend.imports.parts import Problem, Understood, dump, problem_of
from backend.imports.rows import ImportRow
from backend.imports.service.changing import change_import, locked_import, own_import
from backend.imports.service.create import ImportWritten
from backend.imports.service.understand import Finding, finding_columns, understand
from backend.imports.states import WAITING, ImportState
from backend.imports.targets import CustomTarget, NewFieldTarget, Target, parse_target
from backend.labels.service import LabelNames, labels_by_id

UNCHANGED = object()
"""A choice that stays as it is; None has a meaning of its own."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What somebody chooses, all at once; what is unchanged stays.

    ``targets`` are what columns become, None of those that are left to guessing again.
    """

    targets: Mapping[int, Target | None] = field(default_factory=dict)
    encoding: Any = UNCHANGED
    separator: Any = UNCHANGED
    sheet: Any = UNCHANGED
    has_header: Any = UNCHANGED
    existing: Any = UNCHANGED
    subscribed: Any = UNCHANGED
    consent_source: Any = UNCHANGED
    consent_date: Any = UNCHANGED
    label_ids: Any = UNCHANGED
    new_labels: Any = UNCHANGED

    def applied_to(self, choices: Choices) -> Choices:
        """Return choices with these in their place."""
        names = (
            "encoding", "separator", "sheet", "has_header", "existing", "subscribed",
            "consent_source", "consent_date", "label_ids", "new_labels",
        )  # fmt: skip
        given = {name: getattr(self, name) for name in names}
        return replace(choices, **{n: v for n, v in given.items() if v is not UNCHANGED})


async def configure_import(
    actor: Actor, import_id: int, configuration: Configuration
) -> ImportWritten:
    """Choose. What was found by a dry run is outdated then; one that runs is called off.

    Another encoding, separator or sheet makes other columns: what was chosen for them is gone.

    Raises:
        Refusals: labels and columns that there are none of, new fields that could not be made.
        ImportNotReady: the file is not whole yet.
        ImportOver: it is imported already.
        TargetInvalid, ConsentInFuture, TooMany, TooLong, Required, InvalidCharacters, NotFound,
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    found = await own_import(actor, import_id, large=True)
    _refuse_unless_waiting(found)
    choices = await _checked(actor, configuration.applied_to(found.chosen))
    finding: Finding | None = None
    if choices.reading != found.chosen.reading or found.understood is None:
        finding = await understand(actor, found.token, choices)
    async with unit_of_work(actor) as unit:
        current = await locked_import(unit, import_id, large=True)
        _refuse_unless_waiting(current)
        values = await _configured(unit, current, choices, configuration, finding)
        await change_import(unit, import_id, values, ImportState.READY)
    return ImportWritten(import_id, unit.cursor)


def _refuse_unless_waiting(found: ImportRow) -> None:
    if found.state in (ImportState.UPLOADING, ImportState.FETCHING):
        raise ImportNotReady(("id",))
    if found.state in (ImportState.RUNNING, ImportState.UNDOING):
        raise ImportRunning(("id",))
    if found.state not in WAITING:
        raise ImportOver(("id",))


async def _configured(
    unit: UnitOfWork,
    current: ImportRow,
    choices: Choices,
    configuration: Configuration,
    finding: Finding | None,
) -> dict[str, Any]:
    """Return the columns of the row; ``finding`` is None where the file is read as before."""
    values: dict[str, Any] = {"options": dump_choices(choices), "trial": None}
    if current.state is ImportState.CHECKING:
        values["task"] = current.task + 1
    targets = dict(current.targets)
    understood = current.understood
    if finding is not None:
        values |= finding_columns(finding)
        understood = finding if isinstance(finding, Understood) else None
        targets = {}
    if understood is None:
        return values | {"choices": "{}"}
    fields = await fields_of(unit.actor.account_id)
    _apply_targets(targets, configuration.targets, understood, fields)
    problem = problem_of_plan(understood, targets, fields)
    return values | {
        "choices": orjson.dumps({str(place): key for place, key in targets.items()}).decode(),
        "problem": dump(problem) if problem else None,
        "expires_at": to_micros(now() + WAITING_DAYS),
    }


def _apply_targets(
    targets: dict[int, str],
    chosen: Mapping[int, Target | None],
    understood: Understood,
    fields: list[FieldRow],
) -> None:
    known, refusals = {field.pk for field in fields}, list[Refusal]()
    for place, target in chosen.items():
        path = ("columns", str(place), "target")
        if not 0 <= place < len(understood.columns):
            refusals.append(NotFound(("columns", str(place), "index")))
        elif target is None:
            targets.pop(place, None)
        elif isinstance(target, CustomTarget) and target.field_id not in known:
            refusals.append(NotFound(path))
        else:
            targets[place] = target.key
    wanted = targets_of(understood, targets)
    for place in sorted(chosen.keys() & wanted.keys()):
        refusal = _field_refusal(wanted[place], wanted.values(), fields)
        if refusal is not None:
            refusals.append(refusal.at("columns", str(place), "target", "newCustomField"))
    Refusals.raise_if(refusals)


def _field_refusal(
    own: Target, targets: Iterable[Target], fields: Sequence[FieldRow]
) -> Refusal | None:
    """Return why the new field that a column becomes could not be made, if it could not."""
    if not isinstance(own, NewFieldTarget):
        return None
    known = {(fold(field.name), CustomFieldKind(field.kind)) for field in fields}
    new = {(fold(each.name), each.kind) for each in targets if isinstance(each, NewFieldTarget)}
    try:
        refuse_new_name(own.name, {name for name, kind in known | new if kind is not own.kind})
    except Refusal as refusal:
        return refusal
    if (fold(own.name), own.kind) not in known and len(known | new) > MAX_FIELDS:
        return TooManyFields(("name",), maximum=MAX_FIELDS)
    return None


def targets_of(understood: Understood, chosen: Mapping[int, str]) -> dict[int, Target]:
    """Return what every column becomes: what was chosen, and the guess for the others."""
    return {
        column.index: parse_target(chosen.get(column.index, column.guess))
        for column in understood.columns
    }


def problem_of_plan(
    understood: Understood, chosen: Mapping[int, str], fields: list[FieldRow]
) -> Problem | None:
    """Return why no contact would come of columns that become this, if none would."""
    header = [column.header for column in understood.columns]
    try:
        plan_columns(header, targets_of(understood, chosen), fields).require_people()
    except Refusal as refusal:
        return problem_of(refusal)
    return None


async def _checked(actor: Actor, choices: Choices) -> Choices:
    """Return choices as they are kept.

    Raises:
        Refusals, TooMany, TooLong, Required, InvalidCharacters, ConsentInFuture
    """
    if len(choices.label_ids) + len(choices.new_labels) > MAX_LABELS:
        raise TooMany(("newLabels",), maximum=MAX_LABELS)
    known = await labels_by_id(actor, choices.label_ids)
    Refusals.raise_if(
        [
            NotFound(("labelIds", str(place)))
            for place, key in enumerate(choices.label_ids)
            if key not in known
        ]
    )
    (await LabelNames.read(actor)).check(choices.new_labels)
    source = clean_line(choices.consent_source, ("consentSource",), maximum=CONSENT_LENGTH)
    if choices.consent_date is not None:
        refuse_future_day(choices.consent_date, ("consentDate",))
    return replace(
        choices,
        existing=Existing(choices.existing),
        consent_source=source or "",
        label_ids=tuple(dict.fromkeys(choices.label_ids)),
        new_labels=tuple(dict.fromkeys(name.strip() for name in choices.new_labels)),
    )
