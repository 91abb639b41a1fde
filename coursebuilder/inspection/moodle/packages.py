"""The SCORM packages that stand in a backup as files."""

from coursebuilder.inspection.members import Members
from coursebuilder.inspection.moodle.backup import Backup, value


def scorm_packages(members: Members) -> dict[str, str]:
    """Folder of a SCORM activity -> the member that holds its package."""
    backup = Backup(members)
    found = {}
    for activity in backup.activities:
        if activity.kind == "scorm":
            reference = value(backup.settings(activity), "reference")
            for file in backup.files_of(activity, "package"):
                if file.name == reference:
                    found[activity.folder] = f"files/{file.sha1[:2]}/{file.sha1}"
    return found
