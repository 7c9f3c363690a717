"""The modules of the page become one classic script."""

from __future__ import annotations

import re

import pytest

from actormap.map.html import bundle, page


def test_a_module_stands_after_what_it_imports():
    modules = {"main": "import { one } from './a.js';\none();\n", "a": "export function one() {\n  return 1;\n}\n"}
    script = bundle.script(modules, "main")
    assert script.index("const module_a =") < script.index("const module_main =")
    assert "const { one } = module_a;" in script
    assert "return { one };" in script


def test_a_module_imported_twice_stands_once():
    modules = {
        "main": "import { b } from './b.js';\nimport { c } from './c.js';\nb(c);\n",
        "b": "import { c } from './c.js';\nexport const b = c;\n",
        "c": "export const c = 1;\n",
    }
    assert bundle.script(modules, "main").count("const module_c =") == 1


def test_what_nobody_imports_is_left_out():
    assert "stray" not in bundle.script({"main": "const a = 1;\n", "stray": "export const stray = 1;\n"}, "main")


def test_comments_on_their_own_lines_are_left_out_and_casts_within_lines_stay():
    source = "/** A noun. */\n// why\nconst a = 1;\n  /** @type {number} */ (a).toFixed();\n/**\n * Several\n * lines.\n */\nconst b = 'http://x';\n"
    script = bundle.script({"main": source}, "main")
    assert "noun" not in script
    assert "why" not in script
    assert "Several" not in script
    assert "(a).toFixed();" in script
    assert "const b = 'http://x';" in script


def test_imports_over_several_lines_are_understood():
    modules = {"main": "import {\n  one,\n  two,\n} from './a.js';\n", "a": "export const one = 1;\nexport const two = 2;\n"}
    assert "const { one, two } = module_a;" in bundle.script(modules, "main")


def test_an_import_is_read_from_the_folder_of_the_module_that_imports():
    modules = {
        "main": "import { a } from './one/a.js';\na();\n",
        "one/a": "import { b } from './b.js';\nimport { c } from '../two/c.js';\nexport const a = b + c;\n",
        "one/b": "export const b = 1;\n",
        "two/c": "export const c = 2;\n",
    }
    script = bundle.script(modules, "main")
    assert "const { b } = module_one$b;" in script
    assert "const { c } = module_two$c;" in script


def test_modules_of_one_name_in_two_folders_are_two():
    modules = {
        "main": "".join(
            f"import {{ {name} }} from './{folder}/same.js';\n" for name, folder in [("a", "one"), ("b", "two"), ("c", "one_two")]
        ),
        "one/same": "export const a = 'first';\n",
        "two/same": "export const b = 'second';\n",
        "one_two/same": "export const c = 'third';\n",
    }
    script = bundle.script(modules, "main")
    declared = re.findall(r"const (module_\S+) =", script)
    assert len(declared) == len(set(declared)) == 4
    assert all(f"'{text}'" in script for text in ("first", "second", "third"))


def test_a_circle_of_imports_is_refused():
    modules = {"main": "import { a } from './a.js';\n", "a": "import { b } from './main.js';\nexport const a = b;\n"}
    with pytest.raises(ValueError, match="main → a → main"):
        bundle.script(modules, "main")


def test_a_missing_module_is_named():
    with pytest.raises(ValueError, match="no module gone, imported by main"):
        bundle.script({"main": "import { a } from './gone.js';\n"}, "main")


def test_a_module_is_looked_for_in_its_folder_alone():
    modules = {"main": "import { a } from './one/a.js';\n", "one/a": "import { b } from './b.js';\n", "b": "export const b = 1;\n"}
    with pytest.raises(ValueError, match="no module one/b, imported by one/a"):
        bundle.script(modules, "main")


@pytest.mark.parametrize(
    "line",
    [
        "export default 1;",
        "import x from './a.js';",
        "export let a = 1;",
        "import './a.js';",
        "import { x } from 'a';",
        "import { x } from './a-b.js';",
    ],
)
def test_other_forms_are_refused(line):
    with pytest.raises(ValueError, match="not understood"):
        bundle.script({"main": f"{line}\n", "a": "export const x = 1;\n"}, "main")


def test_every_module_of_the_page_is_used():
    script = page.script()
    modules = page.modules()
    assert {"main", "data/content"} <= set(modules)
    assert [name for name in modules if f"const module_{name.replace('/', '$')} =" not in script] == []


@pytest.mark.browser
def test_modules_keep_their_names_to_themselves(browser):
    modules = {
        "main": "import { a } from './a.js';\nconst inner = 'main';\nglobalThis.told = `${inner} ${a}`;\n",
        "a": "const inner = 'a';\nexport const a = inner;\n",
    }
    tab = browser.new_page()
    tab.add_script_tag(content=bundle.script(modules, "main"))
    assert tab.evaluate("[told, typeof inner]") == ["main a", "undefined"]
    tab.close()
