# ruff: noqa: E501
"""What each word of a headline adds for advertising, in tenths; written by `tools/fit_wording.py`."""

BIAS = -22

# The weight, and the words; `^` marks the first word of a headline.
WORDS_BY_WEIGHT = (
    (-24, "use"),
    (-19, "streaming"),
    (-14, "amp"),
    (-13, "dies"),
    (-12, "^with china england knicks obama second"),
    (-11, "kills line loss media n president some uk wins zealand"),
    (-10, "air australian d dune future futurist m may tv war"),
    (-9, "^two financial g markets online plan report season since start strategist trust"),
    (
        -8,
        "^who ^why ad billion crashes earnings flu jets london mexico over phone record road say u wales workers year",
    ),
    (
        -7,
        "^her ^obama agency announced brain but claims crash cup dead deal diet fire germany government hits hold home international iraq large league near number once plans police prime quarter reports run security south study th tough united wikinews",
    ),
    (
        -6,
        "^more ^us ^will acquires actor attention banned be begins breakfast by cabinet championship charges close company deaths elections expected fears festival finds focus football governor hall hole hope iraqi killed left magnitude mets mission music not p power price receives texas there threat three train trial votes web",
    ),
    (
        -5,
        "^canadian ^uk ^wikinews afghanistan aids australia blue building chile consumer court during earthquake east family france injured iphone least likely madoff next northern pakistan pm pollution pro rescue rights says set toronto zimbabwe",
    ),
    (
        5,
        "^tell actual americans beauty buying cast cats give harris harry isn't issues it makeup models news products quote reynolds secret senior single son steps then tweets winner",
    ),
    (
        6,
        "^i amazon awesome become being bieber bollywood born boys bring celebs change child computer cute dad deals doctor doing emas estate fat genius get great guess guy has have having he into james jet joke looked loves mom one only or pics pictures really ryan shocking steve struggles teen tell terrible them there's totally valentine's winter wrote you'll",
    ),
    (
        7,
        "^can ^top a after almost beautiful bizarre black celebrities christmas couples do don't energy everything eyes fight finally fox game gigi hair history insane last leaves legal looking magical match reason rich see serious so stages the true went when without",
    ),
    (
        8,
        "# ^are ^watch ^what's ^when amy away cool facts find girl guys is jimmy like make moment name night photo picks potter quiz rose save tried ultimate wars watch were who's with would years",
    ),
    (
        9,
        "^an ^if absolutely adorable awkward drake eating got iconic inside justin let's movies nfl smart snapchat too up why will women words",
    ),
    (
        10,
        "animals anxiety cancer chicken did diy donald ever gets girls if kanye lines my ny perfectly pretty reasons revealed should simple star stocks times tips twitter used warns wedding what's",
    ),
    (11, "^how ^these celebrity hilarious his know lost met never people reveal what"),
    (
        12,
        "^here's ^which actually any around confessions favorite halloween heads her how kids learn long look model moments need show signs trump vacations ways worst",
    ),
    (13, "^# ^the anyone are disney here questions richest search solved you're"),
    (14, "about affordable all best market new now that we which"),
    (15, "here's instagram it's perfect photos seattle things try was"),
    (16, "^this before real seriously stock their truth"),
    (17, "cars every everyone love married these who"),
    (19, "most"),
    (21, "cruise just"),
    (23, "you your"),
    (24, "this"),
)
