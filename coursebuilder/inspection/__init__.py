"""Looking into packages, ours and foreign ones, without trusting them."""

from coursebuilder.inspection.inspect import READ, inspect_members, inspect_package
from coursebuilder.inspection.members import MAX_INNER, Members, UnreadablePackageError
from coursebuilder.inspection.result import (
    Branch,
    Group,
    Inspection,
    Remark,
    Said,
    Value,
    listed,
    worded,
)

__all__ = [
    "MAX_INNER",
    "READ",
    "Branch",
    "Group",
    "Inspection",
    "Members",
    "Remark",
    "Said",
    "UnreadablePackageError",
    "Value",
    "inspect_members",
    "inspect_package",
    "listed",
    "worded",
]
