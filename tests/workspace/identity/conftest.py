"""A small workspace with actors that may be one."""

from __future__ import annotations

import pytest

from tests.tables import written

TABLES = {
    "actors": (
        "id,name,kind,region\n"
        "gr,Göteborgsregionen,regional_federation,\n"
        "gr2,GÖTEBORGSREGIONEN,association,Väst\n"
        "gr3,Göteborgsregionnen,association,\n"
        "stad,Göteborgs Stad,other,\n"
        "skola,Skolan i Göteborg,school,\n"
    ),
    "municipalities": "id,name\ngoteborg,Göteborg\n",
    "networks": "id,name,kind\ngria,GRIA,network\nradet,Rådet,network\n",
    "relationships": (
        "source,type,target\ngr,member_of,gria\ngr,coordinates,gria\ngr,represented_in,gria\n"
        "gr2,member_of,gria\ngr2,member_of,radet\nstad,member_of,radet\n"
    ),
}


@pytest.fixture
def folder(tmp_path):
    return written(tmp_path / "plats", TABLES)


@pytest.fixture
def workbook(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, text in TABLES.items():
        sheet = book.create_sheet(name)
        for line in text.splitlines():
            sheet.append([cell or None for cell in line.split(",")])
    book.save(tmp_path / "bok.xlsx")
    return tmp_path / "bok.xlsx"
