// The data of the page, read once. A finding knows its number, its rule and its article, and an article its findings.

function readElement(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

function readStore(data, readText = (number) => readElement(`text-${number}`)) {
  data.articles.forEach((article, number) => {
    article.number = number;
    article.findings = [];
    const place = article.record === null ? article.path : `${article.path}#${article.record}`;
    article.name = visible(article.id ?? place); // the records of a corpus may have ids
    article.title = visible(article.headline || article.opening) || article.name;
    // The text of an article is read when it is shown.
    article.hasText = article.words !== null; // that of a corpus may be out of reach
    article.readText = () => (article.text ??= article.hasText ? readText(number) : wordsOnly(article));
  });
  data.findings.forEach((finding, number) => {
    finding.number = number;
    finding.rule = data.rules[finding.rule];
    finding.article = data.articles[finding.article];
    finding.article.findings.push(finding);
    finding.index = finding.article.findings.length; // in its article, from 1
    finding.related = (finding.related ?? []).map((place) => ({ ...place, article: data.articles[place.article] }));
    finding.message = visible(finding.message);
  });
  return data;
}

// Return an article without its text: the words of its findings.
function wordsOnly(article) {
  const words = article.findings.map((finding) => [finding.number, 0, Number(finding.at.split(":")[0]), finding.match]);
  return { paragraphs: [], headline: null, marks: [], changed: words };
}

// Return the parts of a rule's name as nodes that can be broken between them.
function ruleName(rule) {
  const rest = rule.name.slice(rule.family.length);
  return [make("b", {}, visible(rule.family)), ...(rest ? ["/", make("wbr"), visible(rest.slice(1))] : [])];
}

// Return the number of findings by family, each with a dot in its color.
function familyChips(findings) {
  return [...countFamilies(findings)].map(([name, [color, count]]) =>
    make("span", { class: `chip f${color}` }, make("b", {}, String(count)), ` ${visible(name)}`),
  );
}

// Return the color and the number of findings by family.
function countFamilies(findings) {
  const counts = new Map();
  for (const { rule } of findings) counts.set(rule.family, [rule.color, (counts.get(rule.family)?.[1] ?? 0) + 1]);
  return counts;
}

function severityName(severity) {
  return severity === "info" ? "information" : severity;
}
