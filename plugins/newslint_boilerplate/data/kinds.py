"""The kinds of junk: what each is to an editor, and the rule that reports it."""

KIND_NAMES = {
    "ad slot": "the place of an advertisement",
    "comment": "a part of the page's comments",
    "credit": "a leftover credit",
    "header": "a headline, a byline, a time stamp or other metadata of the page",
    "label": "a label of the site",
    "notice": "a notice of rights, of privacy or about the site",
    "player": "a part of a player or a gallery",
    "read more": "a link to read on",
    "related": "a link to another story, or the heading of such links",
    "share": "buttons to share or to follow, or a contact",
    "sign-up": "a form to subscribe, to sign up or to give",
    "stray": "a line of the page",
    "template": "a leftover of the page's template",
}
RULE_NAMES = {
    "ad slot": "boilerplate/ad-slot",
    "comment": "boilerplate/comment-widget",
    "credit": "boilerplate/credit-line",
    "header": "boilerplate/scrape-header",
    "label": "boilerplate/site-label",
    "notice": "boilerplate/copyright-notice",
    "player": "boilerplate/player-widget",
    "read more": "boilerplate/read-more",
    "related": "boilerplate/related-link",
    "share": "boilerplate/share-widget",
    "sign-up": "boilerplate/sign-up-widget",
    "stray": "boilerplate/stray-line",
    "template": "boilerplate/template-tag",
}
