/** What stands above the page when the page is not all there is to know: no server, a text that is closed. */

import type { State } from "../client/service";
import type { NoticeTexts } from "./texts";

export type Action = "reopen" | "choosePython" | "getPython" | "log" | "restart";

export interface Notice {
  readonly text: string;
  readonly tone: "busy" | "bad";
  readonly actions: readonly { readonly id: Action; readonly label: string }[];
}

export interface Circumstances {
  /** `lost`: closed, and nowhere to open it from again. */
  readonly text: "open" | "closed" | "lost";
  readonly server: State;
  /** The state of the server in words. */
  readonly said: string;
  /** Whether there is a page; `failed`: the server could not make that of the newest text. */
  readonly page: "none" | "there" | "failed";
}

const WITHOUT_PYTHON: readonly Action[] = ["choosePython", "getPython", "log"];
const GIVEN_UP: readonly Action[] = ["restart", "log"];

/** The notice, or undefined where the page says all there is. */
export function noticeFor(now: Circumstances, words: NoticeTexts): Notice | undefined {
  const notice = (tone: Notice["tone"], text: string, ...actions: Action[]): Notice => ({
    text,
    tone,
    actions: actions.map((id) => ({ id, label: words.actions[id] })),
  });
  if (now.text === "lost") return notice("bad", words.lost);
  if (now.text === "closed") return notice("bad", words.closed, "reopen");
  const old = now.page === "none" ? "" : words.stale;
  if (now.server === "missing") return notice("bad", `gxlint: ${now.said}${old}`, ...WITHOUT_PYTHON);
  if (now.server === "failed") return notice("bad", `gxlint: ${now.said}${old}`, ...GIVEN_UP);
  if (now.server !== "running") return notice("busy", `gxlint: ${now.said}${old}`);
  if (now.page === "failed") return notice("bad", words.failed, ...GIVEN_UP);
  return now.page === "none" ? notice("busy", words.checking) : undefined;
}
