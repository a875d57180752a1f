"""Numbers that sellers and buyers are known by."""

from __future__ import annotations

import pytest

from backend.billing.errors import (
    InvalidBic,
    InvalidFiscalCode,
    InvalidIban,
    InvalidRegistrationNumber,
    InvalidVatNumber,
)
from backend.billing.rules.identity import (
    clean_bic,
    clean_fiscal_code,
    clean_iban,
    clean_registration,
    clean_vat_number,
)
from backend.core.errors import Refusal


@pytest.mark.parametrize(
    ("typed", "country", "kept"),
    [
        ("552 008 443", "FR", "552008443"),
        ("732 829 320 00074", "FR", "73282932000074"),
        ("HRB 12345", "DE", "HRB 12345"),
        ("  ", "FR", None),
        (None, "FR", None),
    ],
)
def test_registers(typed, country, kept):
    assert clean_registration(typed, country, ("n",)) == kept


@pytest.mark.parametrize("typed", ["552 008 444", "73282932000075", "12345", "FR552008443"])
def test_a_siren_is_checked(typed):
    with pytest.raises(InvalidRegistrationNumber):
        clean_registration(typed, "FR", ("n",))


@pytest.mark.parametrize(
    ("typed", "country", "kept"),
    [
        ("FR 83 404 833 048", "FR", "FR83404833048"),
        ("83404833048", "FR", "FR83404833048"),
        ("00743110157", "IT", "IT00743110157"),
        ("IT 00743110157", "IT", "IT00743110157"),
        ("DE 136 695 976", "FR", "DE136695976"),
        ("094259216", "GR", "EL094259216"),
        ("GB 980 7806 84", "GB", "980780684"),
        ("whatever it is", "US", "whatever it is"),
    ],
)
def test_vat_numbers(typed, country, kept):
    assert clean_vat_number(typed, country, ("n",)) == kept


@pytest.mark.parametrize(
    ("typed", "country"),
    [("FR84404833048", "FR"), ("IT00743110158", "IT"), ("84404833048", "FR"), ("12", "IT")],
)
def test_a_vat_number_is_checked(typed, country):
    with pytest.raises(InvalidVatNumber):
        clean_vat_number(typed, country, ("n",))


def test_an_italian_fiscal_code_is_a_person_s_or_a_company_s():
    assert clean_fiscal_code("rcc mnl 83s18d969h", "IT", ("n",)) == "RCCMNL83S18D969H"
    assert clean_fiscal_code("00743110157", "IT", ("n",)) == "00743110157"
    assert clean_fiscal_code("anything", "FR", ("n",)) == "anything"
    for wrong in ("RCCMNL83S18D969X", "00743110158", "x"):
        with pytest.raises(InvalidFiscalCode):
            clean_fiscal_code(wrong, "IT", ("n",))


def test_bank_accounts():
    iban = clean_iban("FR76 3000 6000 0112 3456 7890 189", ("n",))
    assert iban == "FR7630006000011234567890189"
    assert clean_bic("agrifrpp", ("n",)) == "AGRIFRPP"
    with pytest.raises(InvalidIban):
        clean_iban("FR76 3000 6000 0112 3456 7890 188", ("n",))
    with pytest.raises(InvalidBic):
        clean_bic("AGRI", ("n",))


@pytest.mark.parametrize(
    ("clean", "typed", "country", "reason"),
    [
        (clean_registration, "552008444", "FR", "checksum"),
        (clean_registration, "5520084", "FR", "length"),
        (clean_registration, "55200844X", "FR", "format"),
        (clean_vat_number, "00743111502", "IT", "component"),
        (clean_vat_number, "00743110158", "IT", "checksum"),
        (clean_vat_number, "0074311015", "IT", "length"),
        (clean_vat_number, "FR84404833048", "FR", "checksum"),
        (clean_fiscal_code, "RCCMNL83S18D969X", "IT", "checksum"),
        (clean_fiscal_code, "RCCMNL83B71D969I", "IT", "birth"),
        (clean_fiscal_code, "RCCMNL83S18D96", "IT", "length"),
        (clean_fiscal_code, "1CCMNL83S18D969X", "IT", "format"),
        (clean_fiscal_code, "00743111502", "IT", "office"),
    ],
)
def test_what_is_wrong_is_said(clean, typed, country, reason):
    with pytest.raises(Refusal) as caught:
        clean(typed, country, ("n",))
    assert caught.value.parameters["reason"] == reason


@pytest.mark.parametrize(
    ("typed", "reason", "length"),
    [
        ("FR7630006000011234567890188", "checksum", 27),
        ("FR763000600001123456789018", "length", 27),
        ("ZZ7630006000011234567890188", "country", 0),
        ("1", "country", 0),
    ],
)
def test_an_iban_is_measured_by_its_country(typed, reason, length):
    with pytest.raises(InvalidIban) as caught:
        clean_iban(typed, ("n",))
    assert caught.value.parameters == {"reason": reason, "length": length}
