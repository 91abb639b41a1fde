"""What ``course.yml`` and a ``module.md`` say, before the course is put together."""

from dataclasses import dataclass, field
from typing import Literal

from coursebuilder.model import (
    Author,
    Body,
    Completion,
    Logo,
    MoodleForm,
    MoodleSettings,
    Objective,
    Outline,
    Scorm2004Settings,
    SiteSettings,
    Suppression,
    Theme,
)
from coursebuilder.text import NOWHERE, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseHead:
    """The settings of ``course.yml``. What is missing there is empty here, and was reported."""

    id: str
    title: str
    language: str = ""
    version: str = "1.0.0"
    summary: str = ""
    licence: str = ""
    authors: tuple[Author, ...] = ()
    publisher: str = ""
    audience: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    thumbnail: str = ""
    """Asset path; empty: none."""
    modules: tuple[str, ...] = ()
    """Folders of the modules in their order; empty: all of them, by name."""
    completion: Completion = field(default=Completion())
    packaging: Literal["single", "modules"] = "single"
    control_documents: str = ""
    moodle: MoodleSettings = field(default=MoodleSettings())
    pages: MoodleForm = "page"
    """``moodle.pages``: the form of pages for which neither page nor module chooses one."""
    scorm2004: Scorm2004Settings = field(default=Scorm2004Settings())
    site: SiteSettings = field(default=SiteSettings())
    theme: Theme = field(default=Theme())
    logo: Logo = field(default=Logo())
    suppressions: tuple[Suppression, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleHead:
    """The settings and the introduction of a ``module.md``."""

    id: str
    title: str
    summary: str = ""
    introduction: Body = ()
    objectives: tuple[Objective, ...] = ()
    duration: int | None = None
    prerequisites: tuple[str, ...] = ()
    image: str = ""
    """Asset path; empty: none."""
    image_alt: str = ""
    pages: MoodleForm | None = None
    """The form of the module's pages in Moodle; None: as ``course.yml`` says."""
    audience: Literal["learner", "trainer"] = "learner"
    outline: Outline = field(default=Outline(), compare=False)
    span: Span = field(default=NOWHERE, compare=False)
