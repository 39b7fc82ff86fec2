"""What published standards of newsrooms ask for, by rule and profile; in our words, after the texts that are named.

A clause that says "must", "never" or "not allowed" of the very thing that a rule reports makes it an error; one that
says "should", or covers it in other terms, a warning. A rule without a clause keeps its own severity.
"""

from __future__ import annotations

from collections.abc import Mapping

from newslint.api import Clause

AP = 'AP, News Values and Principles, "Anonymous sources"'
BBC = 'BBC Editorial Guidelines, section "Accuracy"'
GUARDIAN = 'The Guardian, "Guidelines on identifying sources" (2000)'
NPR = 'NPR Ethics Handbook, "Transparency"'
REUTERS = "Reuters Handbook of Journalism"
SPJ = 'SPJ Code of Ethics, "Seek truth and report it"'

PROFILES: Mapping[str, Mapping[str, Clause]] = {
    "sources/unexplained-anonymity": {
        "ap": Clause("error", f"{AP}: the story must explain why the source asked for anonymity."),
        "reuters": Clause("warning", f'{REUTERS}, "Accuracy": named sources are better, anonymous ones weakest.'),
        "bbc": Clause("warning", f"{BBC}, on misleading audiences: normally identify sources, with their credentials."),
        "npr": Clause("warning", f"{NPR}: describe an anonymous source in as much detail as possible."),
        "guardian": Clause("warning", f'{GUARDIAN}: be specific about unnamed sources; "one MP" means nothing.'),
        "spj": Clause("warning", f"{SPJ}: identify sources clearly."),
    },
    "sources/anonymity-without-reason": {
        "ap": Clause("error", f"{AP}: the story must explain why the source asked for anonymity."),
        "npr": Clause("warning", f"{NPR}, note on anonymity: explain why the source needs it."),
        "spj": Clause("warning", f"{SPJ}: explain why anonymity was granted."),
    },
    "sources/bare-source": {
        "ap": Clause("error", f'{AP}: to quote simply "a source" is not allowed.'),
        "reuters": Clause("warning", f'{REUTERS}, "Accuracy": named sources are better, anonymous ones weakest.'),
        "bbc": Clause("error", f"{BBC}, on anonymous sources: tell the audience all that protection allows."),
        "npr": Clause("warning", f"{NPR}: describe an anonymous source in as much detail as possible."),
        "guardian": Clause("warning", f"{GUARDIAN}: be as specific as possible about who is quoted."),
        "spj": Clause("warning", f"{SPJ}: identify sources clearly."),
    },
    "sources/vague-collective": {
        "npr": Clause("error", f'{NPR}: it is not enough to report that "officials say" something.'),
    },
    "sources/agentless-attribution": {
        "ap": Clause("warning", 'AP, "When is it OK to use anonymous sources?": attribute what others gathered.'),
        "reuters": Clause("warning", f'{REUTERS}, "The Essentials of Reuters sourcing": source all but plain facts.'),
        "bbc": Clause("warning", f"{BBC}, 3.2.3: normally attribute claims that cannot be corroborated."),
        "npr": Clause("error", f'{NPR}: it is not enough to report that something is "reportedly" true.'),
    },
    "sources/self-attribution": {
        "npr": Clause("error", f'{NPR}: it is never enough to say that NPR "has learned" something.'),
    },
}
