"""What activities of the platform show beside their text: terms, rubrics, forms and files."""

import unicodedata
from decimal import Decimal
from html import escape

from coursebuilder.model import Assignment, Glossary, MarkingGuide, Term
from coursebuilder.render import Rendering
from coursebuilder.render.strings import strings
from coursebuilder.text import Html


def ordered_terms(glossary: Glossary) -> tuple[Term, ...]:
    """The terms as a dictionary has them: capitals and accents aside."""
    return tuple(sorted(glossary.terms, key=lambda term: (_plain_letters(term.name), term.name)))


def _plain_letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def terms_html(glossary: Glossary, rendering: Rendering) -> Html:
    """A definition list in which each term is an anchor."""
    rows = []
    for term in ordered_terms(glossary):
        also = ""
        if term.aliases:
            also = f' <span class="cb-aliases">({escape(", ".join(term.aliases))})</span>'
        rows.append(
            f'<dt id="{escape(term.id)}"><strong>{escape(term.name)}</strong>{also}</dt>\n'
            f"<dd>{rendering.html(term.definition)}</dd>"
        )
    return Html("\n".join(('<dl class="cb-terms">', *rows, "</dl>")))


def rubric_html(assignment: Assignment, language: str) -> Html:
    """A table with a row for each criterion and a column for each number of points."""
    rubric = assignment.rubric
    columns = sorted({level.points for row in rubric for level in row.levels})
    decimal = strings(language).decimal
    heads = "".join(f'<th scope="col">{_number(points, decimal)}</th>' for points in columns)
    heading = escape(assignment.rubric_heading)
    corner = f'<th scope="col">{heading}</th>' if heading else "<td></td>"
    rows = []
    for criterion in rubric:
        texts = {level.points: level.text for level in criterion.levels}
        cells = "".join(f"<td>{escape(texts.get(points, ''))}</td>" for points in columns)
        rows.append(f'<tr><th scope="row">{escape(criterion.text)}</th>{cells}</tr>')
    return Html(
        f'<table class="cb-rubric"><thead><tr>{corner}{heads}</tr></thead>\n'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def guide_html(guide: MarkingGuide, language: str) -> Html:
    """A table with a row for each criterion; what is for who marks is left out."""
    decimal = strings(language).decimal
    heads = "".join(f'<th scope="col">{escape(word)}</th>' for word in guide.heading[:3])
    rows = []
    for row in guide.criteria:
        cells = [_number(row.points, decimal), escape(row.learners)][: len(guide.heading[1:3])]
        shown = "".join(f"<td>{cell}</td>" for cell in cells)
        rows.append(f'<tr><th scope="row">{escape(row.text)}</th>{shown}</tr>')
    return Html(
        f'<table class="cb-rubric"><thead><tr>{heads}</tr></thead>\n'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _number(value: Decimal, decimal: str) -> str:
    return f"{value.normalize():f}".replace(".", decimal)
