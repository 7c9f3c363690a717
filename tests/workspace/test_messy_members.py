"""Three further members of each kind of messy cell, through both doors: read as they lie, and imported, they are told alike."""

import pytest

from actormap.i18n import Texts
from actormap.workspace import read
from actormap.workspace.importing.read import read as import_files

HEADS = {
    "actors": ("id", "name", "kind"),
    "municipalities": ("id", "name"),
    "projects": ("id", "name", "kind"),
    "relationships": ("source", "type", "target"),
}
FILLED = {"actors": "a{n};Aktör {n};school", "municipalities": "m{n};Kommun {n}", "projects": "p{n};Projekt {n};project"}
TIES = ["source;type;target", "a0;participates_in;p0"]
# table, column -> of each kind three cells, each with the key of what is told and what is suggested
KINDS = {
    "thousands_in_counts": ("municipalities", "population", [("48,272", "48272"), ("9.641", "9641"), ("104.231", "104231")], "thousands"),
    "thousands_in_sums": ("projects", "total_budget_sek",
        [("1497.000", "1497000"), ("1 497,000", "1497000"), ("250.500", "250500")], "thousands"),
    "thousands_in_weights": ("relationships", "weight", [("1.500", "1500"), ("2,000", "2000"), ("12.250", "12250")], "thousands"),
    "parts_of_people": ("projects", "planned_participants",
        [("120,5", "120500"), ("12.25", "12250"), ("1,5", "1500")], "fractional_people"),
    "unit_after": ("projects", "total_budget_sek",
        [("1497 tkr", "1497000"), ("1,5 mkr", "1500000"), ("1 497 tSEK", "1497000")], "not_a_number"),
    "other_currency": ("projects", "total_budget_sek", [("150 000 €", None), ("EUR 150000", None), ("1500000 NOK", None)], "unit_foreign"),
    "too_small": ("projects", "total_budget_sek", [("1497", None), ("999,50", None), ("9 900", None)], "unusually_small"),
    "too_large": ("municipalities", "population", [("324460000", None), ("32446000", None), ("99999999", None)], "unusually_large"),
    "five_digits": ("projects", "start", [("20114", "2011, 2014"), ("20161", "2011, 2016"), ("22014", "2014")], None),
    "decimals_of_a_year": ("projects", "start",
        [("2014.1", "2014-10, 2014-01"), ("2014.5", "2014-05"), ("2016.9", "2016-09")], "decimal_year"),
    "months_by_name": ("projects", "start",
        [("okt-14", "2014-10"), ("maj 2016", "2016-05"), ("2014 december", "2014-12")], "month_by_name"),
    "year_lost": ("projects", "end", [("03-apr", None), ("1 jan.", None), ("24-dec", None)], "year_lost"),
    "day_first": ("projects", "start",
        [("31/12/2019", "2019-12-31"), ("1.6.2014", "2014-06-01, 2014-01-06"), ("06-2014", "2014-06")], "not_a_date"),
    "without_century": ("projects", "start", [("140601", "2014-06-01"), ("201406", "2014-06"), ("990131", "1999-01-31")], "not_a_date"),
    "two_dates": ("projects", "start",
        [("2014-2016", "2014, 2016"), ("2014–2016", "2014, 2016"), ("2014/2015", "2014, 2015")], "not_one_date"),
    "year_as_day": ("projects", "start", [("1905-07-06", "2014"), ("1905-07-08", "2016"), ("1905-06-22", "2000")], "year_as_day"),
    "outside_period": ("projects", "start", [("1914", None), ("0014-06-01", None), ("1899-12-31", None)], "outside_period"),
    "no_end_yet": ("projects", "end", [("pågår", None), ("Tills vidare", None), ("ongoing", None)], "no_end_yet"),
    "nobody_knows": ("projects", "end", [("–", None), ("ej angivet", None), ("NaT", None)], "placeholder"),
    "share_for_rate": ("projects", "union_rate_percent", [("0,4", "40"), ("0.5", "50"), ("1", "100")], "rate_like_share"),
    "per_cent_for_share": ("relationships", "confidence", [("80", "0.8"), ("50", "0.5"), ("100", "1.0")], "out_of_range"),
    "no_such_code": ("municipalities", "code", [("144", None), ("1400", None), ("0100", None)], "unknown_code"),
    "errors": ("actors", "region", [("#VÄRDEFEL!", None), ("#REF!", None), ("Fel:502", None)], "error_as_text"),
    "formulas": ("actors", "region", [("=SUMMA(A1:A2)", None), ("=B2", None), ("=LETARAD(A2;B:C;2;0)", None)], "formula_as_text"),
    "shortened": ("actors", "region", [("2,01E+11", None), ("2.02101E+17", None), ("1E+10", None)], "shortened"),
    "broken_letters": ("actors", "region", [("GÃ¶teborg", None), ("fritidsg†rd", None), ("V&auml;st", None)], "garbled_letters"),
    "two_alphabets": ("actors", "region",
        [("Gö\u0442eborg", None), ("\u0410le", None), ("Öckerö \u0410B\u0421x", None)], "mixed_alphabets"),
    "unseen": ("actors", "region", [("V\u200bäst", None), ("Nor\u00adr", None), ("\u202eÖst", None)], "unseen_characters"),
}  # fmt: skip
KEYS = {"five_digits": "five_digit_year"}


@pytest.fixture
def place(tmp_path):
    """Return a function that writes a workspace in which one column of one table holds some cells, a row each."""

    def written(table, column, cells):
        rows = {name: [";".join(head), FILLED[name].format(n=0)] for name, head in HEADS.items() if name in FILLED}
        rows["relationships"] = TIES
        first = [TIES[1]] * len(cells) if table == "relationships" else [FILLED[table].format(n=n) for n in range(1, len(cells) + 1)]
        quoted = [f'"{cell}"' if ";" in cell else cell for cell in cells]
        rows[table] = [f"{rows[table][0]};{column}", *(f"{row};{cell}" for row, cell in zip(first, quoted, strict=True))]
        if table != "relationships":
            rows[table].append(FILLED[table].format(n=0) + ";")
        for name, lines in rows.items():
            (tmp_path / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return tmp_path

    return written


@pytest.mark.parametrize("kind", KINDS)
def test_every_member_of_a_kind_is_told_through_both_doors(kind, place):
    table, column, members, key = KINDS[kind]
    folder = place(table, column, [cell for cell, _ in members])
    expected = [(row, key or KEYS[kind], suggestion) for row, (_, suggestion) in enumerate(members, start=2)]
    for problems in (read(folder).problems, import_files([folder], Texts.load("sv")).problems):
        assert [(each.row, each.key, each.suggestion) for each in problems if each.file == f"{table}.csv"] == expected
