"""The daily look at the sites of accounts that asked for it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

from backend.core.clock import now, now_micros, to_micros
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.sites.addresses import host_of
from backend.sites.checking.outcome import Outcome
from backend.sites.events import SiteChecked, SiteChecksTurned
from backend.sites.limits import CHECKED_EVERY
from backend.sites.queries import are_checked, sites_to_check
from backend.sites.service.standing import own_site

CHECK = "check_due_sites"
AT_ONCE = 8
A_RUN = 300
RUN_SECONDS = 40.0
"""After these no check begins any more: the next run goes on."""

Check = Callable[[str], Awaitable[Outcome]]


async def turn_checks(actor: Actor, *, enabled: bool) -> str:
    """Have the account's sites checked every day, or no longer; return the account's place.

    Raises:
        Forbidden
    """
    actor.require(Permission.MANAGE_ACCOUNT)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        if enabled is not await are_checked(actor.account_id):
            if enabled:
                await unit.execute(
                    "INSERT INTO site_checking (account_id, enabled_at) VALUES (?, ?)",
                    (actor.account_id, now_micros()),
                )
                unit.enqueue(CHECK, {})
            else:
                await unit.execute(
                    "DELETE FROM site_checking WHERE account_id = ?", (actor.account_id,)
                )
            unit.record(SiteChecksTurned(actor.account_id, enabled))
    return unit.cursor


async def check_due_sites(check: Check) -> int:
    """Look at sites that nobody looked at for a day; return how many.

    Several at a time, but of one host one after the other: whoever serves a hundred of them is not
    asked a hundred times at once.
    """
    limit = to_micros(now() - CHECKED_EVERY)
    by_host: dict[str, list[tuple[int, int, str]]] = {}
    for due in await sites_to_check(limit, A_RUN):
        by_host.setdefault(host_of(due[2]), []).append(due)
    turns, until, done = asyncio.Semaphore(AT_ONCE), monotonic() + RUN_SECONDS, 0

    async def look(sites: list[tuple[int, int, str]]) -> None:
        nonlocal done
        async with turns:
            for account_id, site_id, address in sites:
                if monotonic() > until:
                    return
                await _keep(account_id, site_id, address, await check(address))
                done += 1

    await asyncio.gather(*map(look, by_host.values()))
    return done


async def _keep(account_id: int, site_id: int, address: str, outcome: Outcome) -> None:
    """Write what a check found, unless the site is another by now."""
    actor = Actor.system(account_id)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        rows = await unit.fetch(
            "SELECT problem, http_status, checked_at FROM site WHERE account_id = ? AND id = ? "
            "AND address = ? AND deleted_at IS NULL",
            (account_id, site_id, address),
        )
        if not rows:
            return
        problem, until = outcome.problem and outcome.problem.value, outcome.certificate_until
        await unit.execute(
            "UPDATE site SET checked_at = ?, problem = ?, http_status = ?, certificate_until = ? "
            "WHERE id = ?",
            (now_micros(), problem, outcome.http_status, until and to_micros(until), site_id),
        )
        was_problem, was_status, was_checked = rows[0]
        if not was_checked or (was_problem, was_status) != (problem, outcome.http_status):
            site = await own_site(actor, site_id)
            unit.record(SiteChecked(site_id, site.name, problem, outcome.http_status))
