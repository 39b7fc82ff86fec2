"""Views that the rules of this family share."""
