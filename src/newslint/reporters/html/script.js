// Search and filter. The page is complete without it: it only hides notes and the marks that belong to them.
(() => {
  const form = document.querySelector(".filter");
  const state = form.querySelector("output");
  const articles = [...document.querySelectorAll("article")].map((element) => ({
    element,
    path: element.querySelector("h3").textContent.toLowerCase(),
    notes: [...element.querySelectorAll(".note")],
  }));
  const own = articles.flatMap(({ path, notes }) =>
    notes.filter((note) => note.dataset.rule).map((note) => ({
      id: note.dataset.note,
      rule: note.dataset.rule,
      words: path + " " + note.textContent.toLowerCase(),
    })));
  const parts = new Map(own.map(({ id }) => [id, []]));
  for (const part of document.querySelectorAll("[data-note]")) parts.get(part.dataset.note)?.push(part);

  const apply = () => {
    const words = form.words.value.trim().toLowerCase();
    const families = new Set([...form.querySelectorAll("[name=family]:checked")].map((box) => box.value));
    let shown = 0;
    for (const { id, rule, words: text } of own) {
      const wanted = families.has(rule.split("/")[0]) && (!form.rule.value || rule === form.rule.value)
        && (!words || text.includes(words));
      shown += wanted;
      for (const part of parts.get(id)) {
        // Marked words are text of the article and stay; only their mark goes.
        if (part.matches("mark, .also")) part.classList.toggle("off", !wanted);
        else part.hidden = !wanted;
      }
    }
    for (const { element, notes } of articles) element.hidden = notes.every((note) => note.hidden);
    state.textContent = shown === own.length
      ? `All ${own.length} findings are shown.` : `${shown} of ${own.length} findings are shown.`;
  };

  // The target of a link may be hidden by the filters.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && (target.closest("[hidden]") || target.matches(".off"))) {
      form.reset();
      apply();
      target.scrollIntoView();
    }
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  window.addEventListener("hashchange", reveal);
  form.hidden = false;
  apply();
})();
