/** Texts that were read in the wrong encoding. Chinese Windows programs write GBK, the editor reads UTF-8. */

/** So much of a text is looked at. */
const HEAD = 20_000;
/** A damaged character or two may be anybody's; of Chinese in the wrong encoding hardly anything is left. */
const FEW = 20;
const SHARE = 0.25;
const REPLACEMENT = 0xfffd;

/** True for a text full of the sign that stands for bytes that are no character. */
export function misread(text: string): boolean {
  let broken = 0;
  let foreign = 0;
  for (let at = 0; at < text.length && at < HEAD; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) foreign += 1;
    if (code === REPLACEMENT) broken += 1;
  }
  return broken >= FEW && broken >= foreign * SHARE;
}

/** The text of these bytes in the encoding of Chinese Windows, undefined where they are not in it. */
export function fromGb18030(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
