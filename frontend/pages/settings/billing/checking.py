"""Fields that are checked while one types, by the API's own rules."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import VdomDict

from frontend.client import Client, OperationFailed
from frontend.components import Icon, TextField
from frontend.components.suggest import Suggesting
from frontend.errors import explain, log_error
from frontend.hooks import Form, use_store, use_task
from frontend.hooks.state import TaskRunner
from frontend.locale import t
from frontend.operations import load
from frontend.session import current_session
from frontend.store import Store

PAUSE_SECONDS = 0.5
InputOf = Callable[[Mapping[str, Any]], dict[str, Any]]
"""Gives the input of `checkBillingSettings` for a form's values."""
Heard = Callable[[Mapping[str, Any]], None]


@dataclass(eq=False)
class Checks:
    """What was found out of the fields that were typed in: only these are said to be wrong."""

    client: Client
    input_of: InputOf
    heard: Heard | None
    """Told what each check answered."""
    form: Form | None = None
    runner: TaskRunner | None = None
    right: Store[frozenset[str]] = field(default_factory=lambda: Store(frozenset[str]()))
    """What was typed in, and is as it should be."""
    touched: set[str] = field(default_factory=set)

    def look(self, names: Iterable[str]) -> None:
        """Check fields, once nothing more has been typed for a moment."""
        self.touched.update(names)
        self.right.update(lambda right: right - set(names))
        if self.runner is not None:
            self.runner.start(self._wait_and_check)

    async def _wait_and_check(self) -> None:
        await asyncio.sleep(PAUSE_SECONDS)
        await self.check()

    async def check(self) -> None:
        """Check what is typed."""
        form, operation = self.form, load("billing/check_billing_settings")
        if form is None:
            return
        try:
            data = await self.client.run(operation, {"input": self.input_of(form.values)})
        except OperationFailed as error:
            log_error(error)  # one goes on typing all the same: saving checks again
            return
        answer = data[operation.field]
        if self.heard is not None:
            self.heard(answer)
        wrong: dict[str, tuple[str, ...]] = {}
        for refused in answer["errors"]:
            name = ".".join(refused["path"])
            wrong[name] = (*wrong.get(name, ()), explain(refused))
        others = {
            name: said for name, said in form.errors.value.items() if name not in self.touched
        }
        told = {name: said for name, said in wrong.items() if name in self.touched}
        form.errors.set({**others, **told})
        self.right.set(frozenset(name for name in self.touched - set(wrong) if form.get(name)))


def use_checks(input_of: InputOf, *, heard: Heard | None = None, at_once: bool = False) -> Checks:
    """Return the checks of a form, which they are given once it is there; `at_once` they look at
    what the fields begin with.
    """
    checks: Checks = use_ref(Checks(current_session().client, input_of, heard)).current
    checks.input_of, checks.heard = input_of, heard

    async def begin() -> None:
        if at_once:
            await checks.check()

    checks.runner = use_task(begin, [])
    return checks


@component
def CheckedField(
    form: Form, name: str, checks: Checks, *, suggestions: Sequence[str] = (), **look: Any
) -> VdomDict:
    """A `TextField` that says by a mark beside its label when what was typed is right."""
    is_right: bool = use_store(checks.right, lambda right: name in right)
    mark = html.span(
        {"className": "billing-right", "role": "status"},
        Icon("circle-check", size=14, label=t("Checked")) if is_right else None,
    )
    offered = _suggesting(suggestions) if suggestions else None
    return html.div(
        {"className": "billing-field"},
        TextField(form, name, **look, aside=mark, suggest=offered, key="field"),
    )


def _suggesting(texts: Sequence[str]) -> Suggesting:
    async def search(typed: str) -> Sequence[str]:
        wanted = typed.strip().casefold()
        return [text for text in texts if text.casefold().startswith(wanted) and text != typed]

    return search
