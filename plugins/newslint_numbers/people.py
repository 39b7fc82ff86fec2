"""Nouns for people, in the singular."""

PEOPLE = frozenset(
    """person man woman child boy girl teenager teen adult student teacher officer soldier troop civilian passenger
    resident worker employee senator lawmaker representative congressman governor democrat republican independent member
    victim suspect prisoner hostage detainee inmate patient doctor nurse player candidate delegate voter migrant refugee
    immigrant citizen national foreigner tourist american briton israeli palestinian russian ukrainian official judge
    justice juror minor infant baby toddler female male survivor protester demonstrator militant fighter gunman attacker
    journalist reporter pilot driver sailor marine guard agent nominee president minister lawyer other""".split()
)
