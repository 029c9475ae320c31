/** The words of a page of HTML. Pages saved from Word or a website may be one line, or begin with a long style sheet. */

/** A page tells what it is within its first characters. */
const BEGINNING = 2000;
const PAGE = /<(?:!doctype|\?xml|html|head|body|meta|div|p|table|span|h[1-6])\b/i;
const BLOCKS = new Set(
  "address article blockquote body br caption center dd div dl dt footer form h1 h2 h3 h4 h5 h6 head header hr html li main ol option p pre section table tbody td tfoot th thead title tr ul".split(
    " ",
  ),
);
const RAW = new Set(["script", "style"]);
const NAME = /<\/?([a-z][a-z0-9]*)/iy;

export function isPage(text: string): boolean {
  return PAGE.test(text.slice(0, BEGINNING));
}

/** The text of a page, a line for each block, until it has so many characters. Each character of the page is looked at
 * a few times at most, whatever the page is. */
export function words(page: string, most: number): string {
  const pieces: string[] = [];
  let length = 0;
  const add = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  let at = 0;
  while (at < page.length && length < most) {
    const open = page.indexOf("<", at);
    add(unbroken(page.slice(at, open < 0 ? page.length : open)));
    if (open < 0) break;
    const tag = tagAt(page, open);
    add(tag.text);
    at = tag.end;
  }
  return pieces.join("").slice(0, most);
}

/** What a tag, a comment, or a lone `<` stands for, and where it ends. */
function tagAt(page: string, open: number): { readonly text: string; readonly end: number } {
  if (page.startsWith("<!--", open)) return { text: "", end: after(page, "-->", open) };
  NAME.lastIndex = open;
  const name = NAME.exec(page)?.[1]?.toLowerCase();
  if (name === undefined) {
    const declared = page[open + 1] === "!" || page[open + 1] === "?";
    return declared ? { text: "", end: after(page, ">", open) } : { text: "<", end: open + 1 };
  }
  const end = after(page, ">", open);
  if (RAW.has(name) && page[open + 1] !== "/") {
    const closing = new RegExp(`</${name}`, "gi");
    closing.lastIndex = end;
    return { text: "", end: closing.exec(page)?.index ?? page.length };
  }
  return { text: BLOCKS.has(name) ? "\n" : "", end };
}

function after(page: string, sign: string, from: number): number {
  const at = page.indexOf(sign, from);
  return at < 0 ? page.length : at + sign.length;
}

/** Where the source breaks a line means nothing; in Chinese it is not even a blank. */
function unbroken(text: string): string {
  return text.replace(/[\r\n]+/g, "").replace(/&(?:nbsp|ensp|emsp|#160|#xa0|#12288);/gi, " ");
}
