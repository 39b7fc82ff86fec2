"""Boilerplate: what a web page leaves in an article, and how to remove it."""

from newslint.api import Rule
from newslint_boilerplate.ad_slot import AdSlot
from newslint_boilerplate.comment_widget import CommentWidget
from newslint_boilerplate.copyright_notice import CopyrightNotice
from newslint_boilerplate.credit_line import CreditLine
from newslint_boilerplate.player_widget import PlayerWidget
from newslint_boilerplate.read_more import ReadMore
from newslint_boilerplate.related_link import RelatedLink
from newslint_boilerplate.repeated_line import RepeatedLine
from newslint_boilerplate.scrape_header import ScrapeHeader
from newslint_boilerplate.share_widget import ShareWidget
from newslint_boilerplate.sign_up_widget import SignUpWidget
from newslint_boilerplate.site_label import SiteLabel
from newslint_boilerplate.stray_line import StrayLine
from newslint_boilerplate.template_tag import TemplateTag
from newslint_boilerplate.undecoded_text import UndecodedText


def newslint_rules() -> list[type[Rule]]:
    """Return the rules of the family `boilerplate`."""
    return [
        AdSlot,
        CommentWidget,
        CopyrightNotice,
        CreditLine,
        PlayerWidget,
        ReadMore,
        RelatedLink,
        RepeatedLine,
        ScrapeHeader,
        ShareWidget,
        SignUpWidget,
        SiteLabel,
        StrayLine,
        TemplateTag,
        UndecodedText,
    ]
