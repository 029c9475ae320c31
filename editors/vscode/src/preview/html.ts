/** Writing HTML: every text goes through `escaped`, every tag through `tag`. */

/** HTML that is already safe. */
export class Html {
  constructor(readonly text: string) {}
}

export type Content = Html | string | number | undefined | false | readonly Content[];
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const SPECIAL: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => SPECIAL[character] ?? character);
}

/** An element. Attributes that are undefined or false are left out, true ones have no value. */
export function tag(name: string, attributes: Attributes = {}, ...content: readonly Content[]): Html {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false && value !== "")
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escaped(String(value))}"`))
    .join("");
  return new Html(`<${name}${written}>${inner(content)}</${name}>`);
}

function inner(content: Content): string {
  if (content === undefined || content === false) return "";
  if (content instanceof Html) return content.text;
  if (typeof content === "string" || typeof content === "number") return escaped(String(content));
  return content.map(inner).join("");
}

export function classes(...names: readonly (string | false | undefined)[]): string | undefined {
  return names.filter(Boolean).join(" ") || undefined;
}
