"""Words of the messages that a page shows to its visitor."""

# What visitors fill in, and what a page says of it.
FORM_PARTS = (
    "password", "passwords", "username", "account", "alert", "alerts", "comment", "comments", "notification",
    "notifications", "message", "request", "submission", "subscription", "preferences", "settings", "changes",
    "email", "e-mail", "email address", "e-mail address", "response", "feedback", "session", "form", "field", "code",
    "registration", "vote", "postcode", "zip code", "entry", "question", "details", "profile", "link", "address",
)  # fmt: skip
FORM_STATES = (
    "saved", "sent", "submitted", "received", "created", "reset", "updated", "changed", "deleted", "recorded",
    "counted", "confirmed", "expired", "closed", "required", "invalid", "incorrect", "mandatory", "optional",
    "missing", "empty", "already registered", "already taken", "already in use", "verified", "activated", "cancelled",
    "awaiting moderation", "valid",
)  # fmt: skip
VISITORS = (
    "signed", "logged", "subscribed", "unsubscribed", "registered", "following", "unfollowed", "on the list",
    "all set", "on our list", "verified",
)  # fmt: skip
# What a page plays and shows, and what it says where it cannot.
MEDIA = ("video", "audio", "clip", "stream", "media", "player", "content", "podcast", "gallery", "recording", "embed")
MEDIA_STATES = (
    "has expired", "has been removed", "has ended", "is not available", "is no longer available", "is unavailable",
    "isn't available", "could not be loaded", "couldn't be loaded", "cannot be loaded", "cannot be played",
    "can't be played", "could not be played", "failed to load", "is loading", "is not supported", "will be available",
    "did not load",
)  # fmt: skip
# What a page asks of its readers, and whom it means.
READER_ORDERS = (
    "let us know", "tell us", "contact", "email", "e-mail", "get in touch", "share", "send", "vote", "ask", "join",
    "take part", "have your say", "write",
)  # fmt: skip
CALLS = ("us", "our", "here", "below", "poll", "newsdesk", "newsroom", "it here")
SOCIAL_PLACES = (
    "facebook", "twitter", "x", "instagram", "telegram", "youtube", "linkedin", "threads", "tiktok", "bluesky",
    "mastodon", "whatsapp", "signal", "snapchat", "reddit",
)  # fmt: skip
