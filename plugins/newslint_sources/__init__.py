"""Rules on anonymous sources and attribution: who says so, and why the source has no name."""

from newslint.api import Rule
from newslint_sources.agentless_attribution import AgentlessAttribution
from newslint_sources.anonymity_without_reason import AnonymityWithoutReason
from newslint_sources.bare_source import BareSource
from newslint_sources.boilerplate_reason import BoilerplateReason
from newslint_sources.self_attribution import SelfAttribution
from newslint_sources.unexplained_anonymity import UnexplainedAnonymity
from newslint_sources.unnamed_spokesperson import UnnamedSpokesperson
from newslint_sources.vague_collective import VagueCollective


def newslint_rules() -> list[type[Rule]]:
    """Return the rules of the family `sources`."""
    return [
        UnexplainedAnonymity,
        AnonymityWithoutReason,
        BareSource,
        VagueCollective,
        AgentlessAttribution,
        SelfAttribution,
        UnnamedSpokesperson,
        BoilerplateReason,
    ]
