"""Packages with a manifest: SCORM, Common Cartridge, cmi5; and plain sites."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml import etree

from coursebuilder.i18n import counted
from coursebuilder.inspection.documents import attribute, child_text, children, local, parse
from coursebuilder.inspection.members import Members
from coursebuilder.inspection.result import Branch, Inspection, Remark, Value, remark

_MANIFEST = "imsmanifest.xml"
_NEEDS_NO_ENTRY = (".xsd", ".dtd", _MANIFEST)


def inspect_manifest(members: Members) -> Inspection:
    """What an ``imsmanifest.xml`` or ``cmi5.xml`` at the root says; else what can be seen."""
    if _MANIFEST in members.contents:
        return _content_package(parse(members.contents[_MANIFEST], _MANIFEST), members)
    if "cmi5.xml" in members.contents:
        return _cmi5(parse(members.contents["cmi5.xml"], "cmi5.xml"))
    remarks: list[Remark] = []
    for name in members.sizes:
        if name.endswith(("/" + _MANIFEST, "/cmi5.xml", "/moodle_backup.xml")):
            folder = name.rpartition("/")[0]
            remarks.append(
                remark(
                    "everything stands in the folder {folder}: platforms look at the root",
                    folder=folder,
                )
            )
    if "index.html" in members.sizes:
        return Inspection("website", "", 0, 0, 0, remarks=tuple(remarks))
    inner = [name for name in members.sizes if name.lower().endswith((".mbz", ".zip", ".imscc"))]
    if inner:
        remarks.append(
            remark("the package is in this archive: take {name} out of it", name=inner[0])
        )
    elif not remarks:
        remarks.append(
            remark("no platform can import this: no document at its root says what it is")
        )
    return Inspection("archive", "", 0, 0, 0, remarks=tuple(remarks))


def _content_package(root: etree._Element, members: Members) -> Inspection:
    kind = _kind(root)
    organizations = next(children(root, "organizations"), None)
    organization = None
    if organizations is not None:
        found = list(children(organizations, "organization"))
        default = attribute(organizations, "default")
        organization = next((o for o in found if attribute(o, "identifier") == default), None)
        organization = organization if organization is not None else next(iter(found), None)
    resources = {
        attribute(resource, "identifier"): resource
        for holder in children(root, "resources")
        for resource in children(holder, "resource")
    }
    scos = sum(attribute(r, "scormtype").lower() == "sco" for r in resources.values())
    facts: list[tuple[str, tuple[Value, ...]]] = [
        ("resources", (len(resources),)),
    ]
    if identifier := attribute(root, "identifier"):
        facts.insert(0, ("identifier", (identifier,)))
    if kind.startswith("SCORM"):
        facts.append(("SCOs", (scos,)))
    if attribute(root, "version"):
        facts.append(("version", (attribute(root, "version"),)))
    mastery = [child_text(item, "masteryscore") for item in root.iter() if local(item) == "item"]
    if any(mastery):
        facts.append(("mastery score", tuple(filter(None, mastery))))
    tree = () if organization is None else tuple(_items(organization, resources))
    title = "" if organization is None else child_text(organization, "title")
    remarks = (*_references(root, resources), *_listing(resources, members))
    return Inspection(kind, title, 0, 0, 0, tuple(facts), tree, remarks=remarks)


def _kind(root: etree._Element) -> str:
    metadata = next(children(root, "metadata"), None)
    schema = "" if metadata is None else child_text(metadata, "schema")
    version = "" if metadata is None else child_text(metadata, "schemaversion")
    if "common cartridge" in schema.lower():
        return f"{schema} {version}".strip()
    if "scorm" in schema.lower() or version in ("1.2", "CAM 1.3"):
        return f"SCORM {version}".strip()
    if "qti" in schema.lower():
        return f"{schema} {version}".strip()
    return "IMS content package"


def _items(parent: etree._Element, resources: dict[str, etree._Element]) -> Iterator[Branch]:
    for item in children(parent, "item"):
        resource = resources.get(attribute(item, "identifierref"))
        detail = ""
        if resource is not None:
            detail = attribute(resource, "href") or attribute(resource, "type")
        details = (detail,) if detail else ()
        yield Branch(child_text(item, "title"), details, tuple(_items(item, resources)))


def _references(root: etree._Element, resources: dict[str, etree._Element]) -> Iterator[Remark]:
    for element in root.iter():
        reference = attribute(element, "identifierref") if local(element) else ""
        if reference and reference not in resources:
            yield remark("the manifest refers to {name}, which it does not hold", name=reference)


def _listing(resources: dict[str, etree._Element], members: Members) -> Iterator[Remark]:
    """Files that are listed and absent, and those that are there and not listed."""
    listed: set[str] = set()
    for resource in resources.values():
        base = attribute(resource, "base")
        for file in children(resource, "file"):
            href = attribute(file, "href")
            if not urlsplit(href).scheme:
                listed.add(unquote(base + href))
    for name in sorted(listed - set(members.sizes))[:20]:
        yield remark("{name} is listed but is not in the package", name=name)
    metadata = {name for name in members.sizes if name.endswith("metadata.xml")}
    extra = {n for n in members.sizes if not n.endswith(_NEEDS_NO_ENTRY)} - listed - metadata
    if extra and resources:
        example = min(extra)
        yield remark(
            counted(
                "{name} is not listed in the manifest",
                "{count} files are not listed in the manifest, such as {name}",
                len(extra),
            ),
            count=len(extra),
            name=example,
        )


def _cmi5(root: etree._Element) -> Inspection:
    course = next(children(root, "course"), None)
    title = "" if course is None else child_text(course, "title")
    units = [element for element in root.iter() if local(element) == "au"]
    facts = (("assignable units", (len(units),)),)
    return Inspection("cmi5", title, 0, 0, 0, facts, tuple(_units(root)))


def _units(parent: etree._Element) -> Iterator[Branch]:
    for element in parent:
        if local(element) == "au":
            details = (child_text(element, "url"), attribute(element, "moveOn"))
            yield Branch(child_text(element, "title"), tuple(filter(None, details)))
        elif local(element) == "block":
            yield Branch(child_text(element, "title"), below=tuple(_units(element)))
