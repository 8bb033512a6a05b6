"""How fresh figures are: held against when the owner was to publish the next."""

from datetime import date
from typing import Literal

State = Literal["ny", "kommer", "forsenad", "inaktuell"]

NEW_DAYS = 92
"""So long figures are called new."""


def state(due: date, step_months: int, arrived: date | None, today: date) -> State:
    """What to say of figures whose next period is due.

    Args:
        due: a day in the month when the next period is to be published; all of that month is in time.
        step_months: months from one period to the next.
        arrived: when the newest period became known.
        today: the day to judge from.

    Returns:
        `inaktuell` where more than one whole period more should have come, `forsenad` where one should, `ny` where the
        newest came lately, `kommer` where there is nothing newer to have.
    """
    late = (today.year - due.year) * 12 + today.month - due.month
    if late > step_months:
        return "inaktuell"
    if late > 0:
        return "forsenad"
    return "ny" if arrived and (today - arrived).days <= NEW_DAYS else "kommer"
