"""Writes docs/api.md, the reference of `newslint.api`, from signatures, docstrings and the comments behind fields.

python tools/write_api_page.py [--check]
"""

from __future__ import annotations

import argparse
import ast
import io
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from inspect import cleandoc
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "api.md"
API = "newslint.api"
HEAD = """\
<!-- Written by tools/write_api_page.py from the docstrings; change them there. -->

# Reference of `newslint.api`

`newslint.api` exports everything that a plugin may import. Other modules may change without notice.
[Writing rules and plugins](rule-authors.md) shows how the parts work together.

Two conventions hold everywhere. A position is an offset: it counts code points from 0, and an end is excluded. A *view*
is a function of one article; `article.get(view)` calls it once for each article.
"""
# Each module that defines an export belongs to one topic.
TOPICS = {
    "Rules": ("rule",),
    "Articles": ("article",),
    "Findings, fixes, facts and other values": ("model", "named_tuple"),
    "Reasons, for `--why`": ("trace",),
    "Readers and reporters": ("api",),
    "Language, lines, sentences, quotations and words": (
        *("text.language", "text.lines", "text.sentences", "text.quotations", "text.words"),
    ),
    "Patterns": ("text.pattern",),
    "Who speaks": ("text.attribution",),
    "Numbers and quantities": ("text.numbers",),
    "Dates": ("text.dates",),
    "The layout of a page": ("text.page",),
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


class Module(NamedTuple):
    """A parsed module: its syntax tree and the comments at the ends of its lines."""

    tree: ast.Module
    comments: dict[int, str]  # by line number


class Export(NamedTuple):
    """A name that `newslint.api` exports."""

    name: str
    module: str
    line: int
    text: str  # Markdown


@cache
def parse(module: str) -> Module:
    """Parse a module of `src/` without importing it."""
    source = ROOT.joinpath("src", *module.split(".")).with_suffix(".py").read_text(encoding="utf-8")
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    comments = {token.start[0]: token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT}
    return Module(ast.parse(source), comments)


def exports() -> Iterator[Export]:
    """Yield every export with its entry, in no particular order. Raises LookupError for a name without a definition."""
    tree = parse(API).tree
    origins = {
        alias.name: node.module
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    for name in exported_names():
        module = origins.get(name, API)
        assert module is not None
        yield entry(name, module)


def exported_names() -> list[str]:
    """Return `newslint.api.__all__`."""
    for node in parse(API).tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names: list[str] = ast.literal_eval(node.value)
            return names
    raise LookupError(f"{API} has no __all__")


def entry(name: str, module: str) -> Export:
    """Return the entry of one export."""
    body = [
        node
        for outer in parse(module).tree.body
        for node in ((*outer.body, *outer.orelse) if isinstance(outer, ast.If) else (outer,))
    ]
    for node, following in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.ClassDef | Function) and node.name == name:
            text = class_text(node, module) if isinstance(node, ast.ClassDef) else function_text(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and name in assigned_names(node):
            text = constant_text(node, following, module)
        else:
            continue
        return Export(name, module, node.lineno, f"### {name}\n\n{text}")
    raise LookupError(f"{module} does not define {name}")


def assigned_names(node: ast.Assign | ast.AnnAssign) -> set[str]:
    """Return the names that an assignment binds."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def constant_text(node: ast.Assign | ast.AnnAssign, following: ast.stmt | None, module: str) -> str:
    """Return a constant's value, if it is short, and its description: the string or the comment behind it."""
    code = ast.unparse(node).replace("'", '"')
    name = next(iter(assigned_names(node)))
    shown = code if len(code) <= 110 and "\n" not in code else f"{name} = …"
    described = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
    about = cleandoc(str(following.value.value)) if described else comment_of(node, module)  # type: ignore[union-attr]
    return f"```python\n{shown}\n```\n" + (f"\n{about}\n" if about else "")


def comment_of(node: ast.stmt, module: str) -> str:
    """Return the comment on the last line of a statement."""
    return parse(module).comments.get(node.end_lineno or 0, "")


def signature(node: Function) -> str:
    """Return a function's head without `def` and without `self`."""
    arguments = ast.unparse(node.args).removeprefix("self").removeprefix(", ").replace("=", " = ").replace("'", '"')
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"{node.name}({arguments}){returns}"


def function_text(node: Function) -> str:
    """Return a function's signature and docstring, and for a view how to call it."""
    takes_article = [argument.arg for argument in node.args.args + node.args.kwonlyargs] == ["article"]
    # What callers fill must be their own: `article.get` would give all of them the same.
    is_view = takes_article and not (node.returns and ast.unparse(node.returns).startswith("Mutable"))
    usage = f"\nA view: call it as `article.get({node.name})`.\n" if is_view else ""
    return f"```python\n{signature(node)}\n```\n\n{docstring(node)}\n{usage}"


def docstring(node: Function | ast.ClassDef) -> str:
    """Return a docstring, cleaned."""
    return cleandoc(ast.get_docstring(node) or "")


def class_text(node: ast.ClassDef, module: str) -> str:
    """Return a class: its docstring, a table of its fields, and its public methods."""
    bases = ", ".join(ast.unparse(base) for base in node.bases)
    parts = [f"```python\nclass {node.name}{f'({bases})' if bases else ''}\n```\n\n{docstring(node)}\n"]
    rows = [field_cells(item, module) for item in node.body if isinstance(item, ast.AnnAssign)]
    if rows:
        parts.append(table(["field", "type", "default", ""], rows))
    methods = [item for item in node.body if isinstance(item, Function) and is_documented(item)]
    if methods:
        parts.append("".join(map(method_line, methods)))
    return "\n".join(parts)


def field_cells(field: ast.AnnAssign, module: str) -> list[str]:
    """Return the cells of one field: name, type, default, comment."""
    code = [f"`{ast.unparse(node)}`".replace("'", '"') if node else "" for node in (field.annotation, field.value)]
    return [f"`{ast.unparse(field.target)}`", *code, comment_of(field, module)]


def table(head: list[str], rows: list[list[str]]) -> str:
    """Return a table without the columns that are empty in every row."""
    filled = [number for number in range(len(head)) if any(row[number] for row in rows)]
    lines = [[cells[number].replace("|", "\\|") for number in filled] for cells in (head, ["---"] * len(head), *rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def is_documented(node: Function) -> bool:
    """Whether the page shows a method: a public one, or the constructor of a class that is no tuple."""
    return not node.name.startswith("_") or node.name == "__init__"


def method_line(node: Function) -> str:
    """Return a method or a property as an item of a list."""
    is_property = any(isinstance(item, ast.Name) and item.id == "property" for item in node.decorator_list)
    head = signature(node)
    if is_property:
        head = f"{node.name}: {ast.unparse(node.returns)}" if node.returns else node.name
    about = " ".join(docstring(node).split())
    return f"- `{head}`" + (f": {about}\n" if about else "\n")


def topic_of(module: str) -> str:
    """Return the heading of a module's exports. Raises LookupError where the table has none."""
    inside = module.removeprefix("newslint.")
    for topic, modules in TOPICS.items():
        if any(inside == name or inside.startswith(f"{name}.") for name in modules):
            return topic
    raise LookupError(f"{module} belongs to no topic; add it to TOPICS")


def page() -> str:
    """Return the whole page."""
    entries = sorted(exports(), key=lambda export: (export.module, export.line))
    parts = [HEAD]
    for topic in TOPICS:
        chosen = [export for export in entries if topic_of(export.module) == topic]
        parts += [f"\n## {topic}\n", *(f"\n{export.text}" for export in chosen)]
    return "".join(parts)


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or with `--check` return 1 if it is stale."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if the page is stale")
    wanted = page()
    if parser.parse_args(arguments).check:
        if PAGE.read_text(encoding="utf-8") == wanted:
            return 0
        sys.stderr.write("docs/api.md is stale; run `python tools/write_api_page.py`\n")
        return 1
    PAGE.write_text(wanted, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
