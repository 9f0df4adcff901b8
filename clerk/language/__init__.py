"""Words without a meeting: dates, times, English, searching and comparing text."""
