"""The modules of the page become one classic script."""

from __future__ import annotations

import pytest

from actormap.map.html import bundle, page


def test_a_module_stands_after_what_it_imports():
    modules = {"boot": "import { one } from './a.js';\none();\n", "a": "export function one() {\n  return 1;\n}\n"}
    script = bundle.script(modules, "boot")
    assert script.index("const module_a =") < script.index("const module_boot =")
    assert "const { one } = module_a;" in script
    assert "return { one };" in script


def test_a_module_imported_twice_stands_once():
    modules = {
        "boot": "import { b } from './b.js';\nimport { c } from './c.js';\nb(c);\n",
        "b": "import { c } from './c.js';\nexport const b = c;\n",
        "c": "export const c = 1;\n",
    }
    assert bundle.script(modules, "boot").count("const module_c =") == 1


def test_what_nobody_imports_is_left_out():
    assert "stray" not in bundle.script({"boot": "const a = 1;\n", "stray": "export const stray = 1;\n"}, "boot")


def test_comments_on_their_own_lines_are_left_out_and_casts_within_lines_stay():
    source = "/** A noun. */\n// why\nconst a = 1;\n  /** @type {number} */ (a).toFixed();\n/**\n * Several\n * lines.\n */\nconst b = 'http://x';\n"
    script = bundle.script({"boot": source}, "boot")
    assert "noun" not in script
    assert "why" not in script
    assert "Several" not in script
    assert "(a).toFixed();" in script
    assert "const b = 'http://x';" in script


def test_imports_over_several_lines_are_understood():
    modules = {"boot": "import {\n  one,\n  two,\n} from './a.js';\n", "a": "export const one = 1;\nexport const two = 2;\n"}
    assert "const { one, two } = module_a;" in bundle.script(modules, "boot")


def test_a_circle_of_imports_is_refused():
    modules = {"boot": "import { a } from './a.js';\n", "a": "import { b } from './boot.js';\nexport const a = b;\n"}
    with pytest.raises(ValueError, match="boot → a → boot"):
        bundle.script(modules, "boot")


def test_a_missing_module_is_named():
    with pytest.raises(ValueError, match="no module gone, imported by boot"):
        bundle.script({"boot": "import { a } from './gone.js';\n"}, "boot")


@pytest.mark.parametrize("line", ["export default 1;", "import x from './a.js';", "export let a = 1;", "import './a.js';"])
def test_other_forms_are_refused(line):
    with pytest.raises(ValueError, match="not understood"):
        bundle.script({"boot": f"{line}\n", "a": "export const x = 1;\n"}, "boot")


def test_every_module_of_the_page_is_used():
    script = page.script()
    unused = [path.stem for path in page.FOLDER.glob("*.js") if f"const module_{path.stem} =" not in script]
    assert unused == []


@pytest.mark.browser
def test_modules_keep_their_names_to_themselves(browser):
    modules = {
        "boot": "import { a } from './a.js';\nconst inner = 'boot';\nglobalThis.told = `${inner} ${a}`;\n",
        "a": "const inner = 'a';\nexport const a = inner;\n",
    }
    tab = browser.new_page()
    tab.add_script_tag(content=bundle.script(modules, "boot"))
    assert tab.evaluate("[told, typeof inner]") == ["boot a", "undefined"]
    tab.close()
