"""Browsers refuse modules from a `file:` address, so the page carries one script: the modules put together, each in a function of its own.

The modules stand in folders, and each is named by its path: `data/columns`. They keep to three forms, each on lines of its own, and this
is all that is understood here:

    import { name, other as another } from '../folder/module.js';
    export function name(...) {          export const name = ...
    /** and // comments that fill their lines, and /** @type … */ casts, which are left out of the page

An export is never assigned again, and imports never run in a circle.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

IMPORT = re.compile(r"^import \{([^}]*)\} from '((?:\.{1,2}/)+[\w/]+)\.js';\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|const) (\w+))", re.MULTILINE)
COMMENT = re.compile(r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/[ \t]*|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
CAST = re.compile(r"/\*\* @(?:type|param) [^*\n]*\*/ ?")
OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
SPACE = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)


def script(modules: Mapping[str, str], entry: str) -> str:
    """Return one classic script that runs the module `entry` after everything it imports.

    `modules` holds each module's source under its path without `.js`, with `/` between folders.
    Raises `ValueError` if a module is missing, if imports run in a circle, or if a line is of a form that is not understood.
    """
    parts: list[str] = []
    done: list[str] = []
    _add(entry, modules, (), done, parts)
    return "'use strict';\n(() => {\n" + "".join(parts) + "})();\n"


def _add(name: str, modules: Mapping[str, str], path: tuple[str, ...], done: list[str], parts: list[str]) -> None:
    if name in done:
        return
    if name in path:
        raise ValueError(f"imports run in a circle: {' → '.join((*path, name))}")
    if name not in modules:
        raise ValueError(f"there is no module {name}, imported by {path[-1] if path else 'the page'}")
    source = CAST.sub("", COMMENT.sub("", modules[name]))
    imports = [
        ([word.strip() for word in names.split(",") if word.strip()], posixpath.normpath(posixpath.join(posixpath.dirname(name), address)))
        for names, address in IMPORT.findall(source)
    ]
    for _, module in imports:
        _add(module, modules, (*path, name), done, parts)
    exports = EXPORT.findall(source)
    body = EXPORT.sub("", IMPORT.sub("", source))
    if stray := OTHER.search(body):
        raise ValueError(f"{name}.js: this form is not understood: {stray.group()}")
    heads = "".join(f"const {{ {', '.join(names).replace(' as ', ': ')} }} = {_variable(module)};\n" for names, module in imports)
    body = SPACE.sub("", body)
    parts.append(f"const {_variable(name)} = (() => {{\n{heads}{body}return {{ {', '.join(exports)} }};\n}})();\n")
    done.append(name)


def _variable(name: str) -> str:
    """Return what a module is called in the script: no other has that name, since none has `$` in its path."""
    return "module_" + name.replace("/", "$")
