"""Making, changing, archiving and restoring taxes; documents keep what they were written with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from backend.billing.errors import TaxNameTaken, TooManyTaxes
from backend.billing.events import TaxArchived, TaxCreated, TaxRestored, TaxUpdated
from backend.billing.limits import MAX_TAXES, PERCENT_DIGITS
from backend.billing.queries.settings import taxes, taxes_by_id
from backend.billing.rows import TaxRow
from backend.billing.rules.amounts import unscaled
from backend.billing.rules.kinds import TaxPreset
from backend.billing.rules.taxes import PRESETS, TaxDraft, check_tax
from backend.core.clock import now_micros
from backend.core.errors import NotFound, StaleVersion
from backend.core.folding import fold
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work


@dataclass(frozen=True, slots=True)
class TaxWritten:
    """A tax as it is now, and the account's place in its history."""

    tax: TaxRow
    cursor: str


@dataclass(frozen=True, slots=True)
class TaxesWritten:
    """The taxes that can be chosen now, and the account's place in its history."""

    taxes: Sequence[TaxRow]
    cursor: str


async def create_tax(
    actor: Actor, draft: TaxDraft, *, idempotency_key: str | None = None
) -> TaxWritten:
    """Make a tax; the account's first is the default one.

    Raises:
        TaxNameTaken, TooManyTaxes, IdempotencyKeyReused, Forbidden; as ``rules.taxes.check_tax``
    """
    actor.require(Permission.MANAGE_BILLING)
    clean = check_tax(draft)
    mark = fingerprint("create_tax", asdict(clean))
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_tax", mark)
        if key is None:
            key = await _insert(unit, clean, await taxes(actor, archived=True))
            await remember_result(unit, idempotency_key, "create_tax", mark, key)
        tax = await _own(actor, key)
    return TaxWritten(tax, unit.cursor)


async def add_preset(actor: Actor, preset: TaxPreset) -> TaxesWritten:
    """Make a country's taxes; names that the account has stay as they are.

    Raises:
        TooManyTaxes, Forbidden
    """
    actor.require(Permission.MANAGE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        await insert_preset(unit, preset, await taxes(actor, archived=True))
        found = await taxes(actor)
    return TaxesWritten(found, unit.cursor)


async def insert_preset(
    unit: UnitOfWork, preset: TaxPreset, known: Sequence[TaxRow], *, charges_tax: bool = True
) -> None:
    """Make those of a country's taxes whose names an account does not have. Without a default among
    those known, new lines have the usual one; of a seller that charges none, the first exempt one.

    Raises:
        TooManyTaxes
    """
    drafts = PRESETS[preset]
    usual = next(each for each in drafts if each.is_default)
    if not charges_tax:
        usual = next((each for each in drafts if each.rate == 0), usual)
    has_default = any(each.is_default for each in known)
    names = {fold(each.name) for each in known}
    missing = [each for each in drafts if fold(each.name) not in names]
    if len(known) + len(missing) > MAX_TAXES:
        raise TooManyTaxes(("preset",), maximum=MAX_TAXES)
    for draft in missing:
        is_default = draft is usual and not has_default
        await _insert_row(unit, replace(draft, is_default=is_default))


async def update_tax(actor: Actor, tax_id: int, version: int, draft: TaxDraft) -> TaxWritten:
    """Replace a tax by what is said now; no document changes.

    Raises:
        StaleVersion, NotFound, TaxNameTaken, Forbidden; as ``rules.taxes.check_tax``
    """
    actor.require(Permission.MANAGE_BILLING)
    clean = check_tax(draft)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await _own(actor, tax_id)
        if before.version != version:
            raise StaleVersion(("version",), current_version=before.version)
        if _kept(before) != clean:
            _refuse_taken(clean.name, await taxes(actor, archived=True), but=tax_id)
            await _write(unit, tax_id, clean)
            unit.record(TaxUpdated(tax_id, version + 1, clean.name))
        tax = await _own(actor, tax_id)
    return TaxWritten(tax, unit.cursor)


async def archive_tax(actor: Actor, tax_id: int) -> TaxWritten:
    """Let a tax be chosen no longer; what has it keeps it.

    Raises:
        NotFound, Forbidden
    """
    return await _set_archived(actor, tax_id, archived=True)


async def restore_tax(actor: Actor, tax_id: int) -> TaxWritten:
    """Let an archived tax be chosen again.

    Raises:
        NotFound, Forbidden
    """
    return await _set_archived(actor, tax_id, archived=False)


async def _set_archived(actor: Actor, tax_id: int, *, archived: bool) -> TaxWritten:
    actor.require(Permission.MANAGE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await _own(actor, tax_id)
        if before.is_archived is not archived:
            await unit.execute(
                "UPDATE tax SET archived_at = ?, is_default = 0, version = version + 1 "
                "WHERE id = ?",
                (now_micros() if archived else None, tax_id),
            )
            unit.record((TaxArchived if archived else TaxRestored)(tax_id, before.name))
        tax = await _own(actor, tax_id)
    return TaxWritten(tax, unit.cursor)


def _kept(tax: TaxRow) -> TaxDraft:
    return TaxDraft(
        tax.name, tax.rate, tax.category, tax.exemption_reason, tax.exemption_code, tax.is_default
    )


async def _own(actor: Actor, tax_id: int) -> TaxRow:
    found = (await taxes_by_id(actor.account_id, (tax_id,))).get(tax_id)
    if found is None:
        raise NotFound(("id",))
    return found


def _refuse_taken(name: str, known: Sequence[TaxRow], *, but: int | None = None) -> None:
    if any(fold(each.name) == fold(name) for each in known if each.pk != but):
        raise TaxNameTaken(("name",))


async def _insert(unit: UnitOfWork, draft: TaxDraft, known: Sequence[TaxRow]) -> int:
    if len(known) >= MAX_TAXES:
        raise TooManyTaxes(("name",), maximum=MAX_TAXES)
    _refuse_taken(draft.name, known)
    return await _insert_row(unit, replace(draft, is_default=draft.is_default or not known))


async def _insert_row(unit: UnitOfWork, draft: TaxDraft) -> int:
    rows = await unit.fetch(
        "INSERT INTO tax (account_id, name, rate_thousandths, category, is_default, version) "
        "VALUES (?, '', 0, 'Z', 0, 0) RETURNING id",
        (unit.actor.account_id,),
    )
    key = int(rows[0][0])
    await _write(unit, key, draft)
    unit.record(TaxCreated(key, draft.name))
    return key


async def _write(unit: UnitOfWork, tax_id: int, draft: TaxDraft) -> None:
    if draft.is_default:
        await unit.execute(
            "UPDATE tax SET is_default = 0, version = version + 1 "
            "WHERE account_id = ? AND is_default = 1 AND id <> ?",
            (unit.actor.account_id, tax_id),
        )
    await unit.execute(
        "UPDATE tax SET name = ?, rate_thousandths = ?, category = ?, exemption_reason = ?, "
        "exemption_code = ?, is_default = ?, version = version + 1 WHERE id = ?",
        (
            draft.name,
            unscaled(draft.rate, PERCENT_DIGITS),
            draft.category.value,
            draft.exemption_reason,
            draft.exemption_code,
            int(draft.is_default),
            tax_id,
        ),
    )
