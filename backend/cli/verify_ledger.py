"""``carnet verify-ledger``: prove that no issued document was changed, lost or numbered twice."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from backend.billing.service import LedgerReport, verify_ledger
from backend.billing.service.ledger import ledgers
from backend.cli.actors import actor_of
from backend.cli.session import command_session
from backend.core.permissions import Actor

_WORDS = {
    "LINK_MISSING": "link {about} of the chain is missing",
    "LINK_CHANGED": "link {about} of the chain was changed",
    "DOCUMENT_MISSING": "document {about} is gone",
    "DOCUMENT_CHANGED": "document {about} was changed after it was issued",
    "ANSWER_CHANGED": "what the client said to quote {about} was changed",
    "PDF_MISSING": "the PDF of document {about} is gone",
    "PDF_CHANGED": "the PDF of document {about} was changed",
    "PURGED_EARLY": "document {about} was purged before its time was over",
    "NUMBER_MISSING": "number {about} is missing",
    "NUMBER_OUT_OF_SERIES": "the numbers of {about} are not those that were taken",
    "NOT_IN_LEDGER": "document {about} is not in the chain",
}


def verify(
    account: Annotated[
        str | None, typer.Option(help="Only this account: its number or name, or an e-mail.")
    ] = None,
) -> None:
    """Prove that no issued document was changed, lost or numbered twice."""
    if not asyncio.run(_verify(account)):
        raise typer.Exit(1)


async def _verify(account: str | None) -> bool:
    """Say what is found in each ledger; return whether all is well everywhere."""
    async with command_session():
        if account is not None:
            chosen = await actor_of(account)
            known = {chosen.account_id: account}
        else:
            known = await ledgers()
        if not known:
            print("No document was issued yet.")
        sound = True
        for account_id, name in known.items():
            report = await verify_ledger(Actor.system(account_id))
            _print(name, report)
            sound = sound and not report.findings
    return sound


def _print(name: str, report: LedgerReport) -> None:
    verdict = f"{len(report.findings)} problems" if report.findings else "all is well"
    purged = f", purged after retention: {report.purged}" if report.purged else ""
    print(f"{name}: {report.links} links{purged}, {verdict}; the last is {report.head[:16]}")
    for code, about in report.findings:
        print(f"  {_WORDS[code].format(about=about)}")
