// A paragraph with its marks: those that overlap are nested if possible, and split otherwise.

const LONG_PARAGRAPH = 4000; // of a longer paragraph, what is far from every mark is left out
const CONTEXT = 400; // characters that are kept beside a mark

// Append the text of a paragraph to an element. A mark is {start, end, open(depth, isContinued), close()}: `open`
// returns an element for the marked words, `close` a node that follows them, or null.
function appendMarked(parent, text, marks, isWhole = true) {
  const shorten = !isWhole && text.length > LONG_PARAGRAPH;
  const starting = new Map();
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    starting.set(mark.start, [...(starting.get(mark.start) ?? []), mark]); // the longer one contains the shorter
  }
  const open = []; // [mark, element], the outer ones first
  const top = () => (open.length ? open.at(-1)[1] : parent);
  const start = (mark, isContinued) => {
    const element = mark.open(open.length, isContinued);
    top().append(element);
    return element;
  };
  const append = (piece) => {
    const leftOut = piece.length - 2 * CONTEXT;
    if (!shorten || leftOut < CONTEXT) return appendText(top(), piece);
    appendText(top(), piece.slice(0, CONTEXT));
    top().append(make("span", { class: "cut" }, ` … ${plural(leftOut, "character")} … `));
    appendText(top(), piece.slice(-CONTEXT));
  };
  let done = 0;
  for (const offset of [...new Set(marks.flatMap((mark) => [mark.start, mark.end]))].sort((a, b) => a - b)) {
    append(text.slice(done, offset));
    done = offset;
    const depth = open.findIndex(([mark]) => mark.end === offset);
    if (depth >= 0) {
      const closed = open.splice(depth).map(([mark]) => mark);
      top().append(
        ...closed
          .filter((mark) => mark.end === offset)
          .map((mark) => mark.close())
          .filter(Boolean),
      );
      for (const mark of closed.filter((mark) => mark.end !== offset)) {
        // It overlaps the one that ends here, so it continues in another element.
        open.push([mark, start(mark, true)]);
      }
    }
    for (const mark of starting.get(offset) ?? []) {
      const element = start(mark, false);
      if (mark.end > offset) open.push([mark, element]);
      else top().append(...[mark.close()].filter(Boolean)); // an empty mark
    }
  }
  append(text.slice(done));
}
