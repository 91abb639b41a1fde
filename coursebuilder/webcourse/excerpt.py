"""One module as a course of its own: what a SCORM package within a Moodle course holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from coursebuilder.model import Activity, Asset, Course, Link, Module, Page, Quiz, Scan, Situation
from coursebuilder.package import Content
from coursebuilder.render import Rendering
from coursebuilder.render.links import unlink
from coursebuilder.source.assets import linked, named_paths
from coursebuilder.text import Html, Text
from coursebuilder.webcourse.documents import quiz_points
from coursebuilder.webcourse.site import Sources


def excerpt(course: Course, module: Module) -> Course | None:
    """The course of that module's packaged part alone; None when it has nothing to package.

    It has an id of its own, so that no package is taken for another. What has to be complete before it,
    the platform knows.
    """
    activities = tuple(filter(in_package, module.activities)) if module.packaged else ()
    if not activities:
        return None
    kept = {module.id, *(f"{module.id}/{activity.id}" for activity in activities)}
    part = replace(
        course,
        id=f"{course.id}.{module.id}",
        title=module.title,
        summary=module.summary,
        modules=(replace(module, activities=activities, prerequisites=()),),
        paths=tuple((path, id) for path, id in course.paths if id in kept),
        thumbnail="",
        packaging="single",
        excerpt=True,
    )
    named = set(named_paths(part))
    return replace(part, assets=tuple(asset for asset in course.assets if asset.path in named))


def in_package(activity: Activity) -> bool:
    """Whether an activity of a packaged module goes into its package."""
    return isinstance(activity, Quiz | Scan | Situation) or (
        isinstance(activity, Page) and activity.moodle == "scorm"
    )


def beside_packages(course: Course) -> Course:
    """The course without what its packages hold."""
    modules = (beside(excerpt(course, module), module) for module in course.modules)
    return replace(course, modules=tuple(modules))


def beside(part: Course | None, module: Module) -> Module:
    """The module without what its package ``part`` holds."""
    if part is None:
        return module
    kept = tuple(activity for activity in module.activities if not in_package(activity))
    return replace(module, activities=kept, introduction=())


def asked_for(part: Course) -> Iterator[Page | Quiz | Scan | Situation]:
    """What completing the package takes."""
    completion = part.completion
    for module in part.modules:
        for activity in module.activities:
            rule = completion.quizzes if isinstance(activity, Quiz) else completion.pages
            asked = activity.required and rule != "none"
            if asked and isinstance(activity, Page | Quiz | Scan | Situation):
                yield activity


def ends_in_a_verdict(part: Course) -> bool:
    """Whether the player ends with passed or failed, instead of completed (``progress.js``)."""
    return part.completion.quizzes == "passed" and any(
        isinstance(activity, Quiz) and quiz_points(activity) > 0 for activity in asked_for(part)
    )


def package_points(part: Course) -> Decimal:
    """The points that the player gives for the quizzes of a package."""
    return sum((quiz_points(quiz) for _, quiz in part.quizzes()), Decimal(0))


def sole_pass_mark(part: Course) -> Decimal:
    """The pass mark of a package's only quiz with points; 0 when there is not just one."""
    scored = [quiz for _, quiz in part.quizzes() if quiz_points(quiz) > 0]
    return scored[0].pass_percent if len(scored) == 1 else Decimal(0)


def links_out(course: Course, part: Course) -> Iterator[Link]:
    """The links of a package that lead to another part of the course."""
    beyond = {path for path, _ in course.paths} - _inside(part)
    for module in part.modules:
        for node in (module, *module.activities):
            for path, link in linked(node.span.path, node.outline):
                if path in beyond:
                    yield link


def _inside(part: Course) -> frozenset[str]:
    return frozenset(path for path, _ in part.paths) | {asset.path for asset in part.assets}


@dataclass(frozen=True, slots=True)
class PackageSources:
    """What a package is made from: links that lead out of it keep their words only."""

    rendering: Rendering
    asset: Callable[[Asset], Content]


def package_sources(part: Course, sources: Sources) -> PackageSources:
    """The sources of a whole course, for one part of it."""
    return PackageSources(_Contained(sources.rendering, _inside(part)), sources.asset)


@dataclass(frozen=True, slots=True)
class _Contained:
    """A rendering without links to what is not in the package."""

    rendering: Rendering
    inside: frozenset[str]

    def html(self, text: Text) -> Html:
        """Block-level HTML."""
        return self._kept(self.rendering.html(text))

    def inline(self, text: Text) -> Html:
        """The same without the ``<p>`` around it when the text is one paragraph."""
        return self._kept(self.rendering.inline(text))

    def footnotes(self, path: str) -> Html:
        """The footnotes of one source file."""
        return self._kept(self.rendering.footnotes(path))

    def _kept(self, html: Html) -> Html:
        return Html(unlink(html, lambda path: path not in self.inside))
