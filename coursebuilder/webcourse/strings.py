"""The words of pages that stand alone, in the course's own language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Strings:
    """Labels in one language."""

    contents: str
    about: str
    """The title of a module's introduction."""
    objectives: str
    prerequisites: str
    minutes: str
    """``{minutes}`` is a number."""
    hours: str
    """Whole hours; what is left over follows as minutes."""
    previous: str
    next: str
    skip: str
    pager: str
    scan: str
    """How a statement is scored on paper; ``{scale}`` is the list of labels."""
    authors: str
    licence: str
    unscripted: str
    """What a quiz or self-scan needs."""


_DUTCH = Strings(
    contents="Inhoud",
    about="Over deze module",
    objectives="Na deze module",
    prerequisites="Werk eerst af",
    minutes="{minutes}\u00a0min.",
    hours="{hours}\u00a0uur",
    previous="Vorige",
    next="Volgende",
    skip="Naar de inhoud",
    pager="Vorige en volgende pagina",
    scan="Kies bij elke uitspraak: {scale}.",
    authors="Auteurs",
    licence="Licentie",
    unscripted="Open deze cursus in een leerplatform om te antwoorden en feedback te krijgen.",
)

_ENGLISH = Strings(
    contents="Contents",
    about="About this module",
    objectives="After this module",
    prerequisites="Complete first",
    minutes="{minutes}\u00a0min.",
    hours="{hours}\u00a0h",
    previous="Previous",
    next="Next",
    skip="Skip to content",
    pager="Previous and next page",
    scan="Choose for each statement: {scale}.",
    authors="Authors",
    licence="Licence",
    unscripted="Open this course in a learning platform to answer and get feedback.",
)

_FRENCH = Strings(
    contents="Table des matières",
    about="À propos de ce module",
    objectives="Après ce module",
    prerequisites="À terminer d’abord",
    minutes="{minutes}\u00a0min",
    hours="{hours}\u00a0h",
    previous="Précédent",
    next="Suivant",
    skip="Aller au contenu",
    pager="Page précédente et suivante",
    scan="Choisissez pour chaque affirmation : {scale}.",
    authors="Auteurs",
    licence="Licence",
    unscripted="Ouvrez ce cours dans une plateforme pour répondre et recevoir du feedback.",
)

_GERMAN = Strings(
    contents="Inhalt",
    about="Über dieses Modul",
    objectives="Nach diesem Modul",
    prerequisites="Zuerst abschließen",
    minutes="{minutes}\u00a0Min.",
    hours="{hours}\u00a0Std.",
    previous="Zurück",
    next="Weiter",
    skip="Zum Inhalt",
    pager="Vorige und nächste Seite",
    scan="Wählen Sie zu jeder Aussage: {scale}.",
    authors="Autoren",
    licence="Lizenz",
    unscripted="Öffnen Sie den Kurs in einer Lernplattform, um zu antworten.",
)

_LANGUAGES: Mapping[str, Strings] = MappingProxyType(
    {"nl": _DUTCH, "en": _ENGLISH, "fr": _FRENCH, "de": _GERMAN}
)
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def duration(words: Strings, minutes: int) -> str:
    """``45 min.``, ``1 uur 59 min.``: how long something takes, as one reads it."""
    hours, rest = divmod(minutes, 60)
    parts = [words.hours.format(hours=hours)] if hours else []
    if rest or not hours:
        parts.append(words.minutes.format(minutes=rest))
    return " ".join(parts)


def strings(language: str) -> Strings:
    """The labels for a course in ``language`` (BCP 47); English where its language has none here."""
    return _LANGUAGES.get(_primary(language), _ENGLISH)


def direction(language: str) -> str:
    """``ltr`` or ``rtl``: which way the language is written."""
    return "rtl" if _primary(language) in _RIGHT_TO_LEFT else "ltr"


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
