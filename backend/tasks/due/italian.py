"""Days and times in Italian."""

from __future__ import annotations

from backend.tasks.due.words import Language

ITALIAN = Language(
    weekdays=("lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica"),
    months=(
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
        "settembre", "ottobre", "novembre", "dicembre",
    ),
    short_weekdays=("lun", "mar", "mer", "gio", "ven", "sab", "dom"),
    short_months=(
        "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic",
    ),
    numbers={
        "un": 1, "uno": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6,
        "sette": 7, "otto": 8, "nove": 9, "dieci": 10, "undici": 11, "dodici": 12, "quindici": 15,
    },
    units={
        "giorno": "day", "giorni": "day", "settimana": "week", "settimane": "week",
        "mese": "month", "mesi": "month", "anno": "year", "anni": "year",
    },
    today=r"oggi|stasera",
    tomorrow=r"domani",
    overmorrow=r"dopo ?domani",
    weekday=r"(?:questo |questa |il |la )?(?:prossim[oa] )?{weekday}(?: prossim[oa])?",
    after=r"(?:tra|fra|entro) {count} {unit}",
    next_unit=(r"(?:la |il |l )?{unit} prossim[oa]", r"(?:la |il |l )?prossim[oa] {unit}"),
    end_of=r"(?:a |alla |per la )?fine (?:della |del |dell )?{unit}",
    dated=(r"(?:il |l )?{day}[°o]? {month}(?: {year})?",),
    lead=r"(?:il|per|per il|entro|entro il|prima di|prima del|di) ",
    clock=(
        r"(?:(?:a )?(?P<noon>mezzogiorno)|(?:alle |per le |le )?(?:ore )?"
        r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)"
        r"|(?:alle |per le |le )(?:ore )?(?P<bare>[01]?\d|2[0-3])|ore (?P<hour12>[01]?\d|2[0-3]))"
    ),
    joint=r",? ",
)  # fmt: skip
