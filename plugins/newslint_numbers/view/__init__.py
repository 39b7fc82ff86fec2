"""Views that the rules of the family `numbers` share."""
