// The notes beside the text: what a finding says, its verdict, and the places that belong to it.

const VISIBLE_PLACES = 5; // related places of a note; more of them are folded

function noteId(finding) {
  return `n${finding.number + 1}`;
}

// Return the id of the marked words of a finding, or of a related place, which counts from 1.
function markId(finding, related = 0) {
  return `m${finding.number + 1}${related ? `-${related}` : ""}`;
}

function makeNote(finding, context) {
  const places = finding.related.map((place, index) => {
    const where = place.article === finding.article ? `line ${place.at}` : `${place.article.name}:${place.at}`;
    const link = make("a", { href: `#${markId(finding, index + 1)}` }, where);
    return make("li", {}, link, `: ${visible(place.message)}`);
  });
  const folded = places.slice(VISIBLE_PLACES);
  const more = folded.length
    ? make("details", {}, make("summary", {}, plural(folded.length, "more place")), placeList(folded))
    : null;
  const label = `Finding ${finding.index} in this article, back to the text`;
  return make(
    "li",
    { class: `note f${finding.rule.color}`, id: noteId(finding), tabindex: "-1", "data-finding": finding.number },
    make(
      "p",
      { class: "head" },
      make("a", { class: "number", href: `#${markId(finding)}`, "aria-label": label }, String(finding.index)),
      " ",
      ruleLink(finding.rule, context),
      " ",
      make("span", { class: `level ${finding.severity}` }, severityName(finding.severity)),
      " ",
      make("span", { class: "at" }, finding.at),
    ),
    make("p", { class: "message" }, finding.message),
    finding.fix ? fixLine(finding.fix) : null,
    places.length ? placeList(places.slice(0, VISIBLE_PLACES)) : null,
    more,
    finding.why ? whyList(finding.why) : null,
    context.verdicts ? verdictButtons(finding, context) : null,
  );
}

function ruleLink(rule, context) {
  const title = visible(rule.summary);
  if (context.rulesHaveSections)
    return make("a", { class: "rule", href: `#${rule.section}`, title }, ...ruleName(rule));
  if (rule.url)
    return make(
      "a",
      { class: "rule", href: rule.url, target: "_blank", rel: "noopener noreferrer", title },
      ...ruleName(rule),
    );
  return make("span", { class: "rule", title }, ...ruleName(rule));
}

function fixLine(fix) {
  const options = fix.safe ? "--fix" : "--fix --unsafe-fixes";
  return make("p", { class: "fix" }, `Fix: ${visible(fix.title)} `, make("code", {}, options));
}

// Return what each stage of the rule concluded, folded.
function whyList(steps) {
  const items = steps.map(([stage, conclusion, words]) => {
    const about = words ? [make("q", {}, visible(words)), " "] : [];
    return make("li", {}, ...about, make("b", {}, visible(stage)), `: ${visible(conclusion)}`);
  });
  return make("details", { class: "why" }, make("summary", {}, "Why?"), make("ul", { role: "list" }, ...items));
}

function placeList(items) {
  return make("ul", { class: "places", role: "list" }, ...items);
}

function verdictButtons(finding, context) {
  const buttons = Object.entries(VERDICTS).map(([verdict, [sign, name]]) => {
    const choose = () => context.mark(finding, verdict);
    const attributes = { type: "button", class: verdict, "data-verdict": verdict, on: { click: choose } };
    return make("button", attributes, make("span", { "aria-hidden": "true" }, sign), ` ${name}`);
  });
  const group = make("div", { class: "verdicts", role: "group", "aria-label": "Your verdict" }, ...buttons);
  showVerdict(group, context.verdicts.of(finding));
  return group;
}

function showVerdict(group, verdict) {
  for (const button of group.children) button.setAttribute("aria-pressed", button.dataset.verdict === verdict);
}

// Return the note at a place that belongs to a finding in another article.
function makeBacklink(finding, related, context) {
  const id = `c${finding.number + 1}-${related}`;
  const back = { class: "number", href: `#${markId(finding, related)}`, "aria-label": "Back to the text" };
  return make(
    "li",
    { class: `note backlink f${finding.rule.color}`, id, tabindex: "-1" },
    make(
      "p",
      { class: "head" },
      make("a", back, "⇄"),
      " ",
      ruleLink(finding.rule, context),
      " ",
      make("span", { class: "at" }, finding.related[related - 1].at),
    ),
    make(
      "p",
      {},
      "Compare ",
      make("a", { href: `#${markId(finding)}` }, `${finding.article.name}:${finding.at}`),
      `: ${finding.message}`,
    ),
  );
}
