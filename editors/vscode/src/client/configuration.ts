/** The configuration as the server should see it, and the addresses that are opened for it. */

const ADDRESS = /^(?:https?|file):/i;
/** The schemes of documents that the server may want to be shown. */
const DOCUMENT = /^(?:file|untitled|vscode-vfs):/i;

/** A language instead of `auto`, and pages of rules at no address but one that leads to a page: a link that is a command
 * would run it. */
export function adapted(values: unknown, uiLanguage: string): unknown {
  if (typeof values !== "object" || values === null || Array.isArray(values)) return values;
  const { language, rulePages, ...others } = values as Record<string, unknown>;
  const chosen = language === "zh" || language === "en" ? language : /^zh\b/i.test(uiLanguage) ? "zh" : "en";
  const pages = typeof rulePages === "string" && ADDRESS.test(rulePages) ? rulePages : "";
  return { ...others, language: chosen, ...(rulePages === undefined ? {} : { rulePages: pages }) };
}

/** Whether this is the address of a page on the web. */
export function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

/** Whether something that the server wants to be shown may be shown. */
export function isShowable(uri: string, external: boolean): boolean {
  return external ? isWeb(uri) : DOCUMENT.test(uri);
}

/** Whether this is the page of a rule that the server has written to a file: here it is shown as a page. */
export function isRulePage(uri: string): boolean {
  return /\/gxlint\/rules\/[^/]+\/[A-Z]+\d+\.md$/.test(uri);
}
