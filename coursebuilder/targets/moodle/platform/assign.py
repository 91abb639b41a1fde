"""An assignment: what is handed in, and the rubric it is marked with."""

import json
from collections.abc import Iterator, Mapping

from coursebuilder.formats.xml import Element
from coursebuilder.model import Assignment, Criterion, MarkingGuide
from coursebuilder.targets.moodle.elements import (
    grade,
    leaves,
    node,
    plain_number,
    short,
    shown_name,
)
from coursebuilder.targets.moodle.grades import whole_points
from coursebuilder.targets.moodle.platform.place import Place

_READY = 20
"""Status of a grading form that may be used (gradingform_controller::DEFINITION_STATUS_READY)."""
_PLAIN = 0
"""Format of a rubric's words: Moodle shows them as they are."""
_RUBRIC_OPTIONS = {
    "sortlevelsasc": "1",
    "lockzeropoints": "1",
    "alwaysshowdefinition": "1",
    "showdescriptionteacher": "1",
    "showdescriptionstudent": "1",
    "showscoreteacher": "1",
    "showscorestudent": "1",
    "enableremarks": "1",
    "showremarksstudent": "1",
}
_GUIDE_OPTIONS = {"alwaysshowdefinition": "1", "showmarkspercriterionstudents": "1"}


def assign(place: Place, assignment: Assignment) -> Element:
    """``<assign>`` (mod_assign)."""
    place.texts.files.offer(place.area("introattachment"), assignment.files)
    return node(
        "assign",
        *place.introduced(assignment),
        *leaves(
            alwaysshowdescription=1,
            submissiondrafts=0,
            sendnotifications=0,
            sendlatenotifications=0,
            sendstudentnotifications=1,
            duedate=0,
            cutoffdate=0,
            gradingduedate=0,
            allowsubmissionsfromdate=0,
            grade=plain_number(whole_points(assignment)),
            timemodified=place.timestamp,
            completionsubmit=int(place.submitted),
            requiresubmissionstatement=0,
            teamsubmission=0,
            requireallteammemberssubmit=0,
            teamsubmissiongroupingid=0,
            blindmarking=0,
            hidegrader=0,
            revealidentities=0,
            attemptreopenmethod="none",
            maxattempts=-1,
            markingworkflow=0,
            markingallocation=0,
            markinganonymous=0,
            preventsubmissionnotingroup=0,
            activity="",
            activityformat=1,
            timelimit=0,
            submissionattachments=0,
        ),
        node("userflags"),
        node("submissions"),
        node("grades"),
        node("plugin_configs", *_configs(place, assignment)),
        node("overrides"),
        id=place.id,
    )


def _configs(place: Place, assignment: Assignment) -> Iterator[Element]:
    """``<plugin_config>``: what is handed in, and that the trainer answers in words."""
    files = "file" in assignment.submission
    settings: tuple[tuple[str, str, str, str | int], ...] = (
        ("assignsubmission", "onlinetext", "enabled", int("text" in assignment.submission)),
        ("assignsubmission", "onlinetext", "wordlimit", 0),
        ("assignsubmission", "onlinetext", "wordlimitenabled", 0),
        ("assignsubmission", "file", "enabled", int(files)),
        ("assignsubmission", "file", "maxfilesubmissions", assignment.max_files),
        ("assignsubmission", "file", "maxsubmissionsizebytes", 0),
        ("assignsubmission", "file", "filetypeslist", ""),
        ("assignsubmission", "comments", "enabled", 1),
        ("assignfeedback", "comments", "enabled", 1),
        ("assignfeedback", "comments", "commentinline", 0),
        ("assignfeedback", "editpdf", "enabled", int(files)),
        ("assignfeedback", "offline", "enabled", 0),
        ("assignfeedback", "file", "enabled", 0),
    )
    for subtype, plugin, name, value in settings:
        key = (place.module.key, subtype, plugin, name)
        yield node(
            "plugin_config",
            *leaves(plugin=plugin, subtype=subtype, name=name, value=value),
            id=place.ids.of("assign_plugin_config", *key),
        )


def grading(place: Place, assignment: Assignment) -> Element | None:
    """``<areas>`` of ``grading.xml``: the rubric or marking guide; None without one."""
    if assignment.guide is not None:
        return _areas(place, "guide", _GUIDE_OPTIONS, _guide(place, assignment.guide))
    if assignment.rubric:
        criteria = node("criteria", *_criteria(place, assignment.rubric))
        form = node("plugin_gradingform_rubric_definition", criteria)
        return _areas(place, "rubric", _RUBRIC_OPTIONS, form)
    return None


def _areas(place: Place, method: str, options: Mapping[str, str], form: Element) -> Element:
    key = place.module.key
    definition = node(
        "definition",
        *leaves(
            method=method,
            name=shown_name(place.module.name),
            description="",
            descriptionformat=1,
            status=_READY,
            timecreated=place.timestamp,
            timemodified=place.timestamp,
            options=json.dumps(options, separators=(",", ":")),
        ),
        form,
        node("instances"),
        id=place.ids.of("grading_definition", key),
    )
    area = node(
        "area",
        *leaves(areaname="submissions", activemethod=method),
        node("definitions", definition),
        id=place.ids.of("grading_area", key),
    )
    return node("areas", area)


def _guide(place: Place, guide: MarkingGuide) -> Element:
    """``<plugin_gradingform_guide_definition>``; Moodle shows the first description to learners too."""
    criteria = (
        node(
            "guidecriterion",
            *leaves(
                sortorder=number,
                shortname=short(row.text),
                description=row.learners,
                descriptionformat=_PLAIN,
                descriptionmarkers=row.markers,
                descriptionmarkersformat=_PLAIN,
                maxscore=grade(row.points),
            ),
            id=place.ids.of("guide_criterion", place.module.key, number),
        )
        for number, row in enumerate(guide.criteria, 1)
    )
    return node(
        "plugin_gradingform_guide_definition",
        node("guidecriteria", *criteria),
        node("guidecomments"),
    )


def _criteria(place: Place, rubric: tuple[Criterion, ...]) -> Iterator[Element]:
    for number, criterion in enumerate(rubric, 1):
        levels = (
            node(
                "level",
                *leaves(score=grade(level.points), definition=level.text, definitionformat=_PLAIN),
                id=place.ids.of(
                    "rubric_level", place.module.key, number, plain_number(level.points)
                ),
            )
            for level in criterion.levels
        )
        yield node(
            "criterion",
            *leaves(sortorder=number, description=criterion.text, descriptionformat=_PLAIN),
            node("levels", *levels),
            id=place.ids.of("rubric_criterion", place.module.key, number),
        )
