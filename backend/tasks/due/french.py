"""Days and times in French."""

from __future__ import annotations

from backend.tasks.due.words import Language

FRENCH = Language(
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    months=(
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
        "octobre", "novembre", "decembre",
    ),
    short_weekdays=("lun", "mar", "mer", "jeu", "ven", "sam", "dim"),
    short_months=(
        "janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec",
    ),
    numbers={
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
        "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15,
    },
    units={
        "jour": "day", "jours": "day", "semaine": "week", "semaines": "week", "mois": "month",
        "an": "year", "ans": "year", "annee": "year", "annees": "year",
    },
    today=r"aujourd hui|ce soir",
    tomorrow=r"demain",
    overmorrow=r"apres[ -]demain",
    weekday=r"(?:ce |le )?(?:prochain )?{weekday}(?: prochain| qui vient)?",
    after=r"(?:dans|d ici) {count} {unit}",
    next_unit=(r"(?:la |le |l )?{unit} prochaine?", r"(?:la |le |l )?prochaine? {unit}"),
    end_of=r"(?:a la |la )?fin (?:de la |du |de l |de )?{unit}",
    dated=(r"(?:le )?{day}(?:er)? {month}(?: {year})?",),
    lead=r"(?:le|pour|pour le|avant|avant le|d ici|jusqu au|jusqu a) ",
    clock=(
        r"(?:(?:a |vers |pour )?(?:(?P<noon>midi)"
        r"|(?P<hour>[01]?\d|2[0-3]) ?(?:h|heures?|:) ?(?P<minute>[0-5]\d)?))"
    ),
    joint=r",? ",
)  # fmt: skip
