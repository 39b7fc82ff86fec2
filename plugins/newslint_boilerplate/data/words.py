"""Single words that pages are made of: the names of buttons and of sections."""

# Words that a page's buttons are made of. A line of nothing else is a row of buttons.
NETWORKS = frozenset(
    "facebook twitter x linkedin instagram whatsapp pinterest reddit telegram tumblr threads bluesky mastodon "
    "flipboard youtube tiktok snapchat messenger google stumbleupon blogger digg viber vk wechat line fb rss discord "
    "truth".split()
)
BUTTONS = frozenset(
    "share shares shared sharing tweet tweets retweet pin email e-mail mail print copy copied link url save saved "
    "follow followed following followers like likes fans fan subscribe subscribed subscribers comment comments reply "
    "replies log login sign register close menu search undo permalink bookmark embed download transcript toggle "
    "options view views show hide load loading expand loaded newsletter newsletters read watch listen play retweets "
    "favourites favorites gift".split()
)
FILLERS = frozenset(
    "on via by this in the to a an article story page here click up out and or it for new window more us our current "
    "home back top next previous less text post main k m extra open now all app posts w min mins".split()
)

# What the menus of news sites are made of: a section's name alone on a line.
SECTIONS = frozenset(
    "home news world politics business sport sports opinion opinions lifestyle health science tech technology "
    "entertainment travel culture features feature education environment economy finance money markets local national "
    "international us uk africa asia europe americas australia canada india china middle east video videos photos "
    "podcasts podcast magazine weather obituaries crime food fashion arts books music movies film tv television games "
    "gaming football soccer tennis cricket baseball basketball golf rugby hockey racing auto autos cars real estate "
    "jobs classifieds letters editorial editorials columnists columns column blogs blog analysis explainer explainers "
    "investigations investigation interview interviews review reviews life style living climate energy space "
    "astronomy nutrition fitness family parenting relationships religion society history media royals celebrity "
    "showbiz careers multimedia gallery galleries archive archives events contact about advertise shop store deals "
    "coupons crossword puzzles horoscopes comics premium exclusive exclusives district region regional state city "
    "metro nation country community article articles story stories press release releases guides guide entrepreneur "
    "startups ai security cybersecurity crypto cryptocurrency personal stocks investing retail general uncategorized "
    "breaking latest trending popular more all top u.s u.s. u.k. law justice military war live updates schedule fact "
    "check research insights insight industry".split()
)

# A page speaks of itself: of what is done to it and of its parts. A line of nothing else is one of its labels.
PAGE_VERBS = frozenset(
    "view read show see close open expand collapse search contact share rate report print save download manage edit "
    "confirm hide skip jump sort filter explore browse visit register recommended sponsored promoted watched popular "
    "commented shared viewed trending continue accept reject load email copy listen watch enlarge create delete "
    "unlock gift bookmark translate cancel resume access".split()
)
PAGE_PARTS = frozenset(
    "article articles page pages comment comments newsletter newsletters site website homepage app gallery slideshow "
    "author authors editor editors dialog window popup subscription subscriptions account accounts settings profile "
    "notifications alerts edition transcript caption captions coverage menu navigation sidebar player cookies "
    "preferences message messages photo photos image images picture pictures".split()
)

# What a page says of itself and to its visitors, in sentences too. A text on the press has one of these words, seldom
# several in one line.
VISITOR_WORDS = frozenset(
    "facebook twitter linkedin instagram whatsapp pinterest reddit telegram tumblr bluesky flipboard youtube tiktok "
    "snapchat rss discord share shared sharing tweet tweets print copied url follow followed following subscribe "
    "subscribed subscribers comment comments reply replies login log sign register search permalink bookmark embed "
    "download transcript options show hide load newsletter newsletters read watch listen play gift article articles "
    "page pages site website homepage app gallery slideshow author authors editor editors dialog window popup "
    "subscription subscriptions account accounts settings profile notifications alerts edition captions coverage menu "
    "navigation player cookies preferences photo photos picture pictures video videos herald news gazette journal "
    "daily online today magazine newspaper newsroom wire blog com org you your we our ours us readers donate support "
    "click advertise advertisers sponsors contact copyright rights reserved policy privacy journalism inbox link "
    "updates update email e-mail mail views opinions story stories posts join latest podcast advertisement terms "
    "browser javascript ad ads".split()
)

# The labels of an advertisement's place; and words of labels by which a page discloses who paid for a text.
SLOT_WORDS = frozenset(("advertisement", "advertisements", "continues", "continued", "continue"))
DISCLOSURE_WORDS = frozenset(
    "sponsored sponsor sponsors paid promoted partner partners affiliate supported brought message this".split()
)

# Labels of a seller's button, which the family `advertising` reports.
SELLING_LABELS = frozenset(("buy now", "download now", "order now", "shop now"))

# Labels that stand between two sentences where a scraper joined the lines of a page.
EMBEDDED_LABELS = (
    ("ad slot", (
        "advertisement", "story continues below the video", "story continues below advertisement",
        "article continues below advertisement", "story continued below", "continue reading below",
    )),
    ("related", ("related stories", "related articles", "related story", "related article", "related coverage")),
    ("player", (
        "view full caption", "enlarge this image", "hide caption", "toggle caption", "show caption", "see more videos",
        "see more photos", "play video", "view slideshow", "view gallery", "watch the video below",
    )),
)  # fmt: skip

# What a publisher asks of its readers, where it opens its sentence; and where it promises to deliver.
APPEALS = (
    "sign up", "subscribe", "become a member", "become a subscriber", "become a supporter", "become a patron",
    "join our", "support our", "support independent", "support local", "support quality", "support trusted",
    "help us", "consider supporting", "consider becoming", "consider making", "consider subscribing",
    "make a donation", "make a contribution", "donate to", "donate today", "donate now", "download our",
    "download the", "get our", "get the", "get unlimited", "get breaking", "register for free", "register now",
    "start your day with", "stay informed with", "never miss", "support us",
)  # fmt: skip
INBOXES = ("your inbox", "your email inbox", "your mailbox")

# Words of the patterns that tell metadata from text.
JOB_TITLES = ("journalist", "columnist", "reporter", "correspondent", "contributor", "editor", "staff")
PICTURE_AGENCIES = ("ap", "afp", "reuters", "epa", "bloomberg")
PICTURE_WORDS = ("getty", "shutterstock", "cc by", "photo", "image", "picture", "/", "(")  # each credit has one
SOCIAL_SITES = (
    "facebook", "twitter", "x", "instagram", "telegram", "youtube", "linkedin", "threads", "tiktok", "bluesky",
    "google", "truth social",
)  # fmt: skip

# Labels of links that are labels of headlines as well.
HEADLINE_LABELS = frozenset(
    "photos images videos image gallery galleries slideshow slide must raw full see view".split()
)

# What publishers ask readers to take, in the singular where either number will do, and how they promise to deliver it.
PUBLISHER_GOODS = (
    "newsletter", "letter", "digest", "bulletin", "roundup", "inbox", "briefing", "alert", "updates", "email",
    "e-mail", "journalism", "journalists", "reporting",
    "newsroom", "our", "subscription", "subscriber", "member", "membership", "podcast", "youtube", "channel",
    "stories", "headlines", "digital access", "unlimited", "app", "premium", "donation", "gift", "contribution",
)  # fmt: skip
DELIVERY_WORDS = ("want", "deliver", "straight", "direct", "right in", "right to", "send", "sent", "get", "meet")

# Codes and tags that a page's template leaves in square and in angle brackets.
SHORTCODES = (
    "caption", "embed", "gallery", "video", "audio", "playlist", "youtube", "twitter", "tweet", "instagram", "iframe",
    "ad",
)  # fmt: skip
HTML_TAGS = (
    "a", "b", "blockquote", "br", "div", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "iframe", "img", "li", "ol", "p", "script", "section", "span", "strong", "style", "table", "td", "tr", "u", "ul",
)  # fmt: skip

# Words of time stamps and of other metadata at the head of a text.
AGENCIES = (
    "associated press", "reuters", "afp", "ap", "ani", "pti", "ians", "staff", "staff report",
    "staff writer", "staff reporter", "news desk", "web desk",
)  # fmt: skip
STAMP_LABELS = (
    "date", "published", "posted", "updated", "modified", "created", "uploaded", "issued", "publish date",
    "published date", "publishing date",
)  # fmt: skip
METADATA_FIELDS = (
    "title", "headline", "source", "author", "site", "section", "byline", "edition", "url", "publisher", "category",
)  # fmt: skip

# Headings that a page sets before its text, and labels that are an ordinary word at the head of a sentence.
HEADINGS = frozenset(
    "key points,key highlights,key takeaways,highlights,story highlights,at a glance,quick read,in brief".split(",")
)
ORDINARY_LABELS = frozenset(
    "more continue privacy copyright listen watch play close latest popular recommended premium register ad ads track "
    "loaded loading photos photo featured related terms trending previous advertising comments comment undo share "
    "shares follow following like conversation feedback expand membership newsletter sections section topics topic "
    "subjects labels donate pause mute responses replies reply followers bookmark".split()
)

# Words with which sentences begin; what stands before one of them may be a headline.
SENTENCE_OPENERS = frozenset(
    "The A An In On At He She It They We But And If As This That These Those There When While After Before For His "
    "Her Its Their Our I You Some Many Most However Since Earlier According Also Both No One What Why How Who With "
    "From By Just Now Well Yes Not To Here Last It’s It's I’m There’s There's Let’s Police Officials President".split()
)
# Words that headlines in Title Case leave in lower case.
SMALL_WORDS = frozenset("a an the of to in on at for and or but by with as from vs nor".split())
# Words that only headlines set with a capital.
FUNCTION_WORDS = frozenset(
    "is are was were be been has have had do does did not will would can could should may might must of in on at for "
    "from with by as and or but after before over into out up about against how why what when where who this that "
    "these those it its his her their our your my you we they he she than more just says say gets get to".split()
)

# What colleagues are credited for, before "by".
CREDITED_WORK = (
    "reporting", "additional reporting", "writing", "editing", "edited", "produced", "compiled", "translated",
    "translation", "graphics", "photographs", "research", "illustrations", "reported", "with reporting",
)  # fmt: skip

# How a page names its publication, and how it speaks of itself and to its readers.
PUBLICATION_WORDS = frozenset(
    "post herald times news gazette journal tribune daily press media online today weekly report review bulletin "
    "chronicle courier mail observer record star sun telegraph standard voice magazine network radio tv paper "
    "newspaper newsroom wire blog site website com org net".split()
)
READER_WORDS = frozenset(
    "you your yours we our ours us subscribe subscribers readers donate donations support follow click advertise "
    "advertisers sponsors contact copyright rights reserved policy privacy journalism independent".split()
)
NAME_PARTICLES = frozenset("van de der den von zu al el bin ibn di da la le".split())

# What labels the metadata below a text, before a colon.
METADATA_LABELS = (
    "source", "via", "tag", "tags", "topics", "category", "filed under", "first published", "published", "posted",
    "last updated", "doi", "related", "also read", "read more", "read also", "see also",
)  # fmt: skip
