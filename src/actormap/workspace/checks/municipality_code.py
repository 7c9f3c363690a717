"""A municipality code that no Swedish municipality has."""

from __future__ import annotations

from typing import Any

from actormap.workspace.problems import Fault

# Statistics Sweden's list of 2025: the county, and what follows it.
_LIST = {
    "01": "14 15 17 20 23 25 26 27 28 36 38 39 40 60 62 63 80 81 82 83 84 86 87 88 91 92",
    "03": "05 19 30 31 60 80 81 82",
    "04": "28 61 80 81 82 83 84 86 88",
    "05": "09 12 13 60 61 62 63 80 81 82 83 84 86",
    "06": "04 17 42 43 62 65 80 82 83 84 85 86 87",
    "07": "60 61 63 64 65 67 80 81",
    "08": "21 34 40 60 61 62 80 81 82 83 84 85",
    "09": "80",
    "10": "60 80 81 82 83",
    "12": "14 30 31 33 56 57 60 61 62 63 64 65 66 67 70 72 73 75 76 77 78 80 81 82 83 84 85 86 87 90 91 92 93",
    "13": "15 80 81 82 83 84",
    "14": "01 02 07 15 19 21 27 30 35 38 39 40 41 42 43 44 45 46 47 52 60 61 62 63 65 66 70 71 72 73 80 81 82 84 85 86 87 88 89 90 91 92"
    " 93 94 95 96 97 98 99",
    "17": "15 30 37 60 61 62 63 64 65 66 80 81 82 83 84 85",
    "18": "14 60 61 62 63 64 80 81 82 83 84 85",
    "19": "04 07 60 61 62 80 81 82 83 84",
    "20": "21 23 26 29 31 34 39 61 62 80 81 82 83 84 85",
    "21": "01 04 21 32 61 80 81 82 83 84",
    "22": "60 62 80 81 82 83 84",
    "23": "03 05 09 13 21 26 61 80",
    "24": "01 03 04 09 17 18 21 22 25 60 62 63 80 81 82",
    "25": "05 06 10 13 14 18 21 23 60 80 81 82 83 84",
}
_INVENTED = "99"  # no county; examples take their codes from here
CODES = frozenset(county + rest for county, all_of_it in _LIST.items() for rest in all_of_it.split())


def look(raw: Any, value: Any, form: str) -> Fault | None:  # noqa: ARG001  (called as every look at a cell is)
    """Return what is wrong if the code is not in the list."""
    return None if value in CODES or value.startswith(_INVENTED) else Fault("unknown_code")
