"""``--fix``: writing what can be mended without a decision."""

from pathlib import Path

from coursebuilder.authoring.files import replace_file
from coursebuilder.authoring.fixes import Fix, fix_source
from coursebuilder.cli.console import Console
from coursebuilder.source.document import role
from coursebuilder.source.tree import scan_tree


def fix_files(root: Path, console: Console) -> None:
    """Mend the sources of a course, and say what was done."""
    tree, _ = scan_tree(root)
    for file in tree.files.values():
        if role(file.path) is None:
            continue
        try:
            fixed = fix_source(file.path, file.real.read_bytes())
            if not fixed.fixes:
                continue
            replace_file(file.real, fixed.data)
        except OSError as error:
            console.fail(
                "cannot write {folder}: {reason}", folder=file.path, reason=console.reason(error)
            )
            return
        named = ", ".join(_name(fix, console) for fix in fixed.fixes)
        console.say("mended {path}: {fixes}", path=root / file.path, fixes=named)


def _name(fix: Fix, console: Console) -> str:
    match fix:
        case "bom":
            return console.text("byte order mark")
        case "line-ends":
            return console.text("line ends")
        case "spaces":
            return console.text("spaces at line ends")
        case "last-line":
            return console.text("end of the last line")
        case "quotes":
            return console.text("quotes")
        case "encoding":
            return console.text("encoding")
        case "pasted":
            return console.text("pasted spaces, marks and bullets")
        case "tabs":
            return console.text("tabs")
        case "front-matter":
            return console.text("front matter")
        case "ids":
            return console.text("ids")
