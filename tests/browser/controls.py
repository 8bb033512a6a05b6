"""The controls of a page, found by what they are, and each changed as a person would change it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from playwright.sync_api import Locator
from playwright.sync_api import TimeoutError as NotYetError

from tests.browser.waiting import open_list, settled

MAIN = "[data-testid=stMainBlockContainer]"
UNSET = ":not([aria-selected=true], [aria-checked=true], [aria-pressed=true], [aria-disabled=true], [disabled])"
NO_PICTURE = {"Redigera texter"}
"""What belongs to the visit and not to the picture, and may be in no link: writing."""


@dataclass(frozen=True)
class Control:
    """One control: what kind it is, and which of the kind by its label, which stays when the page is drawn anew."""

    kind: str
    label: str


def select(page, box: Locator) -> None:
    """Another choice of a list."""
    open_list(page, box.get_by_role("combobox"))
    page.locator(f"[role=option]{UNSET}").first.click()


def press(_page, box: Locator) -> None:
    """Another of the buttons, or tabs, that stand beside each other."""
    box.locator(f":is(button, [role=tab], [role=radio]){UNSET}").first.click()


def radio(_page, box: Locator) -> None:
    """Another of the choices in a row or a list."""
    box.locator("[data-testid=stRadioOption]:not(:has(input:checked))").first.click()


def switch(_page, box: Locator) -> None:
    """On or off."""
    box.locator("label").first.click()


def slide(page, box: Locator) -> None:
    """One step."""
    box.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")


CHANGES: dict[str, Callable[..., None]] = {
    "stSelectbox": select, "stRadio": radio, "stButtonGroup": press, "stCheckbox": switch, "stSlider": slide,
    "stTabs": press,
}  # fmt: skip
SEEN = """main => [location.href, ...[...document.querySelectorAll(main)].map(e => e.innerText),
  ...[...document.querySelectorAll(main + " .main-svg path")].map(e => e.getAttribute("d"))].join(" ")"""
LABEL = """e => e.matches("[data-testid=stTabs]") ? e.querySelector("[role=tablist]").innerText :
  (e.querySelector("[data-testid=stWidgetLabel]") || e.querySelector("label"))?.innerText.trim() ||
  e.querySelector("[aria-label]")?.getAttribute("aria-label") || ''"""


def controls(page) -> Iterator[Control]:
    """Every control of the page that can be used and seen, tabs last, since they put others away."""
    for kind in CHANGES:
        for box in page.locator(f"{MAIN} [data-testid={kind}]:visible").all():
            usable = box.evaluate("e => !!e.querySelector('input:enabled, button:enabled, [role=slider], [role=tab]')")
            if usable and box.evaluate("e => !e.closest('[role=tabpanel][hidden], details:not([open])')"):
                yield Control(kind, box.evaluate(LABEL))


def found(page, control: Control) -> Locator:
    """The control as it is now."""
    every = page.locator(f"{MAIN} [data-testid={control.kind}]:visible")
    labels = every.evaluate_all(f"all => all.map({LABEL})")
    return every.nth(labels.index(control.label))


def says(page) -> list[str]:
    """The lines of the page, to be held against another visit's."""
    return [line.strip() for line in page.locator(MAIN).inner_text().splitlines() if line.strip()]


def says_at_last(page, lines: list[str]) -> None:
    """Wait until the page says this; one that never does is left to the test. The address may be there long before."""
    script = """([main, lines]) => document.querySelector(main).innerText.split("\\n").map(l => l.trim()).filter(l => l)
        .join("\\n") === lines.join("\\n")"""
    with suppress(NotYetError):
        page.wait_for_function(script, arg=[MAIN, lines], timeout=10_000)
    still(page)


def still(page) -> None:
    """Wait until the run is over and the page has said the same for a moment: its parts come one after another."""
    settled(page)
    page.wait_for_function(
        f"""main => {{
          const now = ({SEEN})(main), same = now === window.said;
          if (!same) Object.assign(window, {{said: now, since: performance.now()}});
          return same && performance.now() - window.since > 400 &&
            !document.querySelector("[data-testid=stSkeleton], [data-stale=true], [data-test-script-state=running]");
        }}""",
        arg=MAIN,
    )


def change(page, control: Control) -> None:
    """Change a control and wait until the page, what its charts draw, or its address is another.

    Raises:
        playwright.sync_api.TimeoutError: Nothing changed.
    """
    before = page.evaluate(SEEN, MAIN)
    CHANGES[control.kind](page, found(page, control))
    page.wait_for_function(f"([main, before]) => ({SEEN})(main) !== before", arg=[MAIN, before], timeout=20_000)
    still(page)


def put_back(page, control: Control) -> None:
    """A switch, or a list whose first choice is the usual one, as it was when the page was opened."""
    before, box = page.evaluate(SEEN, MAIN), found(page, control)
    if control.kind == "stSelectbox":
        open_list(page, box.get_by_role("combobox"))
        page.locator("[role=option]").first.click()
    else:
        CHANGES[control.kind](page, box)
    page.wait_for_function(f"([main, before]) => ({SEEN})(main) !== before", arg=[MAIN, before])
    still(page)
