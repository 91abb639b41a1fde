"""The official schemas of SCORM 2004, put into a package when their folder is given."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from coursebuilder.formats.ims_cp_2004 import Edition
from coursebuilder.package import Entry

_MARK = "adlcp_v1p3.xsd"
"""The schema by which the editions are told apart: their files have the same names."""
_FOURTH = b"completedByMeasure"
"""Only the 4th edition's knows this attribute."""
_NAMES = frozenset(
    {
        "adlcp_v1p3.xsd", "adlnav_v1p3.xsd", "adlseq_v1p3.xsd", "datatypes.dtd", "imscp_v1p1.xsd",
        "imsss_v1p0.xsd", "imsss_v1p0auxresource.xsd", "imsss_v1p0control.xsd",
        "imsss_v1p0delivery.xsd", "imsss_v1p0limit.xsd", "imsss_v1p0objective.xsd",
        "imsss_v1p0random.xsd", "imsss_v1p0rollup.xsd", "imsss_v1p0seqrule.xsd",
        "imsss_v1p0util.xsd", "lom.xsd", "lomCustom.xsd", "lomLoose.xsd", "lomStrict.xsd",
        "xml.xsd", "XMLSchema.dtd",
    }
)  # fmt: skip
_FOLDERS = ("common/", "extend/", "unique/", "vocab/")
"""Where the parts of the LOM schema stand."""


def control_documents(given: Iterable[tuple[str, Path]], edition: Edition) -> Iterator[Entry]:
    """Members for the schemas of that edition among the given files, at the root of the package."""
    files = dict(given)
    for path, file in files.items():
        folder, _, name = path.rpartition("/")
        if name == _MARK and (_FOURTH in file.read_bytes()) == (edition == "4"):
            yield from _set(files, f"{folder}/" if folder else "")
            return


def _set(files: dict[str, Path], folder: str) -> Iterator[Entry]:
    for path, file in files.items():
        name = path.removeprefix(folder)
        if path.startswith(folder) and (name in _NAMES or name.startswith(_FOLDERS)):
            yield Entry(name, file.read_bytes())
