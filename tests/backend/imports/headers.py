"""Header rows as programs write them."""

from __future__ import annotations

from backend.contacts.service.finding import MostValues
from backend.exports.formats.carnet_csv import header


def _columns(text: str) -> list[str]:
    return [name.strip() for name in text.split("|")]


CARNET = header(MostValues(emails=2, phones=2, addresses=2))
"""Ours."""

GOOGLE = _columns(
    """
    First Name | Middle Name | Last Name | Phonetic First Name | Phonetic Middle Name |
    Phonetic Last Name | Name Prefix | Name Suffix | Nickname | File As | Organization Name |
    Organization Title | Organization Department | Birthday | Notes | Photo | Labels |
    E-mail 1 - Label | E-mail 1 - Value | Phone 1 - Label | Phone 1 - Value |
    Address 1 - Label | Address 1 - Formatted | Address 1 - Street | Address 1 - City |
    Address 1 - PO Box | Address 1 - Region | Address 1 - Postal Code | Address 1 - Country |
    Address 1 - Extended Address | Relation 1 - Label | Relation 1 - Value |
    Website 1 - Label | Website 1 - Value | Event 1 - Label | Event 1 - Value |
    Custom Field 1 - Label | Custom Field 1 - Value
    """
)
"""Google Contacts since 2022."""

GOOGLE_LEGACY = _columns(
    """
    Name | Given Name | Additional Name | Family Name | Yomi Name | Given Name Yomi |
    Additional Name Yomi | Family Name Yomi | Name Prefix | Name Suffix | Initials |
    Nickname | Short Name | Maiden Name | Birthday | Gender | Location |
    Billing Information | Directory Server | Mileage | Occupation | Hobby | Sensitivity |
    Priority | Subject | Notes | Language | Photo | Group Membership | E-mail 1 - Type |
    E-mail 1 - Value | Phone 1 - Type | Phone 1 - Value | Address 1 - Type |
    Address 1 - Formatted | Address 1 - Street | Address 1 - City | Address 1 - PO Box |
    Address 1 - Region | Address 1 - Postal Code | Address 1 - Country |
    Address 1 - Extended Address | Organization 1 - Type | Organization 1 - Name |
    Organization 1 - Yomi Name | Organization 1 - Title | Organization 1 - Department |
    Organization 1 - Symbol | Organization 1 - Location | Organization 1 - Job Description |
    Website 1 - Type | Website 1 - Value | Custom Field 1 - Type | Custom Field 1 - Value
    """
)
"""Google Contacts before."""

OUTLOOK = _columns(
    """
    First Name | Middle Name | Last Name | Title | Suffix | Nickname | Given Yomi |
    Surname Yomi | E-mail Address | E-mail 2 Address | E-mail 3 Address | Home Phone |
    Home Phone 2 | Business Phone | Business Phone 2 | Mobile Phone | Car Phone |
    Other Phone | Primary Phone | Pager | Business Fax | Home Fax | Other Fax |
    Company Main Phone | Callback | Radio Phone | Telex | TTY/TDD Phone | IMAddress |
    Job Title | Department | Company | Office Location | Manager's Name | Assistant's Name |
    Assistant's Phone | Company Yomi | Business Street | Business City | Business State |
    Business Postal Code | Business Country/Region | Home Street | Home City | Home State |
    Home Postal Code | Home Country/Region | Other Street | Other City | Other State |
    Other Postal Code | Other Country/Region | Personal Web Page | Spouse | Schools | Hobby |
    Location | Web Page | Birthday | Anniversary | Notes
    """
)
"""Outlook.com."""

OUTLOOK_BY_GOOGLE = _columns(
    """
    First Name | Middle Name | Last Name | Title | Suffix | Initials | Web Page | Gender |
    Birthday | Anniversary | Location | Language | Internet Free Busy | Notes |
    E-mail Address | E-mail 2 Address | E-mail 3 Address | Primary Phone | Home Phone |
    Home Phone 2 | Mobile Phone | Pager | Home Fax | Home Address | Home Street |
    Home Street 2 | Home Street 3 | Home Address PO Box | Home City | Home State |
    Home Postal Code | Home Country | Spouse | Children | Manager's Name | Assistant's Name |
    Referred By | Company Main Phone | Business Phone | Business Phone 2 | Business Fax |
    Assistant's Phone | Company | Job Title | Department | Office Location |
    Organizational ID Number | Profession | Account | Business Address | Business Street |
    Business Street 2 | Business Street 3 | Business Address PO Box | Business City |
    Business State | Business Postal Code | Business Country | Other Phone | Other Fax |
    Other Address | Other Street | Other Street 2 | Other Street 3 | Other Address PO Box |
    Other City | Other State | Other Postal Code | Other Country | Callback | Car Phone |
    ISDN | Radio Phone | TTY/TDD Phone | Telex | User 1 | User 2 | User 3 | User 4 |
    Keywords | Mileage | Hobby | Billing Information | Directory Server | Sensitivity |
    Priority | Private | Categories
    """
)
"""Google Contacts, "Outlook CSV"."""

OUTLOOK_BY_GOOGLE_SHORT = _columns(
    """
    First Name | Middle Name | Last Name | Title | Suffix | Web Page | Birthday |
    Anniversary | Notes | E-mail Address | E-mail 2 Address | E-mail 3 Address |
    Primary Phone | Home Phone | Home Phone 2 | Mobile Phone | Pager | Home Fax |
    Home Address | Home Street | Home Street 2 | Home Street 3 | Home Address PO Box |
    Home City | Home State | Home Postal Code | Home Country | Spouse | Children |
    Manager's Name | Assistant's Name | Referred By | Company Main Phone | Business Phone |
    Business Phone 2 | Business Fax | Assistant's Phone | Company | Job Title | Department |
    Business Address | Business Street | Business Street 2 | Business Street 3 |
    Business Address PO Box | Business City | Business State | Business Postal Code |
    Business Country | Other Phone | Other Fax | Other Address | Other Street |
    Other Street 2 | Other Street 3 | Other Address PO Box | Other City | Other State |
    Other Postal Code | Other Country | Callback | Car Phone | ISDN | Radio Phone |
    TTY/TDD Phone | Telex | Categories
    """
)
"""The same, an older version."""

FRENCH_OUTLOOK = _columns(
    """
    Titre | Prénom | Deuxième prénom | Nom | Suffixe | Société | Service | Fonction |
    Rue (bureau) | Rue (bureau) 2 | Rue (bureau) 3 | Ville (bureau) | Dép/Région (bureau) |
    Code postal (bureau) | Pays/Région (bureau) | Rue (domicile) | Rue (domicile) 2 |
    Rue (domicile) 3 | Ville (domicile) | Dép/Région (domicile) | Code postal (domicile) |
    Pays/Région (domicile) | Rue (autre) | Ville (autre) | Code postal (autre) |
    Pays/Région (autre) | Téléphone de l'assistant(e) | Télécopie (bureau) |
    Téléphone (bureau) | Téléphone 2 (bureau) | Téléphone (domicile) | Tél. mobile |
    Téléphone principal | Adresse de messagerie | Type de messagerie |
    Nom complet de l'adresse de messagerie | Adresse de messagerie 2 | Anniversaire |
    Catégories | Notes | Page Web
    """
)
"""Outlook for Windows in French."""

ITALIAN_OUTLOOK = _columns(
    """
    Titolo | Nome | Secondo nome | Cognome | Titolo straniero | Società | Reparto |
    Posizione | Via (uff.) | Via (uff.) 2 | Città (uff.) | Provincia (uff.) | CAP (uff.) |
    Paese (uff.) | Via (ab.) | Città (ab.) | Provincia (ab.) | CAP (ab.) | Paese (ab.) |
    Altra via | Altra città | Altro CAP | Altro paese | Telefono assistente | Fax (uff.) |
    Telefono (uff.) | Telefono (uff.) 2 | Abitazione | Cellulare | Telefono principale |
    Indirizzo posta elettronica | Tipo posta elettronica | Indirizzo posta elettronica 2 |
    Categorie | Compleanno | Note
    """
)
"""Outlook for Windows in Italian."""
