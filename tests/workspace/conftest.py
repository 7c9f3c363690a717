"""A small workspace on disk, any table of which a test may replace."""

import pytest

BASE = {
    "actors": "id,name,kind\ngr,Göteborgsregionen,regional_federation\nskolan,Skolan,school\n",
    "municipalities": "id,name,code,aliases\nlilla-edet,Lilla Edet,1462,\ngoteborg,Göteborg,1480,Gbg\n",
    "networks": "id,name,kind\ngria,GRIA,network\n",
    "projects": "id,name,kind\nplug-in,Plug In,project\n",
    "documents": "id,title\nrapporten,Rapporten\n",
    "relationships": "source,type,target\ngr,owns,plug-in\n",
}


@pytest.fixture
def write(tmp_path):
    """Return a function that writes the small workspace with some of its files replaced, and returns its folder."""

    def make(**files):
        folder = tmp_path / "workspace"
        folder.mkdir(exist_ok=True)
        for table, content in {**BASE, **files}.items():
            name = table.replace("_toml", ".toml") if table.endswith("_toml") else f"{table}.csv"
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return folder

    return make
