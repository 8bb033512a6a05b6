"""`katalog.ttl`: valid Turtle with what DCAT-AP-SE asks for, whatever stands in the catalogue."""

from datetime import date

from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, URIRef

from rus.exports.dcat import CC0, turtle
from rus.views.open_data import DataSet, Portal

SITE = "https://lanet.example/rus"
ODD = 'Med "citat", å\\ och\nradbrytning'


def read(made: bytes) -> Graph:
    return Graph().parse(data=made, format="turtle")


def small(**more: object) -> Portal:
    one = DataSet(
        **{
            "id": "arbete", "title": "Arbete", "description": ODD, "keywords": ("jobb", "sysselsättning"),
            "years": (2010, 2024), "modified": date(2026, 11, 1), "owners": ("SCB",),
            "page": f"{SITE}/indikatorer?kat_inom=Arbete", "free": True, "terms": ("CC0",), **more,
        }
    )  # fmt: skip
    return Portal("Indikatorer", "Siffror", "Regionen", "Provlän", "", SITE, (one,))


def test_what_is_mandatory_is_there():
    graph = read(turtle(small()))
    whole = graph.value(predicate=RDF.type, object=DCAT.Catalog)
    made = graph.value(predicate=RDF.type, object=DCAT.Dataset)
    assert graph.value(whole, DCAT.dataset) == made
    for subject, wanted in (
        (whole, (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license)),
        (made, (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.keyword, DCTERMS.temporal)),
    ):
        assert all(graph.value(subject, predicate) for predicate in wanted)
    shared = list(graph.objects(made, DCAT.distribution))
    assert len(shared) == 2
    for one in shared:
        assert graph.value(one, DCAT.accessURL) == URIRef(f"{SITE}/indikatorer?kat_inom=Arbete")
        assert graph.value(one, DCTERMS["format"])
        assert graph.value(one, DCTERMS.license) == URIRef(CC0)
    assert graph.value(graph.value(whole, DCTERMS.publisher), FOAF.name) == Literal("Regionen", lang="sv")


def test_odd_letters_come_through():
    graph = read(turtle(small()))
    made = graph.value(predicate=RDF.type, object=DCAT.Dataset)
    assert str(graph.value(made, DCTERMS.description)) == ODD


def test_other_terms_stand_in_words_and_are_never_said_to_be_free():
    graph = read(turtle(small(free=False, terms=("Fri att använda med angiven källa",))))
    for one in graph.subjects(RDF.type, DCAT.Distribution):
        assert graph.value(one, DCTERMS.license) is None
        assert "angiven källa" in str(list(graph.objects(graph.value(one, DCTERMS.rights))))


def test_without_an_address_no_contact_is_made_up():
    assert not list(read(turtle(small())).objects(predicate=DCAT.contactPoint))
