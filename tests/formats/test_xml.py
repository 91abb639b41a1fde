"""The serialiser, hrefs and vCards."""

import pytest
from lxml import etree

from coursebuilder.formats.ims_cp import href
from coursebuilder.formats.lom import Contributor, Record, lom, shortened
from coursebuilder.formats.xml import characters, maker, serialise

E = maker("urn:x", a="urn:a")


def test_declaration_namespace_and_no_whitespace() -> None:
    assert (
        serialise(E.root(E.child("é <&> ]]>"), E.child(x="1")))
        == (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<root xmlns="urn:x" xmlns:a="urn:a"><child>é &lt;&amp;&gt; ]]&gt;</child>'
            '<child x="1"/></root>'
        ).encode()
    )


def test_characters_that_xml_cannot_hold_go() -> None:
    assert characters("a\x00b\x0bc\ufffe\ud800d\te\n🎓") == "abcd\te\n🎓"
    text = characters("".join(map(chr, range(0x3000))))
    assert etree.fromstring(serialise(E.root(text))).text == text


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/b.html", "a/b.html"),
        ("a b&c.html", "a%20b%26c.html"),
        ("é#?.png", "%C3%A9%23%3F.png"),
        ("100%.csv", "100%25.csv"),
    ],
)
def test_href_is_a_relative_uri(path: str, expected: str) -> None:
    assert href(path) == expected


def test_shortened_cuts_at_a_word() -> None:
    assert shortened("een twee drie", 13) == "een twee drie"
    assert shortened("een twee drie", 12) == "een twee…"
    assert shortened("eentweedrie", 6) == "eentw…"


def test_vcard_escapes_what_divides_its_parts() -> None:
    record = Record(
        catalogue="c", entry="e", title="t", language="nl", description="d", keywords=("k",),
        version="1", formats=("text/html",), location="x", minutes=1, restricted=True, rights="r",
        classifications=(),
        contributors=(Contributor(role="Author", name="A; B, C\\\nD", url="https://x.example/"),),
    )  # fmt: skip
    (vcard,) = lom(record).iter("{*}vcard")
    assert vcard.text is not None
    lines = vcard.text.split("\n")
    assert "FN:A\\; B\\, C\\\\\\nD" in lines
    assert "URL:https://x.example/" in lines
    assert lines[0] == "BEGIN:VCARD"
    assert lines[-1] == "END:VCARD"
