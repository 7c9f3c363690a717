"""A small workspace to code in."""

from __future__ import annotations

import pytest

from tests.tables import written

TABLES = {
    "actors": "id,name,kind\ngr,GR,regional_federation\n",
    "relationships": "source,type,target,document\ngr,owns,p,d\n",
    "projects": "id,name,kind,document,aliases\np,Plugga,project,d,Plugget\nq,Annat,workshop,,\n",
    "documents": "id,title,read\nd,Rapport,whole\ne,Annan rapport,part\n",
    "questions": (
        "id,group,sv,en,scale,values,partly,reached,outside\n"
        "q1,form,Ökade närvaron?,Did attendance rise?,ordinal,nej|lite|mycket,lite,mycket,planerat\n"
        "q2,form,Nämns samverkan?,Is cooperation named?,yes_no,,,,\n"
        "q3,form,Hur många?,How many?,number,,,,\n"
        "q4,more,Vad?,What?,free,,,,\n"
    ),
    "answers": "project,question,answer,document,locator,coder,voice\np,q1,lite,d,s. 4,analyst,project\np,q4,Det,d,s. 5,analyst,\n",
}


@pytest.fixture
def place(tmp_path):
    return written(tmp_path / "mine", TABLES)
