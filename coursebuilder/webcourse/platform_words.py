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
    pick_one: str
    """Above the choices of a question of a form."""
    pick_more: str
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
        "Dit formulier vul je in op het leerplatform van je begeleider. Hier kun je de vragen "
        "lezen en je antwoorden voorbereiden; er wordt niets verstuurd."
    ),
    pick_one="Mogelijke antwoorden; kies er één:",
    pick_more="Mogelijke antwoorden; kies er een of meer:",
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
        "You fill in this form on the learning platform of your trainer. Here you can read the "
        "questions and prepare your answers; nothing is sent."
    ),
    pick_one="Possible answers; choose one:",
    pick_more="Possible answers; choose one or more:",
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
        "Vous remplissez ce formulaire sur la plateforme de votre formateur. Ici, vous pouvez "
        "lire les questions et préparer vos réponses ; rien n’est envoyé."
    ),
    pick_one="Réponses possibles ; choisissez-en une :",
    pick_more="Réponses possibles ; choisissez-en une ou plusieurs :",
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
        "Dieses Formular füllen Sie auf der Lernplattform Ihrer Kursleitung aus. Hier können "
        "Sie die Fragen lesen und Ihre Antworten vorbereiten; es wird nichts gesendet."
    ),
    pick_one="Mögliche Antworten; wählen Sie eine:",
    pick_more="Mögliche Antworten; wählen Sie eine oder mehrere:",
    poll="Denken Sie über Ihre Wahl nach und besprechen Sie sie mit Ihrer Gruppe.",
)

_LANGUAGES: Mapping[str, PlatformWords] = MappingProxyType(
    {"nl": _DUTCH, "en": _ENGLISH, "fr": _FRENCH, "de": _GERMAN}
)


def platform_words(language: str) -> PlatformWords:
    """The sentences for a course in ``language`` (BCP 47); English where its language has none here."""
    return _LANGUAGES.get(language.partition("-")[0].lower(), _ENGLISH)
