"""Looking into packages, ours and foreign ones, without trusting them."""

from coursebuilder.inspection.inspect import inspect_package
from coursebuilder.inspection.members import UnreadablePackageError
from coursebuilder.inspection.result import Branch, Inspection, Remark

__all__ = ["Branch", "Inspection", "Remark", "UnreadablePackageError", "inspect_package"]
