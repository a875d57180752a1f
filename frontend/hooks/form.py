"""Forms whose inputs keep their own text: the server hears every change and never writes back into
a field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from reactpy import use_ref, use_state

from frontend.client import UserError
from frontend.errors import explain
from frontend.hooks.draft import Draft
from frontend.session import Session, current_session
from frontend.store import Store

Errors = Mapping[str, tuple[str, ...]]


@dataclass(eq=False)
class Form:
    """The state of one form. Names are dotted paths into the mutation's input: `givenName`,
    `emails.0.address`.
    """

    initial: dict[str, Any]
    session: Session
    draft: Draft | None = None
    on_change: Callable[[str, Any], None] | None = None
    values: dict[str, Any] = field(init=False)
    """What is in the fields now, nested as the mutation's input is."""
    errors: Store[Errors] = field(default_factory=lambda: Store[Errors]({}))
    """Words by name; the name `""` holds those of no field. Fields watch their own."""
    dirty: Store[bool] = field(default_factory=lambda: Store(False))
    """Whether something was typed that is not saved."""
    saves: Store[int] = field(default_factory=lambda: Store(0))
    """Counts how often what was typed was saved or given up."""
    generation: int = 0
    """Changes when the form is filled anew; part of the inputs' keys, which is what puts other text
    into them.
    """
    redraw: Callable[[], None] = lambda: None

    def __post_init__(self) -> None:
        self.values = deepcopy(self.initial)

    def get(self, name: str, default: Any = "") -> Any:
        """Return the present value of a field."""
        value: Any = self.values
        for part in name.split("."):
            if isinstance(value, list):
                value = value[int(part)] if part.isdigit() and int(part) < len(value) else None
            else:
                value = value.get(part) if isinstance(value, dict) else None
            if value is None:
                return default
        return value

    def set(self, name: str, value: Any) -> None:
        """Take a new value of a field: its error is cleared, the draft saved, the page not rendered
        again.
        """
        parent, last = self._parent(name)
        parent[last] = value
        self.dirty.set(True)
        self.clear_errors(name)
        if self.draft is not None:
            self.draft.save(self.values)
        if self.on_change is not None:
            self.on_change(name, value)

    def control(self, name: str) -> dict[str, Any]:
        """Return the attributes that make an input, textarea or select a field of this form."""

        def take(event: Mapping[str, Any]) -> None:
            self.set(name, event["target"]["value"])

        return {
            "id": self.element_id(name),
            "key": f"{name}#{self.generation}",
            "name": name,
            "defaultValue": str(self.get(name)),
            "onInput": take,
        }

    def checkbox(self, name: str) -> dict[str, Any]:
        """Return the attributes that make a checkbox a field of this form."""

        def take(event: Mapping[str, Any]) -> None:
            self.set(name, event["target"]["checked"])

        return {
            "id": self.element_id(name),
            "key": f"{name}#{self.generation}",
            "name": name,
            "defaultChecked": bool(self.get(name, False)),
            "onChange": take,
        }

    def element_id(self, name: str) -> str:
        return "field-" + name.replace(".", "-")

    def show_errors(self, errors: Sequence[UserError]) -> None:
        """Say refusals beside their fields, and move the focus to the first of them."""
        words: dict[str, tuple[str, ...]] = {}
        for error in errors:
            name = ".".join(error["path"])
            words[name] = (*words.get(name, ()), explain(error))
        self.errors.set(words)
        if named := [name for name in words if name]:
            self.session.command("focus", id=self.element_id(named[0]))

    def clear_errors(self, name: str | None = None) -> None:
        """Take away the words of one field, or all."""
        if name is None:
            self.errors.set({})
        elif name in self.errors.value or "" in self.errors.value:
            kept = {key: words for key, words in self.errors.value.items() if key not in (name, "")}
            self.errors.set(kept)

    def reset(self, values: Mapping[str, Any] | None = None) -> None:
        """Fill the form anew, with other values or with the first ones, and render its inputs
        again.
        """
        if values is not None:
            self.initial = dict(values)
        self.values = deepcopy(self.initial)
        self.generation += 1
        self.errors.set({})
        self._settle()
        self.redraw()

    def saved(self) -> None:
        """Say that what is in the fields is kept now; they stay as they are."""
        self.initial = deepcopy(self.values)
        self._settle()

    def _settle(self) -> None:
        self.dirty.set(False)
        self.saves.update(lambda count: count + 1)

    def _parent(self, name: str) -> tuple[Any, Any]:
        parent: Any = self.values
        *path, last = name.split(".")
        for part in path:
            parent = parent[int(part)] if isinstance(parent, list) else parent.setdefault(part, {})
        return (parent, int(last)) if isinstance(parent, list) else (parent, last)


def use_form(
    initial: Mapping[str, Any],
    *,
    draft: Draft | None = None,
    on_change: Callable[[str, Any], None] | None = None,
) -> Form:
    """Return the form of this component, filled with `initial`, or with the draft when one was
    found.

    Call it once the draft has been looked up (`draft.loading` is False): `initial` counts on the
    first render only. `on_change(name, value)` is called at every change.
    """
    session = current_session()
    form: Form = use_ref(_new_form(initial, session, draft)).current
    form.on_change = on_change
    _, set_generation = use_state(0)
    form.redraw = lambda: set_generation(form.generation)
    return form


def _new_form(initial: Mapping[str, Any], session: Session, draft: Draft | None) -> Form:
    form = Form(dict(initial), session, draft)
    if draft is not None and isinstance(draft.value, dict):
        form.values = {**form.values, **deepcopy(draft.value)}
        form.dirty.set(True)
    return form
