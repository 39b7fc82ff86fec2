"""Words of incidents: what kind of event a report is about, and whose names say nothing about which one it is."""

KINDS = {
    "shooting": "shooting shootings shot gunfire gunman gunmen shooter shooters gunshot gunshots handgun rifle",
    "bombing": "bomb bombs bomber bombers bombing bombings blast blasts explosion explosions explosive grenade",
    "crash": "crash crashes crashed collision collided collide accident overturned derailed derailment plunged trailer",
    "sinking": "capsized capsize boat ferry sank sinking drowned drowning",
    "fire": "fire fires blaze blazes wildfire wildfires burned burnt flames arson",
    "flood": "flood floods flooding flooded landslide mudslide",
    "storm": "storm storms hurricane tornado tornadoes cyclone typhoon",
    "quake": "earthquake earthquakes quake aftershock aftershocks magnitude tsunami",
    "collapse": "collapse collapsed collapsing collapses",
    "stabbing": "stabbing stabbings stabbed knife machete",
    "disease": "virus outbreak cholera covid coronavirus epidemic pandemic infections vaccine ebola measles disease",
    "raid": "bandit bandits terrorist terrorists militant militants insurgents herdsmen herders troops airstrike",
    "protest": "protest protests protesters riot riots clash clashes demonstrators",
}
KIND_OF_WORD = {word: kind for kind, words in KINDS.items() for word in words.split()}

# Before or within a name: its bearer speaks for an office, and says nothing about which event it is.
OFFICE_LINKS = frozenset(("for", "and"))  # "commissioner for security and home affairs, Ann Lee"
# After the name of an outlet or of who speaks for others: "Coast Radio gathered", "Ann Lee said".
SPEECH_VERBS = frozenset(
    """gathered learned learnt reports reported understands said says told added stated confirmed disclosed announced
    explained""".split()
)
OFFICES = frozenset(
    """chief captain sergeant lieutenant sheriff detective deputy commissioner inspector superintendent officer
    commander governor gov mayor senator sen rep representative president minister secretary spokesman
    spokeswoman spokesperson chairman chairwoman director coordinator attorney prosecutor coroner judge justice
    marshal constable general colonel major brigadier controller king emir premier chancellor speaker
    congressman congresswoman ambassador""".split()
)
