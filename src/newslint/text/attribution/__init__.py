"""Who says something: verbs of speech, noun phrases, predicates, unnamed speakers."""
