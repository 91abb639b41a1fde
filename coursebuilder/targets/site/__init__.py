"""A website: the player without a platform, offline too (docs/adr/0009-scorm2004-and-site.md)."""

from coursebuilder.targets.base import Target
from coursebuilder.targets.site.target import SiteTarget

TARGET: Target = SiteTarget()

__all__ = ["TARGET", "SiteTarget"]
