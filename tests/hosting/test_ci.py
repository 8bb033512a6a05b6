"""The check script's own counting: skipped browser tests are seen."""

import subprocess
import sys
from pathlib import Path

import pytest

COUNTED = Path(__file__).parents[2] / ".ci" / "counted.py"
PASSED = '<testcase classname="tests.analysis" name="a"/>'
OPENED = '<testcase classname="tests.browser.test_pages" name="b"/>'
FAILED = '<testcase classname="tests.analysis" name="c"><failure/></testcase>'
SKIPPED = '<testcase classname="tests.browser.test_pages" name="d"><skipped message="no Chromium"/></testcase>'
OTHER = '<testcase classname="tests.sources" name="e"><skipped message="RUS_FIXTURES is not set"/></testcase>'


def count(tmp_path, cases, *more):
    report = tmp_path / "report.xml"
    report.write_text(f"<testsuites><testsuite>{''.join(cases)}</testsuite></testsuites>", encoding="utf-8")
    return subprocess.run([sys.executable, COUNTED, report, *more], capture_output=True, text=True, check=False)


def test_the_closing_line_counts(tmp_path):
    done = count(tmp_path, [PASSED, OPENED, FAILED, SKIPPED])
    assert done.stdout == "2 passed, 1 failed, 1 skipped\n"


@pytest.mark.parametrize(
    ("cases", "code"),
    [([PASSED, OPENED], 0), ([PASSED, OPENED, OTHER], 0), ([PASSED, OPENED, SKIPPED], 1), ([PASSED], 1), ([], 1)],
)
def test_browser_tests_must_have_run(tmp_path, cases, code):
    assert count(tmp_path, cases, "--browser").returncode == code


def test_a_missing_report_counts_as_nothing(tmp_path):
    done = subprocess.run([sys.executable, COUNTED, tmp_path / "none"], capture_output=True, text=True, check=False)
    assert done.stdout == "0 passed, 0 failed, 0 skipped\n"
