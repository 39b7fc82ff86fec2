"""Words, phrases and weights of this family.

The modules `phrases_*` hold one table. A row gives the kind of junk, the place where its phrases count,
how certain they are there, and the phrases, in lower case:

- place: "line", where the whole line says it, figures and marks apart ("3 comments", "» Read more"); "opening", where
  a line or the last sentence begins with it; "anywhere", where a line holds it. Each place includes those before it.
- certainty: "certain"; "possible", where the article itself may say it, so that it is only one piece of evidence;
  "certain alone", which is certain as a whole line, and possible where more follows.

Where phrases overlap, the longest counts. A phrase with `*` at its end may go on within its last word ("©2*"). No
phrase stands twice, or where a shorter one of the same kind already counts: a test reports it.
"""
