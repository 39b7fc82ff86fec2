"""Words, phrases and weights of this family."""
