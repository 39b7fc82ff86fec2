"""Attribution: verbs of speech, noun phrases, predicates, and speakers without a name."""
