"""The words of pages: what stands around an article on a site, by the rule that reports it.

`WHOLE` phrases are junk where they are all that a line says, figures and marks apart ("3 comments", "» Read more").
`OPENS` phrases are junk where a line, or the last sentence of the text, begins with them; `HOLDS` phrases wherever
they stand in a line that nobody is quoted in. They are certain: what depends on its place is weighed (`weights.py`).
"""

from __future__ import annotations

from newslint.api import Lexicon

WHOLE: dict[str, tuple[str, ...]] = {
    "comment": (
        "comments", "add comment", "add a comment", "add your comment", "post a comment", "post comment", "comment",
        "post your comment", "leave a comment", "leave comment", "leave a reply", "leave your comment", "cancel reply",
        "leave a reply cancel reply", "write a comment", "write your comment", "view comments", "view all comments",
        "show comments", "hide comments", "load comments", "load more comments", "loading comments", "see comments",
        "read comments", "read the comments", "see all comments", "show all comments", "more comments",
        "recent comments", "latest comments", "newest comments", "top comments", "most recent comments",
        "join the conversation", "join the discussion", "join the debate", "start the conversation",
        "start the discussion", "be the first to comment", "no comments", "no comments yet", "comments are closed",
        "comments closed", "comments off", "comment policy", "our comment policy", "commenting guidelines",
        "sign in to comment", "log in to comment", "login to comment", "register to comment", "submit comment",
        "log in to leave a comment", "login to leave a comment", "feed for comments", "powered by disqus",
        "reader comments", "user comments", "your comment", "comments policy", "comments section", "comment section",
        "comment count", "responses", "replies", "commentcomment", "responses to", "reply to this comment",
        "have your say", "let us know in the comments", "sound off in the comments", "conversation",
        "please enter your comment", "please enter your name here", "please enter your email address here",
        "you have entered an incorrect email address", "skip to comments", "jump to comments", "go to comments",
        "comment on this story", "comment on this article", "comments on this story", "be the first to reply",
        "please log in to comment", "please login to comment", "you must be logged in to comment",
    ),
    "share": (
        "share", "share this", "share this article", "share this story", "share this post", "share this page",
        "share article", "share story", "share this on", "share on", "share via", "share options", "share tools",
        "share on facebook", "share on twitter", "share on x", "share on linkedin", "share on whatsapp",
        "share on pinterest", "share on reddit", "share on telegram", "share via email", "share by email",
        "share with friends", "share it", "share now", "share link", "share to facebook", "share to twitter",
        "shares", "tweet", "tweet this", "tweet on twitter", "retweet", "pin it", "pin this", "email this",
        "email this article", "email this story", "email article", "email a friend", "e-mail this",
        "send to a friend", "send by email", "print this", "print this article", "print article", "print this story",
        "print friendly", "printer friendly version", "copy link", "copy link url copied", "copy link to clipboard",
        "link copied", "link copied to clipboard", "copy url", "copied", "get short url", "get link", "permalink",
        "follow us", "follow us on", "follow us on social media", "follow us on facebook", "follow us on twitter",
        "follow us on instagram", "follow us on x", "follow us on google news", "follow me on twitter",
        "like us on facebook", "like us", "like this", "find us on facebook", "connect with us", "stay connected",
        "close extra sharing options", "more sharing options", "sharing options", "toggle more options",
        "show more sharing options", "bookmark", "bookmark this", "save article", "save for later", "add to favorites",
        "add to bookmarks", "save this article", "save this story", "add to reading list", "whatsapp", "flipboard",
        "stumbleupon", "share share", "gift this article", "gift article", "share full article", "reprints",
        "follow", "followed", "following", "save saved", "read in app", "open in app", "view on instagram",
        "followers", "listen to this article", "text size", "font size", "increase font size", "decrease font size",
        "add us on google", "follow this author", "follow author", "follow topic", "follow this topic",
        "email link", "linkedin", "pinterest", "reddit", "tumblr", "fb share", "share twitter", "facebook twitter",
        "share facebook", "facebook twitter email", "facebook twitter whatsapp", "like follow", "embed",
    ),
    "read more": (
        "read more", "read full article", "read the full article", "read full story", "read the full story",
        "read the full article here", "read the full story here", "read the full report here", "read the rest here",
        "read it here", "read more here", "read full article here", "read the original article", "read the original",
        "read the original article here", "read original article", "read entire article", "read the whole story",
        "read the entire article here", "read the rest of this article", "read the rest of this story", "read on",
        "read the rest of the article", "read the full report", "read the full post", "read the full post here",
        "continue reading", "continue reading the main story", "continue reading below", "continue", "keep reading",
        "continue to article", "continue to the article", "continue reading this story", "continue reading here",
        "click here", "click here to read more", "click here for more", "click here for the full story",
        "click here for details", "learn more", "find out more", "see more", "show more", "show less", "view more",
        "load more", "view full article", "view article", "view original", "view original article", "see full story",
        "view the original article", "full story", "full article", "full story here", "more here", "more details",
        "more info", "see all", "view all", "show all", "read less", "expand", "source link", "original article",
        "original source", "read source", "article continues below", "story continues below", "tap to read more",
        "this story continues below", "swipe up", "scroll for more", "scroll down", "keep scrolling",
        "story continues", "article continues", "read article", "read story", "read this story", "read preview",
        "back to top", "go to top", "return to top", "scroll to top", "skip to main content", "skip to content",
        "skip to article", "next page", "previous page", "back to article", "back to home", "back to homepage",
        "explore more", "discover more", "explore further", "more", "submit a correction", "report a correction",
        "report an error", "report error", "report a typo", "request a correction", "suggest a correction",
        "send us feedback", "give feedback", "send feedback", "feedback", "feedback to editors", "contact us",
        "return to homepage", "back to selection", "read the full text", "read the full text here",
    ),
    "related": (
        "related", "related articles", "related article", "related stories", "related story", "related news",
        "related posts", "related content", "related links", "related link", "related topics", "related coverage",
        "related reading", "related tags", "related items", "related headlines", "related video", "related videos",
        "related to this story", "related to this topic", "related media", "related information", "related post",
        "read next", "up next in news", "read this next", "what to read next", "recommended", "see also", "also read",
        "recommended for you", "recommended stories", "recommended articles", "recommended reading", "also see",
        "recommended video", "recommended videos", "you may also like", "you might also like", "you may like",
        "you might like", "you may be interested in", "you might be interested in", "you may also be interested in",
        "more for you", "more stories", "more from this author", "more from author", "more like this", "more news",
        "more on this story", "more on this topic", "more on this", "more articles", "more headlines", "also on",
        "more to read", "more to explore", "more in news", "more coverage", "more top stories", "more videos",
        "most read", "most popular", "most viewed", "most shared", "most commented", "most recent", "most watched",
        "most discussed", "most emailed", "popular", "popular now", "popular stories", "popular posts", "trending",
        "popular articles", "popular in the community", "trending now", "trending stories", "trending topics",
        "trending news", "more trending", "trending today", "trending on", "what's trending", "hot topics",
        "latest", "latest news", "latest stories", "latest articles", "latest headlines", "latest posts",
        "latest videos", "latest on", "recent posts", "recent articles", "recent stories", "recent news", "must read",
        "must reads", "must-read", "top stories", "top news", "top headlines", "top local stories", "top video",
        "top videos", "featured", "featured articles", "featured stories", "featured video", "featured videos",
        "featured posts", "editor's picks", "editors' picks", "editor's pick", "editors picks", "editor's choice",
        "don't miss", "in case you missed it", "suggested for you", "suggested reading", "suggested articles",
        "other stories", "other news", "other articles", "previous article", "next article", "previous story",
        "next story", "previous post", "next post", "previous next", "prev next", "previous", "next up", "up next",
        "around the web", "from around the web", "from the web", "elsewhere on the web", "from our partners",
        "more from our partners", "from our network", "story timeline", "in this story", "in this article",
        "stories for you", "today's top stories", "breaking news", "live updates", "explore more topics",
        "keep reading about", "further reading", "you may have missed", "ICYMI", "best of", "good deals", "next in",
        "read also", "more reading", "what others are reading", "people also read", "people are reading",
        "others also read", "our picks", "picked for you", "handpicked for you", "more on", "more in", "now read",
        "now watch", "happening now", "upcoming events", "most read by subscribers", "for subscribers", "in pictures",
    ),
    "sign-up": (
        "subscribe", "subscribe now", "subscribe today", "subscribe here", "subscribe for free", "subscribe for more",
        "subscribe to our newsletter", "subscribe to our newsletters", "subscribe to newsletter", "start free trial",
        "subscribe to our weekly newsletter", "subscribe to our daily newsletter", "subscribe via email",
        "subscribe by email", "subscribe to our channel", "subscribe to our youtube channel", "subscribers only",
        "subscriber exclusive", "subscriber only", "sign up", "sign up now", "sign up here", "sign up today",
        "sign up for our newsletter", "sign up for newsletters", "sign up for free", "sign up for alerts",
        "sign up to our newsletter", "sign up for our newsletters", "sign in", "log in", "login", "log out", "sign out",
        "log in or sign up", "sign up or log in", "login or register", "register", "register now", "register for free",
        "create account", "create an account", "create a free account", "my account", "already a subscriber",
        "already a member", "already have an account", "have an account", "forgot password", "remember me",
        "forgot your password", "newsletter", "newsletters", "our newsletter", "daily newsletter", "email newsletter",
        "weekly newsletter", "email newsletters", "newsletter sign up", "newsletter signup", "newsletter sign-up",
        "email address", "your email", "your email address", "email required", "enter your email", "enter email",
        "enter your email address", "thanks for signing up", "thank you for signing up", "thank you for subscribing",
        "thanks for subscribing", "breaking news emails", "breaking news alerts", "email alerts", "get alerts",
        "get the newsletter", "get the app", "download the app", "download our app", "get our app", "get updates",
        "breaking news email", "free newsletter", "become a member", "join now", "join us", "join today",
        "support us", "support our journalism", "donate", "donate now", "make a donation", "continue with google",
        "continue with facebook", "start your free trial", "sign uplog in", "manage subscription", "membership",
        "check your inbox", "no thanks", "not now", "maybe later", "turn on notifications", "allow notifications",
        "enable notifications", "get notifications", "home subscribe", "subscribe home", "premium",
    ),
    "ad slot": (
        "advertisement", "advertisements", "advertising", "advertisment", "advert", "ad", "ads", "story ad", "adchoices",
        "advertisement - story continues below", "advertisement - continue reading below", "sponsor message",
        "advertisement continue reading", "advertisement continue reading below", "advertisement advertisement",
        "advertisement scroll to continue", "advertisement scroll to continue reading", "ads by google",
        "advertisement article continues below", "advertisement story continues below", "article continues after ad",
        "article continues after advertisement", "story continues after advertisement", "continue after advertisement",
        "story continues below advertisement", "article continues below advertisement", "skip advertisement",
        "skip ad", "skip ads", "remove ads", "report this ad", "report ad", "close ad", "ad feedback", "ad choices",
        "why this ad", "this is an advertisement", "paid advertisement", "sponsored", "sponsored content", "promoted",
        "sponsored links", "sponsored link", "sponsored post", "sponsored stories", "promoted content", "promoted links",
        "promoted stories", "sponsored by", "supported by", "presented by", "brought to you by", "by taboola",
        "paid content", "paid post", "partner content", "from our sponsors", "a message from our sponsor", "taboola",
        "message from our sponsor", "our sponsors", "outbrain", "recommended by", "recommended by outbrain",
        "by taboola by taboola", "sponsored links by taboola", "promoted links by taboola", "you may like sponsored",
        "loading ad", "placeholder ad", "ad loading", "advertise with us", "advertise", "undo", "affiliate links",
        "story continues below gallery", "story continues below video", "article continues below video",
        "sponsored links sponsored links", "promoted links promoted links", "story continues below ad",
    ),
    "player": (
        "watch now", "watch live", "watch the video", "watch video", "watch the video below", "play video", "play",
        "play audio", "pause", "mute", "unmute", "replay", "autoplay", "full screen", "fullscreen", "exit full screen",
        "video player is loading", "this is a modal window", "video unavailable", "video not available", "now playing",
        "playback speed", "close video", "video player", "loading video", "listen now", "listen", "audio player",
        "back to gallery", "view gallery", "view photos", "see photos", "photo gallery", "image gallery", "slideshow",
        "view slideshow", "launch gallery", "open gallery", "view gallery in full screen", "photos view slideshow",
        "hide caption", "toggle caption", "show caption", "enlarge this image", "click to enlarge", "enlarge image",
        "open image in gallery", "view image in fullscreen", "view image", "close gallery", "open image modal",
        "next slide", "previous slide", "next image", "previous image", "view larger image", "image source",
        "thanks for watching", "visit website", "advertisement remaining time", "remaining time", "loaded",
        "loading", "please wait", "close", "close menu", "open menu", "dismiss", "close modal", "close dialog",
        "error loading player", "embed video", "transcript", "show transcript", "hide transcript", "read transcript",
        "view transcript", "photos", "podcasts", "all podcasts", "podcasts & shows", "to use this player", "track",
        "do not track", "story highlights hide", "listen to the podcast", "watch on youtube", "watch full video",
    ),
    "label": (
        "tags", "tag", "topics", "topic", "category", "categories", "filed under", "filed in", "posted in", "posted under",
        "article tags", "tagged", "tagged in", "tagged with", "keywords", "subjects", "sections", "section", "explore topics",
        "more topics", "topics in this article", "in this section", "post tags", "story tags", "tags in this story",
        "read more on", "published in", "more about", "read more about", "tags slider", "uncategorized", "post categories",
        "article topics", "story topics", "labels", "browse by topic", "related tags",
    ),
    "credit": (
        "agencies", "wire reports", "from wire reports", "staff and wire reports", "from staff and wire reports", "inputs from agencies",
        "compiled from wire services", "compiled from wire reports", "wire services", "agency reports", "news agencies",
        "from staff reports", "from news services",
    ),
    "notice": (
        "all rights reserved", "copyright", "terms of service", "terms of use", "terms and conditions", "privacy policy",
        "privacy", "privacy notice", "cookie policy", "cookie settings", "cookie preferences", "do not sell my info",
        "do not sell my personal information", "do not sell or share my personal information", "accept cookies",
        "accept all cookies", "accept all", "reject all", "terms", "terms & conditions", "terms of service privacy policy",
        "privacy policy terms of service", "privacy policy terms of use", "your privacy choices", "accessibility",
        "ad policy", "ethics policy", "editorial standards", "why you can trust us", "about our ads", "site map",
        "sitemap", "about us", "rss", "rss feed", "powered by wordpress", "manage cookies", "legal notice", "imprint",
        "editorial guidelines", "corrections policy", "why trust us", "our standards",
    ),
}  # fmt: skip

OPENS: dict[str, tuple[str, ...]] = {
    "comment": (
        "you must be logged in to", "you must register or log", "you must be a registered", "you must log in to",
        "you must login to", "you must register to", "you must sign in to", "you need to be logged in to",
        "you need to log in to", "you have to log in to", "please log in to", "please login to", "please sign in to",
        "please register to", "log in or register to", "log in or sign up to", "login or register to", "log in to post",
        "login to post", "log in to reply", "log in to comment", "login to comment", "sign in to join", "sign in to post",
        "comments are closed", "comments are turned off", "comments are disabled", "comments are moderated",
        "comments have been closed", "comments for this", "comments on this", "comments will be", "be the first to comment",
        "leave a comment", "leave a reply", "leave your comment", "leave us a comment", "post a comment", "add a comment",
        "add your comment", "your email address will not be published", "required fields are marked",
        "save my name, email", "notify me of follow", "notify me of new", "notify me when", "email me when",
        "this site uses akismet", "learn how your comment data", "this comment has been removed", "view comments (",
        "share your thoughts in the comment", "let us know what you think", "let us know in the comment",
        "tell us what you think", "tell us in the comment", "sound off in the comment", "drop a comment",
        "what do you think about this", "what are your thoughts", "would you like to comment", "want to comment on",
        "please read our comment policy", "please read our commenting", "please keep your comment", "join the conversation",
        "join the discussion", "the comments section is", "readers are encouraged to", "enter your comment",
        "please enter your comment", "please enter your name", "please enter your email", "please enable javascript to view the comments",
        "commenting on this", "commenting is", "conversations are opinions", "the views expressed in the comments",
        "comment via", "note: we are temporarily moderating", "we moderate comments", "comments powered by",
        "have something to say", "got something to say", "have a comment", "share or comment on",
    ),
    "share": (
        "share this article", "share this story", "share this post", "share this page", "share this news", "share this video",
        "share this on", "share this with", "share this:", "share the post", "share the story", "share it with", "share on:",
        "share on facebook", "share on twitter", "share on x", "share current article", "share via", "share article",
        "click to share", "click to email", "click to print", "click to tweet", "please share", "like and share",
        "share if you", "share with your", "share to facebook", "share to twitter", "share your opinion on facebook",
        "like this story?", "like this article?", "like what you", "enjoyed this article?", "enjoyed this story?",
        "did you like this", "did you enjoy this", "follow us on", "follow us at", "follow us for", "follow us and",
        "follow us @", "like us on", "like our page", "like our facebook", "find us on", "join us on facebook",
        "join us on telegram", "join our whatsapp", "join our telegram", "join our facebook", "follow me on",
        "follow him on", "follow her on", "follow them on", "follow our", "get the word out", "spread the word",
        "spread the news", "help us spread", "tweet this", "tweet us", "email this", "e-mail this", "print this",
        "send this article", "send this story", "reach the reporter", "reach the writer", "contact the reporter",
        "get in touch with our", "got a story", "got a tip", "have a tip", "have a story", "have a news tip",
        "send us your", "send tips to", "send news tips", "contact us at", "email us at", "email your", "write to us at",
        "see a typo", "spotted an error", "found an error", "see an error", "visit our facebook", "visit us on",
        "connect with us on", "stay connected with", "tell your friends",
    ),
    "read more": (
        "read the full article", "read the full story", "read the full report", "read the full post", "read the full text",
        "read the entire article", "read the entire story", "read the rest of", "read the original", "read the whole",
        "read full article", "read full story", "read more at", "read more here", "read more on", "read more about",
        "read more from", "read more in", "read more stories", "read more of", "click here to", "click here for",
        "click here and", "click to read", "click to watch", "click to view", "click to see", "click to subscribe",
        "click through to", "click the link", "click on the link", "click on this link", "click below to", "continue reading",
        "to continue reading", "to read more", "to read the full", "to read the rest", "for the full story", "for more on this",
        "for more stories like this", "for more information, visit", "for more news", "for more details, visit", "for more, visit",
        "visit our website", "visit our site", "visit our homepage", "see the full story", "view the original article",
        "view the full", "keep reading:", "this post first appeared", "this story first appeared",
        "this article first appeared", "this story originally appeared", "this article originally appeared",
        "this post originally appeared", "this story was originally published", "this article was originally published",
        "this post was originally published", "this piece was originally", "originally published at", "originally published on",
        "originally published in", "originally published by", "originally posted on", "first published on", "first published in",
        "first published:", "article source:", "story source:", "original source:", "source link", "source url", "news source:",
        "want to read more", "want more news", "want to see more", "enjoying this story", "there's plenty more where",
        "watch the latest video at", "watch the video below", "for all the latest", "for the latest news", "download the app",
        "download our app", "check out our", "check out more", "explore more", "provided by ", "via syndi",
        "distributed by", "republished with permission", "reprinted with permission", "reproduced with permission",
        "this content is provided by", "this article is provided by", "this content was", "content provided by",
    ),
    "related": (
        "related:", "related |", "related -", "related –", "related —", "related article:", "related articles:",
        "related story:", "related stories:", "related news:", "related coverage:", "related content:", "related reading:",
        "related video:", "related link:", "related links:", "related post:", "related posts:", "related topics:",
        "read more:", "read more |", "read more -", "read more –", "read more —", "read also:", "also read:", "also read |",
        "also read -", "also read –", "read:", "read |", "read next:", "read this:", "see also:", "see also |", "see more:",
        "see:", "more:", "more like this:", "more on this:", "more on this story:", "must read:", "must-read:", "don't miss:",
        "don't miss |", "recommended:", "recommended reading:", "recommended for you:", "next story:", "previous story:",
        "next article:", "previous article:", "next:", "previous:", "next up:", "up next:", "now read:", "now read this:",
        "now watch:", "now watch this:", "watch:", "watch |", "watch -", "watch more:", "watch now:", "watch also:",
        "watch live:", "listen:", "listen |", "photos:", "gallery:", "in pictures:", "in pics:", "in photos:", "trending:",
        "trending now:", "most read:", "most popular:", "popular now:", "also see:", "also on", "you may also like:",
        "you might also like:", "you may like:", "you may be interested in:", "in case you missed it:", "icymi:",
        "more from", "more in ", "more by ", "more stories from", "more stories by", "more news from", "more coverage of",
        "more than this:", "latest on", "most read in", "most popular in", "trending in", "previously:", "explore:",
        "further reading:", "keep reading:", "related to:", "learn more:", "find out more:", "story so far:", "analysis |",
        "opinion |", "exclusive |", "video |", "podcast |", "live |", "explained |", "fact check |", "more ap ",
        "trends:", "related tags", "latest stories", "stories you may", "other stories", "see more stories", "see more at",
    ),
    "sign-up": (
        "subscribe to", "subscribe for", "subscribe now", "subscribe today", "subscribe here", "subscribe and",
        "subscribe via", "sign up for", "sign up to", "sign up here", "sign up now", "sign up today", "sign up with",
        "sign up below", "sign up and", "sign up (", "signup for", "join over", "join more than", "join thousands",
        "join millions", "join our mailing", "join our newsletter", "join our email", "join our community", "join today",
        "get our", "get the latest news", "get the latest in", "get the latest from", "get the latest stories",
        "get the best of", "get the day's", "get the top", "get the most important", "get the morning", "get more news",
        "get breaking news", "get news alerts", "get email", "get daily", "get weekly", "get alerts", "get notified",
        "get unlimited", "get full access", "get exclusive", "get access to", "get today's", "get all the latest",
        "get a daily", "get a weekly", "get stories", "get updates", "get instant", "get real-time",
        "want more stories like", "want the latest", "want breaking news", "want to get", "want our", "never miss a",
        "don't miss a", "don't miss our", "don't miss out on", "stay up to date", "stay up-to-date", "stay informed with",
        "stay informed by", "stay on top of", "stay in the know", "stay in touch", "stay tuned to", "stay connected with",
        "keep up with the latest", "keep up to date", "start your day with", "start your morning", "let our news meet",
        "by signing up", "by subscribing", "by clicking", "by entering your email", "by providing your email",
        "by submitting", "by registering", "i agree to receive", "i would like to receive", "i agree to the",
        "yes, i would like", "yes! send me", "you can unsubscribe", "you can opt-out", "you can opt out", "unsubscribe at",
        "you may unsubscribe", "you will receive", "thank you for subscribing", "thanks for signing", "thank you for signing",
        "thanks for subscribing", "thank you for reading", "thanks for reading", "support our journalism",
        "support independent journalism", "support local journalism", "support quality journalism", "support our work",
        "become a member", "become a subscriber", "become an insider", "become a supporter", "become a patron",
        "consider subscribing", "consider donating", "consider supporting", "please consider subscribing",
        "please consider supporting", "please consider donating", "please consider making", "please support",
        "help us continue", "help support", "make a donation", "donate to", "donate today", "donate now", "already a subscriber",
        "already have an account", "already a member", "have an account?", "not a subscriber", "not a member",
        "this story is available exclusively", "this article is available exclusively", "this article is for subscribers",
        "this story is for subscribers", "this content is for", "this content is exclusive", "this is a premium", "to continue reading",
        "you have reached your limit", "you've reached your limit", "you have read", "you have full access",
        "you have # free", "your subscription", "create a free account", "create an account", "register for free", "register to",
        "register now", "log in to continue", "sign in to continue", "log in to read", "sign in to read", "enter your email",
        "your source for", "delivered to your inbox", "delivered straight to", "our free newsletter", "our daily newsletter",
        "our weekly newsletter", "download our free", "download the free", "the latest from", "the best of", "access your favorite",
        "daily news and analysis", "a weekly newsletter", "a daily newsletter",
    ),
    "ad slot": (
        "advertisement.", "advertisement -", "advertisement –", "advertisement —", "advertisement |", "advertisement:",
        "story continues below", "article continues below", "story continues after", "article continues after",
        "content continues below", "post continues below", "the article continues below", "this story continues after",
        "this article continues below", "scroll to continue", "scroll down to continue", "presented by", "sponsored by",
        "this content is sponsored", "this article contains affiliate", "this post contains affiliate", "we may earn a",
        "we may receive a commission", "we may get a commission", "we may receive compensation", "ad microsoft",
        "may earn an affiliate", "promoted by", "powered by taboola", "sponsored links", "promoted links", "paid for by",
        "when you buy through", "when you purchase through", "if you buy something through", "if you purchase something",
        "purchases made through", "all products featured", "all products recommended", "products featured", "prices are accurate",
    ),
    "player": (
        "to view this video", "to watch this video", "to play this video", "to view this content", "to view this gallery",
        "this video is not available", "this video is unavailable", "this video cannot", "this video is no longer",
        "your browser does not support", "your browser doesn't support", "please enable javascript", "javascript is disabled",
        "javascript is required", "javascript must be enabled", "enable javascript", "you need javascript",
        "video player is loading", "the video player", "skip to", "scroll through", "swipe through", "click through the gallery",
        "click through the photos", "see more photos", "launch the gallery", "tap to", "use left/right", "use arrow keys",
        "this is a modal", "beginning of dialog", "end of dialog", "loading the player", "an error occurred",
        "sorry, there was", "sorry, an error", "we're sorry, there", "something went wrong", "please try again",
        "follow live updates", "toggle", "close extra",
    ),
    "label": (
        "tags:", "tag:", "topics:", "topic:", "category:", "categories:", "filed under", "filed in:", "posted in:", "posted in ",
        "posted under", "tagged:", "tagged with", "tagged as", "keywords:", "article tags:", "subjects:", "related tags:",
        "in this article:", "in this story:", "read more on:", "more on:", "latest on:", "published in:", "section:", "sections:",
        "tags #", "topics #", "tagged in", "mentioned in this article", "story tags:",
    ),
    "notice": (
        "copyright ©", "copyright @", "copyright (c)", "© ", "©2", "©1", "(c) 2", "(c) 1", "copyright 1", "copyright 2", "all rights reserved",
        "all content ©", "all content copyright", "this material may not be", "this document is subject to copyright",
        "this content may not be", "no part of this", "this article may not be", "content is copyright", "reproduction in whole",
        "unauthorized reproduction", "this site is protected by", "this website uses", "this site uses cookies",
        "we use cookies", "we value your privacy", "this website stores", "by using this site", "by using our", "by continuing to use",
        "by browsing", "the views expressed in this", "the views expressed are", "the views expressed here",
        "the views and opinions expressed", "the opinions expressed", "opinions expressed", "views expressed", "the views, opinions",
        "the statements, views", "the information contained in", "the information provided", "disclaimer:", "disclosure:",
        "disclaimer |", "terms of service", "terms of use", "privacy policy", "subject to copyright", "published under",
        "licensed under", "this work is licensed", "creative commons", "this material is copyrighted", "reuters is not responsible",
        "any reproduction", "citation:", "doi:", "accuracy and availability of", "note: we at", "why you can trust",
        "our standards:", "editorial standards", "this is a developing story. please check back", "this translation has been",
    ),
}  # fmt: skip

HOLDS: dict[str, tuple[str, ...]] = {
    "comment": (
        "to post a comment", "to leave a comment", "to post comments", "to leave a reply", "to join the conversation",
        "email address will not be published", "for the next time i comment", "in the comments below", "in the comments section below",
        "in the comment section below", "leave your comment below", "leave a comment below", "comment below", "comments below",
        "our comment policy", "feed for comments",
    ),
    "share": (
        "opens in new window", "share this post on", "share this on facebook", "share this article on", "share this story on",
        "share this with your", "sharing is caring", "on our facebook page", "like our facebook page", "follow us on facebook",
        "follow us on twitter", "follow us on instagram", "follow us on x", "follow us on telegram",
    ),
    "read more": (
        "read the full article", "read the full story here", "continue reading this", "click here to read", "click here to subscribe",
        "to continue reading", "appeared first on", "click here for more", "click here to watch", "click here to see",
        "this article originally appeared", "this story originally appeared", "by clicking on this", "click this link",
        "has been adapted from its original source",
    ),
    "sign-up": (
        "subscribe to our", "subscribe to the newsletter", "sign up for our", "sign up to our", "sign up for the newsletter",
        "sign up for a free", "sign up for free", "to your inbox", "in your inbox", "meet your inbox", "free newsletter",
        "email newsletter", "daily newsletter", "weekly newsletter", "our newsletter", "newsletter sign", "unsubscribe at any time",
        "opt-out at any time", "opt out at any time", "terms of service and privacy policy", "terms and privacy policy",
        "privacy policy and terms", "agree to our privacy policy", "agree to our terms", "agree to the terms", "accept our terms",
        "agree to receive", "our award-winning journalism", "subscribe now", "subscribe today", "free trial", "subscribers only",
        "today's top stories delivered",
    ),
    "ad slot": ("affiliate commission", "affiliate links", "story continues below", "scroll to continue reading", "from our sponsor"),
    "player": ("enable javascript", "supports html5 video", "browser does not support", "browser doesn't support"),
    "notice": (
        "all rights reserved", "may not be reproduced", "may not be published, broadcast", "without written permission",
        "without the written permission", "without permission", "no part may be reproduced", "protected by recaptcha",
        "google privacy policy and terms", "terms of service apply", "not necessarily reflect the views", "not necessarily represent",
        "not necessarily those of", "do not necessarily reflect", "does not necessarily reflect", "are solely those of", "are those of the author",
        "are the author's own", "we use cookies", "creative commons license", "may not be in its final form", "creative commons attribution",
    ),
}  # fmt: skip


def _both(phrase: str) -> tuple[str, ...]:
    """A phrase with either apostrophe."""
    return (phrase, phrase.replace("'", "’")) if "'" in phrase else (phrase,)


def _by_phrase(lists: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {one: kind for kind, phrases in lists.items() for phrase in phrases for one in _both(phrase.lower())}


WHOLE_KIND = {phrase: kind for phrase, kind in _by_phrase(WHOLE).items() if "’" not in phrase}
OPENS_KIND = _by_phrase(OPENS)
HOLDS_KIND = _by_phrase(HOLDS)

# Words that a page's buttons are made of. A line of nothing else is a row of buttons.
NETWORKS = frozenset(
    "facebook twitter x linkedin instagram whatsapp pinterest reddit telegram tumblr threads bluesky mastodon flipboard "
    "youtube tiktok snapchat messenger google stumbleupon blogger digg viber vk wechat line fb rss discord truth".split()
)
BUTTONS = frozenset(
    "share shares shared sharing tweet tweets retweet pin email e-mail mail print copy copied link url save saved follow "
    "followed following followers like likes fans fan subscribe subscribed subscribers comment comments reply replies log login "
    "sign register close menu search undo permalink bookmark embed download transcript toggle options view views "
    "show hide load loading expand loaded newsletter newsletters read watch listen play".split()
)
FILLERS = frozenset(
    "on via by this in the to a an article story page here click up out and or it for new window more us our current "
    "home back top next previous less text post main k m extra open now all app posts w in".split()
)

# What the menus of news sites are made of: a section's name alone on a line.
SECTIONS = frozenset(
    "home news world politics business sport sports opinion opinions lifestyle health science tech technology "
    "entertainment travel culture features feature education environment economy finance money markets local national "
    "international us uk africa asia europe americas australia canada india china middle east video videos photos "
    "podcasts podcast magazine weather obituaries crime food fashion arts books music movies film tv television games "
    "gaming football soccer tennis cricket baseball basketball golf rugby hockey racing auto autos cars real estate jobs "
    "classifieds letters editorial editorials columnists columns column blogs blog analysis explainer explainers "
    "investigations investigation interview interviews review reviews life style living climate energy space "
    "astronomy nutrition fitness family parenting relationships religion society history media royals celebrity "
    "showbiz careers multimedia gallery galleries archive archives events contact about advertise shop store deals "
    "coupons crossword puzzles horoscopes comics premium exclusive exclusives district region regional state city "
    "metro nation country community article articles story stories press release releases guides guide entrepreneur "
    "startups ai security cybersecurity crypto cryptocurrency personal stocks investing retail general uncategorized "
    "breaking latest trending popular more all top u.s u.s. u.k. law justice military war live updates schedule "
    "fact check research insights insight industry local".split()
)

LEXICON: Lexicon = {
    "boilerplate.opens": tuple(OPENS_KIND),
    "boilerplate.holds": tuple(HOLDS_KIND),
    "boilerplate.template": ("{", "[", "<", "%%"),
}
