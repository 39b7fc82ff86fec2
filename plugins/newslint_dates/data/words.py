"""Names and feasts that hold a weekday or a date and yet say nothing about when the article was written."""

NAMED_BEFORE = frozenset(
    "Black Good Super Bloody Ash Palm Cyber Easter Ruby Fat Freaky Casual Sheffield Whit Giving Taco Man Maundy Shrove "
    "Holy Happy Joe Manic News Gloomy Trinity".split()
)
NAMED_AFTER = frozenset(
    "Times Mirror Herald Telegraph Express Mail School school Live Football Lights Review Magazine Star Ticket Mass "
    "brunch Brunch mornings nights evenings afternoons".split()
)
# Days that are named for what happened or happens on them: month and day.
NAMED_DAYS = frozenset({(9, 11), (1, 6), (7, 4), (10, 7), (12, 25), (1, 1), (12, 31), (2, 14), (11, 5), (3, 8), (5, 1)})
