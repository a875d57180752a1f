"""What a custom field may not be called: what a standard field is called, in any language.

Two columns of one name could not be told apart, neither on the screen nor in a file.
"""

from __future__ import annotations

import re

from backend.core.folding import fold

_PUNCTUATION = re.compile(r"[^\w\s]|_")

_STANDARD = """
id|carnet id
name|full name|display name|nom|nom complet|nome|nome completo
given name|given names|first name|prenom|prenoms|nome di battesimo
family name|last name|surname|nom de famille|cognome
company|organization|organisation|societe|entreprise|azienda|societa
position|job title|fonction|poste|posizione|ruolo
email|emails|e mail|e mails|mail|email address|courriel|courriels|adresse email|adresse e mail
|indirizzo email|indirizzo e mail|posta elettronica
email kind|email status|email status since|phone kind|address kind
phone|phones|phone number|telephone|telephones|numero de telephone|telefono|telefoni
|numero di telefono|tel
address|addresses|postal address|adresse|adresses|adresse postale|indirizzo|indirizzi
|indirizzo postale
street|rue|via|extended|extended address|complement|complement d adresse|complemento
city|town|ville|citta|comune
region|state|province|county|regione|provincia
postal code|postcode|zip|zip code|code postal|cap|codice postale
country|country code|pays|paese
label|labels|libelle|libelles|etiquette|etiquettes|etichetta|etichette
subscription|subscription status|abonnement|statut d abonnement|inscription|iscrizione
|stato dell iscrizione|abbonamento
last activity|derniere activite|ultima attivita
created|created at|cree|creee|cree le|creation|date de creation|creato|creato il|creazione
|data di creazione
last changed|updated|modified|modifie|modifie le|derniere modification|modificato|ultima modifica
photo|foto|picture
"""

_RESERVED = frozenset(
    name for line in _STANDARD.splitlines() for name in line.split("|") if name.strip()
)


def is_reserved(name: str) -> bool:
    """Whether a standard field is called so, accents, case and punctuation aside."""
    words = " ".join(_PUNCTUATION.sub(" ", fold(name)).split())
    return words in _RESERVED or words.replace(" ", "") in _RESERVED
