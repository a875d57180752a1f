"""``carnet import``: a file of contacts into an account."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from backend.cli.actors import actor_of
from backend.cli.import_words import explain, words_of_notice
from backend.cli.long_run import long_run, progress_bar
from backend.cli.session import command_session
from backend.core.clock import now
from backend.core.errors import Refusal
from backend.core.settings import Settings
from backend.imports.service import Existing, ImportOptions, ImportReport, import_file
from backend.imports.source import SourceOptions

_SEPARATOR_NAMES = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}


def import_contacts(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="CSV, XLSX or vCard."),
    ],
    account: Annotated[str, typer.Option(help="Its number or name, or a member's e-mail.")],
    encoding: Annotated[str | None, typer.Option(help="Such as utf-8 or cp1252.")] = None,
    separator: Annotated[str | None, typer.Option(help="A character, or: tab.")] = None,
    sheet: Annotated[str | None, typer.Option(help="Which sheet of a workbook.")] = None,
    no_header: Annotated[
        bool, typer.Option("--no-header", help="The first row is of a person already.")
    ] = False,
    existing: Annotated[
        Existing, typer.Option(help="What to do with people who are there already.")
    ] = Existing.SKIP,
    subscribed: Annotated[
        bool, typer.Option("--subscribed", help="Everybody in the file agreed to campaigns.")
    ] = False,
    consent_source: Annotated[str, typer.Option(help="Where and how they agreed.")] = "",
    labels: Annotated[str, typer.Option(help="For everybody; commas between.")] = "",
    report: Annotated[Path | None, typer.Option(help="Where to write rows with faults.")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen; write nothing.")
    ] = False,
) -> None:
    """Bring a file of contacts into an account.

    Ends with 0 when the whole file was read, also if some rows were rejected; with 1 when the file
    or the account is refused, and nothing is written.
    """
    if subscribed and not consent_source.strip():
        raise typer.BadParameter(
            "say where and how they agreed: --consent-source 'Fair of May 2026, signed list'",
            param_hint="--subscribed",
        )
    options = ImportOptions(
        source=SourceOptions(
            encoding=encoding,
            separator=_SEPARATOR_NAMES.get(separator.lower(), separator) if separator else None,
            sheet=sheet,
            has_header=False if no_header else None,
        ),
        existing=existing,
        subscribed=subscribed,
        consent_source=consent_source.strip(),
        labels=tuple(name.strip() for name in labels.split(",") if name.strip()),
        rejects=report,
        dry_run=dry_run,
    )
    try:
        asyncio.run(_run(file, account, options))
    except Refusal as refusal:
        print(f"carnet: {refusal.code}: {explain(refusal)}", file=sys.stderr)
        raise typer.Exit(1) from None


async def _run(file: Path, account: str, options: ImportOptions) -> None:
    async with command_session() as chosen:
        actor = await actor_of(account)
        if options.rejects is None:
            options = replace(options, rejects=_rejects_path(chosen, file))
        console = Console(stderr=True)
        with long_run(), progress_bar(console) as bar:
            task = bar.add_task(file.name, total=None)

            def show(report: ImportReport) -> None:
                bar.update(task, completed=report.bytes_read, total=report.bytes_total)
                bar.update(task, description=f"{file.name}: {report.rows:,} rows")

            report = await import_file(actor, file, options, show)
    _print_report(report, dry_run=options.dry_run)


def _rejects_path(chosen: Settings, file: Path) -> Path:
    return chosen.data_dir / "imports" / f"{now():%Y%m%d-%H%M%S}-{file.stem}-rejected.csv"


def _how(report: ImportReport) -> Iterator[str]:
    yield report.format.value
    if report.sheet:
        yield f"{report.kind.value}, sheet {report.sheet!r}"
    if report.encoding:
        yield report.encoding
    if report.separator:
        yield f"separator {report.separator!r}"


def _print_report(report: ImportReport, *, dry_run: bool) -> None:
    table = Table(show_header=False, box=None)
    table.add_column(justify="right", style="bold")
    table.add_column()
    for count, words in (
        (report.created, "new"),
        (report.updated, "updated"),
        (report.duplicates, "already there"),
        (report.rejected, "rejected"),
    ):
        table.add_row(f"{count:,}", words)
    if report.left_out:
        table.add_row(f"{report.left_out:,}", "bad cells left out of rows that were kept")
    for code, count in sorted(report.reasons.items(), key=lambda item: -item[1]):
        table.add_row(f"{count:,}", f"  {code}")
    # Names of files and columns are shown as they are, brackets too.
    console = Console(markup=False, highlight=False, soft_wrap=True)
    console.print(f"Read as {', '.join(_how(report))}.")
    for notice in report.notices:
        console.print(words_of_notice(notice))
    if dry_run:
        console.print("Nothing written: dry run.")
    console.print(table)
    if report.ignored:
        console.print(f"Not imported, but not empty: {', '.join(report.ignored)}.")
    if report.rejects is not None:
        console.print(f"Rows with faults, with the reason: {report.rejects}")
