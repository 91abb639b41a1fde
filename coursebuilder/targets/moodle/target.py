"""The target: a course as a Moodle backup."""

from collections.abc import Iterator

from coursebuilder.archive import Packing
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.formats.xml import Element, serialise
from coursebuilder.model import Course, Page, PlatformActivity, Quiz, Scan, Situation
from coursebuilder.package import Entry, Package
from coursebuilder.render.body import StaticDialect
from coursebuilder.render.mentions import Mentions
from coursebuilder.targets.base import BuildContext
from coursebuilder.targets.moodle.activities import activity_root, book, label, page
from coursebuilder.targets.moodle.backup_file import backup_file, holds_user_data
from coursebuilder.targets.moodle.badges import add_pictures, badges_file, badges_of
from coursebuilder.targets.moodle.boost import TOOLTIP
from coursebuilder.targets.moodle.check import check_moodle
from coursebuilder.targets.moodle.course_files import (
    completion_file,
    course_file,
    empty_files,
    image_area,
    inforef,
    roles,
)
from coursebuilder.targets.moodle.crosscheck import crosscheck
from coursebuilder.targets.moodle.elements import node
from coursebuilder.targets.moodle.feedback import FeedbackWriter
from coursebuilder.targets.moodle.files import Files
from coursebuilder.targets.moodle.grades import (
    activity_grades,
    grade_order,
    gradebook,
    grades_of,
)
from coursebuilder.targets.moodle.ids import Ids
from coursebuilder.targets.moodle.layout import (
    Book,
    CourseModule,
    Label,
    ScormPackage,
    Section,
    lay_out,
)
from coursebuilder.targets.moodle.lesson import lesson
from coursebuilder.targets.moodle.module_file import module_file, tracking
from coursebuilder.targets.moodle.platform import Place, platform_content, platform_grading
from coursebuilder.targets.moodle.questions.bank import Bank
from coursebuilder.targets.moodle.questions.categories import categories, home
from coursebuilder.targets.moodle.quiz import QuizWriter
from coursebuilder.targets.moodle.scorm import add_package, scorm
from coursebuilder.targets.moodle.sections import section_area, section_file
from coursebuilder.targets.moodle.texts import Texts, link_tokens


class MoodleTarget:
    """A Moodle 2 backup that Moodle 4.1 and later restore."""

    name = "moodle"
    suffix = ".mbz"
    packings: tuple[Packing, ...] = ("zip", "tgz", "folder")
    forms: tuple[tuple[str, str], ...] = (
        ("module", "native: section"),
        ("page", "native: page, book chapter or text in the section, or in a SCORM activity"),
        ("quiz", "native: quiz with question bank, or in a SCORM activity"),
        ("self-scan", "native: feedback, advice as text"),
        ("situation", "native: lesson"),
        ("assignment, forum, form, poll", "native: assignment, forum, feedback, choice"),
        ("glossary", "page with an anchor per term, or native: glossary"),
        ("link, file, folder", "native: URL, file, folder"),
        ("trainer's module", "native: hidden section at the end"),
        ("practice question", "question with its answer folded away"),
        ("reflection", "prompt only"),
        ("checklist", "list without ticks"),
        ("tabs", "panels below each other"),
        ("completion", "native: completion, grades, availability"),
        ("theme and logo", "left out: those of the site"),
    )

    def check(self, course: Course) -> Iterator[Diagnostic]:
        """What Moodle shows in another way."""
        return check_moodle(course)

    def emit(self, course: Course, context: BuildContext) -> Package:
        """The members of the backup, ``moodle_backup.xml`` first, contents of files last."""
        return _Backup(course, context).package()


class _Backup:
    """One course on its way into one backup."""

    def __init__(self, course: Course, context: BuildContext) -> None:
        self._context = context
        self._timestamp = context.timestamp
        self._course = course
        self._ids = Ids(course.id)
        self._layout = lay_out(course, self._ids)
        self._categories = tuple(categories(self._layout, self._ids))
        self._ids_of_categories: dict[str, tuple[int, ...]] = {}
        for category in self._categories:
            quiz = category.quiz.key if category.quiz else ""
            self._ids_of_categories[quiz] = (*self._ids_of_categories.get(quiz, ()), category.id)
        self._order = grade_order(self._layout)
        self._badges = badges_of(self._layout, self._ids)
        self._files = Files(course, self._ids)
        self._texts = Texts(
            rendering=context.rendering,
            files=self._files,
            tokens=link_tokens(self._layout),
            dialect=StaticDialect(
                language=course.language, assets={asset.path: asset for asset in course.assets}
            ),
            mentions=Mentions(course, TOOLTIP),
        )

    def package(self) -> Package:
        """All members; texts are written before the lists of files that they ask for."""
        documents = dict(self._documents())
        members = {path: serialise(root) for path, root in documents.items()}
        crosscheck(documents, members)
        entries = (Entry(path, content) for path, content in members.items())
        return Package((*entries, *self._files.contents(self._context.asset)))

    def _documents(self) -> Iterator[tuple[str, Element]]:
        """(member path, root element) of every XML file."""
        timestamp = self._timestamp
        yield "moodle_backup.xml", backup_file(self._layout, timestamp)
        yield from self._course_documents()
        for section in self._layout.sections:
            yield from self._section_documents(section)
        for section, activity in self._layout.activities():
            yield from self._activity_documents(section, activity)
        questions = Bank(self._layout, self._texts, self._ids, self._categories)
        yield "questions.xml", questions.document()
        yield "gradebook.xml", gradebook(self._layout, self._ids, self._order, timestamp)
        yield "completion.xml", completion_file(self._layout, self._ids)
        yield from empty_files().items()
        if self._badges:
            yield "badges.xml", badges_file(self._layout, self._badges, self._ids, timestamp)
        if holds_user_data(self._layout):
            yield "users.xml", node("users")
        yield "files.xml", self._files.document(timestamp)

    def _course_documents(self) -> Iterator[tuple[str, Element]]:
        if self._course.thumbnail:
            self._files.add(image_area(self._layout), self._course.thumbnail)
        owned = self._files.owned(image_area(self._layout))
        pictures = [
            id for badge in self._badges for id in add_pictures(self._layout, badge, self._files)
        ]
        yield "course/course.xml", course_file(self._layout, self._ids, self._timestamp)
        yield (
            "course/inforef.xml",
            inforef(files=(*owned, *pictures), categories=self._category_ids(None)),
        )
        yield "course/roles.xml", roles()

    def _section_documents(self, section: Section) -> Iterator[tuple[str, Element]]:
        folder = f"sections/{section.directory}"
        area = section_area(section, self._layout)
        yield (
            f"{folder}/section.xml",
            section_file(section, self._layout, self._files, self._timestamp),
        )
        yield f"{folder}/inforef.xml", inforef(files=self._files.owned(area))

    def _activity_documents(
        self, section: Section, activity: CourseModule
    ) -> Iterator[tuple[str, Element]]:
        folder = f"activities/{activity.directory}"
        completion = self._course.completion
        content = self._content(activity)
        yield f"{folder}/{activity.kind}.xml", activity_root(activity, content)
        yield (
            f"{folder}/module.xml",
            module_file(activity, section, completion, self._timestamp),
        )
        yield (
            f"{folder}/grades.xml",
            activity_grades(activity, section, self._ids, self._order, self._timestamp),
        )
        if isinstance(activity.content, PlatformActivity):
            rubric = platform_grading(self._place(activity), activity.content)
            if rubric is not None:
                yield f"{folder}/grading.xml", rubric
        yield f"{folder}/roles.xml", roles()
        yield f"{folder}/inforef.xml", self._activity_inforef(activity)

    def _content(self, activity: CourseModule) -> Element:
        """The element of the activity's own kind."""
        content, texts, timestamp = activity.content, self._texts, self._timestamp
        submitted = tracking(activity, self._course.completion).submitted
        match content:
            case Page():
                return page(activity, content, texts, timestamp)
            case Book():
                return book(activity, content, texts, timestamp)
            case ScormPackage():
                add_package(activity, content, self._files, self._context)
                return scorm(activity, content, timestamp, submitted)
            case Label():
                return label(activity, content, texts, timestamp)
            case Quiz():
                bank = home(self._layout, activity).context
                writer = QuizWriter(activity, content, texts, self._ids, bank)
                return writer.quiz(timestamp, submitted)
            case Scan():
                scan = FeedbackWriter(activity, content, texts, self._ids, self._course.language)
                return scan.feedback(timestamp, submitted)
            case Situation():
                return lesson(self._place(activity), content, self._course.language)
            case _:
                return platform_content(self._place(activity), content)

    def _place(self, activity: CourseModule) -> Place:
        return Place(
            module=activity,
            texts=self._texts,
            ids=self._ids,
            timestamp=self._timestamp,
            submitted=tracking(activity, self._course.completion).submitted,
        )

    def _activity_inforef(self, activity: CourseModule) -> Element:
        """Its files, its grade item, and every category of its questions, "top" included."""
        files = self._files.of_activity(activity.context)
        if grades_of(activity.content) is None:
            return inforef(files=files)
        return inforef(
            files=files,
            grade_items=(self._ids.of("grade_item", activity.key),),
            categories=self._category_ids(activity),
        )

    def _category_ids(self, quiz: CourseModule | None) -> tuple[int, ...]:
        """The ids of the categories that a quiz needs, or that all of them share."""
        return self._ids_of_categories.get(quiz.key if quiz else "", ())
