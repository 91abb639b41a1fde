"""Dutch words that authors write where a setting has an English one."""

from collections.abc import Mapping

KEYS: Mapping[str, str] = {
    "auteur": "authors", "auteurs": "authors", "beschrijving": "summary", "doelen": "objectives",
    "doelgroep": "audience", "duur": "duration", "leerdoelen": "objectives", "licentie": "licence",
    "modulen": "modules", "niveaus": "levels", "pogingen": "attempts", "punten": "grade",
    "samenvatting": "summary", "schaal": "scale", "slaaggrens": "pass", "soort": "type",
    "taal": "language", "tijd": "duration", "tijdslimiet": "time_limit", "titel": "title",
    "trefwoorden": "keywords", "uitgever": "publisher", "verplicht": "required", "versie": "version",
    "volgorde": "shuffle", "voorkennis": "prerequisites",
}  # fmt: skip

KINDS: Mapping[str, str] = {
    "begrippenlijst": "glossary", "bestand": "file", "evaluatie": "feedback", "formulier": "feedback",
    "keuze": "choice", "map": "folder", "opdracht": "assignment", "pagina": "page", "peiling": "choice",
    "scenario": "situation", "situatie": "situation", "taak": "assignment", "test": "quiz",
    "toets": "quiz", "weblink": "url", "website": "url", "woordenlijst": "glossary", "zelfscan": "scan",
}  # fmt: skip
