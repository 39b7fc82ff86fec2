"""What the sentences of pages hold, by the rule that reports them.

`HELD` are junk wherever they stand in a line that is no quotation. `HINTS` may also open a sentence of the article
("Also on Friday …"), so they are only one piece of evidence.
"""

CONTAINED_PHRASES: dict[str, tuple[str, ...]] = {
    "comment": (
        "to post a comment", "to leave a comment", "to post comments", "to leave a reply", "to join the conversation",
        "email address will not be published", "for the next time i comment", "in the comments below",
        "in the comments section below", "in the comment section below", "leave your comment below",
        "leave a comment below", "our comment policy", "moderating all comments", "feed for comments",
    ),
    "share": (
        "opens in new window", "share this post on", "share this on facebook", "share this article on",
        "share this story on", "share this with your", "on our facebook page", "like our facebook page",
        "follow us on facebook", "follow us on twitter", "follow us on instagram", "follow us on x",
        "follow us on telegram",
        "as a preferred source on google", "people are reading this",
    ),
    "read more": (
        "read the full story here", "continue reading this", "click here to read", "click here to subscribe",
        "to continue reading", "appeared first on", "click here for more", "click here to watch", "click here to see",
        "this article originally appeared", "this story originally appeared", "by clicking on this", "click this link",
        "is republished here under",
    ),
    "sign-up": (
        "newsletter sign", "unsubscribe at any time", "opt-out at any time", "opt out at any time",
        "terms of service and privacy policy", "terms and privacy policy", "privacy policy and terms",
        "agree to our privacy policy", "agree to our terms", "accept our terms", "agree to receive",
        "our award-winning journalism", "today's top stories delivered",
        "free articles left", "free articles remaining", "free stories left", "free article left",
        "gift articles a month", "gift articles each month",
    ),
    "ad slot": (
        "story continues below", "scroll to continue reading", "from our sponsor",
    ),
    "player": (
        "enable javascript", "supports html5 video", "browser does not support", "browser doesn't support",
        "using an ad blocker", "using an ad-blocker", "your ad blocker", "your adblocker", "whitelist our site",
    ),
    "notice": (
        "all rights reserved", "no warranties", "any warranties about", "may not be reproduced",
        "may not be published, broadcast", "without written permission", "without the written permission",
        "no part may be reproduced", "protected by recaptcha", "google privacy policy and terms",
        "terms of service apply", "not necessarily reflect the views", "not necessarily represent",
        "not necessarily those of", "do not necessarily reflect", "does not necessarily reflect",
        "are solely those of", "are those of the author", "are the author's own", "we use cookies",
    ),
}  # fmt: skip

WEAK_OPENINGS: dict[str, tuple[str, ...]] = {
    "credit": (
        "source:", "source :", "via:", "courtesy:", "provided by", "distributed by", "republished from",
    ),
    "comment": (
        "comments for this", "comments on this", "comments will be", "notify me when", "email me when",
        "let us know what you think", "tell us what you think", "drop a comment", "what are your thoughts",
        "please read our comment policy", "the comments section is", "readers are encouraged to", "commenting on this",
        "commenting is", "conversations are opinions", "have something to say",
    ),
    "share": (
        "share it with", "share with your", "like what you", "follow us for", "follow us and", "find us on",
        "follow our", "get the word out", "spread the word", "spread the news", "help us spread", "tweet us",
        "got a story", "got a tip", "have a tip", "have a story", "send us your", "email your", "write to us at",
        "visit our facebook", "visit us on", "connect with us on", "tell your friends",
    ),
    "read more": (
        "read more", "to read more", "for more news", "visit our website", "visit our site", "keep reading:",
        "want more news", "want to see more", "for all the latest", "for the latest news", "this content was",
        "content provided by",
        "powered by",
    ),
    "related": (
        "related topics:", "read:", "read |", "see:", "more:", "must read:", "must-read:", "next:", "previous:",
        "next up:", "now read:", "now watch:", "watch:", "watch |", "watch now:", "watch live:", "listen:", "listen |",
        "photos:", "gallery:", "in pictures:", "in pics:", "in photos:", "trending:", "also on", "more from",
        "more in ", "more by ", "more stories from", "more stories by", "more news from", "more coverage of",
        "more than this:", "latest on", "most read in", "most popular in", "trending in", "previously:", "explore:",
        "keep reading:", "learn more:", "find out more:", "story so far:", "exclusive |",
        "video |", "podcast |", "live |", "explained |", "fact check |", "trends:", "stories you may", "other stories",
        "see more at",
    ),
    "sign-up": (
        "subscribe to", "subscribe for", "subscribe and", "join over", "join more than", "join thousands",
        "join millions", "join our community", "join today", "get our", "get the latest news", "get the latest in",
        "get the latest from", "get the latest stories", "get the best of", "get the day's", "get the top",
        "get the most important", "get the morning", "get daily", "get weekly", "get alerts", "get unlimited",
        "get exclusive", "get access to", "get stories", "get updates", "get instant", "want to get", "want our",
        "never miss a", "don't miss a", "don't miss our", "don't miss out on", "stay up to date", "stay up-to-date",
        "stay informed by", "stay on top of", "stay in the know", "stay in touch", "stay tuned to",
        "keep up with the latest", "keep up to date", "start your morning", "by signing up", "by subscribing",
        "by clicking", "by submitting", "by registering", "i agree to the", "you may unsubscribe", "you will receive",
        "thank you for reading", "thanks for reading", "support our work", "become a member", "become a supporter",
        "become a patron", "please support", "help us continue", "help support", "make a donation", "donate to",
        "donate today", "donate now", "have an account?", "this content is for", "this is a premium", "you have read",
        "your subscription", "register now", "your source for", "download the free", "the latest from", "the best of",
        "daily news and analysis", "a weekly newsletter", "a daily newsletter",
    ),
    "ad slot": (
        "story continues after", "presented by", "sponsored by", "we may receive a commission", "promoted by",
        "products featured", "prices are accurate",
    ),
    "player": (
        "skip to", "scroll through", "swipe through", "tap to", "use left/right", "use arrow keys",
        "an error occurred", "sorry, there was", "we're sorry, there", "something went wrong", "please try again",
        "follow live updates", "toggle",
    ),
    "label": (
        "tag:", "topic:", "posted in ", "keywords:", "in this article:", "in this story:", "more on:", "published in:",
        "section:", "sections:", "mentioned in this article",
    ),
    "notice": (
        "opinions expressed", "views expressed", "the statements, views", "the information contained in",
        "the information provided", "disclaimer:", "disclosure:", "terms of service", "terms of use", "privacy policy",
        "published under", "this work is licensed", "creative commons", "reuters is not responsible",
        "any reproduction", "citation:", "why you can trust", "this is a developing story. please check back",
        "this translation has been",
    ),
}  # fmt: skip

# What a publisher asks of its readers, where it opens its sentence; and where it promises to deliver.
PLEAS: tuple[str, ...] = (
    "sign up", "subscribe", "become a member", "become a subscriber", "become a supporter", "become a patron",
    "join our", "support our", "support independent", "support local", "support quality", "support trusted",
    "help us", "consider supporting", "consider becoming", "consider making", "consider subscribing",
    "make a donation", "make a contribution", "donate to", "donate today", "donate now", "download our",
    "download the", "get our", "get the", "get unlimited", "get breaking", "register for free", "register now",
    "start your day with", "stay informed with", "never miss", "support us",
)  # fmt: skip
INBOX: tuple[str, ...] = ("your inbox", "your email inbox", "your mailbox")
