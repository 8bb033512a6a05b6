"""`katalog.ttl` against what DCAT-AP-SE 3 and DCAT-AP 3 ask for, property by property.

Written after the profiles' own text (diggsweden/DCAT-AP-SE) and the constraints of DCAT-AP 3.0 (SEMICeu/DCAT-AP). Three
recommended properties are left out, because nothing in hand says what is true: `dcterms:issued` (the owners' first
day), `dcatap:availability` (a promise that the region has to make), and `dcat:bbox` of the place.
"""

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef

from rus.exports.dcat import CC0, THEMES, turtle
from rus.views.open_data import DataSet, Portal
from tests.exports.test_dcat import small

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
MANDATORY = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.Distribution: (DCAT.accessURL,),
    FOAF.Agent: (FOAF.name,),
    SKOS.Concept: (SKOS.prefLabel,),
    SKOS.ConceptScheme: (DCTERMS.title,),
    VCARD.Organization: (VCARD.fn, VCARD.hasEmail),
}
RECOMMENDED = {
    DCAT.Catalog: (DCTERMS.language, DCTERMS.modified, DCTERMS.spatial, DCAT.themeTaxonomy, FOAF.homepage),
    DCAT.Dataset: (
        DCAT.contactPoint, DCAT.distribution, DCAT.keyword, DCAT.theme, DCTERMS.spatial, DCTERMS.temporal,
        DCTERMS.accessRights, DCTERMS.modified,
    ),
    DCAT.Distribution: (DCTERMS.description, DCTERMS["format"]),
    FOAF.Agent: (DCTERMS.type,),
    DCTERMS.PeriodOfTime: (DCAT.startDate, DCAT.endDate),
}  # fmt: skip
ONCE = {
    DCAT.Catalog: (DCTERMS.publisher, DCTERMS.license, DCTERMS.modified, DCTERMS.rights, FOAF.homepage),
    DCAT.Dataset: (DCTERMS.publisher, DCTERMS.accessRights, DCTERMS.modified),
    DCAT.Distribution: (DCTERMS.rights, DCTERMS.license, DCTERMS["format"]),
    DCTERMS.PeriodOfTime: (DCAT.startDate, DCAT.endDate),
    FOAF.Agent: (DCTERMS.type,),
}
"""Properties that stand once at most."""
RANGES = {
    DCTERMS.publisher: FOAF.Agent,
    DCTERMS.license: DCTERMS.LicenseDocument,
    DCTERMS.language: DCTERMS.LinguisticSystem,
    DCTERMS.spatial: DCTERMS.Location,
    DCTERMS.temporal: DCTERMS.PeriodOfTime,
    DCTERMS.accessRights: DCTERMS.RightsStatement,
    DCTERMS.rights: DCTERMS.RightsStatement,
    DCTERMS.provenance: DCTERMS.ProvenanceStatement,
    DCTERMS["format"]: DCTERMS.MediaTypeOrExtent,
    DCTERMS.type: SKOS.Concept,
    DCAT.dataset: DCAT.Dataset,
    DCAT.distribution: DCAT.Distribution,
    DCAT.theme: SKOS.Concept,
    DCAT.themeTaxonomy: SKOS.ConceptScheme,
    DCAT.contactPoint: VCARD.Kind,
    DCAT.landingPage: FOAF.Document,
    FOAF.homepage: FOAF.Document,
}
"""What a property leads to is of this class, said in the file itself."""
WORDS = (DCTERMS.title, DCTERMS.description, DCAT.keyword, FOAF.name, SKOS.prefLabel, RDFS.label, VCARD.fn)
TIMES = {XSD.date, XSD.dateTime, XSD.gYear}


def full(**more: object) -> Portal:
    one = small(title_en="Work", description_en="Two indicators.", data_theme="SOCI", **more)
    english = {"title_en": "Indicators", "description_en": "Figures"}
    return Portal(
        one.title, one.description, one.publisher, one.place, "data@lanet.example", one.site, one.sets, **english
    )


def read(portal: Portal) -> Graph:
    return Graph().parse(data=turtle(portal), format="turtle")


def lacking(graph: Graph, wanted: dict[URIRef, tuple[URIRef, ...]]) -> list[str]:
    return [
        f"{one.n3()} {about.n3()}"
        for kind, properties in wanted.items()
        for one in graph.subjects(RDF.type, kind)
        for about in properties
        if (one, about, None) not in graph
    ]


@pytest.mark.parametrize("portal", [full(), full(free=False, terms=("CC0", "Ange källan")), small()])
def test_what_the_profile_asks_for_is_there(portal):
    graph = read(portal)
    assert lacking(graph, MANDATORY) == []
    many = [
        f"{one.n3()} {about.n3()}"
        for kind, properties in ONCE.items()
        for one in graph.subjects(RDF.type, kind)
        for about in properties
        if len(list(graph.objects(one, about))) > 1
    ]
    assert many == []
    for about, kind in RANGES.items():
        assert [o for o in graph.objects(predicate=about) if (o, RDF.type, kind) not in graph] == [], about
    assert all(isinstance(o, Literal) for about in WORDS for o in graph.objects(predicate=about))
    pages = [*graph.objects(predicate=DCAT.accessURL), *graph.objects(predicate=VCARD.hasEmail)]
    assert all(isinstance(one, URIRef | BNode) for one in pages)
    times = [o for about in (DCTERMS.modified, DCAT.startDate, DCAT.endDate) for o in graph.objects(predicate=about)]
    assert {one.datatype for one in times} <= TIMES
    (whole,) = graph.subjects(RDF.type, DCAT.Catalog)
    assert graph.value(whole, DCTERMS.license) == URIRef(CC0), "the Swedish profile wants CC0 of the description itself"


def test_what_is_recommended_is_there_as_far_as_it_is_known():
    assert lacking(read(full()), RECOMMENDED) == []
    free, other = read(full()), read(full(free=False, terms=("Ange källan",)))
    for graph, about in ((free, DCTERMS.license), (other, DCTERMS.rights)):
        assert all((one, about, None) in graph for one in graph.subjects(RDF.type, DCAT.Distribution))


def test_titles_and_descriptions_are_in_both_languages():
    graph = read(full())
    for kind in (DCAT.Catalog, DCAT.Dataset):
        for one in graph.subjects(RDF.type, kind):
            for about in (DCTERMS.title, DCTERMS.description):
                assert {words.language for words in graph.objects(one, about)} == {"sv", "en"}
    bare = read(small())
    assert {words.language for words in bare.objects(predicate=DCTERMS.title)} == {"sv", "en"}
    (only,) = bare.subjects(RDF.type, DCAT.Dataset)
    assert {words.language for words in bare.objects(only, DCTERMS.title)} == {"sv"}, "no English is made up"


def test_several_terms_stand_in_one_statement():
    graph = read(full(free=False, terms=("CC0", "Ange källan")))
    for one in graph.subjects(RDF.type, DCAT.Distribution):
        (rights,) = graph.objects(one, DCTERMS.rights)
        assert str(graph.value(rights, RDFS.label)) == "CC0; Ange källan"


def test_every_subject_of_the_list_can_be_written():
    from typing import get_args

    from rus.catalogue.strategy import DataTheme

    assert set(get_args(DataTheme)) == set(THEMES)
    assert isinstance(full().sets[0], DataSet)
