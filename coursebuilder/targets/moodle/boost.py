"""Our HTML in Moodle's own dress: Bootstrap's classes, since a backup cannot bring a style sheet.

Moodle 4 has Bootstrap 4 and Moodle 5 has Bootstrap 5; where their names differ, both are given.
"""

import re

_BOX = "border rounded p-3 mb-3"
_BOLD = "font-weight-bold fw-bold mb-1"

_BOOTSTRAP = {
    "cb-note": "alert alert-info",
    "cb-tip": "alert alert-success",
    "cb-warning": "alert alert-warning",
    "cb-important": "alert alert-danger",
    "cb-case": "border rounded bg-light p-3 mb-3",
    "cb-callout-title": _BOLD,
    "cb-figure": "figure d-block",
    "cb-media": "figure d-block",
    "cb-media-title": "mb-0",
    "cb-credit": "text-muted mb-0",
    "cb-fold": "border rounded p-2 mb-2",
    "cb-tab-panel": _BOX,
    "cb-tab-title": _BOLD,
    "cb-reflection": _BOX,
    "cb-checklist": _BOX,
    "cb-practice": _BOX,
    "cb-block-title": _BOLD,
    "cb-downloads": "list-unstyled",
    "cb-file": "text-muted small",
    "cb-footnotes": "border-top mt-4 pt-2 small",
}
"""Our class -> what Bootstrap calls it."""

_ELEMENTS = {
    "h2": "h4",
    "h3": "h5",
    "h4": "h6",
    "img": "img-fluid",
    "table": "table table-bordered",
    "figcaption": "figure-caption",
    "blockquote": "blockquote",
    "video": "mw-100",
}
"""Element -> class it gets. Headings get the size of one two levels down: Moodle prints the page's title
smaller than a second-level heading."""

TOOLTIP = 'data-toggle="tooltip" data-bs-toggle="tooltip"'
"""What makes Moodle's themes show a ``title`` to who comes by keyboard too."""

_TAG = re.compile(r"<(blockquote|figcaption|h2|h3|h4|img|table|video"
                  r"|(?:aside|details|div|figure|li|p|section|span|ul)(?=[^<]*cb-))"
                  r'((?: [a-z-]+(?:="[^"]*")?)*)(/?)>')  # fmt: skip
"""A tag that may change: attributes hold no ``<``, so one without "cb-" before the next needs no look."""

_CLASS = re.compile(r' class="([^"]*)"')


def boost(html: str) -> str:
    """The same HTML with Bootstrap's classes beside ours."""
    return _TAG.sub(_dressed, html)


def _dressed(tag: re.Match[str]) -> str:
    name, attributes, end = tag[1], tag[2], tag[3]
    found = _CLASS.search(attributes)
    own = found[1].split() if found else []
    added = [_BOOTSTRAP[word] for word in own if word in _BOOTSTRAP]
    if name in _ELEMENTS:
        added.append(_ELEMENTS[name])
    if not added:
        return tag[0]
    classes = f' class="{" ".join((*own, *added))}"'
    rest = _CLASS.sub("", attributes, count=1)
    return f"<{name}{classes}{rest}{end}>"
