// One article: its headline, the paragraphs around its marks, and the notes beside them.

const NEAR = 1; // paragraphs that are shown before and after a marked one
const MIN_LEFT_OUT = 2; // fewer are shown, rather than a line that says how many there are
const MAX_ROW_SPAN = 12; // paragraphs that a column of notes may run along

// Return the element of an article; with `isWhole`, no paragraph is left out. `context` is {findings: all findings,
// isShown(finding), verdicts: null without them, mark(finding, verdict), rulesHaveSections, onExpand(article)}.
function makeArticle(article, context, isWhole = false) {
  const { paragraphs, headline, marks, changed } = article.readText();
  const byParagraph = new Map();
  const seen = new Set();
  const notes = new Map();
  for (const [number, start, end, findingNumber, related] of marks) {
    const finding = context.findings[findingNumber];
    const id = markId(finding, related);
    const isFirst = !seen.has(id);
    seen.add(id);
    if (!context.isShown(finding)) continue;
    const part = makeMark(finding, related, article, start, end, isFirst);
    byParagraph.set(number, [...(byParagraph.get(number) ?? []), part]);
    const note = isFirst ? makeNoteAt(finding, related, article, context) : null;
    if (note) notes.set(number, [...(notes.get(number) ?? []), note]);
  }
  const shown = isWhole ? null : paragraphsToShow(paragraphs.length, byParagraph.keys(), headline);
  const leftOut = shown && paragraphs.length ? paragraphs.length - shown.size : 0;
  const element = make("article", { class: "article", "aria-labelledby": `t${article.number}` });
  const title = make("h2", { id: `t${article.number}`, dir: "auto" });
  if (headline === null) title.append(article.headline ? article.title : article.name || article.title);
  else
    appendMarked(
      title,
      paragraphs[headline].trim() ? paragraphs[headline] : article.title,
      byParagraph.get(headline) ?? [],
    );
  element.append(
    make(
      "header",
      {},
      article.headline ? make("p", { class: "path" }, article.name) : null,
      title,
      standfirst(article, context),
    ),
  );
  if (changed.length) element.append(changedWords(changed, article, context));
  const expand = () => {
    element.replaceWith(makeArticle(article, context, true));
    context.onExpand?.(article);
  };
  if (leftOut) {
    const label = `Show all ${plural(paragraphs.length, "paragraph")}`;
    element
      .querySelector(".standfirst")
      .append(make("button", { type: "button", class: "all", on: { click: expand } }, label));
  }
  element.append(makeText(paragraphs, headline, byParagraph, notes, shown, expand));
  return element;
}

function standfirst(article, context) {
  const findings = article.findings.filter(context.isShown);
  const words = article.hasText ? `${plural(article.words, "word")}.` : "";
  if (article.findings.length) {
    const hidden = article.findings.length - findings.length;
    const others = hidden ? ` ${plural(hidden, "more finding")} left out by the filters.` : "";
    return make("p", { class: "standfirst" }, ...familyChips(findings), make("span", {}, `${words}${others}`));
  }
  return make("p", { class: "standfirst" }, "No findings here; another article is compared with this one.");
}

// Return the numbers of the paragraphs to show: the first with text, the marked ones, and those around them.
function paragraphsToShow(count, marked, headline) {
  const shown = new Set(headline === null ? [0] : [headline, Math.min(headline + 1, count - 1)]);
  for (const number of marked) {
    for (let near = Math.max(0, number - NEAR); near <= Math.min(count - 1, number + NEAR); near++) shown.add(near);
  }
  let gap = 0;
  for (let number = 0; number <= count; number++) {
    if (number < count && !shown.has(number)) {
      gap++;
      continue;
    }
    if (gap < MIN_LEFT_OUT) for (let near = number - gap; near < number; near++) shown.add(near);
    gap = 0;
  }
  return shown;
}

function makeText(paragraphs, headline, marks, notes, shown, expand) {
  const text = make("div", { class: "text" });
  let column = null; // the last list of notes, which may run along the paragraphs after it
  let span = 1;
  let leftOut = 0;
  const addNotes = (number) => {
    if (!notes.has(number)) return;
    column = make("ol", { role: "list", class: "notes", "aria-label": "Notes" }, ...notes.get(number));
    span = 1;
    text.append(column);
  };
  const addRow = (row) => {
    text.append(row);
    if (column && span < MAX_ROW_SPAN) column.style.gridRowEnd = `span ${++span}`;
  };
  const addCut = () => {
    if (!leftOut) return;
    addRow(
      make(
        "p",
        { class: "cut" },
        make("button", { type: "button", on: { click: expand } }, `… ${plural(leftOut, "paragraph")} …`),
      ),
    );
    leftOut = 0;
  };
  if (headline !== null) addNotes(headline);
  paragraphs.forEach((paragraph, number) => {
    if (number === headline) return;
    if (shown && !shown.has(number)) {
      leftOut++;
      return;
    }
    addCut();
    if (notes.has(number)) column = null;
    // dir: the article may be written from right to left, unlike the page.
    const row = make("p", { dir: "auto" });
    appendMarked(row, paragraph, marks.get(number) ?? [], shown === null);
    addRow(row);
    addNotes(number);
  });
  addCut();
  return text;
}

function makeMark(finding, related, article, start, end, isFirst) {
  const isOwn = related === 0;
  const isElsewhere = finding.article !== article;
  const label = isOwn
    ? `note ${finding.index}`
    : isElsewhere
      ? "compare with another article"
      : `belongs to note ${finding.index}`;
  const target = isElsewhere ? `c${finding.number + 1}-${related}` : noteId(finding);
  const sign = isOwn ? String(finding.index) : isElsewhere ? "⇄" : `(${finding.index})`;
  return {
    start,
    end,
    open: (depth, isContinued) =>
      make(isOwn ? "mark" : "span", {
        class: `${isOwn ? "finding" : "also"} f${finding.rule.color}`,
        id: isFirst && !isContinued ? markId(finding, related) : null,
        "data-finding": finding.number,
        "data-depth": depth ? Math.min(depth, 3) : null,
      }),
    close: () =>
      isFirst
        ? make(
            "sup",
            { class: `ref f${finding.rule.color}` },
            make(
              "a",
              { role: "doc-noteref", href: `#${target}`, "aria-label": `${label}: ${finding.rule.name}` },
              sign,
            ),
          )
        : null,
  };
}

// Return the note that stands at a place, null if it stands elsewhere in the same article.
function makeNoteAt(finding, related, article, context) {
  if (related === 0) return makeNote(finding, context);
  return finding.article === article ? null : makeBacklink(finding, related, context);
}

function changedWords(all, article, context) {
  const changed = all.filter(([number]) => context.isShown(context.findings[number]));
  const rows = changed.map(([number, related, line, words]) =>
    make("li", { id: markId(context.findings[number], related) }, `line ${line}: “${visible(words)}”`),
  );
  const notes = changed
    .map(([number, related]) => makeNoteAt(context.findings[number], related, article, context))
    .filter(Boolean);
  return make(
    "div",
    { class: "changed" },
    make(
      "p",
      {},
      article.hasText
        ? "The file has changed since it was linted. These words were in it:"
        : "The text could not be read again. These words are in it:",
    ),
    make("ul", {}, ...rows),
    make("ol", { role: "list", class: "notes" }, ...notes),
  );
}
