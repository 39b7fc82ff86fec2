// The list of findings by article. Only a part of it is in the page: the rows near the chosen one.

const FIRST = 40; // findings that are shown at first: more than fit a window, since each costs time while a reader types
const STEP = 100; // findings that are added at a time

class FindingList {
  constructor(verdicts) {
    this.verdicts = verdicts;
    this.findings = [];
    this.chosen = null;
    this.rows = new Map(); // by finding
    this.earlier = this.makeMore("Show earlier findings", () => this.show(Math.max(0, this.first - STEP), this.last));
    this.later = this.makeMore("Show more findings", () => this.extend());
    this.body = make("ol", { class: "groups", role: "list" });
    this.element = make("div", { class: "list" }, this.earlier, this.body, this.later);
    this.watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.extend();
    });
    this.watcher.observe(this.later);
  }

  makeMore(label, act) {
    return make("button", { type: "button", class: "more", hidden: true, on: { click: act } }, label);
  }

  // Show these findings from the first on.
  fill(findings) {
    this.findings = findings;
    this.positions = new Map(findings.map((finding, position) => [finding, position]));
    this.show(0, Math.min(FIRST, findings.length));
  }

  show(first, last) {
    [this.first, this.last] = [first, first];
    this.rows.clear();
    this.body.replaceChildren();
    this.add(last);
    this.earlier.hidden = first === 0;
  }

  extend() {
    if (this.last < this.findings.length) this.add(Math.min(this.findings.length, this.last + STEP));
    // The browser tells of a change alone: ask again, since the button may be in sight still, or again at once.
    this.watcher.unobserve(this.later);
    this.watcher.observe(this.later);
  }

  add(last) {
    const added = document.createDocumentFragment();
    let group = this.body.lastElementChild?.lastElementChild ?? null;
    for (const finding of this.findings.slice(this.last, last)) {
      const before = this.findings[this.positions.get(finding) - 1];
      if (!group || before?.article !== finding.article) {
        group = make("ol", { role: "list" });
        added.append(make("li", { class: "group" }, this.makeHead(finding.article), group));
      }
      const row = this.makeRow(finding);
      this.rows.set(finding, row);
      group.append(row);
    }
    this.body.append(added);
    this.last = last;
    this.later.hidden = last === this.findings.length;
    this.mark(this.chosen);
  }

  makeHead(article) {
    return make(
      "h3",
      { dir: "auto" },
      make("a", { href: `#a${article.number + 1}` }, article.title),
      make("span", { class: "path" }, article.name),
    );
  }

  makeRow(finding) {
    const row = make(
      "li",
      { class: `row f${finding.rule.color}` },
      make(
        "a",
        { href: `#${noteId(finding)}` },
        make(
          "span",
          { class: "head" },
          make("span", { class: "rule" }, ...ruleName(finding.rule)),
          make("span", { class: "tags" }),
        ),
        make("span", { class: "message", dir: "auto" }, finding.message),
      ),
    );
    this.tag(row, finding);
    return row;
  }

  // Show the severity and the verdict of a finding in its row.
  tag(row, finding) {
    const verdict = this.verdicts.of(finding);
    row
      .querySelector(".tags")
      .replaceChildren(
        ...(verdict ? [make("span", { class: "verdict" }, `${VERDICTS[verdict][0]} ${verdict}`)] : []),
        make("span", { class: `level ${finding.severity}` }, severityName(finding.severity)),
        make("span", { class: "at" }, finding.at),
      );
  }

  update(finding) {
    if (this.rows.has(finding)) this.tag(this.rows.get(finding), finding);
  }

  mark(finding) {
    this.rows.get(this.chosen)?.firstElementChild.removeAttribute("aria-current");
    this.rows.get(finding)?.firstElementChild.setAttribute("aria-current", "true");
    this.chosen = finding;
  }

  // Mark a finding as the chosen one and scroll to it, if it is in the list.
  choose(finding) {
    const position = this.positions.get(finding);
    if (position !== undefined && !this.rows.has(finding)) {
      if (position >= this.last && position < this.last + STEP) this.extend();
      else this.show(Math.max(0, position - STEP / 2), Math.min(this.findings.length, position + STEP / 2));
    }
    this.mark(finding);
    const row = this.rows.get(finding);
    if (!row || !row.checkVisibility()) return;
    const box = row.getBoundingClientRect();
    const frame = this.element.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom)
      this.element.scrollTop += box.top - frame.top - frame.height / 3;
  }
}
