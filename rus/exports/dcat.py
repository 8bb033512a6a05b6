"""`katalog.ttl`: the figures described for Sveriges dataportal, in Turtle, after DCAT-AP-SE 3 (and DCAT-AP 3).

What the profiles ask for stands as a table in `tests/exports/test_dcat_profile.py`, with what is left out and why.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rus.views.open_data import DataSet, Portal

if TYPE_CHECKING:
    from rdflib import Graph, Literal, URIRef
    from rdflib.term import Node

EU = "http://publications.europa.eu/resource/authority"
FORMATS = {"CSV": "CSV", "Excel": "XLSX"}
"""What a reader calls a format, and its name in the EU's list."""
THEMES = {
    "AGRI": "Agriculture, fisheries, forestry and food", "ECON": "Economy and finance",
    "EDUC": "Education, culture and sport", "ENER": "Energy", "ENVI": "Environment",
    "GOVE": "Government and public sector", "HEAL": "Health", "INTR": "International issues",
    "JUST": "Justice, legal system and public safety", "REGI": "Regions and cities", "SOCI": "Population and society",
    "TECH": "Science and technology", "TRAN": "Transport",
}  # fmt: skip
"""The EU's list of subjects of data sets."""
CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
REGION = "http://purl.org/adms/publishertype/RegionalAuthority"
CARD = "http://www.w3.org/2006/vcard/ns#"
SWEDISH, ENGLISH = "sv", "en"


def turtle(portal: Portal) -> bytes:
    """The description as UTF-8.

    The description itself is offered as CC0. A data set has that licence only where all its figures do; otherwise its
    distributions carry the owners' terms in words, since these have no address of their own.
    """
    from rdflib import DCAT, DCTERMS, FOAF, SKOS, Graph, URIRef  # dear to import, and seldom asked for

    graph = Graph()
    for prefix, space in (("dcat", DCAT), ("dcterms", DCTERMS), ("foaf", FOAF), ("skos", SKOS)):
        graph.bind(prefix, space)
    whole, publisher = URIRef(f"{portal.site}/#katalog"), _publisher(graph, portal)
    place = _said(graph, portal.place, "Location")
    themes = _typed(graph, f"{EU}/data-theme", "skos:ConceptScheme")
    graph.add((themes, DCTERMS.title, _literal("Data theme", ENGLISH)))
    facts: list[tuple[URIRef, Node]] = [
        (DCTERMS.publisher, publisher),
        (DCTERMS.license, _typed(graph, CC0, "dcterms:LicenseDocument")),
        (DCTERMS.language, _typed(graph, f"{EU}/language/SWE", "dcterms:LinguisticSystem")),
        (DCTERMS.spatial, place),
        (DCAT.themeTaxonomy, themes),
        (FOAF.homepage, _typed(graph, f"{portal.site}/", "foaf:Document")),
        *((DCTERMS.title, words) for words in _both(portal.title, portal.title_en)),
        *((DCTERMS.description, words) for words in _both(portal.description, portal.description_en)),
    ]
    if portal.modified:
        facts.append((DCTERMS.modified, _literal(portal.modified)))
    _describe(graph, whole, "dcat:Catalog", facts)
    for one in portal.sets:
        graph.add((whole, DCAT.dataset, _dataset(graph, portal, one, (publisher, place))))
    return graph.serialize(format="turtle", encoding="utf-8")


def _publisher(graph: "Graph", portal: Portal) -> "URIRef":
    from rdflib import DCTERMS, FOAF, SKOS, URIRef

    made, kind = URIRef(f"{portal.site}/#utgivare"), _typed(graph, REGION, "skos:Concept")
    graph.add((kind, SKOS.prefLabel, _literal("Regional authority", ENGLISH)))
    _describe(graph, made, "foaf:Agent", [(FOAF.name, _literal(portal.publisher, SWEDISH)), (DCTERMS.type, kind)])
    return made


def _dataset(graph: "Graph", portal: Portal, one: DataSet, shared: tuple["Node", "Node"]) -> "URIRef":
    from rdflib import DCAT, DCTERMS, URIRef

    made = URIRef(f"{portal.site}/#{one.id}")
    publisher, place = shared
    facts: list[tuple[URIRef, Node]] = [
        (DCTERMS.publisher, publisher),
        (DCTERMS.spatial, place),
        (DCTERMS.temporal, _years(graph, one)),
        (DCTERMS.accessRights, _typed(graph, f"{EU}/access-right/PUBLIC", "dcterms:RightsStatement")),
        (DCTERMS.language, _typed(graph, f"{EU}/language/SWE", "dcterms:LinguisticSystem")),
        (DCAT.landingPage, _typed(graph, one.page, "foaf:Document")),
        *((DCTERMS.title, words) for words in _both(one.title, one.title_en)),
        *((DCTERMS.description, words) for words in _both(one.description, one.description_en)),
        *((DCAT.keyword, _literal(word, SWEDISH)) for word in one.keywords),
        *((DCTERMS.provenance, _said(graph, owner, "ProvenanceStatement")) for owner in one.owners),
        *((DCAT.distribution, _distribution(graph, one, name, f"{made}-{name.lower()}")) for name in FORMATS),
    ]
    if one.data_theme:
        facts.append((DCAT.theme, _theme(graph, one)))
    if one.modified:
        facts.append((DCTERMS.modified, _literal(one.modified)))
    if portal.contact:
        facts.append((DCAT.contactPoint, _contact(graph, portal)))
    _describe(graph, made, "dcat:Dataset", facts)
    return made


def _theme(graph: "Graph", one: DataSet) -> "URIRef":
    """The subject in the EU's list, where each has a name."""
    from rdflib import SKOS

    made = _typed(graph, f"{EU}/data-theme/{one.data_theme}", "skos:Concept")
    graph.add((made, SKOS.prefLabel, _literal(THEMES[one.data_theme], ENGLISH)))
    return made


def _years(graph: "Graph", one: DataSet) -> "Node":
    from rdflib import DCAT, XSD, BNode, Literal

    made, (first, last) = BNode(), one.years
    start, end = (Literal(f"{year:04}", datatype=XSD.gYear) for year in (first, last))
    _describe(graph, made, "dcterms:PeriodOfTime", [(DCAT.startDate, start), (DCAT.endDate, end)])
    return made


def _distribution(graph: "Graph", one: DataSet, name: str, address: str) -> "URIRef":
    from rdflib import DCAT, DCTERMS, URIRef

    made = URIRef(address)
    swedish = f"Sidan leder till siffrorna för varje mått, att ladda ner som {name}."
    english = f"The page leads to the figures of each indicator, to be downloaded as {name}."
    facts: list[tuple[URIRef, Node]] = [
        (DCTERMS.title, _literal(name, SWEDISH)),
        *((DCTERMS.description, words) for words in _both(swedish, english)),
        (DCAT.accessURL, URIRef(one.page)),
        (DCTERMS["format"], _typed(graph, f"{EU}/file-type/{FORMATS[name]}", "dcterms:MediaTypeOrExtent")),
    ]
    if one.free:
        facts.append((DCTERMS.license, _typed(graph, CC0, "dcterms:LicenseDocument")))
    else:  # one statement at most, so all terms stand in it
        facts.append((DCTERMS.rights, _said(graph, "; ".join(one.terms), "RightsStatement")))
    _describe(graph, made, "dcat:Distribution", facts)
    return made


def _contact(graph: "Graph", portal: Portal) -> "URIRef":
    from rdflib import RDF, Namespace, URIRef

    card = Namespace(CARD)
    graph.bind("vcard", card)
    made = URIRef(f"{portal.site}/#kontakt")
    graph.add((made, RDF.type, card.Kind))
    mail = URIRef(f"mailto:{portal.contact}")
    _describe(graph, made, "vcard:Organization", [(card.fn, _literal(portal.publisher)), (card.hasEmail, mail)])
    return made


def _describe(graph: "Graph", made: "Node", kind: str, facts: Iterable[tuple["URIRef", "Node"]]) -> None:
    from rdflib import RDF

    graph.add((made, RDF.type, _kind(kind)))
    for about, fact in facts:
        graph.add((made, about, fact))


def _typed(graph: "Graph", address: str, kind: str) -> "URIRef":
    """Something with an address elsewhere, and what it is: who reads the file need not fetch it."""
    from rdflib import URIRef

    made = URIRef(address)
    _describe(graph, made, kind, ())
    return made


def _said(graph: "Graph", words: str, kind: str) -> "Node":
    """A thing that is only told in words."""
    from rdflib import RDFS, BNode

    made = BNode()
    _describe(graph, made, f"dcterms:{kind}", [(RDFS.label, _literal(words, SWEDISH))])
    return made


def _kind(name: str) -> "URIRef":
    from rdflib import DCAT, DCTERMS, FOAF, SKOS, URIRef

    spaces = {"dcat": str(DCAT), "dcterms": str(DCTERMS), "foaf": str(FOAF), "skos": str(SKOS), "vcard": CARD}
    space, _, word = name.partition(":")
    return URIRef(f"{spaces[space]}{word}")


def _both(swedish: str, english: str) -> list["Literal"]:
    """Words in both languages, as far as there are any."""
    return [_literal(swedish, SWEDISH), *([_literal(english, ENGLISH)] if english else [])]


def _literal(value: object, language: str | None = None) -> "Literal":
    from rdflib import Literal

    return Literal(value, lang=language)
