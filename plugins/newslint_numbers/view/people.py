"""Nouns for people, in the singular, and which of them cannot be the same persons."""

PEOPLE = frozenset(
    """person man woman child boy girl teenager teen adult student teacher officer soldier troop civilian passenger
    resident worker employee senator lawmaker representative congressman governor democrat republican independent member
    victim suspect prisoner hostage detainee inmate patient doctor nurse player candidate delegate voter migrant refugee
    immigrant citizen national foreigner tourist american briton israeli palestinian russian ukrainian official judge
    justice juror minor infant baby toddler female male survivor protester demonstrator militant fighter gunman attacker
    journalist reporter pilot driver sailor marine guard agent nominee president minister lawyer other conservative
    liberal juvenile brother sister son daughter""".split()
)
# Words for anybody: what follows them behind a comma says who they are.
ANYBODY = frozenset("person victim suspect other member passenger hostage".split())
PARTIES = frozenset("democrat republican independent".split())
# Within a group nobody is counted twice: there may be children among the civilians, but no women among the men.
GROUPS = (
    frozenset("man woman child minor".split()),
    frozenset("man woman boy girl".split()),
    frozenset("adult child minor juvenile".split()),
    frozenset("male female".split()),
    PARTIES,
    frozenset("conservative liberal moderate".split()),
    frozenset("soldier civilian".split()),
)


def is_person_noun(noun: str) -> bool:
    """Whether a noun is, by its looks, one for people."""
    return noun in PEOPLE or noun.endswith(("ist", "ian", "man", "woman", "ese"))


def are_disjoint(nouns: set[str]) -> bool:
    """Whether nobody can be two of these."""
    return len(nouns) > 1 and any(nouns <= group for group in GROUPS)
