"""What a junit report of the tests counts: `12 passed, 0 failed, 1 skipped`; with --browser, whether they ran."""

import re
import sys
from xml.etree import ElementTree as ET

BROWSER = re.compile(r"chromium|browser|webbläsare", re.IGNORECASE)


def main(path: str, *, browser: bool) -> int:
    """Print the count, or complain about browser tests that were skipped or are not there."""
    try:
        cases = list(ET.parse(path).getroot().iter("testcase"))  # noqa: S314  (our own report)
    except (OSError, ET.ParseError):
        cases = []
    if browser:
        return _browser(cases)
    skipped = sum(case.find("skipped") is not None for case in cases)
    failed = sum(case.find("failure") is not None or case.find("error") is not None for case in cases)
    passed = len(cases) - skipped - failed
    sys.stdout.write(f"{passed} passed, {failed} failed, {skipped} skipped\n")
    return 0


def _browser(cases: list[ET.Element]) -> int:
    ours = [case for case in cases if "browser" in case.get("classname", "")]
    reasons = [(case, found.get("message", "")) for case in cases if (found := case.find("skipped")) is not None]
    skipped = [case for case, reason in reasons if case in ours or BROWSER.search(reason)]
    for case in skipped:
        sys.stdout.write(f"skipped: {case.get('classname')}.{case.get('name')}\n")
    if not ours:
        sys.stdout.write("no browser test was run\n")
    return 1 if skipped or not ours else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], browser="--browser" in sys.argv[2:]))
