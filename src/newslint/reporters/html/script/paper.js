// The page on paper: the articles of the findings that pass the filters, with their notes.

const MAX_PRINTED_ARTICLES = 200;

function addPaper(parent, chooseFindings, context) {
  const paper = make("div", { class: "paper", "aria-hidden": "true" });
  parent.append(paper);
  addEventListener("beforeprint", () => {
    const articles = [...new Set(chooseFindings().map((finding) => finding.article))];
    const printed = articles.slice(0, MAX_PRINTED_ARTICLES);
    const left = articles.length - printed.length;
    paper.replaceChildren(
      ...(left
        ? [
            make(
              "p",
              {},
              `The first ${printed.length} of ${plural(articles.length, "article")}; filter the findings to print others.`,
            ),
          ]
        : []),
      ...printed.map((article) => withoutIds(makeArticle(article, context))),
    );
  });
  addEventListener("afterprint", () => paper.replaceChildren());
}

// Remove the ids of an article that stands in the page a second time.
function withoutIds(element) {
  for (const one of element.querySelectorAll("[id]")) one.removeAttribute("id");
  element.removeAttribute("aria-labelledby");
  return element;
}
