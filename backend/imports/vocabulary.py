"""The words by which files name their columns, in English, French and Italian, all folded.

A header is read as words: numbers say which of several, the words of ``KINDS`` say home or
work, ``SILENT`` words say nothing, and what is left must be one of ``PHRASES``. The only
exceptions are whole headers that this would misread, in ``EXACT``.
"""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """What a column of a contact list can hold."""

    IDENTITY = "identity"
    GIVEN_NAME = "given_name"
    MIDDLE_NAME = "middle_name"
    FAMILY_NAME = "family_name"
    NAME = "name"
    """Whole name, given name or family name: the other columns decide."""
    FULL_NAME = "full_name"
    COMPANY = "company"
    POSITION = "position"
    TITLE = "title"
    """A position, unless another column is one: then it is "Dr" or "Mme"."""
    EMAIL = "email"
    EMAIL_KIND = "email_kind"
    EMAIL_STATUS = "email_status"
    EMAIL_STATUS_SINCE = "email_status_since"
    PHONE = "phone"
    PHONE_KIND = "phone_kind"
    ADDRESS = "address"
    """The whole address as one text."""
    ADDRESS_KIND = "address_kind"
    STREET = "street"
    HOUSE_NUMBER = "house_number"
    EXTENDED = "extended"
    PO_BOX = "po_box"
    CITY = "city"
    REGION = "region"
    POSTAL_CODE = "postal_code"
    COUNTRY = "country"
    LABELS = "labels"
    LABEL_COLORS = "label_colors"
    """One for each of the labels, in their order."""
    CREATED = "created"
    LAST_ACTIVITY = "last_activity"


ADDRESS_FIELDS = frozenset(
    {
        Field.ADDRESS,
        Field.STREET,
        Field.HOUSE_NUMBER,
        Field.EXTENDED,
        Field.PO_BOX,
        Field.CITY,
        Field.REGION,
        Field.POSTAL_CODE,
        Field.COUNTRY,
    }
)

_NAMES: dict[Field, str] = {
    Field.IDENTITY: "carnet id",
    Field.GIVEN_NAME: "first name|given name|forename|prenom|prenoms|nome battesimo",
    Field.MIDDLE_NAME: (
        "middle name|additional name|second name|deuxieme prenom|second prenom|secondo nome"
    ),
    Field.FAMILY_NAME: (
        "last name|family name|surname|nom famille|nom usage|nom naissance|cognome|cognomi"
    ),
    Field.NAME: "name|nom|nome",
    Field.FULL_NAME: (
        "full name|display name|file as|contact name|client name|customer name|nom complet|"
        "nom prenom|prenom nom|nom contact|nom client|nom affiche|nome completo|nome cognome|"
        "cognome nome|nome e cognome|cognome e nome|nominativo|nome contatto|nome cliente|"
        "contact|contatto|client|cliente"
    ),
    Field.COMPANY: (
        "company|company name|organization|organisation|organization name|organisation name|"
        "employer|firm|societe|entreprise|nom societe|nom entreprise|organisme|raison sociale|"
        "azienda|societa|ditta|impresa|nome azienda|nome societa|organizzazione|ragione sociale"
    ),
    Field.POSITION: (
        "job title|organization title|organisation title|position|role|job|job role|fonction|"
        "poste|intitule poste|titre poste|qualifica|posizione|ruolo|mansione|"
        "posizione lavorativa|titolo professionale"
    ),
    Field.TITLE: "title|titre|titolo|occupation|profession|professione",
    Field.EMAIL: (
        "email|emails|mail|mails|email address|email addresses|mail address|email value|courriel|"
        "courriels|adresse courriel|adresse email|adresse mail|adresses email|adresse messagerie|"
        "adresse electronique|mel|indirizzo email|indirizzo mail|posta elettronica|"
        "indirizzo posta elettronica|indirizzi email|pec|indirizzo pec"
    ),
    Field.EMAIL_KIND: "email type|email label|type email|tipo email|email kind",
    Field.EMAIL_STATUS: (
        "email subscription|email subscriber status|subscriber status|subscription status|"
        "email subscription status|statut abonnement|statut abonnement email|stato iscrizione|"
        "stato iscrizione email|stato abbonamento"
    ),
    Field.EMAIL_STATUS_SINCE: "email subscription since",
    Field.PHONE: (
        "phone|phones|phone value|telephone|telephones|tel|tels|ligne|telefono|telefoni|"
        "recapito telefonico|numero telefonico|telefonico"
    ),
    Field.PHONE_KIND: "phone type|phone label|type telephone|tipo telefono|phone kind",
    Field.ADDRESS_KIND: "address type|address label|type adresse|tipo indirizzo|address kind",
    Field.LABELS: (
        "label|labels|tag|tags|group membership|group|groups|category|categories|libelle|"
        "libelles|etiquette|etiquettes|groupe|groupes|categorie|etichetta|etichette|gruppo|"
        "gruppi|categoria"
    ),
    Field.LABEL_COLORS: "label colors",
    Field.CREATED: "created|created at|created at utc|date creation|cree|data creazione|creato",
    Field.LAST_ACTIVITY: "last activity at|last activity date|last activity date utc",
}

_ADDRESS_PARTS: dict[Field, str] = {
    Field.ADDRESS: "address|formatted|postal address|full address|adresse|adresse postale|"
    "adresse complete|indirizzo|indirizzo postale|indirizzo completo",
    Field.STREET: "street|street address|address line|rue|voie|adresse ligne|ligne adresse|via|"
    "indirizzo riga",
    Field.HOUSE_NUMBER: "civico",
    Field.EXTENDED: "extended|extended address|complement|complement adresse|suite|apartment|"
    "interno|scala",
    Field.PO_BOX: "po box|boite postale|bp|casella postale",
    Field.CITY: "city|town|locality|ville|commune|localite|citta|comune|localita",
    Field.REGION: "region|state|province|county|state region|state province|departement|"
    "dep region|dept region|regione|provincia|prov",
    Field.POSTAL_CODE: "postal code|postcode|post code|zip|zip code|zip postal code|code postal|"
    "cp|cap|codice postale",
    Field.COUNTRY: "country|country region|country code|pays|pays region|code pays|paese|"
    "nazione|stato|codice paese|paese area geografica",
}

_LINES = (
    "street|address|rue|voie|adresse|via|indirizzo|address line|street address|adresse ligne|"
    "ligne adresse|indirizzo riga"
)
LINE_PHRASES = frozenset(_LINES.split("|"))
"""Here a number is the line within one address ("Address 2"), not the second of several."""

PHRASES: dict[str, Field] = {
    phrase: field
    for table in (_NAMES, _ADDRESS_PARTS)
    for field, phrases in table.items()
    for phrase in phrases.split("|")
}
PHRASES |= {
    f"address {phrase}": field
    for field, phrases in _ADDRESS_PARTS.items()
    for phrase in phrases.split("|")
    if f"address {phrase}" not in PHRASES
}

EXACT: dict[str, tuple[Field | None, str | None]] = {
    "business name": (Field.COMPANY, None),
    "company main phone": (Field.PHONE, "work"),
    "company phone": (Field.PHONE, "work"),
    "car phone": (Field.PHONE, "mobile"),
    "callback": (Field.PHONE, "other"),
    "radio phone": (Field.PHONE, "other"),
    "pager": (Field.PHONE, "other"),
    "isdn": (Field.PHONE, "other"),
    "tty tdd phone": (Field.PHONE, "other"),
    "mobile": (Field.PHONE, "mobile"),
    "fax": (Field.PHONE, "fax"),
    "account": (None, None),
    "contact email": (Field.EMAIL, None),
    "contact phone": (Field.PHONE, None),
}

_KIND_WORDS: dict[str, str] = {
    "main": "main|primary|principal|principale|primario",
    "home": "home|private|personal|domicile|prive|privee|perso|personnel|personnelle|maison|"
    "casa|abitazione|ab|privato|privata|personale",
    "work": "work|business|office|pro|professional|professionnel|professionnelle|travail|bureau|"
    "lavoro|ufficio|uff|professionale|aziendale",
    "mobile": "mobile|mobiles|cell|cellphone|cellular|portable|portables|gsm|cellulare|cellulari|"
    "iphone",
    "fax": "fax|telecopie|telecopieur|telefax",
    "billing": "billing|invoice|invoicing|facturation|fatturazione",
    "shipping": "shipping|delivery|livraison|spedizione|consegna",
    "other": "other|autre|autres|altro|altra|altri",
}
KINDS: dict[str, str] = {
    word: kind for kind, words in _KIND_WORDS.items() for word in words.split("|")
}

_SILENT = (
    "a and au aux d de dei del della dello des di du e ed et fisso fixe il in l la landline le "
    "les mailing n no nr num number numeri numero numeros of on the un une"
)
SILENT = frozenset(_SILENT.split())
