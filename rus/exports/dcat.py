"""`katalog.ttl`: the figures described for Sveriges dataportal, in Turtle, after DCAT-AP-SE 3."""

from typing import TYPE_CHECKING

from rus.views.open_data import DataSet, Portal

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

EU = "http://publications.europa.eu/resource/authority"
FORMATS = {"CSV": "CSV", "Excel": "XLSX"}
"""What a reader calls a format, and its name in the EU's list."""
CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
SWEDISH = "sv"


def turtle(portal: Portal) -> bytes:
    """The description as UTF-8.

    The description itself is offered as CC0. A data set has that licence only where all its figures do; otherwise its
    distributions carry the owners' terms in words, since these have no address of their own.
    """
    from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, URIRef  # dear to import, and seldom asked for

    graph = Graph()
    for prefix, space in (("dcat", DCAT), ("dcterms", DCTERMS), ("foaf", FOAF)):
        graph.bind(prefix, space)
    whole, publisher = URIRef(f"{portal.site}/#katalog"), URIRef(f"{portal.site}/#utgivare")
    graph.add((publisher, RDF.type, FOAF.Agent))
    graph.add((publisher, FOAF.name, Literal(portal.publisher, lang=SWEDISH)))
    graph.add((whole, RDF.type, DCAT.Catalog))
    graph.add((whole, DCTERMS.title, Literal(portal.title, lang=SWEDISH)))
    graph.add((whole, DCTERMS.description, Literal(portal.description, lang=SWEDISH)))
    graph.add((whole, DCTERMS.publisher, publisher))
    graph.add((whole, DCTERMS.license, URIRef(CC0)))
    graph.add((whole, DCTERMS.language, URIRef(f"{EU}/language/SWE")))
    graph.add((whole, FOAF.homepage, URIRef(f"{portal.site}/")))
    for one in portal.sets:
        graph.add((whole, DCAT.dataset, _dataset(graph, portal, one, publisher)))
    return graph.serialize(format="turtle", encoding="utf-8")


def _dataset(graph: "Graph", portal: Portal, one: DataSet, publisher: "URIRef") -> "URIRef":
    from rdflib import DCAT, DCTERMS, RDF, XSD, BNode, Literal, URIRef

    made, span = URIRef(f"{portal.site}/#{one.id}"), BNode()
    graph.add((made, RDF.type, DCAT.Dataset))
    graph.add((made, DCTERMS.title, Literal(one.title, lang=SWEDISH)))
    graph.add((made, DCTERMS.description, Literal(one.description, lang=SWEDISH)))
    graph.add((made, DCTERMS.publisher, publisher))
    graph.add((made, DCTERMS.accessRights, URIRef(f"{EU}/access-right/PUBLIC")))
    graph.add((made, DCAT.landingPage, URIRef(one.page)))
    for word in one.keywords:
        graph.add((made, DCAT.keyword, Literal(word, lang=SWEDISH)))
    for owner in one.owners:
        graph.add((made, DCTERMS.provenance, _said(graph, owner, "ProvenanceStatement")))
    graph.add((made, DCTERMS.temporal, span))
    graph.add((span, RDF.type, DCTERMS.PeriodOfTime))
    first, last = one.years
    graph.add((span, DCAT.startDate, Literal(f"{first:04}", datatype=XSD.gYear)))
    graph.add((span, DCAT.endDate, Literal(f"{last:04}", datatype=XSD.gYear)))
    graph.add((made, DCTERMS.spatial, _said(graph, portal.place, "Location")))
    if one.modified:
        graph.add((made, DCTERMS.modified, Literal(one.modified)))
    if portal.contact:
        graph.add((made, DCAT.contactPoint, _contact(graph, portal)))
    for name in FORMATS:
        graph.add((made, DCAT.distribution, _distribution(graph, one, name, f"{made}-{name.lower()}")))
    return made


def _distribution(graph: "Graph", one: DataSet, name: str, address: str) -> "URIRef":
    from rdflib import DCAT, DCTERMS, RDF, Literal, URIRef

    made = URIRef(address)
    graph.add((made, RDF.type, DCAT.Distribution))
    graph.add((made, DCTERMS.title, Literal(name, lang=SWEDISH)))
    graph.add((made, DCAT.accessURL, URIRef(one.page)))
    graph.add((made, DCTERMS["format"], URIRef(f"{EU}/file-type/{FORMATS[name]}")))
    if one.free:
        graph.add((made, DCTERMS.license, URIRef(CC0)))
    else:
        for terms in one.terms:
            graph.add((made, DCTERMS.rights, _said(graph, terms, "RightsStatement")))
    return made


def _said(graph: "Graph", words: str, kind: str) -> "URIRef":
    """A thing that is only told in words."""
    from rdflib import DCTERMS, RDF, RDFS, BNode, Literal

    made = BNode()
    graph.add((made, RDF.type, DCTERMS[kind]))
    graph.add((made, RDFS.label, Literal(words, lang=SWEDISH)))
    return made  # type: ignore[return-value]  # a node without an address stands where one with an address may


def _contact(graph: "Graph", portal: Portal) -> "URIRef":
    from rdflib import RDF, Literal, Namespace, URIRef

    card = Namespace("http://www.w3.org/2006/vcard/ns#")
    graph.bind("vcard", card)
    made = URIRef(f"{portal.site}/#kontakt")
    graph.add((made, RDF.type, card.Organization))
    graph.add((made, card.fn, Literal(portal.publisher, lang=SWEDISH)))
    graph.add((made, card.hasEmail, URIRef(f"mailto:{portal.contact}")))
    return made
