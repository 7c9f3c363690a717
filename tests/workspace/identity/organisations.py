"""Names of Swedish organisations, and other spellings of them made by rules."""

from __future__ import annotations

from itertools import islice

from actormap.model import places

MUNICIPALITIES = tuple([each.name for each in places.municipalities()])
_FORMS = {"Skåne": "Skåne", "Kalmar": "Kalmar", "Uppsala": "Uppsala", "Örebro": "Örebro"}
COUNTIES = tuple(_FORMS.get(name, f"{name}s") for name in places.counties().values())
REGIONS = tuple(f"Region {name}" for name in places.counties().values() if name != "Västra Götaland")
AUTHORITIES = (
    *("Arbetsförmedlingen", "Arbetsmiljöverket", "Boverket", "Bolagsverket", "Brottsförebyggande rådet", "Centrala studiestödsnämnden"),
    *("Diskrimineringsombudsmannen", "Domstolsverket", "Ekobrottsmyndigheten", "Ekonomistyrningsverket", "Elsäkerhetsverket"),
    *("Energimyndigheten", "Folkhälsomyndigheten", "Forskningsrådet för hälsa, arbetsliv och välfärd", "Fortifikationsverket"),
    *("Försäkringskassan", "Havs- och vattenmyndigheten", "Hälso- och sjukvårdens ansvarsnämnd", "Institutet för språk och folkminnen"),
    *("Integritetsskyddsmyndigheten", "Jordbruksverket", "Jämställdhetsmyndigheten", "Kammarkollegiet", "Kemikalieinspektionen"),
    *("Kommerskollegium", "Konjunkturinstitutet", "Konkurrensverket", "Konsumentverket", "Kriminalvården", "Kronofogdemyndigheten"),
    *("Kungliga biblioteket", "Lantmäteriet", "Livsmedelsverket", "Läkemedelsverket", "Lotteriinspektionen", "Medlingsinstitutet"),
    *(
        "Migrationsverket",
        "Myndigheten för delaktighet",
        "Myndigheten för familjerätt och föräldraskapsstöd",
        "Myndigheten för digital förvaltning",
    ),
    *("Myndigheten för samhällsskydd och beredskap", "Myndigheten för ungdoms- och civilsamhällesfrågor", "Myndigheten för yrkeshögskolan"),
    *("Naturvårdsverket", "Patent- och registreringsverket", "Pensionsmyndigheten", "Polismyndigheten", "Post- och telestyrelsen"),
    *(
        "Riksantikvarieämbetet",
        "Riksarkivet",
        "Rymdstyrelsen",
        "Sjöfartsverket",
        "Skatteverket",
        "Skogsstyrelsen",
        "Skolforskningsinstitutet",
    ),
    *("Skolinspektionen", "Skolverket", "Socialstyrelsen", "Specialpedagogiska skolmyndigheten", "Statens institutionsstyrelse"),
    *("Statens kulturråd", "Statistiska centralbyrån", "Strålsäkerhetsmyndigheten", "Svenska ESF-rådet"),
    *("Tillväxtanalys", "Tillväxtverket", "Trafikverket", "Transportstyrelsen", "Tullverket", "Universitetskanslersämbetet"),
    *("Universitets- och högskolerådet", "Upphandlingsmyndigheten", "Valmyndigheten", "Verket för innovationssystem", "Vetenskapsrådet"),
    *("Åklagarmyndigheten", "Sveriges Kommuner och Regioner", "Göteborgsregionen", "Business Region Göteborg", "Västra Götalandsregionen"),
    *("Göteborgs universitet", "Lunds universitet", "Uppsala universitet", "Stockholms universitet", "Umeå universitet"),
    *("Linköpings universitet", "Örebro universitet", "Karlstads universitet", "Malmö universitet", "Högskolan Väst"),
    *("Högskolan i Borås", "Högskolan i Halmstad", "Högskolan i Skövde", "Högskolan Dalarna", "Högskolan Kristianstad"),
    *("Svenskt Näringsliv", "Landsorganisationen", "Tjänstemännens Centralorganisation", "Företagarna", "Coompanion", "Rädda Barnen"),
    *("Röda Korset", "Fryshuset", "Göteborgs Räddningsmission", "Svenska kyrkan", "Friskis & Svettis", "Sensus", "Studiefrämjandet"),
)
SCHOOLS = tuple(
    f"{name} folkhögskola"
    for name in (
        *("Agnesbergs", "Angereds", "Billströmska", "Bollnäs", "Bona", "Bosön", "Brunnsviks", "Dalslands", "Eslövs", "Fornby", "Forsa"),
        *("Fristads", "Furuboda", "Geijerskolans", "Glimåkra", "Grebbestads", "Hampnäs", "Hellidens", "Hola", "Härnösands", "Ingesunds"),
        *("Jära", "Kaggeholms", "Karlskoga", "Klarälvdalens", "Liljeholmens", "Ljungskile", "Mellansels", "Molkoms", "Munka", "Nordiska"),
        *("Sätergläntans", "Tollare", "Valla", "Viebäcks", "Vindelns", "Wendelsbergs", "Åsa", "Ädelfors", "Öland"),
    )
)
COORDINATION = (
    *(f"Samordningsförbundet {name}" for name in ("Göteborg Nordost", "Göteborg Nordväst", "Göteborg Centrum", "Göteborg Hisingen Södra")),
    *(f"Samordningsförbundet {name}" for name in ("Insjöriket", "Älv och Kust", "Väst", "Sjuhärad", "Östra Skaraborg", "Västra Skaraborg")),
)


def names() -> tuple[str, ...]:
    """Return the names of more than 600 organisations, no two of which are one."""
    some = list(islice(MUNICIPALITIES, 0, None, 3))
    every = (
        *(f"{town} kommun" for town in MUNICIPALITIES),
        *(f"Länsstyrelsen i {county} län" for county in COUNTIES),
        *REGIONS, *AUTHORITIES, *SCHOOLS, *COORDINATION,
        *(f"Arbetsförmedlingen {town}" for town in some[:60]),
        *(f"Socialtjänsten i {town}" for town in some[20:80]),
    )  # fmt: skip
    return tuple(dict.fromkeys(every))


def _missing(name: str) -> str:
    at = len(name) // 2
    return name[:at] + name[at + 1 :]


def _swapped(name: str) -> str:
    at = 2 * len(name) // 3
    return name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]


def _doubled(name: str) -> str:
    at = len(name) // 3
    return name[:at] + name[at] + name[at:]


def variants(name: str) -> dict[str, str]:
    """Return other spellings of a name by what has been done to it, those that differ from it."""
    words = name.split()
    town = words[-1] == "kommun"
    end = "" if (words[-2] if town else name).endswith("s") else "s"
    made = {
        "missing": _missing(name),
        "swapped": _swapped(name),
        "doubled": _doubled(name),
        "upper": name.upper(),
        "order": f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else name,
        "hyphen": "-".join(words),
        "genitive": f"{' '.join(words[:-1])}{end} kommun" if town else f"{name}{end}",
        "stad": f"{' '.join(words[:-1])}{end} stad" if town else name,
        "unit": f"{name}, avdelningen för samverkan",
    }
    return {kind: other for kind, other in made.items() if other != name}
