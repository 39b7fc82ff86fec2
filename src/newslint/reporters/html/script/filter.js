// The filters of the list: a form, and which findings pass it.

class Filter {
  constructor(data, verdicts, onChange) {
    this.verdicts = verdicts;
    this.words = data.findings.map((finding) =>
      `${finding.message}\n${finding.match}\n${finding.article.headline}\n${finding.article.name}\n${finding.rule.name}`.toLowerCase(),
    );
    this.names = data.articles.map((article) => article.name.toLowerCase());
    this.form = this.makeForm(data);
    this.form.addEventListener("input", onChange);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", () => setTimeout(onChange));
  }

  // Return a function that says whether a finding passes the filters as they are now.
  test() {
    const { words, rule, severity, file, verdict } = this.form.elements;
    const wanted = words.value.trim().toLowerCase();
    const name = file.value.trim().toLowerCase();
    const boxes = [...this.form.querySelectorAll("[name=family]")];
    const families = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    return (finding) =>
      families.has(finding.rule.family) &&
      (!rule.value || finding.rule.name === rule.value) &&
      (!severity.value || finding.severity === severity.value) &&
      (!verdict.value || (this.verdicts.of(finding) ?? "none") === verdict.value) &&
      (!name || this.names[finding.article.number].includes(name)) &&
      (!wanted || this.words[finding.number].includes(wanted));
  }

  makeForm(data) {
    const families = new Map();
    const rules = new Map();
    const severities = new Map();
    for (const { rule, severity } of data.findings) {
      families.set(rule.family, (families.get(rule.family) ?? 0) + 1);
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
      severities.set(severity, (severities.get(severity) ?? 0) + 1);
    }
    const colors = new Map(data.rules.map((rule) => [rule.family, rule.color]));
    const boxes = [...families]
      .sort()
      .map(([name, count]) =>
        make(
          "label",
          { class: `box f${colors.get(name)}` },
          make("input", { type: "checkbox", name: "family", value: name, checked: true }),
          ` ${visible(name)} `,
          make("span", { class: "number" }, count.toLocaleString("en")),
        ),
      );
    const groups = [...families.keys()]
      .sort()
      .map((name) =>
        make(
          "optgroup",
          { label: visible(name) },
          ...data.rules
            .filter((rule) => rule.family === name)
            .map((rule) => option(rule.name, `${visible(rule.name)} (${rules.get(rule)})`)),
        ),
      );
    const levels = ["error", "warning", "info"].filter((level) => severities.has(level));
    return make(
      "form",
      { class: "filter", role: "search", "aria-label": "Findings", autocomplete: "off" },
      field(
        "Search",
        make("input", { id: "words", name: "words", type: "search", placeholder: "words of notes, headlines" }),
        "words",
      ),
      foldButton(),
      make(
        "div",
        { class: "fields", id: "filters" },
        field("Rule", make("select", { id: "rule", name: "rule" }, option("", "All rules"), ...groups), "rule"),
        field(
          "Severity",
          make(
            "select",
            { id: "severity", name: "severity" },
            option("", "All"),
            ...levels.map((level) => option(level, `${severityName(level)} (${severities.get(level)})`)),
          ),
          "severity",
        ),
        field(
          "File",
          make("input", { id: "file", name: "file", type: "search", placeholder: "part of a path" }),
          "file",
        ),
        field(
          "Verdict",
          make(
            "select",
            { id: "verdict", name: "verdict" },
            option("", "All"),
            option("none", "not marked"),
            ...Object.keys(VERDICTS).map((verdict) => option(verdict, verdict)),
          ),
          "verdict",
        ),
        make("fieldset", {}, make("legend", {}, "Families"), ...boxes),
      ),
    );
  }
}

// Return a button that a narrow window has, in which the fields are folded at first.
function foldButton() {
  const toggle = () => button.setAttribute("aria-expanded", button.getAttribute("aria-expanded") === "false");
  const attributes = {
    type: "button",
    class: "fold",
    "aria-expanded": "false",
    "aria-controls": "filters",
    on: { click: toggle },
  };
  const button = make("button", attributes, "Filters");
  return button;
}

function field(label, control, name) {
  return make("p", { class: `field of-${name}` }, make("label", { for: control.id }, label), control);
}

function option(value, label) {
  return make("option", { value }, label);
}
