"""Views that the rules of the family `dates` share."""
