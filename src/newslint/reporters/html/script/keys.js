// Single keys for the list of findings. A box in the page turns them off, for those who speak their input.

function addKeys(box, actions) {
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (!box.checked || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (target instanceof Element && target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]"))
      return;
    const act = Object.hasOwn(actions, event.key) ? actions[event.key] : null;
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function makeKeysHelp(box) {
  const rows = [
    ["j", "next finding"],
    ["k", "previous finding"],
    ["/", "search"],
    ["r", "mark as right"],
    ["w", "mark as wrong"],
    ["a", "mark as arguable"],
  ];
  return make(
    "details",
    { class: "keys" },
    make("summary", {}, "Keys"),
    make(
      "dl",
      {},
      ...rows.map(([key, act]) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, act))),
    ),
    make("label", {}, box, " Use these keys"),
  );
}
