"""The organisation that owns a project, from a field that may hold its unit, its abbreviation or its name in capitals as well."""

from __future__ import annotations

import re

from actormap.workspace.pages import municipalities
from actormap.workspace.reading.fuzzy import squeeze

# What an organisation, unlike a unit of it, is called.
_ORGANISATION = re.compile(r"(?i).*\b(?:stad|kommun|landsting|region|län|universitet)$|(?:region|landstinget|länsstyrelsen)\b.*")
_SMALL = frozenset(
    {
        *("och", "i", "för", "av", "med", "på", "till", "vid", "om", "en", "ett", "det", "den", "de", "mot", "utan"),
        *(
            "kommun",
            "kommuner",
            "regioner",
            "stad",
            "län",
            "läns",
            "landsting",
            "region",
            "universitet",
            "högskola",
            "stift",
            "församling",
            "förening",
        ),
        *("ekonomisk", "ideell", "förbund", "kommunalförbund", "stiftelse", "bolag", "aktiebolag", "gymnasium", "folkhögskola", "skola"),
    }
)
_GENERIC = re.compile(
    r".+(?:förbund(?:et)?|förening(?:en)?|styrelse(?:n)?|verket|myndighet(?:en)?|förvaltning(?:en)?|kontor(?:et)?|nämnd(?:en)?|rådet|högskola(?:n)?"
    r"|skola(?:n)?|universitet(?:et)?|kommun(?:er|erna)?|bolag(?:et)?|center|centrum|frågor|arbete|arbetet|utbildning(?:en)?|samverkan|lag|institut(?:et)?"
    r"|församling(?:en)?|organisation(?:en)?|stiftelse(?:n)?|kassan|förmedling(?:en)?)"
)
_UPPER_PROPER = frozenset({"västra", "östra", "norra", "södra", "mellersta", "övre", "nedre", "inre", "yttre", "nya", "stora", "lilla"})
# Acronyms of organisations keep their capitals also where all is in capitals.
_ACRONYMS = frozenset(
    {
        "AB",
        "HB",
        "KB",
        "EF",
        "ABF",
        "IF",
        "SKR",
        "SKL",
        "GR",
        "RAR",
        "SDF",
        "KFUM",
        "IOGT",
        "NTO",
        "LO",
        "TCO",
        "SACO",
        "RFSL",
        "SISU",
        "FINSAM",
    }
)


def organisation(raw: str, layout: str) -> str:
    """Return who owns a project.

    Pages of 2014-2020 put a unit after the last comma, often the same organisation twice; those of 2007-2013 may put it first, before a
    dash or stroke; those of 2021-2027 have the legal name in capitals.
    """
    text = " ".join(raw.split()).strip(" ,;")
    if layout.startswith("plus"):
        return uncapitalised(text) if text.isupper() else _small_words(text)
    if layout == "0713":
        return _small_words(_turned(text))
    return _small_words(_without_unit(text))


def _without_unit(text: str) -> str:
    parts = text.split(", ")
    half = len(parts) // 2
    if len(parts) % 2 == 0 and squeeze(" ".join(parts[:half])) == squeeze(" ".join(parts[half:])):
        return ", ".join(parts[:half])
    if len(parts) < 2 or (len(parts) == 2 and (_abbreviates(parts[0], parts[1]) or _abbreviates(parts[1], parts[0]))):
        return text
    return ", ".join(parts[:-1])


def _abbreviates(short: str, name: str) -> bool:
    initials = "".join(word[0] for word in re.findall(r"\w+", name) if word.lower() not in ("och", "i", "för", "av", "med"))
    return short.isupper() and 2 <= len(short) <= 6 and short == initials.upper()


def _turned(text: str) -> str:
    """Return an owner of 2007-2013 with the organisation first."""
    for between in (r"\s+[-\u2013]\s+", r"\s*/\s*", r",\s+"):
        parts = [part for part in re.split(between, text) if part]
        if len(parts) > 1 and _ORGANISATION.fullmatch(parts[-1]) and not _ORGANISATION.fullmatch(parts[0]):
            return ", ".join(reversed(parts))
        if len(parts) > 1 and _ORGANISATION.fullmatch(parts[0]) and not _ORGANISATION.fullmatch(parts[-1]):
            return ", ".join(parts)
    return text


def _small_words(text: str) -> str:
    text = re.sub(r"\bSdf\b", "SDF", text)
    # After a place's name: "Burlövs Kommun" is the municipality, "Kommun 2.0" is not.
    return re.sub(r"(?<=[a-zåäö] )(Kommun|Stad)(?=$|[,;/])", lambda found: found[1].lower(), text)


def uncapitalised(text: str) -> str:
    """Return a name in capitals as it is written otherwise: GÖTEBORGS KOMMUN is Göteborgs kommun."""
    words = text.split(" ")
    return " ".join(_word(word, first=place == 0, place=_is_place(words, place)) for place, word in enumerate(words))


def _word(word: str, *, first: bool, place: bool) -> str:
    bare = word.strip("(),.")
    low = word.lower()
    if not first and not place and (low.strip("(),.") in _SMALL or _GENERIC.fullmatch(low.strip("(),."))):
        return low
    if not any(map(str.isalpha, word)) or _is_acronym(bare):
        return word
    return "-".join(part if _is_acronym(part) else part[:1] + part[1:].lower() for part in word.split("-"))


def _is_acronym(word: str) -> bool:
    return word in _ACRONYMS or (len(word) <= 4 and not re.search("[AEIOUYÅÄÖ]", word))


def _is_place(words: list[str], at: int) -> bool:
    word = words[at].strip("(),.").lower()
    return word in _UPPER_PROPER or municipalities.named(words[at]) is not None
