/** The page as a document of its own: in the editor's panel, or saved as a file. */

import { createHash } from "node:crypto";
import { tag } from "./html";
import type { Page } from "./render";
import type { Texts } from "./texts";

/** The page that a panel begins with. `source` is the webview's own origin; nothing else may be loaded, and only the
 * script with the nonce runs. */
export function panelDocument(nonce: string, source: string, style: string, script: string, texts: Texts): string {
  const policy = ["default-src 'none'", `style-src ${source}`, `script-src 'nonce-${nonce}'`].join("; ");
  const button = (id: string, text: string, sign: string) =>
    tag("button", { id, type: "button", title: text, "aria-label": text }, sign);
  const bar = tag(
    "div",
    { id: "bar", role: "toolbar" },
    button("previous", texts.previous, "↑"),
    button("next", texts.next, "↓"),
    tag("span", { class: "gap" }),
    button("print", texts.print, texts.print),
    button("save", texts.save, texts.save),
  );
  return [
    "<!DOCTYPE html>",
    `<html lang="${texts.language}">`,
    `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width"><title>gxlint</title>${stylesheet(style)}</head>`,
    `<body><div id="top">${bar.text}<div id="notice" role="status" hidden></div></div>`,
    // Reports are written in Chinese, whatever the editor's language.
    `<main id="page" lang="zh-CN" aria-live="off"></main><div id="hint" role="tooltip" hidden></div>`,
    `${tag("script", { nonce, src: script }).text}</body></html>`,
  ].join("\n");
}

function stylesheet(address: string): string {
  return tag("link", { rel: "stylesheet", href: address }).text.replace("</link>", "");
}

/** The page, written for this, as a file that stands alone. `print`: it asks for the printer when it is opened. */
export function savedDocument(page: Page, style: string, texts: Texts, print: boolean): string {
  const script = "addEventListener('load', () => print());";
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ...(print ? [`script-src 'sha256-${hash}'`] : []),
  ].join("; ");
  return [
    "<!DOCTYPE html>",
    `<html lang="${texts.language}">`,
    `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `${tag("title", {}, page.title || "gxlint").text}<style>${style.replaceAll("</", "<\\/")}</style></head>`,
    `<body class="saved"><main id="page" lang="zh-CN">${page.html}</main>${print ? `<script>${script}</script>` : ""}</body></html>`,
  ].join("\n");
}
