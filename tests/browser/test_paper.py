"""Any page on paper: wide as on a screen, charts that fit, and nothing that only can be pressed."""


def test_a_page_on_paper_has_three_columns_charts_that_fit_and_nothing_to_press(visit):
    page, _ = visit("")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 900})
    page.locator("[data-testid=stHeader]").wait_for(state="hidden")
    pressed = page.locator("button, [data-testid=stCheckbox], [data-testid=stPageLink]")
    assert [b for b in pressed.all() if b.is_visible()] == []
    tops = page.locator(".heads > div").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
    assert len({round(top) for top in tops}) == 1
    page.wait_for_function(
        "() => { const drawn = [...document.querySelectorAll('.stMain .main-svg')];"
        " return drawn.length && drawn.every(svg => svg.hasAttribute('viewBox')"
        " && svg.getBoundingClientRect().right <= innerWidth); }"
    )
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".stMain .main-svg[viewBox]").count() == 0
    page.context.close()
