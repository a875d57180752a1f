"""Recovery codes, shown this once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Dialog
from frontend.components.copy_button import CopyButton, DownloadButton
from frontend.locale import t

NO_CODES: tuple[str, ...] = ()


@component
def RecoveryCodesDialog(codes: Sequence[str], on_close: Callable[[], None]) -> VdomDict:
    """Show the codes with all the ways to keep them."""
    text = "\n".join(codes) + "\n"
    return Dialog(
        t("Keep your recovery codes"),
        html.ul(
            {"className": "recovery-codes", "aria-label": t("Recovery codes")},
            *(html.li({"key": code}, html.code(code)) for code in codes),
        ),
        html.div(
            {"className": "recovery-actions"},
            CopyButton(text, label=t("Copy all")),
            DownloadButton(text, file_name="carnet-recovery-codes.txt"),
        ),
        text=t(
            "Each lets you in once when your phone is lost. They are not shown again: put them "
            "where you keep what matters."
        ),
        actions=html.div(
            {"className": "dialog-actions"},
            Button(
                t("I have kept them"),
                variant="primary",
                attributes={"data-close": "", "data-autofocus": ""},
            ),
        ),
        on_close=on_close,
        id="recovery-dialog",
    )
