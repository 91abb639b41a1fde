"""An independent look at rendered HTML: what a browser's parser would see."""

from html.parser import HTMLParser

_FORBIDDEN = {
    "script", "style", "iframe", "object", "embed", "svg", "link", "meta", "base", "form", "input",
    "button", "template", "noscript",
}  # fmt: skip


class _Judge(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FORBIDDEN:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            address = "".join((value or "").split()).lower()
            if name.startswith("on") or name in {"style", "srcdoc", "formaction"}:
                self.faults.append(f"{tag} {name}")
            if name in {"href", "src", "poster", "cite"} and address.startswith(
                ("javascript:", "data:", "vbscript:")
            ):
                self.faults.append(f"{tag} {name}={value}")


def faults(html: str) -> list[str]:
    """Everything in the HTML that runs, styles or embeds."""
    judge = _Judge()
    judge.feed(html)
    judge.close()
    return judge.faults
