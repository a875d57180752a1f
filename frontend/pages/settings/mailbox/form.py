"""What is set of the mailbox, tried and saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import Button, FormErrors, Notice, Option, Panel, SelectField, TextField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import Outcome, use_browser, use_form, use_mutation, use_toast
from frontend.hooks.effect import use_effect
from frontend.hooks.form import Form
from frontend.locale import t
from frontend.operations import load
from frontend.pages.mail_parts.problems import problem_words
from frontend.pages.settings.mailbox.servers import ServerFields
from frontend.pages.settings.mailbox.values import Mailbox, form_values, settings_of
from frontend.viewer import Viewer

SAVE, TRY = "save", "try"
NOT_TRIED: Mapping[str, Any] | None = None


@component
def MailboxForm(mailbox: Mailbox | None, viewer: Viewer, on_saved: Callable[[], None]) -> VdomDict:
    """The form. What a colleague saves meanwhile appears in it, unless something was typed."""
    form = use_form(form_values(mailbox, viewer))
    save, saving = use_mutation(load("inbox/save_mailbox"))
    attempt, trying = use_mutation(load("inbox/test_mailbox"))
    act = use_ref(SAVE)
    version = mailbox["version"] if mailbox else None
    started = use_ref(version)
    is_stale, set_stale = use_state(False)
    tried, set_tried = use_state(NOT_TRIED)
    toast, browser = use_toast(), use_browser()

    def take_over() -> None:
        started.current = version
        set_stale(False)
        form.reset(form_values(mailbox, viewer))

    @use_effect(dependencies=[version])
    def follow() -> None:
        if version != started.current and not form.dirty.value:
            take_over()

    async def submit(values: dict[str, Any]) -> None:
        set_tried(None)
        settings = settings_of(values)
        if act.current == TRY:
            outcome = await attempt({"settings": settings})
            form.show_errors(outcome.errors)
            if outcome.ok:
                set_tried(outcome.payload)
                browser.scroll_to("mailbox-results")
            return
        outcome = await save({"version": started.current, "settings": settings})
        if stale := _stale_version(outcome):
            started.current = stale[0]
            set_stale(True)
            on_saved()
            return
        form.show_errors(outcome.errors)
        if outcome.ok and outcome.payload:
            started.current = outcome.payload["mailbox"]["version"]
            set_stale(False)
            form.reset(form_values(outcome.payload["mailbox"], viewer))
            toast(t("Saved"), kind="success")
            on_saved()

    def choose(what: str) -> Callable[[], None]:
        return lambda: setattr(act, "current", what)

    kept = {way: bool(((mailbox or {}).get(way) or {}).get("hasPassword")) for way in _WAYS}
    return Panel(
        t("Mailbox"),
        _conflict(take_over) if is_stale else None,
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            *_sender(form),
            *(
                ServerFields(form, way, has_password=kept[way], key=f"{way}-{form.generation}")
                for way in _WAYS
            ),
            _strangers(form),
            _acts(choose, saves=saving.loading, tries=trying.loading),
            on_submit=submit,
            label=t("Mailbox"),
            id="mailbox-form",
            class_name="form settings-form mailbox-form",
            key="form",
        ),
        _results(tried) if tried else None,
        text=t("Messages to contacts leave from this address, and what they answer is read here."),
    )


_WAYS = ("smtp", "imap")


def _stale_version(outcome: Outcome) -> tuple[int | None] | None:
    """Return the version that is there now, in a tuple, if that is why nothing was saved."""
    for error in outcome.errors:
        if error["code"] == "STALE_VERSION":
            given = {each["name"]: each["value"] for each in error["parameters"]}
            return (int(given.get("currentVersion") or 0) or None,)
    return None


def _conflict(take_over: Callable[[], None]) -> VdomDict:
    return html.div(
        {"key": "conflict"},
        Notice(
            html.p(t("Somebody changed the mailbox meanwhile. Saving again keeps yours.")),
            kind="warning",
            action=Button(t("Show theirs"), small=True, on_click=take_over),
        ),
    )


def _sender(form: Form) -> tuple[Any, ...]:
    return (
        TextField(
            form,
            "fromName",
            label=t("Sender’s name"),
            hint=t("What recipients see."),
            key="name",
        ),
        TextField(
            form,
            "fromAddress",
            label=t("E-mail"),
            type="email",
            required=True,
            attributes={"inputMode": "email", "autocapitalize": "none", "spellCheck": "false"},
            key="address",
        ),
    )


def _strangers(form: Form) -> Any:
    return SelectField(
        form,
        "unknownSenders",
        [
            Option("KEEP", t("Keep it in the inbox")),
            Option("IGNORE", t("Leave it out")),
        ],
        label=t("Mail from people who are no contacts"),
        key=f"strangers-{form.generation}",
    )


def _acts(choose: Callable[[str], Callable[[], None]], *, saves: bool, tries: bool) -> VdomDict:
    """Draw the buttons; both send the form, after saying what for."""
    return html.div(
        {"className": "mailbox-acts", "key": "acts"},
        Button(
            t("Save"),
            type="submit",
            variant="primary",
            on_click=choose(SAVE),
            busy=saves,
            disabled=tries,
        ),
        Button(
            t("Testing…") if tries else t("Test"),
            type="submit",
            on_click=choose(TRY),
            busy=tries,
            disabled=saves,
        ),
        html.span(
            {"className": "field-hint", "role": "status"},
            t("Servers may take half a minute to answer.") if tries else "",
        ),
    )


def _results(tried: Mapping[str, Any]) -> VdomDict:
    """Say what trying each server brought."""
    words = {
        "smtp": (t("Sending works."), t("Sending does not work.")),
        "imap": (t("Reading works."), t("Reading does not work.")),
    }
    shown = [_result(tried[way], *words[way], way) for way in _WAYS if tried[way]]
    if not shown:
        shown = [Notice(html.p(t("There is no server of yours to test.")))]
    return html.div({"className": "mailbox-results", "id": "mailbox-results"}, *shown)


def _result(result: Mapping[str, Any], works: str, fails: str, way: str) -> VdomDict:
    if result["problem"] is None:
        return html.div({"key": way}, Notice(html.p(works), kind="success"))
    return html.div(
        {"key": way},
        Notice(
            html.p(f"{fails} {problem_words(result['problem'])}"),
            html.p(html.code({"dir": "auto"}, result["detail"])) if result["detail"] else None,
            kind="error",
        ),
    )
