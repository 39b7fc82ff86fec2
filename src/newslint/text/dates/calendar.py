"""The names of weekdays and months, and the arithmetic of the Gregorian calendar."""

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
"""The names of the weekdays in lower case, from Monday."""
MONTHS = "january february march april may june july august september october november december".split()
"""The names of the months in lower case."""

WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)}
"""The numbers of the weekdays by name and by abbreviation; Monday is 0."""
WEEKDAY_NUMBERS |= {name[:3]: number for name, number in WEEKDAY_NUMBERS.items()} | {"tues": 1, "thur": 3, "thurs": 3}
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
"""The numbers of the months by name and by abbreviation; January is 1."""
MONTH_NUMBERS |= {name[:3]: number for name, number in MONTH_NUMBERS.items()} | {"sept": 9}


def days_since_epoch(year: int, month: int, day: int) -> int:
    """Return the number of days since a fixed Monday; modulo 7 it is the weekday, Monday being 0."""
    # Years begin in March here, so that the leap day is the last day of a year.
    march_year = year - (month < 3)
    days_before_month = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5
    return 365 * march_year + march_year // 4 - march_year // 100 + march_year // 400 + days_before_month + day + 1


def days_in_month(year: int | None, month: int) -> int:
    """Return the number of days in a month: 29 for a February of an unknown year."""
    if month == 2:
        return 29 if year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 28
    return 30 if month in (4, 6, 9, 11) else 31
