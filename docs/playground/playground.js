// The page of the playground: it sends the text to the worker, and shows the article that comes back.

const form = document.querySelector("form");
const { text: field, profile } = form.elements;
const state = document.getElementById("state");
const result = document.querySelector(".result");
const place = document.getElementById("article");
const shareButton = document.getElementById("share");
const exportButton = document.getElementById("export");
const worker = new Worker("worker.js", { type: "module" });
const PAUSE = 300; // milliseconds without a key, after which the text is linted
let number = 0; // of the last request
let timer = 0;
let report = null;
let verdicts = null;

function say(text, isError = false) {
  state.textContent = text;
  state.parentElement.classList.toggle("error", isError);
}

function fail(reason) {
  say(`newslint could not be loaded: ${reason}\nServe this folder over HTTP, as with: python3 -m http.server`, true);
}

function request() {
  number++;
  if (!field.value.trim()) return showReport(null);
  result.classList.add("stale");
  worker.postMessage({ number, text: field.value, profile: profile.value });
}

function showReport(given, seconds = 0) {
  result.classList.remove("stale");
  report = given && readStore(given.data, (index) => given.texts[index]);
  exportButton.hidden = true;
  if (!report?.findings.length) {
    place.replaceChildren();
    return say(given ? "No findings." : "Paste an article, or try the example.");
  }
  verdicts = new Verdicts(report.version);
  for (const article of report.articles) article.name = "Your article"; // the path of the file means nothing here
  const context = { findings: report.findings, rulesHaveSections: false, verdicts, isShown: () => true, mark };
  place.replaceChildren(...report.articles.map((article) => makeArticle(article, context, true)));
  say(`${plural(report.findings.length, "finding")}, in ${seconds.toFixed(2)} s.`);
  showExport();
}

function mark(finding, verdict) {
  verdicts.toggle(finding, verdict);
  showVerdict(document.getElementById(noteId(finding)).querySelector(".verdicts"), verdicts.of(finding));
  showExport();
}

function showExport() {
  const count = report.findings.filter((finding) => verdicts.of(finding)).length;
  exportButton.hidden = count === 0;
  exportButton.textContent = `Export ${plural(count, "verdict")}`;
}

// The text in the address: deflated, as URL-safe base64.
async function pack(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
}

async function share() {
  const parts = new URLSearchParams({ text: await pack(field.value) });
  if (profile.value) parts.set("profile", profile.value);
  history.replaceState(null, "", `#${parts}`);
  try {
    await navigator.clipboard.writeText(location.href);
    shareButton.textContent = "Copied";
  } catch {
    shareButton.textContent = "The address has it";
  }
  setTimeout(() => (shareButton.textContent = "Copy a link to this text"), 2000);
}

async function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  if (!parts.has("text")) return;
  try {
    field.value = await unpack(parts.get("text"));
    profile.dataset.wanted = parts.get("profile") ?? "";
    chooseProfile();
  } catch {
    say("The address does not hold a whole text; copy the link again.", true);
  }
}

function chooseProfile() {
  const { wanted } = profile.dataset;
  if (wanted !== undefined && [...profile.options].some((one) => one.value === wanted)) profile.value = wanted;
}

worker.addEventListener("error", (event) => fail(event.message || "the worker does not start"));
worker.addEventListener("message", ({ data }) => {
  if (data.failed) return fail(data.failed);
  if (data.profiles) {
    for (const name of data.profiles)
      profile.append(make("option", { value: name }, name.length > 4 ? name : name.toUpperCase()));
    document.body.dataset.loaded = data.seconds.toFixed(2);
    chooseProfile();
    return request();
  }
  if (data.number !== number) return; // the text has changed since
  if (data.error) return say(`newslint failed: ${data.error}`, true);
  showReport(data.report, data.seconds);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", (event) => {
  if (!document.body.dataset.loaded) return;
  clearTimeout(timer);
  timer = setTimeout(request, event.target === field ? PAUSE : 0);
});
document.getElementById("example").addEventListener("click", async () => {
  field.value = await (await fetch("example.txt")).text();
  if (document.body.dataset.loaded) request();
});
shareButton.addEventListener("click", share);
exportButton.addEventListener("click", () => verdicts.download(report.findings, "newslint-verdicts.jsonl"));
// Links between marks and notes: the address stays, since it may hold the text.
place.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  const target = link && document.getElementById(link.hash.slice(1));
  if (!link) return;
  event.preventDefault();
  for (const one of place.querySelectorAll(".chosen")) one.classList.remove("chosen");
  if (!target) return;
  target.classList.add("chosen");
  target.scrollIntoView({ block: "center" });
  if (target.matches("[tabindex]")) target.focus({ preventScroll: true });
});
readAddress().then(() => field.focus());
