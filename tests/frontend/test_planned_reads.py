"""Every read and every subscription of the interface is answered by a plan."""

from __future__ import annotations

from graphql import OperationType
from graphql.execution.values import VariableValues

from backend.api.documents import Documents
from backend.api.plans.selected import Unplanned
from backend.api.schema import carnet_schema
from frontend.operations import FOLDER, load

ABOUT_THE_SCHEMA = {"explorer/introspect"}
"""What is asked of the schema itself is graphql-core's."""


def unplanned(path: str) -> str:
    """Return why an operation has no plan, or nothing."""
    operation = Documents(carnet_schema()._schema).operation(load(path).document, None)
    plans = operation.plans or operation.event_plans
    if plans is None:
        return "" if operation.kind is OperationType.MUTATION else "its document is not kept"
    try:
        for given in (True, False):
            plans.of(VariableValues({}, dict.fromkeys(plans.conditions, given)))
    except Unplanned as reason:
        return str(reason)
    return ""


def test_no_read_of_the_interface_falls_back():
    paths = {str(file.relative_to(FOLDER).with_suffix("")) for file in FOLDER.glob("*/*.graphql")}
    found = {path: reason for path in paths if (reason := unplanned(path))}
    assert len(paths) > 200
    assert set(found) == ABOUT_THE_SCHEMA, found
