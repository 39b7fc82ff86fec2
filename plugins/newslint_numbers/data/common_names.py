"""Names that do not distinguish an event: thousands of other articles have them."""

COMMON_NAMES = frozenset(
    # words at the start of sentences, titles and offices
    "the and but for not you she they this that these those there when while after before with from his her its our "
    "who what where how why all any some many most more one two three four five six seven eight nine ten also about "
    "according officials authorities police sheriff deputies officer officers chief sgt lieutenant lt captain capt "
    "detective deputy mayor governor gov senator sen rep representative president minister secretary attorney judge "
    "spokesman spokeswoman department office county city state states national federal bureau district court hospital "
    "medical center school high university college street avenue road drive boulevard block park north south east west "
    "northern southern eastern western photo image file video news press associated reuters staff writer posted "
    "updated published copyright click read here story update breaking local mr mrs ms dr jr sir saint fire crime "
    "gen col maj rev prof professor ambassador "
    "stoppers neighbors witnesses investigators residents family victims anyone facebook twitter google youtube "
    "instagram monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan feb mar apr jun jul aug sept oct nov dec est edt pst pdt cst cdt "
    # countries, peoples, states and cities that are often in the news
    "america american americans united kingdom britain british england english france french germany german europe "
    "european union china chinese japan japanese russia russian russians ukraine ukrainian israel israeli palestinian "
    "iran iranian iraq iraqi syria syrian turkey turkish india indian pakistan afghanistan mexico mexican canada "
    "canadian korea korean australia australian africa african washington london moscow beijing kyiv kiev york chicago "
    "angeles los san houston dallas philadelphia boston atlanta miami detroit texas california florida ohio illinois "
    "michigan georgia virginia carolina pennsylvania jersey tennessee missouri indiana louisiana arizona colorado "
    # wars that are often in the news
    "gaza hamas jerusalem islamic isis taliban kabul baghdad mosul beirut hezbollah damascus aleppo yemen saudi arabia "
    # politics of the day
    "white house congress senate republican republicans democrat democrats democratic party donald trump joe biden "
    "barack obama hillary clinton bernie sanders vladimir putin pence bush supreme security council nato pentagon fbi "
    "cia kremlin parliament government committee campaign gop vice speaker leader leaders general justice "
    # words around articles, and names of outlets
    "new today times daily post herald tribune journal chronicle gazette channel network media group newspapers "
    "newsletter newsletters reporter editor correspondent contributing coverage alert eyewitness action live latest "
    "trending related stories fox continued below caption gallery close replay just watch videos photos images getty "
    "llc inc corp ltd usa bloomberg "
    # words that reports on violence and accidents capitalize
    "suspect suspects dead killed killing wounded injured hurt shot shots shooting mass unit homicide major crimes "
    "trauma memorial regional general central international national community county metro public safety services "
    "board commissioner superintendent director inspector neighborhood emergency alert suv ceo "
    # streets and states in addresses
    "ave blvd rd lane way place circle terrace ala ariz ark calif colo conn del fla ill ind kan mass mich minn miss "
    "neb nev okla ore tenn tex wash wis "
    # words before the name of a town; more peoples
    "las san santa saint fort lake mount grand east west upper lower middle kurdish kurds turks arab arabs jewish "
    "muslim muslims christian christians islam spanish italian dutch polish greek asian europeans asia "
    # common first names; the last name stands beside them
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark "
    "paul steven andrew kenneth george kevin brian edward ronald timothy jason jeffrey ryan jacob gary nicholas eric "
    "stephen jonathan larry scott mike bill jim tom bob steve chris matt dan tony martin peter alex adam henry frank "
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy maria anna laura".split()
)
