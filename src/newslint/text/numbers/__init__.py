"""Numbers: numerals, hedges, units of measure, quantities."""
