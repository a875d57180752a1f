"""Taxes: what can be one, and those of France, of Italy, and none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from backend.billing.errors import RateOfCategory
from backend.billing.limits import CODE_LENGTH, LINE_LENGTH, NAME_LENGTH
from backend.billing.rules.amounts import check_percent
from backend.billing.rules.kinds import TaxCategory, TaxPreset
from backend.core.errors import Required
from backend.core.text import clean_line

REASONED = frozenset(
    {
        TaxCategory.EXEMPT,
        TaxCategory.REVERSE_CHARGE,
        TaxCategory.INTRA_COMMUNITY,
        TaxCategory.EXPORT,
        TaxCategory.OUT_OF_SCOPE,
    }
)
"""What must say why nothing is charged. Source: EN 16931, BR-E-10, BR-AE-10, BR-IC-10, BR-G-10 and
BR-O-10; the others must not (BR-S-10, BR-Z-10)."""


@dataclass(frozen=True, slots=True)
class TaxDraft:
    """A tax: its name, its rate in percent (BT-152) and category (BT-151), why nothing is charged
    (BT-120), and the code of that (BT-121; in Italy, the natura).
    """

    name: str
    rate: Decimal
    category: TaxCategory = TaxCategory.STANDARD
    exemption_reason: str | None = None
    exemption_code: str | None = None
    is_default: bool = False


def check_tax(draft: TaxDraft, path: Sequence[str] = ()) -> TaxDraft:
    """Return a tax that can be kept.

    Raises:
        Required, RateOfCategory, NumberOutOfRange, TooPrecise, TooLong, InvalidCharacters
    """
    name = clean_line(draft.name, (*path, "name"), maximum=NAME_LENGTH)
    if name is None:
        raise Required((*path, "name"))
    rate = check_percent(draft.rate, (*path, "rate"))
    if (draft.category is TaxCategory.STANDARD) is not (rate > 0):
        raise RateOfCategory((*path, "rate"))
    reason = clean_line(draft.exemption_reason, (*path, "exemptionReason"), maximum=LINE_LENGTH)
    code = clean_line(draft.exemption_code, (*path, "exemptionCode"), maximum=CODE_LENGTH)
    if draft.category not in REASONED:
        reason = code = None
    elif reason is None:
        raise Required((*path, "exemptionReason"))
    return TaxDraft(name, rate, draft.category, reason, code, draft.is_default)


def _charged(name: str, rate: str, *, is_default: bool = False) -> TaxDraft:
    return TaxDraft(f"{name} %", Decimal(rate), is_default=is_default)


def _free(name: str, category: TaxCategory, reason: str, code: str | None = None) -> TaxDraft:
    return TaxDraft(name, Decimal(0), category, reason, code)


PRESETS: dict[TaxPreset, tuple[TaxDraft, ...]] = {
    # Code général des impôts, art. 278 to 281 quater, 293 B, 283-2, 262 ter and 262.
    TaxPreset.FRANCE: (
        _charged("TVA 20", "20", is_default=True),
        _charged("TVA 10", "10"),
        _charged("TVA 5,5", "5.5"),
        _charged("TVA 2,1", "2.1"),
        _free(
            "Franchise en base",
            TaxCategory.EXEMPT,
            "TVA non applicable, art. 293 B du CGI",
            "VATEX-FR-FRANCHISE",
        ),
        _free(
            "Autoliquidation",
            TaxCategory.REVERSE_CHARGE,
            "Autoliquidation, art. 283-2 du CGI",
            "VATEX-EU-AE",
        ),
        _free(
            "Livraison intracommunautaire",
            TaxCategory.INTRA_COMMUNITY,
            "Exonération de TVA, art. 262 ter I du CGI",
            "VATEX-EU-IC",
        ),
        _free(
            "Exportation",
            TaxCategory.EXPORT,
            "Exonération de TVA, art. 262 I du CGI",
            "VATEX-EU-G",
        ),
    ),
    # D.P.R. 633/1972, art. 16, 7-ter and 8; D.L. 331/1993, art. 41; L. 190/2014, art. 1. The codes
    # are the natura of the Sistema di Interscambio.
    TaxPreset.ITALY: (
        _charged("IVA 22", "22", is_default=True),
        _charged("IVA 10", "10"),
        _charged("IVA 5", "5"),
        _charged("IVA 4", "4"),
        _free(
            "Regime forfettario",
            TaxCategory.EXEMPT,
            "Operazione senza applicazione dell'IVA, art. 1, commi 54-89, L. 190/2014",
            "N2.2",
        ),
        _free("Esente art. 10", TaxCategory.EXEMPT, "Esente IVA, art. 10 D.P.R. 633/1972", "N4"),
        _free(
            "Inversione contabile",
            TaxCategory.REVERSE_CHARGE,
            "Inversione contabile, art. 7-ter D.P.R. 633/1972",
            "N2.1",
        ),
        _free(
            "Cessione intracomunitaria",
            TaxCategory.INTRA_COMMUNITY,
            "Non imponibile, art. 41 D.L. 331/1993",
            "N3.2",
        ),
        _free(
            "Esportazione",
            TaxCategory.EXPORT,
            "Non imponibile, art. 8 D.P.R. 633/1972",
            "N3.1",
        ),
    ),
    TaxPreset.PLAIN: (
        TaxDraft(
            "No tax",
            Decimal(0),
            TaxCategory.OUT_OF_SCOPE,
            "Not subject to VAT",
            "VATEX-EU-O",
            is_default=True,
        ),
    ),
}
