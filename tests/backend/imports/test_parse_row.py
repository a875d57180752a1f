"""The cells of a row become a contact."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from backend.core.cells import harmless
from backend.core.errors import InvalidCharacters
from backend.imports.contact import (
    ImportedAddress,
    ImportedContact,
    ImportedEmail,
    ImportedPhone,
)
from backend.imports.decoding import UNDECODABLE
from backend.imports.errors import DateInvalid, NothingToImport, UndecodableText
from backend.imports.mapping import plan_columns
from backend.imports.parsing import RowParser
from tests.backend.imports.headers import (
    CARNET,
    GOOGLE,
    GOOGLE_LEGACY,
    ITALIAN_OUTLOOK,
    OUTLOOK,
    OUTLOOK_BY_GOOGLE,
)


def parse(header: list[str], **cells: str) -> ImportedContact:
    """Parse a row with some cells filled in, named by their header in snake case."""
    places = {name.replace(" ", "_").replace("-", "_").lower(): i for i, name in enumerate(header)}
    row = [""] * len(header)
    for name, text in cells.items():
        row[places[name]] = text
    return RowParser(plan_columns(header)).parse(row)


def parse_named(cells: dict[str, str]) -> ImportedContact:
    return RowParser(plan_columns(list(cells))).parse(list(cells.values()))


def test_reads_a_contact_of_google() -> None:
    contact = parse(
        GOOGLE,
        first_name="Anna",
        middle_name="Maria",
        last_name="Bianchi",
        organization_name="Studio Prova",
        organization_title="Titolare",
        labels="Clienti, Torino ::: VIP ::: * myContacts ::: * friends",
        e_mail_1___label="* Work",
        e_mail_1___value="anna@example.org ::: a.bianchi@example.com",
        phone_1___label="Mobile",
        phone_1___value="+39 347 000 0000 ::: +39 011 000 0000",
        address_1___label="Work",
        address_1___formatted="Via Prova 1\nScala B\n10121 Torino TO\nItalia",
        address_1___street="Via Prova 1\nScala B",
        address_1___city="Torino",
        address_1___region="TO",
        address_1___postal_code="10121",
        address_1___country="Italia",
    )
    assert contact == ImportedContact(
        given_name="Anna Maria",
        family_name="Bianchi",
        company="Studio Prova",
        position="Titolare",
        emails=[
            ImportedEmail("anna@example.org", "work"),
            ImportedEmail("a.bianchi@example.com", "work"),
        ],
        phones=[
            ImportedPhone("+39 347 000 0000", "mobile"),
            ImportedPhone("+39 011 000 0000", "mobile"),
        ],
        addresses=[
            ImportedAddress("work", "Via Prova 1", "Scala B", "Torino", "TO", "10121", "IT")
        ],
        labels=["Clienti, Torino", "VIP", "Friends"],
    )


def test_reads_a_contact_of_legacy_google() -> None:
    contact = parse(
        GOOGLE_LEGACY,
        name="Jean Essai",
        given_name="Jean",
        family_name="Essai",
        occupation="Peintre",
        group_membership="* myContacts",
        organization_1___name="Essai SARL",
        organization_1___title="Gérant",
        e_mail_1___type="*",
        e_mail_1___value="jean@example.org",
        phone_1___type="Work Fax",
        phone_1___value="+33 1 99 00 00 00",
        address_1___formatted="1 rue Neuve\n75001 Paris\nFrance",
        address_1___city="Paris",
        address_1___postal_code="75001",
        address_1___country="France",
    )
    assert contact == ImportedContact(
        given_name="Jean",
        family_name="Essai",
        company="Essai SARL",
        position="Gérant",
        emails=[ImportedEmail("jean@example.org")],
        phones=[ImportedPhone("+33 1 99 00 00 00", "fax")],
        addresses=[
            ImportedAddress(
                street="1 rue Neuve", city="Paris", postal_code="75001", country_code="FR"
            )
        ],
    )


def test_reads_a_contact_of_outlook() -> None:
    contact = parse(
        OUTLOOK,
        title="Ms",
        first_name="Jo",
        last_name="Sample",
        job_title="Partner",
        company="Sample & Sons",
        e_mail_address="jo@example.org",
        e_mail_2_address="/o=ExchangeLabs/ou=Exchange/cn=Recipients/cn=jo",
        e_mail_3_address="JO@example.org",
        business_phone="01632 960001",
        mobile_phone="01632 960002",
        business_fax="01632 960003",
        business_street="1 High Street\r\nUnit 2",
        business_city="Leeds",
        **{"business_country/region": "England", "home_country/region": "Atlantis"},
    )
    assert contact == ImportedContact(
        given_name="Jo",
        family_name="Sample",
        company="Sample & Sons",
        position="Partner",
        emails=[ImportedEmail("jo@example.org")],
        phones=[
            ImportedPhone("01632 960001", "work"),
            ImportedPhone("01632 960002", "mobile"),
            ImportedPhone("01632 960003", "fax"),
        ],
        addresses=[
            ImportedAddress("work", "1 High Street", "Unit 2", "Leeds", country_code="GB"),
            ImportedAddress("home", extended="Atlantis"),
        ],
    )


def test_reads_a_contact_of_outlook_by_google() -> None:
    contact = parse(
        OUTLOOK_BY_GOOGLE,
        first_name="Jo",
        home_address="1 High Street\nLeeds",
        business_street="2 Low Street",
        business_street_3="Floor 3",
        business_street_2="Block B",
        business_address_po_box="12",
        categories="Clients;* My Contacts",
        profession="Baker",
    )
    assert [(item.kind, item.street, item.extended) for item in contact.addresses] == [
        ("home", "1 High Street", "Leeds"),
        ("work", "2 Low Street", "PO Box 12, Block B, Floor 3"),
    ]
    assert contact.labels == ["Clients"]


def test_reads_a_contact_of_italian_outlook() -> None:
    contact = parse(
        ITALIAN_OUTLOOK,
        titolo="Dott.",
        nome="Ugo",
        cognome="Prova",
        **{"via_(uff.)": "Via Nuova 2", "cap_(uff.)": "10121", "paese_(uff.)": "Italia"},
        altra_via="Via Vecchia 3",
        cellulare="+39 347 000 0000",
        tipo_posta_elettronica="SMTP",
        indirizzo_posta_elettronica="ugo@example.org",
    )
    assert (contact.given_name, contact.family_name, contact.position) == ("Ugo", "Prova", "")
    assert contact.emails == [ImportedEmail("ugo@example.org")]
    assert contact.addresses == [
        ImportedAddress("work", "Via Nuova 2", postal_code="10121", country_code="IT"),
        ImportedAddress("other", "Via Vecchia 3"),
    ]


def test_reads_what_a_person_typed_into_a_spreadsheet() -> None:
    contact = parse_named(
        {
            "Prénom": " Élodie ",
            "Nom": "Essai\n",
            "Société": "L'Atelier",
            "E-mail": "Élodie Essai <elodie@example.org>; contact@example.com",
            "E-mail perso": "mailto:e@example.net",
            "Tél.": "'01 99 00 00 00 / 06 99 00 00 00",
            "Adresse": "1 rue Neuve\nBâtiment B",
            "CP": "69001",
            "Ville": "Lyon",
            "Pays": "FRANCE",
            "Étiquettes": "client; vip, client",
            "Statut de l'abonnement": "Désabonné",
            "Note interne": "rien",
        }
    )
    assert contact == ImportedContact(
        given_name="Élodie",
        family_name="Essai",
        company="L'Atelier",
        emails=[
            ImportedEmail("elodie@example.org", None, "unsubscribed"),
            ImportedEmail("contact@example.com", None, "unsubscribed"),
            ImportedEmail("e@example.net", "home", "unsubscribed"),
        ],
        phones=[ImportedPhone("01 99 00 00 00"), ImportedPhone("06 99 00 00 00")],
        addresses=[ImportedAddress(None, "1 rue Neuve", "Bâtiment B", "Lyon", "", "69001", "FR")],
        labels=["client", "vip"],
    )


def test_a_slash_inside_one_number_does_not_part_it() -> None:
    assert parse_named({"Tel": "011/0000000"}).phones == [ImportedPhone("011/0000000")]


def test_words_for_nothing_are_nothing() -> None:
    cells = {"Name": "Anna", "E-mail": "n/a", "E-mail 2": "-", "Tel": "N/A", "Mobile": "aucun"}
    contact = parse_named(cells)
    assert (contact.emails, contact.phones) == ([], [])


def test_marks_that_nobody_sees_are_no_part_of_an_address() -> None:
    cells = {"E-mail": "\u200banna@example.org\ufeff", "Tel": "\u202a+33 1 99 00 00 00\u202c"}
    contact = parse_named(cells)
    assert contact.emails == [ImportedEmail("anna@example.org")]
    assert contact.phones == [ImportedPhone("+33 1 99 00 00 00")]


def test_a_whole_name_is_never_split() -> None:
    contact = parse_named({"Nom": "Jean de la Prairie", "Tél": "1"})
    assert (contact.given_name, contact.family_name) == ("Jean de la Prairie", "")


def test_a_company_filed_under_its_own_name_is_no_person() -> None:
    contact = parse_named({"File As": "Essai SARL", "Organization Name": "Essai SARL"})
    assert (contact.given_name, contact.company) == ("", "Essai SARL")


def test_the_same_number_twice_is_one() -> None:
    contact = parse_named({"Phone 1": "+33 1 99 00 00 00", "Phone 2": "+33199000000"})
    assert contact.phones == [ImportedPhone("+33 1 99 00 00 00")]


def test_right_to_left_names_and_apostrophes_are_kept() -> None:
    contact = parse_named({"First name": "'Abd al-Raḥmān", "Last name": "O'עברית"})
    assert (contact.given_name, contact.family_name) == ("'Abd al-Raḥmān", "O'עברית")


def test_takes_back_the_apostrophe_before_a_formula() -> None:
    assert parse_named({"Company": harmless("=SUM & Co")}).company == "=SUM & Co"
    assert parse_named({"Tel": "'+33 1 99 00 00 00"}).phones[0].number == "+33 1 99 00 00 00"


def test_refuses_text_that_was_not_decoded() -> None:
    with pytest.raises(UndecodableText) as refused:
        parse_named({"Name": f"H{UNDECODABLE}l", "Tel": "1"})
    assert refused.value.path == ("Name",)


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\x85"])
def test_refuses_control_characters(character: str) -> None:
    with pytest.raises(InvalidCharacters) as refused:
        parse_named({"Name": "Anna", "Tel": f"1{character}"})
    assert refused.value.path == ("Tel",)


def test_columns_that_are_not_imported_may_hold_anything() -> None:
    assert parse_named({"Name": "Anna", "Notes": f"\0{UNDECODABLE}"}).given_name == "Anna"


def test_refuses_a_row_with_nothing_in_it() -> None:
    with pytest.raises(NothingToImport):
        parse_named({"Name": " ", "Notes": "hello"})


def test_refuses_a_date_that_our_format_does_not_write() -> None:
    with pytest.raises(DateInvalid) as refused:
        parse(CARNET, given_name="Anna", created_at="yesterday")
    assert refused.value.path == ("Created at",)


def test_other_programs_write_dates_as_they_like() -> None:
    assert parse_named({"Name": "Anna", "Created": "03/04/2025"}).created_at is None
    assert parse_named({"Name": "A", "Created": "2025-04-03 10:00"}).created_at == datetime(
        2025, 4, 3, 10, tzinfo=UTC
    )
