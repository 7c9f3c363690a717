"""Every single small change that could be made to a file and would mean something: what `mutation` draws from.

A change replaces one stretch of bytes. Those of Python come from its syntax tree; those of the page's scripts, of queries and of templates
from a pattern in what is neither text nor comment; those of words from the lines of a catalogue. `readable` says
whether Python or TOML can still be read.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

SWAPPED = {
    "<": "<=",
    "<=": "<",
    ">": ">=",
    ">=": ">",
    "==": "!=",
    "!=": "==",
    "is": "is not",
    "is not": "is",
    "in": "not in",
    "not in": "in",
}
OPPOSITE = {"any": "all", "all": "any", "max": "min", "min": "max"}
SORTING = {"sorted", "sort", "max", "min"}
TEXTS = re.compile(r"^(texts?|say|words|writer\.texts|self\.texts|pen|self)$|\.texts$")
WORD = re.compile(r'^(\w[\w.-]*|"[^"]+") = "(.*)"$')
PLACE = re.compile(r"\{\w+[^{}]*\}")
NEGATION = re.compile(r" (?:inte|ingen|inget|inga|aldrig|utan|not|no|never|nobody|none|without)(?= |[.,:;])")
CODE_COMMENT = (
    r"/\*.*?\*/|(?<![:\\])//[^\n]*|'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"|`(?:\\.|[^`\\])*`|(?<=[(,=:\[!&|?])\s*/(?:\\.|[^/\\\n])+/\w*"
)
QUERY_COMMENT = r"//[^\n]*|--[^\n]*|'[^']*'"


@dataclass(frozen=True)
class Change:
    """A stretch of a file's bytes, and what stands there instead."""

    file: str
    kind: str
    line: int
    start: int
    end: int
    new: bytes

    def applied(self, data: bytes) -> bytes:
        """Return the file with the change made."""
        return data[: self.start] + self.new + data[self.end :]


Stretch = tuple[str, int, int, str]


def changes(root: Path, file: str) -> list[Change]:
    """Return all changes of a file, also those after which it cannot be read."""
    data = (root / file).read_bytes()
    found = {}
    for kind, start, end, new in HOW[Path(file).suffix][0](data):
        if data[start:end] != new.encode():
            found[start, end, new] = Change(file, kind, data.count(b"\n", 0, start) + 1, start, end, new.encode())
    return list(found.values())


def readable(root: Path, change: Change) -> bool:
    """Return whether the file can be read after a change, so that only a test can notice it."""
    return HOW[Path(change.file).suffix][1](change.applied((root / change.file).read_bytes()))


def of_python(data: bytes) -> Iterator[Stretch]:
    """Yield the changes of a module."""
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    tree = ast.parse(data)
    silent = {id(part) for node in ast.walk(tree) for skipped in _skipped(node) for part in ast.walk(skipped)}
    for node in ast.walk(tree):
        if id(node) not in silent:
            yield from _of_node(
                node, data, lambda at: starts[at.lineno - 1] + at.col_offset, lambda at: starts[at.end_lineno - 1] + at.end_col_offset
            )


def _skipped(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
        yield node.annotation
    if isinstance(node, ast.FunctionDef) and node.returns:
        yield node.returns
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        yield node


def _of_node(node: ast.AST, data: bytes, first: Callable[..., int], last: Callable[..., int]) -> Iterator[Stretch]:
    def between(one: ast.AST, other: ast.AST, swapped: dict[str, str], kind: str) -> Iterator[Stretch]:
        text = data[last(one) : first(other)].decode()
        if (said := re.sub(r"[()\s\\]+", " ", text).strip()) in swapped:
            place = last(one) + len(text[: text.index(said.split(" ")[0])].encode())
            yield kind, place, place + len(said), swapped[said]

    match node:
        case ast.Compare():
            for one, other in pairwise([node.left, *node.comparators]):
                yield from between(one, other, SWAPPED, "comparison")
        case ast.BoolOp():
            for one, other in pairwise(node.values):
                yield from between(one, other, {"and": "or", "or": "and"}, "and, or")
                yield "operand dropped", last(one), last(other), ""
            yield "operand dropped", first(node.values[0]), first(node.values[1]), ""
        case ast.BinOp(op=ast.Add() | ast.Sub()) if not {type(node.left), type(node.right)} & {ast.JoinedStr, ast.List, ast.Tuple}:
            yield from between(node.left, node.right, {"+": "-", "-": "+"}, "plus, minus")
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            for step in (1, -1):
                yield "number", first(node), last(node), repr(node.value + step)
        case _:
            yield from _of_call(node, first, last) if isinstance(node, ast.Call) else _of_branch(node, first, last)


def _of_branch(node: ast.AST, first: Callable[..., int], last: Callable[..., int]) -> Iterator[Stretch]:
    match node:
        case ast.UnaryOp(op=ast.Not()):
            yield "not dropped", first(node), first(node.operand), ""
        case ast.IfExp():
            yield "choice turned", first(node.test), last(node.test), f"not ({ast.unparse(node.test)})"
        case ast.comprehension() if node.ifs:
            for before, condition in pairwise([node.iter, *node.ifs]):
                yield "filter dropped", last(before), last(condition), ""
        case ast.If(body=[ast.Return() | ast.Raise() | ast.Continue() | ast.Break() as way]):
            yield "way out dropped", first(way), last(way), "pass"
        case ast.If() | ast.While():
            yield "condition turned", first(node.test), last(node.test), f"not ({ast.unparse(node.test)})"
        case ast.Expr(value=ast.Call()):
            yield "call dropped", first(node), last(node), "pass"


def _of_call(node: ast.Call, first: Callable[..., int], last: Callable[..., int]) -> Iterator[Stretch]:
    name = ast.unparse(node.func)
    if name in OPPOSITE:
        yield name, first(node.func), last(node.func), OPPOSITE[name]
    if name.rpartition(".")[2] in SORTING:
        for before, keyword in pairwise([*node.args, *node.keywords]):
            if isinstance(keyword, ast.keyword) and keyword.arg in {"key", "reverse"}:
                yield f"{keyword.arg} dropped", last(before), last(keyword), ""
    told = [keyword for keyword in node.keywords if keyword.arg]
    if len(told) > 1 and node.args and TEXTS.search(name):
        one, other = told[:2]
        middle = f"{one.arg}={ast.unparse(other.value)}, {other.arg}={ast.unparse(one.value)}"
        yield "words' parts swapped", first(one), last(other), middle


def of_words(data: bytes) -> Iterator[Stretch]:
    """Yield the changes of a catalogue, line by line."""
    at, before = 0, None
    for line in data.decode().splitlines(keepends=True):
        end = at + len(line.encode())
        entry = WORD.match(line.rstrip("\n"))
        if entry:
            text, start = entry[2], at + len(line[: entry.start(2)].encode())
            stop = start + len(text.encode())
            yield from ((kind, start, stop, new) for kind, new in _rewordings(text))
            if before and before[2] != text:
                # Between the two stand the end of one line, and the key of the next.
                between = data[before[1] : start].decode()
                yield "entries swapped", before[0], stop, text + between + before[2]
            before = (start, stop, text)
        else:
            before = None
        at = end


def _rewordings(text: str) -> Iterator[tuple[str, str]]:
    places = list(PLACE.finditer(text))
    for one, other in pairwise(places):
        yield "places swapped", text[: one.start()] + other[0] + text[one.end() : other.start()] + one[0] + text[other.end() :]
    for no in NEGATION.finditer(text):
        yield "negation dropped", text[: no.start()] + text[no.end() :]
    for number in re.finditer(r"(?<![\w#{:.])\d+(?![\w}])", text):
        yield "number", text[: number.start()] + str(int(number[0]) + 1) + text[number.end() :]


def by_patterns(patterns: dict[str, dict[str, str]], left_out: str, within: str = "") -> Callable[[bytes], Iterator[Stretch]]:
    """Return what yields the changes that patterns name by kind, in what is not left out and, if a pattern says so, only within it."""

    def find(data: bytes) -> Iterator[Stretch]:
        text = data.decode()
        blank = re.sub(left_out, lambda hit: re.sub(r"[^\n]", "\0", hit[0]), text, flags=re.DOTALL)
        if within:
            kept = [hit.span() for hit in re.finditer(within, blank, re.DOTALL)]
            blank = "".join(char if any(a <= i < b for a, b in kept) else "\0" for i, char in enumerate(blank))
        for kind, pairs in patterns.items():
            for pattern, new in pairs.items():
                for hit in re.finditer(pattern, blank):
                    start = len(text[: hit.start()].encode())
                    value = str(int(hit[0]) + 1) if kind == "number" else hit.expand(new)
                    yield kind, start, start + len(text[hit.start() : hit.end()].encode()), value

    return find


SCRIPT = {
    "comparison": {"===": "!==", "!==": "===", r" < ": " <= ", r" <= ": " < ", r" > ": " >= ", r" >= ": " > "},
    "and, or": {"&&": "||", r"\|\|": "&&"},
    "not dropped": {r"(?<![=!])!(?=[\w(])": ""},
    "plus, minus": {r" \+ ": " - ", r" - ": " + "},
    "max, min": {r"Math\.max": "Math.min", r"Math\.min": "Math.max"},
    "any, all": {r"\.some\(": ".every(", r"\.every\(": ".some("},
    "filter dropped": {r"\.filter\(": ".map("},
    "way out dropped": {r"(?<=\) )return;": ";", r"(?<=\) )continue;": ";"},
    "number": {r"(?<![\w.#$])\d+(?![\w.])": ""},
}
QUERY = {
    "comparison": {r" < ": " <= ", r" <= ": " < ", r" > ": " >= ", r" >= ": " > ", r" = ": " <> ", r" <> ": " = "},
    "and, or": {r"\bAND\b": "OR", r"\bOR\b": "AND"},
    "not dropped": {r"\bNOT (?!NULL|EXISTS [a-z]|IN TRANS)": "", r"\bIS NOT NULL\b": "IS NULL", r"\bIS NULL\b": "IS NOT NULL"},
    "max, min": {r"\bmax\(": "min(", r"\bmin\(": "max("},
    "any, all": {r"\bany\(": "all(", r"\ball\(": "any("},
    "order": {r" DESC\b": "", r"(?<=ORDER BY )(\w+)": r"\1 DESC"},
    "distinct dropped": {r"\bDISTINCT ": ""},
    "optional dropped": {r"\bOPTIONAL MATCH": "MATCH", r"\bLEFT JOIN": "JOIN"},
    "number": {r"(?<![\w.$])\d+(?![\w.])": ""},
}
TEMPLATE = {
    "condition turned": {r"(?<=\{% if )([^%]+?)(?= -?%\})": r"not (\1)"},
    "and, or": {r" and ": " or ", r" or ": " and "},
    "comparison": {" == ": " != ", " != ": " == ", " < ": " <= ", " > ": " >= "},
    "plus, minus": {r" \+ ": " - ", r" - ": " + "},
    "number": {r"(?<![\w.#])\d+(?![\w.])": ""},
}


def _toml(data: bytes) -> bool:
    try:
        tomllib.loads(data.decode())
    except tomllib.TOMLDecodeError:
        return False
    return True


def _python(data: bytes) -> bool:
    try:
        ast.parse(data)
    except SyntaxError:
        return False
    return True


def _any(_: bytes) -> bool:
    return True


_query, _template = by_patterns(QUERY, QUERY_COMMENT), by_patterns(TEMPLATE, r"\{#.*?#\}", r"\{[%{].*?[%}]\}")
HOW = {
    ".py": (of_python, _python),
    ".toml": (of_words, _toml),
    ".js": (by_patterns(SCRIPT, CODE_COMMENT), _any),
    ".sql": (_query, _any),
    ".cypher": (_query, _any),
    ".html": (_template, _any),
    ".svg": (_template, _any),
    ".md": (_template, _any),
    ".txt": (_template, _any),
}
