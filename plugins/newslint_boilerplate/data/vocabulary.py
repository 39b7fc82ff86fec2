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
    "options view views show hide load loading expand loaded newsletter newsletters read watch listen play".split()
)
FILLERS = frozenset(
    "on via by this in the to a an article story page here click up out and or it for new window more us our current "
    "home back top next previous less text post main k m extra open now all app posts w".split()
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
    "preferences message messages".split()
)
