/** A scenario: an editor of its own, and steps that a person takes in it. Every picture is kept. */

import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { test } from "node:test";
import { Editor, type Locator, type Options, type Page } from "./editor";
import { SOON, until } from "./waiting";

const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set; run "npm run e2e"`);
  return value;
};

export const OPTIONS: Options = {
  cache: need("GXLINT_E2E_CACHE"),
  vsix: need("GXLINT_VSIX"),
  shots: need("GXLINT_E2E_SHOTS"),
};
const repository = path.resolve(path.dirname(OPTIONS.vsix), "../../..");

export const WATER = "linhe-water-2024.txt";
export const COUNTY = "qingshan-county-2023.txt";
export const STREET = "dongqiao-street-2024.txt";
export const TOWN = "baishi-town-2024.md";
export const PAGE = "heshan-civil-affairs-2024.html";

/** The example reports of the repository, by name. */
export function examples(...names: string[]): Record<string, string> {
  const folder = path.join(repository, "examples");
  const wanted = names.length > 0 ? names : fs.readdirSync(folder).filter((name) => name !== "README.md");
  return Object.fromEntries(wanted.map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")]));
}

/** The text of a published report, where there are any beside the repository. */
export function published(): string | undefined {
  const seeds = path.resolve(repository, "../shared/reports/seeds");
  const name = fs.existsSync(seeds) ? fs.readdirSync(seeds).find((one) => one.endsWith(".txt")) : undefined;
  return name === undefined ? undefined : fs.readFileSync(path.join(seeds, name), "utf8");
}

export interface Setting {
  readonly files: Readonly<Record<string, string>>;
  readonly open?: string;
  readonly options?: Partial<Options>;
}

/** What a step works with. */
export class Scene {
  private broken = false;

  constructor(
    readonly editor: Editor,
    private readonly run: (name: string, skip: boolean, body: () => Promise<void>) => Promise<void>,
  ) {}

  get page(): Page {
    return this.editor.page;
  }

  /** The language mode, the selection and the report's own item in the status bar. */
  get mode(): Locator {
    return this.page.locator("#status\\.editor\\.mode");
  }
  get selection(): Locator {
    return this.page.locator("#status\\.editor\\.selection");
  }
  get report(): Locator {
    return this.page.locator('.statusbar-item[id*="gxlint.report"]');
  }
  get input(): Locator {
    return this.page.locator(".quick-input-widget input").first();
  }

  /** One step. What follows a step that failed is skipped: it would only wait in vain. */
  async step(name: string, body: () => Promise<void>): Promise<void> {
    await this.run(name, this.broken, async () => {
      try {
        await body();
      } catch (error) {
        this.broken = true;
        await this.editor.shot(`failed ${name}`).catch(() => undefined);
        throw error;
      }
    });
  }

  /** Wait until the item says this. */
  async says(item: Locator, words: RegExp): Promise<void> {
    await until(`${words}`, async () => (words.test(await item.innerText().catch(() => "")) ? true : undefined));
  }

  /** Select the problem of the Problems list that says this, as Enter does there, and put the list away. */
  async goToProblem(words: string): Promise<void> {
    await this.editor.command("Problems: Focus on Problems View");
    const row = this.page.locator(".markers-panel .monaco-list-row", { hasText: words }).first();
    await row.waitFor({ timeout: SOON });
    await row.dblclick();
    await this.page.keyboard.press("Control+J");
    await this.page.locator(".editor-instance .monaco-editor.focused").waitFor({ timeout: SOON });
  }

  async gone(locator: Locator): Promise<void> {
    await locator.first().waitFor({ state: "detached", timeout: SOON });
  }

  /** A row of the list that asks a person to choose. */
  choice(words: string): Locator {
    return this.page.locator(".quick-input-list .monaco-list-row", { hasText: words }).first();
  }

  /** The quick fixes at the caret, by keyboard. The window may need to be asked again. */
  async quickFixes(): Promise<Locator> {
    const rows = this.page.locator(".action-widget:visible .monaco-list-row");
    for (let tries = 3; ; tries -= 1) {
      await this.page
        .locator("[class*=lightbulb]")
        .first()
        .waitFor({ timeout: 5000 })
        .catch(() => undefined);
      await this.page.keyboard.press("Control+.");
      const shown = await rows
        .first()
        .waitFor({ timeout: 8000 })
        .then(
          () => true,
          () => false,
        );
      if (shown || tries === 0) return rows;
      await this.page.keyboard.press("Escape");
    }
  }
}

/** Play a scenario in an editor that nobody has used before. */
export function scenario(name: string, setting: Setting, play: (scene: Scene) => Promise<void>): void {
  test(name, { timeout: 420_000 }, async (t) => {
    const editor = await Editor.start({ ...OPTIONS, ...setting.options }, setting.files, setting.open);
    const scene = new Scene(editor, async (step, skip, body) => {
      await t.test(step, { skip: skip && "an earlier step failed" }, body);
    });
    try {
      await play(scene);
      await scene.step("nothing went wrong in the window meanwhile", async () => {
        assert.deepEqual(editor.problems, []);
      });
    } finally {
      await editor.stop();
    }
  });
}
