/** Where the page comes from: the server. */

import type { TextDocument } from "vscode";
import type { Service } from "../client/service";
import type { Model } from "./model";

const METHOD = "gxlint/preview";

/** The model of the text as it is now: null where the server does not know the text, undefined where the server has
 * failed, `none` where there is no server. */
export async function ask(
  service: Service,
  document: TextDocument,
  report: number,
): Promise<Model | null | undefined | "none"> {
  const client = await service.ensure();
  if (client === undefined) return "none";
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  try {
    return await client.sendRequest<Model | null>(METHOD, { textDocument: { uri }, report });
  } catch (error) {
    service.log.warn(`${METHOD}: ${String(error)}`);
    return undefined;
  }
}
