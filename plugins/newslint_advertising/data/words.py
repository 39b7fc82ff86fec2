"""Words of advertising: the phrases of the lexicon, and words that are features of a short line or part of patterns."""

from newslint.api import Lexicon

LEXICON: Lexicon = {
    # Orders to the reader: offers where they open a sentence.
    "advertising.order": (
        "shop now", "shop today", "buy now", "buy yours", "order now", "order yours", "order today", "get yours",
        "get access to", "call now", "call today", "act now", "book now", "book today", "claim your", "claim yours",
        "grab yours", "add to cart", "use code", "use the code", "use promo code", "enter code", "enter the code",
        "apply code", "pre-order now", "preorder now", "ask your doctor if", "reserve your spot", "enter to win",
        "check price", "check the price", "check prices at", "buy it at", "buy it from",
        "buy it on", "shop our", "bet $", "bet £", "call 1-8", "download now", "start your free", "try it free",
        "get a free", "get your free",
    ),
    # Terms of a sale: offers where the sentence addresses the reader.
    "advertising.offer": (
        "promo code", "promo codes", "promotional code", "coupon code", "coupon codes", "discount code",
        "discount codes", "voucher code", "limited time", "limited-time", "while supplies last", "while stocks last",
        "while quantities last", "free shipping", "free delivery", "free trial", "free quote", "free quotes",
        "free consultation", "money-back guarantee", "money back guarantee", "no obligation", "risk-free",
        "special offer", "special offers", "exclusive offer", "exclusive offers", "exclusive deal", "exclusive deals",
        "today's best deals", "lowest price", "lowest prices", "lowest rates", "for as little as", "starting at just",
        "today only", "ends tonight", "save up to", "save big", "% off", "percent off", "per cent off", "with code",
        "with the code", "cancel anytime", "cancel any time", "terms apply", "t&cs apply", "bonus bets", "free bet",
        "free bets", "welcome bonus", "cash bonus", "shipping is on us", "for just $", "for just £", "for just €",
        "for only $", "for only £", "for only €", "night free", "nights free", "months free", "month free",
        "free inspection", "free sample", "free estimate", "no credit card", "or your money back",
        "off the regular price", "off your first", "off your order", "at checkout",
    ),
    # Prices: offers where a line says little else.
    "advertising.price": ("$", "£", "€"),
    # Where to click for what a line in Title Case praises.
    "advertising.call": (
        "click here", "go here", "here now", "here today", "see it here", "get it here", "order here", "dvd here",
        "book here", "guide here", "report here", "kit here", "clicking here",
    ),
    # A publisher's notices about commissions.
    "advertising.affiliate": (
        "affiliate link", "affiliate links", "affiliate commission", "affiliate commissions", "affiliate partner",
        "affiliate partners", "affiliate program", "affiliate programme", "affiliate revenue", "earn a commission",
        "earn commission", "earn commissions", "earn a small commission", "earn an affiliate commission",
        "receive a commission", "receive commission", "get a commission", "earn a portion of", "a share of sales",
        "a share of the sale", "a cut of the sale", "as an affiliate", "earn from qualifying",
        "as an amazon associate", "paid promotion", "paid partnership", "through our links", "through the links",
        "through links", "via our links", "using our links", "through one of our links", "via links",
        "receive compensation", "all products featured", "all products recommended", "earn a small percentage",
        "earn a percentage",
    ),
}  # fmt: skip

# Terms that news about prices names too; an order or a text without other prices makes them an offer.
PRICE_TERMS = frozenset(
    (
        *("for as little as", "starting at just", "for just $", "for just £", "for just €", "for only $", "for only £"),
        *("for only €", "lowest price", "lowest prices", "lowest rates", "% off", "percent off", "per cent off"),
        *("save up to", "free shipping", "free delivery", "off the regular price"),
    )
)
# Verbs that open an order to buy or to use something.
ORDER_VERBS = (
    "get", "save", "enjoy", "use", "take", "try", "shop", "buy", "order", "find", "compare", "claim", "grab", "score",
    "snag", "unlock", "see", "check", "start", "visit", "call", "book", "receive", "earn", "join", "browse", "discover",
    "bet", "open", "enter", "choose", "switch", "don't wait", "hurry", "reserve",
)  # fmt: skip
# Words of a page's forms, which the family `boilerplate` reports.
FORM_WORDS = (
    "newsletter", "newsletters", "inbox", "email address", "e-mail address", "subscribe", "sign up", "signing up",
    "become a", "log in", "journalism", "click here", "privacy", "unsubscribe", "agree to", "instant access",
    "full access", "digital access", "unlimited access",
)  # fmt: skip
# Words by which a publisher speaks of itself and its readers.
PUBLISHER_WORDS = (
    "we", "our", "us", "this post", "this article", "this page", "this story", "this site", "you", "i", "all products",
)  # fmt: skip
# Words of lines that are not headlines: credits, addresses, and the labels of links.
CREDIT_WORDS = (
    "produced by", "reported by", "edited by", "written by", "compiled by", "contributed by", "contributed to",
    "contributing", "additional reporting", "with assistance", "source", "image source", "photo credit", "courtesy of",
    "photo courtesy", "image courtesy", "photo via", "image via", "via ap", "graphics by", "photographs by",
    "photos by", "research by", "translated by",
)  # fmt: skip
STREET_WORDS = (
    "ave", "avenue", "st", "street", "rd", "road", "blvd", "boulevard", "drive", "lane", "square", "suite", "highway",
)  # fmt: skip
LINK_LABELS = (
    "breaking", "read", "also read", "related", "watch", "video", "exclusive", "must read", "more", "see also",
    "update", "photos", "gallery", "listen", "opinion",
)  # fmt: skip
PRICE_OPENINGS = ("", "was", "now", "only", "just", "from")  # before the price in a line that is one

# Features of a short line.
HYPE = frozenset(
    "absolutely actually adorable amaze amazed amazing anybody anyone awesome awkward baffle baffled baffles baffling "
    "banned beautiful believe bizarre blow blown bombshell breakthrough can't celeb celebrities celebrity celebs "
    "confessions costly couldn't crazy creepy cute dangerous definitely delicious destroyed didn't don't effortless "
    "effortlessly embarrassing epic ever everyone exposed facts famous favorite favourite finally forbidden forever "
    "forget funny genius gorgeous guess habits hack hacks heartbreaking heartbroken hidden hilarious hilariously "
    "horrible iconic ideas immediately impossible incredible incredibly insane insanely instantly jaw jaws laugh "
    "legendary literally massive miracle mistakes moments mysterious mystery nobody nostalgic obsessed perfect "
    "perfectly photos pics pictures probably prove puzzle quiz really reason reasons regret relatable remember reveal "
    "revealed revealing reveals ridiculous ruined scary secret secrets seriously shock shocked shocking shockingly "
    "should signs silly speechless strange struggles stunned stunning stuns surprise surprised surprising "
    "surprisingly terrifying things times tips totally transformation trick tricks truth ultimate unbelievable "
    "unforgettable unrecognizable untold viral wait warn warning warns ways weird wish won't zodiac".split()
)

SELLING = frozenset(
    "affordable annuities annuity antivirus arthritis bargain bargains bathtub belly bills bitcoin bladder brand "
    "brands bras buy buying car cards cars cashback certification charger cheap cheaper cheaply cholesterol cleaner "
    "clearance collagen compare cost costs coupon coupons cream credit cruise cruises crypto cure deals debt dental "
    "dentist deposit diabetes diet diets discount discounts doctor doctors dog dogs drivers earbuds eczema fat "
    "flights forex free fungus gadget gadgets generator gift gifts gutter gutters hair headphones hearing homeowner "
    "homeowners homes hotel hotels implants insurance insurers invest investing investment investments investor "
    "investors jeans jewelry joint keto kitchen laptop lease lender lenders loan luxury mattress mattresses md meals "
    "medicare metabolism moisturizer mortgage mortgages neuropathy online owner owners pain pension pets pill pills "
    "portfolio price prices probiotic product products quote quotes rates rebate rebates recipes refinance "
    "refinancing refund remedy rentals research resort resorts retire retired retirees retirement retiring rewards "
    "roof roofing sale save saving savings search senior seniors serum shoes shop shoppers shopping skin sleep "
    "smartwatch snacks sneakers snoring software solar stock stocks subscription sunglasses supplement supplements "
    "suv suvs tinnitus treatment treatments under vacation vacations vehicles vitamin vitamins vpn warranty wealth "
    "weight window windows wrinkles".split()
)

SUPERLATIVE = frozenset(
    "best biggest cheapest coolest craziest creepiest cutest deadliest dumbest easiest fastest finest funniest "
    "greatest hardest highest hottest largest longest lowest most newest oldest poorest prettiest rarest richest "
    "safest scariest sexiest smallest smartest strangest strongest top ugliest weirdest wildest worst".split()
)
