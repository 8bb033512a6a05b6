"""What the person who edits a file is told."""

import pytest

from rus.catalogue.groups import group_id, group_of
from rus.catalogue.read import read_catalogue
from rus.core.errors import CatalogueError
from tests.catalogue.content import FILES, write_content

JOBS = "indicators/arbete/jobb.toml"


def edited(old: str, new: str) -> dict[str, str]:
    assert old in FILES[JOBS]
    return {JOBS: FILES[JOBS].replace(old, new)}


def problems(root, files: dict[str, str]) -> list[str]:
    write_content(root, files)
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(root)
    return caught.value.problems


def test_a_file_is_an_indicator_and_its_address_is_its_identity(tmp_path):
    found = read_catalogue(write_content(tmp_path)).indicators["jobb"]
    assert (found.id, found.theme, found.series[0].key) == ("jobb", "arbete", "kolada:N02267")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("unit =", "uniit =", 'jobb.toml: uniit: okänd nyckel; menade du "unit"?'),
        ("decimals = 1", 'decimals = "1"', "jobb.toml: decimals:"),
        ('"higher"', '"more"', "jobb.toml: better: ska vara ett av 'higher', 'lower' eller 'neutral'"),
        ("N02267", "X2", "jobb.toml: series.0.id: har fel form"),
        ('loader = "kolada"', 'loader = "colada"', "jobb.toml: series.0: ska vara ett av"),
        ('"effekten"', '"effektem"', 'jobb.toml: effektmal: "effektem" finns inte; menade du "effekten"?'),
        ('"omradet"', '"finns-inte"', 'jobb.toml: challenges: "finns-inte" finns inte'),
        ('title = "Sysselsatta"', 'id = "x"\ntitle = "Sysselsatta"', "jobb.toml: id: ta bort raden"),
        ('title = "Sysselsatta"', "title = 0114", "jobb.toml: är inte giltig TOML"),
        ('title = "Sysselsatta"', "", "jobb.toml: title: saknas; lägg till den"),
        (
            'id = "N02267" }',
            'id = "N02267", group = { background = "born_abrod" } }',
            'jobb.toml: series.0.group.background: "born_abrod" finns inte; menade du "born_abroad"?',
        ),
        (
            'id = "N02267" }]',
            'id = "N02267" }, { loader = "kolada", id = "N00914" }]',
            "jobb.toml: series.1: åren överlappar",
        ),
    ],
)
def test_a_mistake_is_named_with_file_key_and_remedy(tmp_path, old, new, said):
    assert any(said in problem for problem in problems(tmp_path, edited(old, new)))


def test_all_mistakes_of_all_files_come_at_once(tmp_path):
    second = FILES[JOBS].replace('unit = "procent"', "unit = 5").replace('"higher"', '"up"')
    found = problems(tmp_path, {**edited("unit =", "uniit ="), "indicators/arbete/andra.toml": second})
    assert len([p for p in found if "jobb.toml" in p]) >= 2
    assert len([p for p in found if "andra.toml" in p]) == 2


def test_a_folder_that_is_no_theme_and_an_id_used_twice_are_named(tmp_path):
    found = problems(tmp_path, {"indicators/annat/jobb.toml": FILES[JOBS]})
    assert any('id "jobb" används 2 gånger' in p for p in found)


def test_a_missing_reference_file_is_named(tmp_path):
    write_content(tmp_path)
    (tmp_path / "data/reference/place.toml").unlink()
    with pytest.raises(CatalogueError, match=r"place\.toml: filen saknas"):
        read_catalogue(tmp_path)


def test_an_empty_folder_says_where_indicators_belong(tmp_path):
    with pytest.raises(CatalogueError, match=r"indicators/<tema>/<id>\.toml"):
        read_catalogue(tmp_path)


def test_exactly_one_set_of_challenge_areas_is_current(tmp_path):
    text = FILES["indicators/_challenges.toml"].replace("current = true", "current = false")
    assert any("precis en" in p for p in problems(tmp_path, {"indicators/_challenges.toml": text}))


def test_a_wanted_indicator_must_say_what_is_missing(tmp_path):
    found = problems(tmp_path, edited('title = "Sysselsatta"', 'state = "wanted"\ntitle = "Sysselsatta"'))
    assert any("missing" in p for p in found)


def test_a_group_travels_as_one_word():
    group = {"background": "born_abroad", "age": "16-24"}
    assert group_id(group) == "age.16-24~background.born_abroad"
    assert group_of(group_id(group)) == group
    assert group_of(group_id({})) == {}


@pytest.mark.parametrize(
    ("feature", "said"),
    [
        (
            '{ indicator = "job", label = "a", why = "b" }',
            'place.toml: features.0: "job" finns inte; menade du "jobb"?',
        ),
        ('{ indicator = "jobb", label = "a", why = "b", same_as = ["x"] }', 'features.0: "x" finns inte'),
        ('{ indicator = "jobb", label = "a", why = "b", weight = 0.0 }', "place.toml: features.0.weight:"),
    ],
)
def test_a_feature_names_an_indicator(tmp_path, feature, said):
    path = "data/reference/place.toml"
    found = problems(tmp_path, {path: f"{FILES[path].rstrip()}\nfeatures = [{feature}]\n"})
    assert any(said in problem for problem in found)


def test_what_the_head_of_a_kommun_names_must_exist(tmp_path):
    path = "data/reference/place.toml"
    named = 'profile = { people = "jobb", ages = "aldrar", age_groups = ["alder.0-19"] }'
    found = problems(tmp_path, {path: f"{FILES[path].rstrip()}\n{named}\n"})
    assert any('place.toml: profile.ages: "aldrar" finns inte' in problem for problem in found)
    assert any('profile.age_groups.0.group: "alder" finns inte' in problem for problem in found)
