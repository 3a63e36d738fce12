"""The names of the months and of the days of the week."""

from __future__ import annotations

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS, DAYS = tuple(map(str.lower, MONTH_NAMES)), tuple(map(str.lower, DAY_NAMES))
MONTHS_AND_DAYS = frozenset((*MONTHS, *DAYS))
SURE_MONTHS = frozenset(MONTHS) - {"may"}  # in lower case no other words
SHORT_MONTHS = {
    "jan": "january", "feb": "february", "febr": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july", "aug": "august",
    "sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december",
}  # fmt: skip
SHORT_DAYS = {
    "mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday", "weds": "wednesday", "thu": "thursday", "thur": "thursday",
    "thurs": "thursday", "fri": "friday", "sat": "saturday", "sun": "sunday",
}  # fmt: skip
# as alternatives of a regular expression that takes any case
A_MONTH, A_DAY = "|".join(MONTHS), "|".join(DAYS)
