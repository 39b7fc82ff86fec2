"""Advertising between the paragraphs of an article, as if it were part of it."""

from newslint.api import Rule
from newslint_advertising.affiliate_disclosure import AffiliateDisclosure
from newslint_advertising.offer import Offer
from newslint_advertising.promo_line import PromoLine


def newslint_rules() -> list[type[Rule]]:
    """Return the rules of the family `advertising`."""
    return [PromoLine, Offer, AffiliateDisclosure]
