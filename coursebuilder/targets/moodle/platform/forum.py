"""A forum: its opening text is its introduction, since posts are user data."""

from coursebuilder.formats.xml import Element
from coursebuilder.model import Forum
from coursebuilder.targets.moodle.elements import leaves, node
from coursebuilder.targets.moodle.platform.place import Place

_TYPES = {"general": "general", "single": "single", "qa": "qanda"}


def forum(place: Place, content: Forum, counted: bool) -> Element:
    """``<forum>`` (mod_forum); ``counted`` says whether messages complete it."""
    return node(
        "forum",
        *place.introduced(content, type=_TYPES[content.kind]),
        *leaves(
            duedate=0,
            cutoffdate=0,
            assessed=0,
            assesstimestart=0,
            assesstimefinish=0,
            scale=0,
            maxbytes=0,
            maxattachments=3,
            forcesubscribe=0,
            trackingtype=1,
            rsstype=0,
            rssarticles=0,
            timemodified=place.timestamp,
            warnafter=0,
            blockafter=0,
            blockperiod=0,
            completiondiscussions=content.discussions if counted else 0,
            completionreplies=0,
            completionposts=content.posts if counted else 0,
            displaywordcount=0,
            lockdiscussionafter=0,
            grade_forum=0,
        ),
        *map(node, ("discussions", "subscriptions", "digests", "readposts", "trackedprefs")),
        *map(node, ("poststags", "grades")),
        id=place.id,
    )
