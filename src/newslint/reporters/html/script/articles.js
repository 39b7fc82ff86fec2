// The table of all articles with findings, with their rates.

const FIRST_ARTICLES = 200; // rows at first; a button shows the others

function makeArticlesTable(articles) {
  const rows = articles.filter((article) => article.findings.length);
  const most = Math.max(...rows.map((article) => article.findings.length));
  const rate = (article) => (1000 * article.findings.length) / Math.max(1, article.words);
  const values = [
    (article) => article.title,
    null,
    (article) => article.findings.length,
    (article) => article.words,
    rate,
  ];
  const head = (name) => make("th", { scope: "col" }, name);
  const body = make("tbody");
  const table = make(
    "table",
    { class: "chart counts articles" },
    make("caption", {}, "Articles with findings"),
    make(
      "thead",
      {},
      make("tr", {}, head("Article"), make("td"), head("Findings"), head("Words"), head("Per 1,000 words")),
    ),
    body,
  );
  let shown = FIRST_ARTICLES;
  const more = make(
    "button",
    { type: "button", class: "more", on: { click: () => show(rows.length) } },
    `Show all ${plural(rows.length, "article")}`,
  );
  const show = (count) => {
    shown = count;
    body.replaceChildren(...rows.slice(0, count).map((article) => makeArticleRow(article, most, rate(article))));
    more.hidden = count >= rows.length;
  };
  addSortButtons(table, (column, isDown) => {
    rows.sort((a, b) => (isDown ? -1 : 1) * compareValues(values[column](a), values[column](b)));
    show(shown);
  });
  show(shown);
  return [
    make("div", { class: "wide", role: "region", "aria-label": "Table of articles", tabindex: "0" }, table),
    more,
  ];
}

function makeArticleRow(article, most, rate) {
  const cell = (text) => make("td", { class: "count" }, text);
  return make(
    "tr",
    {},
    make(
      "th",
      { scope: "row", dir: "auto" },
      make("a", { href: `#a${article.number + 1}` }, article.title),
      make("span", { class: "path" }, article.name),
    ),
    make(
      "td",
      {},
      makeBar(countFamilies(article.findings).values(), most),
      make("p", { class: "chips" }, ...familyChips(article.findings)),
    ),
    cell(article.findings.length.toLocaleString("en")),
    cell(article.words.toLocaleString("en")),
    cell(rate.toFixed(1)),
  );
}
