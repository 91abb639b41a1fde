"""The words that rendering adds to a course, in the course's own language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from coursebuilder.model import CalloutKind, Ending


@dataclass(frozen=True, slots=True, kw_only=True)
class Strings:
    """Labels in one language."""

    callouts: Mapping[CalloutKind, str]
    """The title of a callout that has none of its own."""
    credit: str
    """Before the name of who made a picture, video or sound."""
    description: str
    """Opens the long description of a figure."""
    transcript: str
    answer: str
    """Opens the answer of a practice question."""
    reflection: str
    """The title of a reflection that has none of its own."""
    checklist: str
    practice: str
    """Before a practice question."""
    correct: str
    incorrect: str
    partly: str
    """Beside an answer that earns part of the points; ``{percent}`` says how much."""
    options: str
    """Before the words or right sides to choose from."""
    hint: str
    back: str
    """What the arrow behind a footnote does; ``{number}`` is the footnote's."""
    footnotes: str
    gap: str
    """What a screen reader says for a gap; ``{number}`` is the gap's."""
    or_: str
    """Between answers that are equally right."""
    decimal: str
    """The decimal separator."""
    endings: Mapping[Ending, str]
    """What stands at the end of a situation."""
    go_on: str
    """From the consequence of a choice to the next scene."""
    finish: str
    """Ends a situation."""
    start_again: str
    """From the end of a situation back to its first scene."""


_DUTCH = Strings(
    callouts=MappingProxyType(
        {
            "note": "Opmerking",
            "tip": "Tip",
            "warning": "Let op",
            "important": "Belangrijk",
            "case": "Uit de praktijk",
        }
    ),
    credit="Bron:",
    description="Beschrijving van de figuur",
    transcript="Transcript",
    answer="Toon het antwoord",
    reflection="Sta even stil",
    checklist="Checklist",
    practice="Oefenvraag",
    correct="juist",
    incorrect="fout",
    partly="deels juist ({percent} %)",
    options="Kies uit:",
    hint="Tip",
    back="Terug naar de tekst bij voetnoot {number}",
    footnotes="Voetnoten",
    gap="in te vullen {number}",
    or_="of",
    decimal=",",
    endings=MappingProxyType(
        {
            "good": "Een goede afloop",
            "fair": "Een redelijke afloop",
            "poor": "Geen goede afloop",
        }
    ),
    go_on="Verder",
    finish="Rond deze situatie af",
    start_again="Begin opnieuw en kies anders",
)

_ENGLISH = Strings(
    callouts=MappingProxyType(
        {
            "note": "Note",
            "tip": "Tip",
            "warning": "Warning",
            "important": "Important",
            "case": "From practice",
        }
    ),
    credit="Source:",
    description="Description of the figure",
    transcript="Transcript",
    answer="Show the answer",
    reflection="Stop and think",
    checklist="Checklist",
    practice="Practice question",
    correct="correct",
    incorrect="incorrect",
    partly="partly correct ({percent}%)",
    options="Choose from:",
    hint="Hint",
    back="Back to the text at footnote {number}",
    footnotes="Footnotes",
    gap="gap {number}",
    or_="or",
    decimal=".",
    endings=MappingProxyType(
        {
            "good": "A good outcome",
            "fair": "A fair outcome",
            "poor": "Not a good outcome",
        }
    ),
    go_on="Continue",
    finish="Finish this situation",
    start_again="Start again and choose differently",
)

_FRENCH = Strings(
    callouts=MappingProxyType(
        {
            "note": "Remarque",
            "tip": "Conseil",
            "warning": "Attention",
            "important": "Important",
            "case": "Cas pratique",
        }
    ),
    credit="Source :",
    description="Description de la figure",
    transcript="Transcription",
    answer="Afficher la réponse",
    reflection="Prenez le temps de réfléchir",
    checklist="Liste de contrôle",
    practice="Question d’entraînement",
    correct="correct",
    incorrect="incorrect",
    partly="en partie correct ({percent} %)",
    options="Choisissez parmi :",
    hint="Indice",
    back="Retour au texte de la note {number}",
    footnotes="Notes",
    gap="à compléter {number}",
    or_="ou",
    decimal=",",
    endings=MappingProxyType(
        {
            "good": "Une bonne issue",
            "fair": "Une issue acceptable",
            "poor": "Pas une bonne issue",
        }
    ),
    go_on="Continuer",
    finish="Terminer cette situation",
    start_again="Recommencer et choisir autrement",
)

_GERMAN = Strings(
    callouts=MappingProxyType(
        {
            "note": "Hinweis",
            "tip": "Tipp",
            "warning": "Achtung",
            "important": "Wichtig",
            "case": "Aus der Praxis",
        }
    ),
    credit="Quelle:",
    description="Beschreibung der Abbildung",
    transcript="Transkript",
    answer="Antwort anzeigen",
    reflection="Zum Nachdenken",
    checklist="Checkliste",
    practice="Übungsfrage",
    correct="richtig",
    incorrect="falsch",
    partly="teilweise richtig ({percent} %)",
    options="Zur Auswahl:",
    hint="Hinweis",
    back="Zurück zum Text bei Fußnote {number}",
    footnotes="Fußnoten",
    gap="Lücke {number}",
    or_="oder",
    decimal=",",
    endings=MappingProxyType(
        {
            "good": "Ein guter Ausgang",
            "fair": "Ein brauchbarer Ausgang",
            "poor": "Kein guter Ausgang",
        }
    ),
    go_on="Weiter",
    finish="Diese Situation abschließen",
    start_again="Neu beginnen und anders wählen",
)

_LANGUAGES = MappingProxyType({"nl": _DUTCH, "en": _ENGLISH, "fr": _FRENCH, "de": _GERMAN})


def strings(language: str) -> Strings:
    """The labels for a course in ``language`` (BCP 47); English where its language has none here."""
    return _LANGUAGES.get(language.partition("-")[0].lower(), _ENGLISH)
