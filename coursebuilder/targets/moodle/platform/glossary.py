"""The terms of a course: a page with anchors, or Moodle's own glossary."""

from coursebuilder.formats.xml import Element
from coursebuilder.model import Glossary, Term
from coursebuilder.render.platform import ordered_terms, terms_html
from coursebuilder.targets.moodle.activities import page_element
from coursebuilder.targets.moodle.elements import leaves, node, shown_name
from coursebuilder.targets.moodle.platform.place import Place


def terms_page(place: Place, content: Glossary) -> Element:
    """``<page>`` (mod_page) with every term: nothing of it is user data."""
    terms = terms_html(content, place.texts.rendering)
    html = place.texts.body(content.body, place.area("content"), content.span.path, terms)
    return page_element(place.module, html, place.timestamp)


def glossary(place: Place, content: Glossary) -> Element:
    """``<glossary>`` (mod_glossary); its entries are user data."""
    return node(
        "glossary",
        *place.introduced(content),
        *leaves(
            allowduplicatedentries=0,
            displayformat="dictionary",
            mainglossary=0,
            showspecial=1,
            showalphabet=1,
            showall=1,
            allowcomments=0,
            allowprintview=1,
            usedynalink=1,
            defaultapproval=1,
            globalglossary=0,
            entbypage=50,
            editalways=0,
            rsstype=0,
            rssarticles=0,
            assessed=0,
            assesstimestart=0,
            assesstimefinish=0,
            scale=0,
            timecreated=place.timestamp,
            timemodified=place.timestamp,
            completionentries=0,
        ),
        node("entries", *(_entry(place, term) for term in ordered_terms(content))),
        node("entriestags"),
        node("categories"),
        id=place.id,
    )


def _entry(place: Place, term: Term) -> Element:
    """``<entry>``, written by nobody."""
    id = place.ids.of("glossary_entry", place.module.key, term.id)
    aliases = (
        node(
            "alias",
            *leaves(alias_text=shown_name(alias)),
            id=place.ids.of("glossary_alias", place.module.key, term.id, alias),
        )
        for alias in term.aliases
    )
    return node(
        "entry",
        *leaves(
            userid=0,
            concept=shown_name(term.name),
            definition=place.texts.block(term.definition, place.area("entry", id)),
            definitionformat=1,
            definitiontrust=0,
            attachment=0,
            timecreated=place.timestamp,
            timemodified=place.timestamp,
            teacherentry=1,
            sourceglossaryid=0,
            usedynalink=1,
            casesensitive=0,
            fullmatch=1,
            approved=1,
        ),
        node("aliases", *aliases),
        node("ratings"),
        id=id,
    )
