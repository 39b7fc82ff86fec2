"""Mutants of a module: copies with one condition or constant changed.

A comparison is negated, an operand of `and` or `or` dropped, `not` removed, another condition negated, a number beyond
1 replaced by 0, and a named one by a thousand times as much. Two kinds of changes are left out. No example stands
exactly at a limit, and none should have to, so that limits are not shifted by one. A number within a function mostly
bounds the window of a search: more of it costs time, which `benchmarks/growth.py` measures, and changes no finding.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import NamedTuple

NEGATIONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
UNLIMITED = 1000  # times the number
EXAMPLES = ("matches", "misses")  # arguments of patterns, which are tests themselves
UNTOUCHED_FUNCTIONS = ("trace", "statistics_labels", "__repr__")  # they decide about no finding


class Mutant(NamedTuple):
    """One change of a module."""

    line: int
    function: str  # the qualified name; "" at the top of the module
    old: str
    new: str
    module: ast.Module  # unchanged
    path: tuple[tuple[str, int | None], ...]  # in the syntax tree, to what is replaced
    replacement: ast.AST

    @property
    def tree(self) -> ast.Module:
        """The syntax tree of the changed module."""
        changed = copy.deepcopy(self.module)
        _replace(changed, self.path, self.replacement)
        return ast.fix_missing_locations(changed)

    @property
    def change(self) -> str:
        """The change in one line, without its place."""
        return f"{self.function or 'module'}: {self.old} -> {self.new}"


class _Place(NamedTuple):
    """A node to replace: its parent's field, and the index in it."""

    path: tuple[tuple[str, int | None], ...]
    function: str


def mutants(source: str) -> Iterator[Mutant]:
    """Yield the mutants of a module in the order of its text."""
    tree = ast.parse(source)
    for node, place in _nodes(tree, (), ""):
        for new in _replacements(node):
            line = getattr(node, "lineno", 0)
            yield Mutant(line, place.function, _short(node), _short(new), tree, place.path, new)


def _nodes(node: ast.AST, path: tuple[tuple[str, int | None], ...], function: str) -> Iterator[tuple[ast.AST, _Place]]:
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "type_params", "bases"):
            continue
        for index, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if not isinstance(child, ast.AST) or _is_left_alone(child):
                continue
            inner = function
            if isinstance(child, (ast.FunctionDef, ast.ClassDef)):
                inner = f"{function}.{child.name}".lstrip(".")
            here = (*path, (field, index))
            yield child, _Place(here, inner)
            yield from _nodes(child, here, inner)


def _is_left_alone(node: ast.AST) -> bool:
    if isinstance(node, ast.FunctionDef):
        return node.name in UNTOUCHED_FUNCTIONS
    if isinstance(node, ast.keyword):
        return node.arg in EXAMPLES
    return isinstance(node, (ast.Import, ast.ImportFrom, ast.Raise, ast.Assert))


def _replacements(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield ast.Compare(node.left, [NEGATIONS[type(node.ops[0])]()], node.comparators)
    elif isinstance(node, ast.BoolOp):
        for number in range(len(node.values)):
            others = [value for at, value in enumerate(node.values) if at != number]
            yield others[0] if len(others) == 1 else ast.BoolOp(node.op, others)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value > 1:
        yield ast.Constant(0)
    elif isinstance(node, ast.Assign) and _is_named_number(node):
        yield ast.copy_location(ast.Assign(node.targets, ast.Constant(node.value.value * UNLIMITED)), node)
    elif isinstance(node, (ast.If, ast.IfExp, ast.While)) and _is_plain(node.test):
        negated = copy.copy(node)
        negated.test = ast.UnaryOp(ast.Not(), node.test)
        yield negated
    elif isinstance(node, ast.comprehension):
        for number, test in enumerate(node.ifs):
            if _is_plain(test):
                ifs = [*node.ifs[:number], ast.UnaryOp(ast.Not(), test), *node.ifs[number + 1 :]]
                yield ast.comprehension(node.target, node.iter, ifs, node.is_async)


def _is_named_number(node: ast.Assign) -> bool:
    value = node.value
    is_number = isinstance(value, ast.Constant) and type(value.value) in (int, float) and value.value > 1
    return is_number and isinstance(node.targets[0], ast.Name) and node.targets[0].id.isupper()


def _is_plain(test: ast.expr) -> bool:
    """Return whether a condition is none of those that are changed by themselves."""
    is_not = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
    is_name = isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"
    return not (isinstance(test, (ast.Compare, ast.BoolOp)) or is_not or is_name)


def _replace(tree: ast.AST, path: tuple[tuple[str, int | None], ...], new: ast.AST) -> None:
    node: ast.AST = tree
    for field, index in path[:-1]:
        value = getattr(node, field)
        node = value if index is None else value[index]
    field, index = path[-1]
    if index is None:
        setattr(node, field, new)
    else:
        getattr(node, field)[index] = new


def _short(node: ast.AST) -> str:
    if isinstance(node, (ast.If, ast.IfExp, ast.While)):
        return f"if {ast.unparse(node.test)}"
    if isinstance(node, ast.comprehension):
        return " ".join(f"if {ast.unparse(test)}" for test in node.ifs)
    return ast.unparse(node)
