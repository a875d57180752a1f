"""The menu of a step, and the dialogs that it opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import (
    COLORS,
    Button,
    ColorDot,
    Dialog,
    FormErrors,
    IconButton,
    MenuItem,
    MenuSeparator,
    TextField,
)
from frontend.components.menu import MenuEntry, menu_markup, use_menus
from frontend.components.submit_form import SubmitForm
from frontend.errors import report
from frontend.fragments import fragment
from frontend.hooks import Form, use_form, use_store
from frontend.locale import format_number, t
from frontend.pages.board.shown import OPEN, WON, Shown, Step
from frontend.pages.board.step_acts import Editing, StepActs
from frontend.pages.label_manager.color_menu import color_words

NAME_LENGTH = 80
STEP_MENUS = "step-menus"


@component
def StepMenus(acts: StepActs) -> None:
    """Answers the menus of all steps."""

    def entries_of(step_id: str) -> Sequence[MenuEntry]:
        shown = acts.board.shown.value
        found = [step for step in shown.steps if step.id == step_id] if shown else []
        return _entries(found[0], acts.ways(found[0]), acts) if found else ()

    use_menus(STEP_MENUS, entries_of)


@fragment(version=lambda step, ways: (step.id, step.name, step.kind, ways))
def step_menu(step: Step, ways: frozenset[int]) -> VdomDict:
    """Draw what is done with a step, which can be moved these ways: -1 to the left, 1 to the
    right.
    """
    trigger = IconButton("ellipsis", t("What to do with {step}", step=step.name), small=True)
    return menu_markup(
        trigger,
        _entries(step, ways),
        id=f"step-menu-{step.id}",
        align="end",
        family=STEP_MENUS,
        about=step.id,
    )


def _entries(step: Step, ways: frozenset[int], acts: StepActs | None = None) -> list[MenuEntry]:
    """Return what a menu offers; without `acts` its entries are only shown."""

    def item(words: str, icon: str, act: Callable[[StepActs], Any], **looks: Any) -> MenuItem:
        return MenuItem(words, icon=icon, on_click=partial(act, acts) if acts else None, **looks)

    entries: list[MenuEntry] = [item(t("Edit step"), "pencil", lambda acts: acts.edit(step))]
    if -1 in ways:
        words = t("Move to the left")
        entries.append(item(words, "arrow-left", lambda acts: acts.move(step, -1)))
    if 1 in ways:
        words = t("Move to the right")
        entries.append(item(words, "arrow-right", lambda acts: acts.move(step, 1)))
    if step.kind != WON:
        words = t("Delete step")
        entries += [
            MenuSeparator(),
            item(words, "trash-2", lambda acts: acts.delete(step), danger=True),
        ]
    return entries


@component
def StepDialogs(acts: StepActs) -> VdomDict:
    """The dialog that is open, if any."""
    editing: Editing | None = use_store(acts.editing)
    deleting: Step | None = use_store(acts.deleting)
    return html.div(
        StepDialog(acts, editing.step, key=f"edit-{editing.turn}") if editing else None,
        WhereTo(acts, deleting, key=f"delete-{deleting.id}") if deleting else None,
    )


@component
def StepDialog(acts: StepActs, step: Step | None) -> VdomDict:
    """A step's name, its colour, and after how many days a card has stood in it too long."""
    stale = str(step.stale_after_days or "") if step else ""
    color = step.color if step else "BLUE"
    form = use_form({"name": step.name if step else "", "color": color, "staleAfterDays": stale})

    def close() -> None:
        acts.editing.set(None)

    async def save(values: dict[str, Any]) -> None:
        days = values["staleAfterDays"].strip()
        given = {
            "name": values["name"],
            "color": values["color"],
            "staleAfterDays": int(days) if days.isdecimal() and len(days) < 6 else None,
        }
        try:
            refused = await acts.save(step, given)
        except OperationFailed as error:
            report(error)
            return
        if refused:
            form.show_errors(refused)
        else:
            close()

    return html.div(
        Dialog(
            t("Edit step") if step else t("Add step"),
            SubmitForm(
                form,
                FormErrors(form, key="errors"),
                TextField(
                    form,
                    "name",
                    label=t("Name"),
                    required=True,
                    autofocus=True,
                    attributes={"maxLength": NAME_LENGTH},
                    key="name",
                ),
                Colors(form, key="colors"),
                TextField(
                    form,
                    "staleAfterDays",
                    label=t("Days until a card has stood here too long"),
                    hint=t("Such cards get a mark. Leave it empty for none."),
                    type="number",
                    attributes={"min": 1, "max": 3650, "inputMode": "numeric"},
                    key="stale",
                )
                if step is None or step.kind == OPEN
                else None,
                html.div(
                    {"className": "dialog-actions", "key": "actions"},
                    Button(t("Cancel"), attributes={"data-close": ""}),
                    Button(t("Save"), variant="primary", type="submit"),
                ),
                on_submit=save,
                label=t("Edit step") if step else t("Add step"),
                id="step-form",
                key="form",
            ),
            on_close=close,
            id="step-dialog",
        )
    )


@component
def Colors(form: Form) -> VdomDict:
    """One of the colours."""
    chosen, set_chosen = use_state(form.get("color"))

    def choose(event: dict[str, Any]) -> None:
        color = event["target"]["value"]
        if color in COLORS:
            form.set("color", color)
            set_chosen(color)

    return html.fieldset(
        {"className": "field board-fieldset"},
        html.legend({"className": "field-label"}, t("Colour")),
        html.div(
            {"className": "board-colors"},
            *(
                html.label(
                    {
                        "key": color,
                        "className": f"board-color color-{color.lower()}",
                        "title": color_words(color),
                    },
                    html.input(
                        {
                            "type": "radio",
                            "name": "color",
                            "value": color,
                            "defaultChecked": color == chosen,
                            "aria-label": color_words(color),
                            "onChange": choose,
                        }
                    ),
                    html.span({"aria-hidden": "true"}),
                )
                for color in COLORS
            ),
        ),
    )


@component
def WhereTo(acts: StepActs, step: Step) -> VdomDict:
    """Asks where the cards of a step go that is being deleted."""
    shown: Shown | None = use_store(acts.board.shown)
    counts = use_store(acts.board.counts)

    def taking(other: Step) -> Any:
        async def delete() -> None:
            await acts.delete(step, move_to=other.id)

        return delete

    return html.div(
        Dialog(
            t("Delete {step}", step=step.name),
            html.div(
                {"className": "board-choices"},
                *(
                    html.button(
                        {
                            "key": other.id,
                            "type": "button",
                            "className": "board-choice",
                            "onClick": _pressed(taking(other)),
                        },
                        ColorDot(other.color),
                        html.span(other.name),
                        html.span(
                            {"className": "board-choice-count"},
                            format_number(counts.get(other.id, (0, ()))[0]),
                        ),
                    )
                    for other in (shown.steps if shown else ())
                    if other.id != step.id
                ),
            ),
            text=t("Where do its cards go?"),
            on_close=lambda: acts.deleting.set(None),
            id="delete-step",
        )
    )


def _pressed(act: Any) -> Any:
    async def press(event: dict[str, Any]) -> None:
        await act()

    return press
