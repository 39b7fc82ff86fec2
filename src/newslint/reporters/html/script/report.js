// The page: its views, the chosen finding, and what the address names.

const data = readStore(readElement("data"));
const verdicts = new Verdicts(data.version);
const views = [...document.querySelectorAll(".view")];
const list = new FindingList(verdicts);
const filter = new Filter(data, verdicts, () => applyFilter());
const pane = make("div", { class: "pane", on: { click: chooseNote } });
const position = make("output", { class: "position", "aria-live": "polite" });
const state = make("output", { class: "state", "aria-live": "polite" });
const exporter = make("button", { type: "button", class: "export", on: { click: exportVerdicts } });
const keysBox = make("input", { type: "checkbox", checked: true });
const NARROW = matchMedia("(max-width: 59.99rem)"); // shows the list or an article
let isWanted = filter.test();
let shown = null; // the article in the pane
let notesShown = ""; // what `notesOf` returned when it was rendered
let chosen = null; // the finding
const context = {
  findings: data.findings,
  rulesHaveSections: true,
  verdicts,
  isShown: (finding) => isWanted(finding) || finding === chosen,
  mark,
  onExpand: (article) => showPlace(location.hash.slice(1), article),
};

function applyFilter() {
  isWanted = filter.test();
  const findings = data.findings.filter(isWanted);
  list.fill(findings);
  const all = data.findings.length;
  state.textContent =
    findings.length === all
      ? plural(all, "finding")
      : `${findings.length.toLocaleString("en")} of ${plural(all, "finding")}`;
  reset.hidden = findings.length === all;
  if (!findings.length) list.body.replaceChildren(make("li", { class: "none" }, "No finding passes the filters."));
  if (shown && notesOf(shown) !== notesShown) showArticle(shown);
  showPosition();
}

function showPosition() {
  const index = list.positions.get(chosen);
  const of = list.findings.length.toLocaleString("en");
  position.textContent = index === undefined ? "" : `${(index + 1).toLocaleString("en")} of ${of}`;
}

function showArticle(article) {
  shown = article;
  notesShown = notesOf(article);
  pane.replaceChildren(bar, makeArticle(article, context));
  showChosen();
}

// Return which notes an article has, for comparison.
function notesOf(article) {
  return article.findings
    .filter(context.isShown)
    .map((finding) => finding.number)
    .join();
}

// Show which note and words are those of the chosen finding.
function showChosen() {
  for (const one of pane.querySelectorAll(".chosen")) one.classList.remove("chosen");
  for (const one of pane.querySelectorAll(`[data-finding="${chosen?.number}"]`)) one.classList.add("chosen");
}

// Choose the finding `step` after the chosen one.
function move(step) {
  const index = list.positions.get(chosen);
  const target = list.findings[index === undefined ? 0 : index + step];
  if (!target) return;
  history.replaceState(null, "", `#${noteId(target)}`);
  openAddress();
}

// Choose the finding of a note that was clicked outside its links.
function chooseNote(event) {
  const note = event.target.closest("a, button, summary") ? null : event.target.closest(".note[data-finding]");
  if (!note || getSelection().type === "Range") return;
  chosen = data.findings[note.dataset.finding];
  history.replaceState(null, "", `#${note.id}`);
  list.choose(chosen);
  showChosen();
  showPosition();
}

function mark(finding, verdict) {
  verdicts.toggle(finding, verdict);
  list.update(finding);
  const buttons = document.getElementById(noteId(finding))?.querySelector(".verdicts");
  if (buttons) showVerdict(buttons, verdicts.of(finding));
  showExport();
}

function showExport() {
  const count = data.findings.filter((finding) => verdicts.of(finding)).length;
  exporter.hidden = count === 0;
  exporter.textContent = `Export ${plural(count, "verdict")}`;
  exporter.title = verdicts.isKept
    ? "As JSON lines"
    : "This browser does not keep verdicts: export them before you close the page";
}

function exportVerdicts() {
  verdicts.download(data.findings, "newslint-verdicts.jsonl");
}

// Show what an address names: a view, an article (a3), a finding (n12), its words (m12) or a related place (m12-1, c12-1).
function openAddress() {
  const name = decodeURIComponent(location.hash.slice(1));
  const match = /^([nmc])(\d+)(?:-(\d+))?$/.exec(name);
  const finding = match ? data.findings[match[2] - 1] : undefined;
  const named = /^a(\d+)$/.exec(name);
  const article = named ? data.articles[named[1] - 1] : (finding?.related[match[3] - 1] ?? finding)?.article;
  const view = views.find((one) => one.id === name || one.querySelector(`[id="${CSS.escape(name)}"]`)) ?? views[0];
  showView(article ? views[0] : view);
  const wasReading = document.body.classList.contains("reading");
  document.body.classList.toggle("reading", Boolean(article));
  if (finding) chosen = finding;
  else if (article) chosen = article.findings.find(isWanted) ?? article.findings[0] ?? chosen;
  if (!article) {
    const target = document.getElementById(name);
    if (target && target !== views[0]) target.scrollIntoView();
    if (target) target.focus({ preventScroll: true });
    // A narrow window goes back to the place in the list that it came from.
    if (wasReading && view === views[0] && NARROW.matches) list.rows.get(chosen)?.scrollIntoView({ block: "center" });
    return;
  }
  showArticle(article);
  list.choose(chosen);
  showPosition();
  showPlace(finding ? name : "", article);
}

function showPlace(name, article) {
  showChosen();
  const target = name && document.getElementById(name);
  if (!target) return scrollTo(0, pane.getBoundingClientRect().top + scrollY);
  target.classList.add("chosen");
  const words = name[0] === "n" ? (document.getElementById(markId(chosen)) ?? target) : target;
  const { top, bottom } = words.getBoundingClientRect();
  if (top < 90 || bottom > innerHeight - 90) scrollTo(0, top + scrollY - innerHeight / 3);
  (target.matches("[tabindex]")
    ? target
    : (target.closest("article")?.querySelector(`[href="#${noteId(chosen)}"]`) ?? target)
  ).focus({ preventScroll: true });
}

function showView(view) {
  for (const one of views) one.hidden = one !== view;
  for (const link of document.querySelectorAll(".views a")) {
    if (link.hash === `#${view.id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (view.id === "articles" && view.childElementCount === 1) view.append(...makeArticlesTable(data.articles));
}

const reset = make(
  "button",
  { type: "button", class: "reset", hidden: true, on: { click: () => filter.form.reset() } },
  "Show all",
);
const bar = make(
  "div",
  { class: "bar-of-pane" },
  make("a", { class: "back", href: "#findings" }, "← All findings"),
  make("button", { type: "button", on: { click: () => move(-1) } }, "‹ Previous"),
  make("button", { type: "button", on: { click: () => move(1) } }, "Next ›"),
  position,
);
const tools = make("div", { class: "tools" }, state, reset, exporter, makeKeysHelp(keysBox));
views[0].append(
  make("div", { class: "controls" }, filter.form, tools),
  make("div", { class: "workspace" }, list.element, pane),
);
addPaper(views[0], () => list.findings, context);
makeTablesSortable();
addKeys(keysBox, {
  j: () => move(1),
  k: () => move(-1),
  "/": () => filter.form.elements.words.focus(),
  r: () => chosen && mark(chosen, "right"),
  w: () => chosen && mark(chosen, "wrong"),
  a: () => chosen && mark(chosen, "arguable"),
});
addEventListener("hashchange", openAddress);
applyFilter();
showExport();
if (location.hash.length > 1) openAddress();
else {
  chosen = data.findings[0];
  showView(views[0]);
  showArticle(chosen.article);
  list.mark(chosen);
  showPosition();
}
