"""The course and its modules: the root of the model."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from coursebuilder.model.activity import Activity, Outline, Quiz
from coursebuilder.model.asset import Asset
from coursebuilder.model.block import Body
from coursebuilder.model.look import Logo, Theme
from coursebuilder.text import NOWHERE, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What a learner can do after a module."""

    id: str
    """Unique in the course."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A chapter of the course: a folder with ``module.md``."""

    id: str
    """Folder name without numeric prefix, unless front matter says otherwise."""
    title: str
    summary: str
    """One or two plain sentences."""
    introduction: Body = ()
    objectives: tuple[Objective, ...] = ()
    duration: int | None = None
    """Minutes, as the author says; None: the sum of the activities'."""
    prerequisites: tuple[str, ...] = ()
    """Ids of modules to complete first."""
    activities: tuple[Activity, ...] = ()
    image: str = ""
    """Asset path of a picture for the module's summary; empty: none."""
    image_alt: str = ""
    audience: Literal["learner", "trainer"] = "learner"
    """``trainer``: learners do not see it; it counts for nobody's completion."""
    packaged: bool = False
    """Whether Moodle gets what the module has to read and answer as one SCORM package."""
    outline: Outline = field(default=Outline(), compare=False)
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who made the course: a person or an organisation."""

    name: str
    organisation: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """When the course is done."""

    pages: Literal["viewed", "none"] = "viewed"
    quizzes: Literal["passed", "submitted", "none"] = "passed"
    pass_percent: Decimal = Decimal(70)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodleSettings:
    """The ``moodle:`` part of ``course.yml``."""

    min_version: tuple[int, int] = (4, 4)
    """Oldest Moodle that must restore the backup."""
    short_name: str = ""
    """Empty: the course id."""
    category: str = ""
    question_bank: Literal["quiz", "course"] = "quiz"
    """Where the questions live: in each quiz, or in one bank of the course, where a second restore
    finds them again (Moodle 4) and Moodle 5 warns that it moves them to a bank of its own."""
    start_text: str = ""
    """What stands above the modules, paragraphs apart by blank lines; empty: the course's summary."""
    force_language: bool = False
    """Whether Moodle's own words are in the course's language, whatever the learner chose."""
    closed_modules: Literal["greyed", "hidden"] = "greyed"
    """How a module looks to a learner who has not completed its prerequisites."""
    badges: bool = False
    """Whether each module has a badge, for completing it."""
    completion_grade: bool = False
    """Whether completing the course also takes its pass mark in the course total."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorm2004Settings:
    """The ``scorm2004:`` part of ``course.yml``."""

    edition: Literal["3", "4"] = "4"
    """Edition of SCORM 2004 the package follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """The ``site:`` part of ``course.yml``."""

    url: str = ""
    """Where the site will stand, ending in ``/``; empty: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A finding the authors have looked at and accept: one entry of ``suppress:``."""

    code: str
    """``CB512``."""
    path: str = ""
    """Source path, ``*`` stands for any text; empty: the whole course."""
    reason: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Everything one package is made from."""

    id: str
    title: str
    language: str
    """BCP 47: ``nl-BE``."""
    version: str
    summary: str
    licence: str
    """SPDX identifier: ``CC-BY-SA-4.0``."""
    authors: tuple[Author, ...]
    modules: tuple[Module, ...]
    assets: tuple[Asset, ...] = ()
    """Every file the sources refer to, sorted by path."""
    publisher: str = ""
    audience: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    thumbnail: str = ""
    """Asset path; empty: none."""
    completion: Completion = Completion()
    packaging: Literal["single", "modules"] = "single"
    """SCORM 1.2: one SCO, or one per module."""
    excerpt: bool = False
    """Whether it is one module of a larger course, on its own (``webcourse/excerpt.py``)."""
    control_documents: str = ""
    """Folder with the official XSDs to put into SCORM packages, as written in ``course.yml``."""
    moodle: MoodleSettings = MoodleSettings()
    scorm2004: Scorm2004Settings = Scorm2004Settings()
    site: SiteSettings = SiteSettings()
    theme: Theme = field(default=Theme())
    logo: Logo = field(default=Logo())
    suppressions: tuple[Suppression, ...] = ()
    paths: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """(source path, full id) of each file that links may name: pages ``01-kader/02-x.md`` ->
    ``kader/x``, modules ``01-kader/module.md`` -> ``kader``."""
    places: Mapping[str, Mapping[str, Span]] = field(default_factory=dict, compare=False)
    """Source path -> route of a setting, ``draw/0/pool`` -> where its value stands."""
    span: Span = field(default=NOWHERE, compare=False)

    def place(self, file: Span, *routes: str) -> Span:
        """Where the first of these settings that is given stands in a file; else ``file`` itself."""
        given = self.places.get(file.path, {})
        return next((given[route] for route in routes if route in given), file)

    def module(self, id: str) -> Module:
        """The module of that id; KeyError when there is none."""
        for module in self.modules:
            if module.id == id:
                return module
        raise KeyError(id)

    def quizzes(self) -> tuple[tuple[Module, Quiz], ...]:
        """All quizzes with their module, in course order."""
        return tuple(
            (module, activity)
            for module in self.modules
            for activity in module.activities
            if isinstance(activity, Quiz)
        )
