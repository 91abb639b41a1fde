"""What pages say in place of an activity of the platform, in the course's own language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformWords:
    """Sentences in one language."""

    hand_in: str
    """An assignment: what a learner does with it here."""
    answer: str
    """Title of the box for its answer."""
    materials: str
    rubric: str
    discuss: str
    """A forum."""
    thought: str
    """Title of the box for a first contribution."""
    form: str
    """A form for the trainer."""
    reply: str
    """Title of the box for an answer to one of its questions."""
    poll: str


_DUTCH = PlatformWords(
    hand_in=(
        "Werk deze opdracht uit en bezorg ze aan je begeleider. In het vak hieronder kun je "
        "je tekst voorbereiden; hij blijft bewaard."
    ),
    answer="Jouw uitwerking",
    materials="Bij deze opdracht",
    rubric="Waarop we letten",
    discuss=(
        "In dit pakket is er geen forum. Bespreek dit met je groep of met een collega; bereid "
        "je bijdrage hieronder voor."
    ),
    thought="Jouw bijdrage",
    form=(
        "Denk na over deze vragen en bezorg je antwoorden aan je begeleider. Ze tellen niet "
        "mee voor je score."
    ),
    reply="Jouw antwoord",
    poll="Denk na over je keuze en bespreek ze met je groep.",
)

_ENGLISH = PlatformWords(
    hand_in=(
        "Do this assignment and hand it to your trainer. Prepare your text in the box below; "
        "it is kept."
    ),
    answer="Your work",
    materials="With this assignment",
    rubric="What we look at",
    discuss=(
        "This package has no forum. Discuss this with your group or a colleague; prepare what "
        "you want to say below."
    ),
    thought="Your contribution",
    form=(
        "Think about these questions and give your answers to your trainer. They do not count "
        "for your score."
    ),
    reply="Your answer",
    poll="Think about your choice and discuss it with your group.",
)

_FRENCH = PlatformWords(
    hand_in=(
        "Faites ce travail et remettez-le à votre formateur. Préparez votre texte ci-dessous "
        "; il est conservé."
    ),
    answer="Votre travail",
    materials="Avec ce travail",
    rubric="Critères d’évaluation",
    discuss=(
        "Ce paquet n’a pas de forum. Discutez-en avec votre groupe ou un collègue ; préparez "
        "votre contribution ci-dessous."
    ),
    thought="Votre contribution",
    form=(
        "Réfléchissez à ces questions et donnez vos réponses à votre formateur. Elles ne "
        "comptent pas pour votre score."
    ),
    reply="Votre réponse",
    poll="Réfléchissez à votre choix et discutez-en avec votre groupe.",
)

_GERMAN = PlatformWords(
    hand_in=(
        "Bearbeiten Sie diese Aufgabe und geben Sie sie Ihrer Kursleitung. Bereiten Sie Ihren "
        "Text unten vor; er bleibt erhalten."
    ),
    answer="Ihre Ausarbeitung",
    materials="Zu dieser Aufgabe",
    rubric="Worauf wir achten",
    discuss=(
        "Dieses Paket hat kein Forum. Besprechen Sie dies mit Ihrer Gruppe; bereiten Sie "
        "Ihren Beitrag unten vor."
    ),
    thought="Ihr Beitrag",
    form=(
        "Denken Sie über diese Fragen nach und geben Sie die Antworten Ihrer Kursleitung. Sie "
        "zählen nicht für Ihre Punktzahl."
    ),
    reply="Ihre Antwort",
    poll="Denken Sie über Ihre Wahl nach und besprechen Sie sie mit Ihrer Gruppe.",
)

_LANGUAGES: Mapping[str, PlatformWords] = MappingProxyType(
    {"nl": _DUTCH, "en": _ENGLISH, "fr": _FRENCH, "de": _GERMAN}
)


def platform_words(language: str) -> PlatformWords:
    """The sentences for a course in ``language`` (BCP 47); English where its language has none here."""
    return _LANGUAGES.get(language.partition("-")[0].lower(), _ENGLISH)
