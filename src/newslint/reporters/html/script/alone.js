// A page with nothing but the articles that have findings, as notebooks show it.

const data = readStore(readElement("data"));
const context = { findings: data.findings, rulesHaveSections: false, verdicts: null, isShown: () => true };
for (const article of data.articles) {
  if (article.findings.length) document.getElementById("article").append(makeArticle(article, context));
}
