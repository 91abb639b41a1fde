"""The floor: Python-Markdown over the same pages, one HTML file each, into one deflated zip."""

import sys
import zipfile
from pathlib import Path

import markdown


def main(course: Path, out: Path) -> None:
    """Convert every ``.md`` below ``course`` and pack it with all other files."""
    converter = markdown.Markdown(
        extensions=["extra", "toc", "admonition", "attr_list", "sane_lists"]
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(course.rglob("*")):
            name = path.relative_to(course)
            if path.suffix == ".md":
                body = converter.reset().convert(path.read_text(encoding="utf-8"))
                archive.writestr(str(name.with_suffix(".html")), f"<!doctype html>{body}")
            elif path.is_file():
                archive.write(path, str(name))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
