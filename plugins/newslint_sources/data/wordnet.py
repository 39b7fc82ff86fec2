"""Nouns for people, and verbs of statement. Written by tools/write_source_lexicon.py: do not edit.

WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. Its licence is in LICENSE-WordNet.
"""

KIN_NOUNS = frozenset(
    """aunt boyfriend brother brother-in-law buddy classmate comrade confidante cousin daughter daughter-in-law
    ex-wife father father-in-law girlfriend granddaughter grandfather grandma grandmother grandpa
    grandparent grandson half-sister housemate in-law mother mother-in-law nephew niece pal roommate sister
    son-in-law stepdaughter stepfather stepsister stepson uncle widow""".split()
)
OFFICE_NOUNS = frozenset(
    """backbencher bureaucrat commissioner congressman congresswoman constable consul cop councillor detective
    diplomat envoy frontbencher investigator lawmaker legislator negotiator officeholder official
    parliamentarian policeman policewoman politician prosecutor senator superintendent undersecretary""".split()
)
PARTISAN_NOUNS = frozenset(
    """activist backer campaigner conservationist constitutionalist crusader dissident environmentalist
    lobbyist naysayer preservationist proponent reformer supporter sympathizer whistleblower activists
    backers campaigners conservationists constitutionalists crusaders dissidents environmentalists lobbyists
    naysayers preservationists proponents reformers supporters sympathizers whistleblowers""".split()
)
EXPERT_NOUNS = frozenset(
    """actuary adviser advisor analyst astronomer biologist cardiologist chemist climatologist commentator
    cynic economist expert geographer historian linguist neuroscientist pathologist pediatrician pollster
    professor psychotherapist radiologist sceptic scholar scientist skeptic sociologist specialist
    statistician theologian actuaries advisers advisors analysts astronomers biologists cardiologists
    chemists climatologists commentators cynics economists experts geographers historians linguists
    neuroscientists pathologists pediatricians pollsters professors psychotherapists radiologists sceptics
    scholars scientists skeptics sociologists specialists statisticians theologians""".split()
)
STAFF_NOUNS = frozenset(
    """accountant aide assistant attendant auditor bartender bodyguard butler carpenter chef co-worker
    colleague commander correspondent counselor crewman electrician employee engineer farmhand forecaster
    handler laborer labourer lifeguard manager mechanic miner officer paramedic paratrooper peacekeeper
    plumber receptionist researcher reservist sailor salesman saleswoman seafarer servant serviceman soldier
    speechwriter staffer supervisor technician trooper veteran waiter worker""".split()
)
BYSTANDER_NOUNS = frozenset(
    """alderman applicant attendee babysitter banker blogger bondholder borrower broker businessman
    businesswoman buyer bystander caregiver caretaker churchgoer citizen clergyman cleric client coach
    comptroller concert-goer confidant contractor councilman curator customer cyclist dentist developer
    diner doctor donor employer evacuee ex-boyfriend ex-husband expatriate farmer fighter financier
    firefighter foreman friend fundraiser gardener grocer higher-up hiker holidaymaker homeowner householder
    imam immigrant importer industrialist informant insider instructor intern investor janitor landlady
    landowner lender listener merchant migrant moviegoer neighbor neighbour onlooker organiser owner
    parishioner passenger passer-by passerby patient peasant pedestrian pensioner philanthropist
    photographer physician physiotherapist planner postgraduate preacher priest proprietor protester
    psychiatrist psychologist publicist rabbi rancher realtor refugee resident schoolgirl settler
    shareholder shopkeeper shopper spectator stakeholder stockbroker stockholder strategist student
    subcontractor supplier surgeon surveyor survivor teacher tenant tourist trader trainee trainer traveler
    traveller treasurer undergraduate underwriter vendor vicar viewer villager voter wholesaler worshipper
    writer""".split()
)
STATEMENT_VERBS = frozenset(
    """acclaim acclaims acclaimed acclaiming affirm affirms affirmed affirming applaud applauds applauded
    applauding attest attests attested attesting belittle belittles belittled belittling berate berates
    berated berating boast boasts boasted boasting castigate castigates castigated castigating characterise
    characterises characterised characterising characterize characterizes characterized characterizing
    chastise chastises chastised chastising chide chides chided chiding clarify clarifies clarified
    clarifying commend commends commended commending confess confesses confessed confessing confide confides
    confided confiding credit credits credited crediting demur demurs demurred demurring denigrate
    denigrates denigrated denigrating deride derides derided deriding disparage disparages disparaged
    disparaging downplay downplays downplayed downplaying emphasise emphasises emphasised emphasising
    exclaim exclaims exclaimed exclaiming fault faults faulted faulting float floats floated floating guess
    guesses guessed guessing imply implies implied implying joke jokes joked joking lambast lambasts
    lambasted lambasting laud lauds lauded lauding liken likens likened likening opine opines opined opining
    pledge pledges pledged pledging portray portrays portrayed portraying posit posits posited positing
    presume presumes presumed presuming proclaim proclaims proclaimed proclaiming profess professes
    professed professing quip quips quipped quipping reaffirm reaffirms reaffirmed reaffirming rebuke
    rebukes rebuked rebuking refute refutes refuted refuting reiterate reiterates reiterated reiterating
    repeat repeats repeated repeating reply replies replied replying respond responds responded responding
    retort retorts retorted retorting scold scolds scolded scolding specify specifies specified specifying
    suppose supposes supposed supposing surmise surmises surmised surmising theorize theorizes theorized
    theorizing tout touts touted touting underline underlines underlined underlining underscore underscores
    underscored underscoring urge urges urged urging venture ventures ventured venturing vow vows vowed
    vowing""".split()
)
