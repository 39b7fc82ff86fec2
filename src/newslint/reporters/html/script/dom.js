// Elements, and text that shows its control characters. Text of articles and rules only ever becomes text nodes.

const CONTROL =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// Return an element. `attributes` with the value null or false are left out; children are nodes or strings.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    } else if (value !== null && value !== false && value !== undefined) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Return the escape of a character, such as \x1b.
function escaped(character) {
  const code = character.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

// Return a text in which control characters are escapes.
function visible(text) {
  return text.replace(CONTROL, escaped);
}

// Append a text whose control characters are escapes with a style of their own.
function appendText(element, text) {
  let done = 0;
  for (const match of text.matchAll(CONTROL)) {
    element.append(text.slice(done, match.index), make("span", { class: "control" }, escaped(match[0])));
    done = match.index + match[0].length;
  }
  element.append(text.slice(done));
}

function plural(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

// Return a bar of a table: a part for each color and count; a count of `most` fills its width.
function makeBar(parts, most) {
  const space = "http://www.w3.org/2000/svg";
  const bar = document.createElementNS(space, "svg");
  const set = (element, values) => {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
  };
  set(bar, { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" });
  let left = 0;
  for (const [color, count] of parts) {
    const part = document.createElementNS(space, "rect");
    const width = (100 * count) / most;
    set(part, { class: `f${color}`, x: left.toFixed(2), width: Math.max(width - 0.8, 0.8).toFixed(2), height: 10 });
    bar.append(part);
    left += width;
  }
  return bar;
}
