// A reader's verdicts on findings: kept by this browser under the fingerprint of the finding, and exported as JSONL.

const VERDICTS = { right: ["✓", "Right"], wrong: ["✗", "Wrong"], arguable: ["?", "Arguable"] };
const STORAGE_KEY = "newslint-verdicts";

class Verdicts {
  constructor(version) {
    this.version = version;
    this.isKept = true;
    this.marks = this.read();
  }

  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "{}");
      return kept && typeof kept === "object" ? kept : {};
    } catch {
      this.isKept = false; // a page in a sandbox, or a browser that keeps nothing
      return this.marks ?? {};
    }
  }

  of(finding) {
    const verdict = this.marks[finding.fingerprint];
    return Object.hasOwn(VERDICTS, verdict) ? verdict : null;
  }

  // Set the verdict on a finding; the same one again takes it back.
  toggle(finding, verdict) {
    if (this.isKept) this.marks = this.read(); // another page may have changed them
    if (this.of(finding) === verdict) delete this.marks[finding.fingerprint];
    else this.marks[finding.fingerprint] = verdict;
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(this.marks));
    } catch {
      this.isKept = false;
    }
  }

  // Return a line of JSON for each of the findings that has a verdict.
  lines(findings) {
    return findings
      .filter((finding) => this.of(finding))
      .map((finding) => {
        const [line, column] = finding.at.split(":").map(Number);
        const row = {
          path: finding.article.path,
          record: finding.article.record,
          rule: finding.rule.name,
          severity: finding.severity,
          fingerprint: finding.fingerprint,
          line,
          column,
          match: finding.match,
          message: finding.message,
          verdict: this.of(finding),
          version: this.version,
        };
        return JSON.stringify(row) + "\n";
      })
      .join("");
  }

  download(findings, name) {
    const address = URL.createObjectURL(new Blob([this.lines(findings)], { type: "application/jsonl" }));
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }
}
