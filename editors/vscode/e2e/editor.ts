/** A real editor on a fresh profile: the server of VS Code, and a page of it in Chromium. */

import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { type Browser, type ConsoleMessage, chromium, type Frame, type Locator, type Page } from "playwright-core";
import { type Host, type HostOptions, languageServers, startHost, stopHost } from "./host";
import { again, PATIENCE, SOON, until } from "./waiting";

export interface Options extends HostOptions {
  readonly shots: string;
  readonly language?: "zh-cn" | "en";
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files of the workspace that are programs. */
  readonly programs?: readonly string[];
}

/** A list that is there answers within this time. */
const ASKING = 12_000;

const CALM = {
  "workbench.startupEditor": "none",
  "workbench.colorTheme": "Default Light Modern",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "git.enabled": false,
  "editor.minimap.enabled": false,
  "editor.fontFamily": "'Noto Sans Mono CJK SC', monospace",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "security.workspace.trust.untrustedFiles": "open",
};

const CHROMIUM = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export class Editor {
  /** What went wrong in the window: errors of scripts, and what a content security policy refused in a page of ours. */
  readonly problems: string[] = [];

  private constructor(
    readonly page: Page,
    readonly workspace: string,
    readonly home: string,
    private readonly browser: Browser,
    private readonly host: Host,
    private readonly options: Options,
  ) {
    page.on("pageerror", (error) => this.problems.push(String(error)));
    page.on("console", (message) => this.heard(message));
  }

  /** Start an editor with these files (name to text) in its folder, and open the first named file. */
  static async start(options: Options, files: Readonly<Record<string, string>>, open?: string): Promise<Editor> {
    // Short, because the paths of sockets may not be longer than 107 bytes.
    const home = fs.mkdtempSync(path.join(os.tmpdir(), "gx-"));
    const workspace = path.join(home, "ws");
    fs.mkdirSync(workspace);
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
      fs.writeFileSync(path.join(workspace, name), text, { mode: options.programs?.includes(name) ? 0o755 : 0o644 });
    }
    write(path.join(home, "d", "User", "settings.json"), { ...CALM, ...options.settings });
    const host = await startHost(options, home);
    const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: CHROMIUM });
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      locale: options.language === "en" ? "en-US" : "zh-CN",
    });
    if (options.language !== "en") {
      // A language pack is not to be had offline. This makes the editor ask extensions for their Chinese texts; its
      // own stay English.
      await page.addInitScript(() => {
        (globalThis as { _VSCODE_NLS_LANGUAGE?: string })._VSCODE_NLS_LANGUAGE = "zh-cn";
      });
    }
    const editor = new Editor(page, workspace, home, browser, host, options);
    await editor.load(open);
    return editor;
  }

  /** Load the window, as after pressing F5 in the browser. */
  async load(open?: string): Promise<void> {
    const { port } = this.host;
    const file = `vscode-remote://127.0.0.1:${port}${this.workspace}/${open}`;
    const payload = open === undefined ? "" : `&payload=${encodeURIComponent(JSON.stringify([["openFile", file]]))}`;
    await this.page.goto(`http://127.0.0.1:${port}/?folder=${encodeURI(this.workspace)}${payload}`);
    await this.page.locator(".monaco-workbench").waitFor({ timeout: PATIENCE });
    if (open !== undefined)
      await this.page.locator(".editor-instance .view-lines").first().waitFor({ timeout: PATIENCE });
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await stopHost(this.host);
    if (process.env["GXLINT_E2E_KEEP"] !== undefined) return;
    try {
      fs.rmSync(this.home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    } catch {
      // Some program of the editor is still writing. It is a temporary folder.
    }
  }

  private heard(message: ConsoleMessage): void {
    const text = message.text();
    if (/Content Security Policy/i.test(text) && /gxlint|vscode-webview/.test(message.location().url))
      this.problems.push(text);
  }

  async shot(name: string, pointing = false): Promise<string> {
    // A pointer that happens to rest on something would be in the picture.
    if (!pointing) await this.page.mouse.move(640, 2);
    await this.page.waitForTimeout(500);
    const file = path.join(this.options.shots, `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }

  /** Open a file of the disk as a browser does, and keep a picture of it. */
  async shotOf(file: string, name: string): Promise<void> {
    const page = await this.browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`file://${encodeURI(file)}`);
    await page.locator("td.wrong").scrollIntoViewIfNeeded();
    await page.screenshot({ path: path.join(this.options.shots, `${name}.png`) });
    await page.close();
  }

  /** Keep a piece of the window as a small picture for the documentation, where that was asked for. */
  async picture(name: string, clip: { x: number; y: number; width: number; height: number }): Promise<void> {
    const folder = process.env["GXLINT_PICTURES"];
    if (folder === undefined) return;
    await this.page.mouse.move(640, 2);
    await this.page.waitForTimeout(500);
    const png = (await this.page.screenshot({ clip })).toString("base64");
    const canvas = await this.browser.newPage();
    const webp = await canvas.evaluate(toWebp, png);
    await canvas.close();
    fs.writeFileSync(path.join(folder, `${name}.webp`), Buffer.from(webp, "base64"));
  }

  /** Run a command by its title, as a person does with F1. */
  async command(title: string): Promise<void> {
    // Others may match better by what was used lately: only this very title counts, with or without its category.
    const exactly = new RegExp(`^(?:gxlint: )?${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
    await this.ask("F1", `>${title}`, exactly);
  }

  async openFile(name: string): Promise<void> {
    // The preview of a file has the file's name too.
    await this.ask("Control+P", name, new RegExp(`^${name.replace(/\./g, "\\.")}$`));
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor({ timeout: SOON });
    await this.page.locator(".editor-instance .monaco-editor").first().waitFor({ timeout: SOON });
  }

  /** Ask the window's list for something. What takes the focus meanwhile takes the list away: then once more. */
  private async ask(key: string, words: string, label: RegExp): Promise<void> {
    const input = this.page.locator(".quick-input-widget input").first();
    const rows = this.page.locator(".quick-input-list .monaco-list-row");
    await again(async () => {
      await this.page.keyboard.press(key);
      await input.waitFor({ timeout: SOON });
      await input.fill(words, { timeout: ASKING });
      await rows
        .filter({ has: this.page.locator(".label-name", { hasText: label }) })
        .first()
        .click({ timeout: ASKING });
    });
  }

  /** The inner frame of the preview. */
  async preview(): Promise<Frame> {
    return until("the preview", async () => {
      for (const frame of this.page.frames()) {
        const filled = await frame
          .locator("main#page > *")
          .count()
          .catch(() => 0);
        if (filled > 0) return frame;
      }
      return undefined;
    });
  }

  servers(): number[] {
    return languageServers(this.home);
  }

  /** A file of the workspace as it is on the disk. */
  text(name: string): string {
    return fs.readFileSync(path.join(this.workspace, name), "utf8");
  }
}

/** Runs in a page: a picture in a smaller format. */
async function toWebp(data: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/png;base64,${data}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", 0.82).split(",")[1] ?? "";
}

function write(file: string, value: unknown): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(value));
}

export type { Frame, Locator, Page };
