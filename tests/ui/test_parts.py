"""Words that stand together: one part of the page, in the order they were written, each on its own surface."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

TOKENS = re.compile(r'<div class="surf st-key-(\w+)">|<p>(\w+)</p>|<div|</div>')


def page(tree):
    """What the tree says: a number is words or a button, a list a surface with what stands on it."""
    import streamlit as st

    from rus.ui import parts

    def draw(nodes, name):
        for number, node in enumerate(nodes):
            here = f"{name}{number}"
            if isinstance(node, list):
                with parts.surface(here):
                    draw(node, f"{here}_")
            elif node:
                with parts.apart():
                    st.button(here)
            else:
                parts.html(f"<p>{here}</p>")

    with parts.together():
        draw(tree, "s")


def asked(nodes, name="s", on=()):
    """Each thing of the tree with the surfaces that it stands on."""
    for number, node in enumerate(nodes):
        here = f"{name}{number}"
        if isinstance(node, list):
            yield from asked(node, f"{here}_", (*on, here))
        else:
            yield here, on


def seen(block, on=()):
    """The same as the page has it: places of Streamlit's, and surfaces in markup."""
    for child in block.children.values():
        if child.type == "button":
            yield child.label, on
        elif child.type == "html":
            yield from written(child.proto.body, on)
        else:
            key = str(getattr(child.proto, "id", "") or "").rpartition("-")[2]
            yield from seen(child, (*on, key) if key else on)


def written(markup, on):
    """The same in markup."""
    surfaces = [*on]
    open_ = []
    for found in TOKENS.finditer(markup):
        if found[2]:
            yield found[2], tuple(surfaces)
        elif found[0] == "</div>":
            if open_.pop():
                surfaces.pop()
        else:
            open_.append(bool(found[1]))
            surfaces += [found[1]] if found[1] else []


trees = st.recursive(st.sampled_from([0, 1]), lambda inside: st.lists(inside, min_size=1, max_size=4), max_leaves=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(trees, min_size=1, max_size=4))
def test_everything_stands_in_order_and_on_its_own_surface(tree):
    app = AppTest.from_function(page, args=(tree,)).run()
    assert not app.exception
    assert [*seen(app.main)] == [*asked(tree)]


def test_surfaces_of_words_are_one_part_of_the_page():
    app = AppTest.from_function(page, args=([[0, 0], [0], 0],)).run()
    assert [child.type for child in app.main.children.values()] == ["html"]


def test_a_surface_with_something_drawn_on_it_is_a_place_of_its_own():
    app = AppTest.from_function(page, args=([0, [0, 1, 0], [0]],)).run()
    assert [child.type for child in app.main.children.values()] == ["html", "flex_container", "html"]


def test_alone_a_surface_is_a_place_of_its_own():
    def alone():
        from rus.ui import parts

        with parts.surface("alone"):
            parts.html("<p>ett</p>")

    app = AppTest.from_function(alone).run()
    assert [*seen(app.main)] == [("ett", ("alone",))]


@pytest.mark.parametrize("drawn", [False, True])
def test_words_written_before_an_error_are_shown_on_their_surface(drawn):
    def broken(drawn):
        import streamlit as st

        from rus.ui import parts

        with parts.together():
            parts.html("<p>ett</p>")
            with parts.surface("s"):
                parts.html("<p>tva</p>")
                if drawn:
                    with parts.apart():
                        st.button("knapp")
                parts.html("<p>tre</p>")
                raise ValueError("fel")

    app = AppTest.from_function(broken, args=(drawn,)).run()
    assert [error.message for error in app.exception] == ["fel"]
    app.main.children.pop(max(app.main.children))
    middle = [("knapp", ("s",))] if drawn else []
    assert [*seen(app.main)] == [("ett", ()), ("tva", ("s",)), *middle, ("tre", ("s",))]
