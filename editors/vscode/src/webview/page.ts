/** The page and its pieces. */

interface Host {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Host;

export const host = acquireVsCodeApi();
export const page = need("page");

export function need(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(id);
  return element;
}

export function piece(place: string | number | undefined): HTMLElement | null {
  return place === undefined ? null : page.querySelector<HTMLElement>(`[data-place="${Number(place)}"]`);
}

/** The piece that an event is about. */
export function closest(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
}

/** Ask for the text that a piece shows. */
export function reveal(target: HTMLElement, focus: boolean): void {
  host.postMessage({ type: "reveal", place: Number(target.dataset["place"]), focus });
}
