/** The extension in a real editor, as a person uses it. Every picture is kept. */

import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { test } from "node:test";
import type { Locator } from "playwright-core";
import { Editor, FIRST, type Options, SOON, until } from "./harness";

const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set; run "npm run e2e"`);
  return value;
};
const options: Options = {
  cache: need("GXLINT_E2E_CACHE"),
  vsix: need("GXLINT_VSIX"),
  shots: need("GXLINT_E2E_SHOTS"),
};
const repository = path.resolve(path.dirname(options.vsix), "../../..");

const WATER = "linhe-water-2024.txt";
const NOTES = "随手记.txt";

function examples(): Record<string, string> {
  const folder = path.join(repository, "examples");
  const names = fs.readdirSync(folder).filter((name) => name !== "README.md");
  return Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")]));
}

/** The line that is nothing but this figure, after a line that begins with these words; from 1. */
function lineAfter(text: string, words: string, figure: number): number {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.trim().startsWith(words));
  const numbers = lines.flatMap((line, at) => (at > start && /^\s*-?\d+\s*$/.test(line) ? [at + 1] : []));
  const line = numbers[figure];
  assert.ok(start >= 0 && line !== undefined, `no figure ${figure} after ${words}`);
  return line;
}

/** Select the next problem of the Problems list that says this, as Enter does there. */
async function fromProblems(editor: Editor, words: string): Promise<void> {
  await editor.command("Problems: Focus on Problems View");
  const row = editor.page.locator(".markers-panel .monaco-list-row", { hasText: words }).first();
  await row.waitFor({ timeout: SOON });
  await row.dblclick();
}

async function gone(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: "detached", timeout: SOON });
}

/** Three attempts at something that the window may disturb. */
async function again(attempt: () => Promise<void>): Promise<void> {
  for (let left = 2; ; left -= 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

test("a report in the editor", { timeout: 600_000 }, async (t) => {
  const files: Record<string, string> = { ...examples(), [NOTES]: "今天的会议纪要\n一、参会人员\n甲、乙、丙\n12\n" };
  const seeds = path.resolve(repository, "../shared/reports/seeds");
  // Pictures of the documentation show invented reports alone.
  const real = fs.existsSync(seeds) && process.env["GXLINT_PICTURES"] === undefined;
  const seed = real ? fs.readdirSync(seeds).find((name) => name.endsWith(".txt")) : undefined;
  if (seed !== undefined) files["报告.txt"] = fs.readFileSync(path.join(seeds, seed), "utf8");
  const editor = await Editor.start(options, files, WATER);
  const { page } = editor;
  const mode = page.locator("#status\\.editor\\.mode");
  const selection = page.locator("#status\\.editor\\.selection");
  const report = page.locator('.statusbar-item[id*="gxlint.report"]');

  async function step(name: string, run: () => Promise<void>): Promise<void> {
    await t.test(name, async () => {
      try {
        await run();
      } catch (error) {
        await editor.shot(`failed ${name}`);
        throw error;
      }
    });
  }

  await step("is recognised by what it says, and checked", async () => {
    await page.locator(".squiggly-warning").first().waitFor({ timeout: FIRST });
    await until("the language mode", async () =>
      (await mode.innerText()).includes("信息公开年报") ? true : undefined,
    );
    await until("the status", async () => (/1 个错误/.test(await report.innerText()) ? true : undefined));
    await page.locator(".codelens-decoration", { hasText: "发现 3 处问题" }).waitFor({ timeout: SOON });
    await editor.shot("01-report");
    await editor.picture("sample", { x: 352, y: 36, width: 924, height: 520 });
  });

  await step("its findings stand in the Problems list, and lead to the figure", async () => {
    await fromProblems(editor, "应为 8");
    await until("the figure selected", async () =>
      (await selection.innerText()).includes("(1 selected)") ? true : undefined,
    );
    await page.locator(".squiggly-error").first().waitFor({ timeout: SOON });
    assert.equal((await page.locator(".markers-panel .monaco-list-row").count()) >= 3, true);
    await editor.shot("02-problems");
    await page.keyboard.press("Control+J");
  });

  await step("a wrong figure has the sum beside it and its table in the hover", async () => {
    await page.locator(".editor-instance .view-lines", { hasText: "应为 8" }).first().waitFor({ timeout: SOON });
    await page.locator(".sticky-widget .sticky-line-content", { hasText: "三、" }).first().waitFor({ timeout: SOON });
    await editor.command("Show or Focus Hover");
    await page.locator(".monaco-hover:not(.hidden) table").first().waitFor({ timeout: SOON });
    await page.keyboard.press("Escape");
    for (let down = 0; down < 10; down += 1) await page.keyboard.press("ArrowDown");
    await editor.command("Show or Focus Hover");
    await page.locator(".monaco-hover:not(.hidden) table").first().waitFor({ timeout: SOON });
    await editor.shot("03-hover");
    await editor.picture("finding", { x: 352, y: 36, width: 924, height: 520 });
    await page.keyboard.press("Escape");
  });

  await step("the preview shows tables; a cell leads to the text", async () => {
    // Without the side bar there is room for both.
    await page.keyboard.press("Control+B");
    await page.locator('.editor-actions a.action-label[aria-label^="在旁边预览报告"]').first().click();
    const preview = await editor.preview();
    const wrong = preview.locator("td.wrong");
    await wrong.waitFor({ timeout: SOON });
    assert.equal(await wrong.count(), 1);
    assert.match((await wrong.innerText()).replace(/\s/g, ""), /^98$/);
    assert.equal((await preview.locator("table").count()) >= 4, true);
    const label = preview.locator("tr", { hasText: "本年新收" }).locator("td").first();
    await label.click();
    const line = lineAfter(editor.text(WATER), "一、本年新收", 0);
    await until("the caret on the cell", async () =>
      (await selection.innerText()).includes(`Ln ${line},`) ? true : undefined,
    );
    await preview.locator("td.lit").waitFor({ timeout: SOON });
  });

  await step("the caret lights up the cell, and pointing at it tells the relation", async () => {
    await page.keyboard.press("Control+J");
    await fromProblems(editor, "应为 8");
    await page.keyboard.press("Control+J");
    const preview = await editor.preview();
    await preview.locator("td.wrong.lit").waitFor({ timeout: SOON });
    await preview.locator("td.wrong").hover();
    await preview.locator("#hint:not([hidden])", { hasText: "17" }).waitFor({ timeout: SOON });
    await editor.shot("04-preview", true);
    await editor.picture("preview", { x: 52, y: 36, width: 1224, height: 690 });
  });

  await step("the preview can be used with keys alone", async () => {
    const preview = await editor.preview();
    await preview.locator("td.wrong").focus();
    await page.keyboard.press("ArrowLeft");
    const before = await preview.locator(":focus").first().textContent();
    assert.equal(before, "0");
    // Two findings stand before the wrong cell, and none after it: round and round.
    await preview.locator("td.wrong").focus();
    await page.keyboard.press("n");
    await preview.locator("p.found.lit").waitFor({ timeout: SOON });
    await page.keyboard.press("p");
    await preview.locator("td.wrong.lit").waitFor({ timeout: SOON });
    await preview.locator("td.wrong").focus();
    await page.keyboard.press("Enter");
    await page.locator(".editor-instance .monaco-editor.focused").waitFor({ timeout: SOON });
  });

  await step("the preview is saved as a page that stands alone", async () => {
    const target = path.join(editor.workspace, "page.html");
    await editor.command("将预览另存为 HTML");
    const input = page.locator(".quick-input-widget input").first();
    // The same field asks for commands: it is the dialog's once it proposes a name.
    await until("the dialog", async () => ((await input.inputValue()).endsWith(".html") ? true : undefined));
    await input.fill(target);
    await until("its answer", async () => ((await input.inputValue()) === target ? true : undefined));
    await page.keyboard.press("Enter");
    await until("the file", () => (fs.existsSync(target) && fs.statSync(target).size > 0 ? true : undefined));
    await editor.shotOf(target, "22-saved");
    fs.rmSync(target);
  });

  await step("a total leads to its parts", async () => {
    await editor.command("View: Focus First Editor Group");
    await fromProblems(editor, "应为 8");
    await page.keyboard.press("Control+J");
    await page.locator(".editor-instance .monaco-editor.focused").waitFor({ timeout: SOON });
    await page.keyboard.press("F12");
    await page.locator(".peekview-widget .monaco-list-row").first().waitFor({ timeout: SOON });
    await editor.shot("23-parts");
    await page.keyboard.press("Escape");
    await gone(page.locator(".peekview-widget"));
  });

  for (const [theme, name] of [
    ["Dark Modern", "05-preview-dark"],
    ["Dark High Contrast", "06-preview-contrast"],
    ["Light Modern", ""],
  ] as const) {
    await step(`the preview follows the theme ${theme}`, async () => {
      await editor.command("Preferences: Color Theme");
      const input = page.locator(".quick-input-widget input").first();
      await page
        .locator(".quick-input-list .monaco-list-row", { hasText: "Modern" })
        .first()
        .waitFor({ timeout: SOON });
      await input.fill(theme);
      await page.locator(".quick-input-list .monaco-list-row", { hasText: theme }).first().click();
      const kind = theme.includes("Contrast")
        ? "vscode-high-contrast"
        : theme.includes("Dark")
          ? "vscode-dark"
          : "vscode-light";
      const preview = await editor.preview();
      await preview.locator(`body.${kind}`).waitFor({ timeout: SOON });
      if (name !== "") await editor.shot(name);
    });
  }

  await step("typing the right total clears the squiggle, a wrong one brings it back", async () => {
    await editor.command("View: Focus First Editor Group");
    await page.keyboard.press("Escape");
    await fromProblems(editor, "应为 8");
    await page.keyboard.press("Control+J");
    await page.locator(".editor-instance .monaco-editor.focused").waitFor({ timeout: SOON });
    await page.keyboard.type("8");
    await gone(page.locator(".squiggly-error"));
    const preview = await editor.preview();
    await gone(preview.locator("td.wrong"));
    await page.keyboard.press("Backspace");
    await page.keyboard.type("6");
    await page.locator(".squiggly-error").first().waitFor({ timeout: SOON });
    await preview.locator("td.wrong").first().waitFor({ timeout: SOON });
    await editor.shot("07-typed");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("8");
    await gone(page.locator(".squiggly-error"));
  });

  await step("a quick fix by keyboard changes the text and takes the squiggle away", async () => {
    await editor.command("View: Focus First Editor Group");
    await fromProblems(editor, "bookmark");
    await page.keyboard.press("Control+J");
    await page.locator(".editor-instance .monaco-editor.focused").waitFor({ timeout: SOON });
    for (let tries = 3; ; tries -= 1) {
      await page
        .locator("[class*=lightbulb]")
        .first()
        .waitFor({ timeout: SOON })
        .catch(() => undefined);
      await page.keyboard.press("Control+.");
      const shown = await page
        .locator(".action-widget:visible .monaco-list-row")
        .first()
        .waitFor({ timeout: 8000 })
        .then(
          () => true,
          () => false,
        );
      if (shown || tries === 0) break;
      await page.keyboard.press("Escape");
    }
    await editor.shot("08-quickfix");
    await editor.picture("fix", { x: 52, y: 36, width: 924, height: 520 });
    await page.keyboard.press("Enter");
    await gone(page.locator(".squiggly-warning"));
    await page.keyboard.press("Control+S");
    await until("the saved text", () => (editor.text(WATER).includes("bookmark") ? undefined : true));
  });

  await step("everything safe is fixed by one command", async () => {
    await editor.command("修正全部可自动修正的问题");
    await until("the status", async () => ((await report.innerText()).includes("未发现问题") ? true : undefined));
    await editor.shot("09-clean");
  });

  await step("a real report, where there is one, is shown with its findings", async () => {
    if (seed === undefined) return;
    await editor.openFile("报告.txt");
    await until("the language mode", async () =>
      (await mode.innerText()).includes("信息公开年报") ? true : undefined,
    );
    await page.locator(".squiggly-error, .squiggly-warning, .squiggly-info").first().waitFor({ timeout: SOON });
    const preview = await editor.preview();
    await preview.locator("table").first().waitFor({ timeout: SOON });
    await editor.shot("10-seed");
  });

  await step("an ordinary text is nobody's business", async () => {
    await editor.openFile(NOTES);
    await page.waitForTimeout(1500);
    assert.match(await mode.innerText(), /Plain Text/);
    assert.equal(await page.locator('.editor-instance [class*="squiggly"]').count(), 0);
    assert.equal(await report.count(), 0);
    await editor.shot("11-ordinary");
  });

  await step("a language mode that a person has chosen is kept", async () => {
    await editor.openFile("dongqiao-street-2024.txt");
    await until("the language mode", async () =>
      (await mode.innerText()).includes("信息公开年报") ? true : undefined,
    );
    await editor.command("Change Language Mode");
    await page.locator(".quick-input-widget input").first().fill("Plain Text");
    await page.keyboard.press("Enter");
    await until("the chosen mode", async () => (/Plain Text/.test(await mode.innerText()) ? true : undefined));
    await page.waitForTimeout(700);
    await page.locator(".tab.active .tab-actions a").first().click();
    await gone(page.locator('.tab[data-resource-name^="dongqiao"]'));
    await editor.openFile("dongqiao-street-2024.txt");
    await page.waitForTimeout(1000);
    assert.match(await mode.innerText(), /Plain Text/);
  });

  await step("the workspace check lists every report with its findings", async () => {
    await editor.openFile("qingshan-county-2023.txt");
    const preview = await editor.preview();
    await preview.locator("h1", { hasText: "青山县人民政府" }).waitFor({ timeout: SOON });
    await editor.command("检查工作区的全部报告");
    const view = page.locator('.pane-body .monaco-list[aria-label*="报告"]');
    await view.locator(".monaco-list-row", { hasText: "2024 年度" }).waitFor({ timeout: SOON });
    const row = view.locator(".monaco-list-row", { hasText: "白石镇" });
    await row.waitFor({ timeout: SOON });
    await row.locator(".monaco-tl-twistie").click();
    await view.locator(".monaco-list-row", { hasText: "GXS001" }).waitFor({ timeout: SOON });
    await editor.shot("12-workspace");
    await editor.picture("workspace", { x: 0, y: 36, width: 924, height: 520 });
  });

  await step("a missing part stands in the preview where it belongs", async () => {
    await editor.openFile("baishi-town-2024.md");
    await page.locator(".squiggly-error").first().waitFor({ timeout: SOON });
    const preview = await editor.preview();
    const missing = preview.locator("section.missing", { hasText: "五、" });
    await missing.waitFor({ timeout: SOON });
    await missing.scrollIntoViewIfNeeded();
    await editor.shot("13-missing");
    await editor.command("View: Focus First Editor Group");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Space");
    await page
      .locator(".suggest-widget .monaco-list-row", { hasText: "五、存在的主要问题" })
      .first()
      .waitFor({ timeout: SOON });
    await editor.shot("24-completion");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Backspace");
  });

  await step("the menu of the status bar, a rule's page and the effective settings", async () => {
    await report.locator("a").click();
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "重启语言服务器" }).waitFor({ timeout: SOON });
    await editor.shot("14-menu");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "生效的设置" }).click();
    await page.locator(".tab", { hasText: "生效的设置" }).waitFor({ timeout: SOON });
    await page.waitForTimeout(1500);
    await editor.shot("15-settings");
    // A page that is still coming up takes the focus, and with it the list.
    await again(async () => {
      await editor.command("gxlint: 查看规则说明");
      const row = (code: string) => page.locator(".quick-input-list .monaco-list-row", { hasText: code }).first();
      await row("GXC001").waitFor({ timeout: 8000 });
      await page.locator(".quick-input-widget input").first().fill("GXT003", { timeout: 3000 });
      await row("GXT003").click({ timeout: 3000 });
    });
    await page.locator(".tab", { hasText: "GXT003" }).waitFor({ timeout: SOON });
    await page.waitForTimeout(1500);
    await editor.shot("16-rule");
  });

  await step("a new report begins with the form in force", async () => {
    await editor.command("View: Close All Editors");
    await editor.command("gxlint: 新建年度报告");
    const input = page.locator(".quick-input-widget input").first();
    await page.locator(".quick-input-widget", { hasText: "1/2" }).waitFor({ timeout: SOON });
    await input.fill("青山县云岭镇人民政府");
    await page.keyboard.press("Enter");
    await page.locator(".quick-input-widget", { hasText: "2/2" }).waitFor({ timeout: SOON });
    await input.fill("2024");
    await page.keyboard.press("Enter");
    await page
      .locator(".view-line", { hasText: "青山县云岭镇人民政府2024年政府信息公开工作年度报告" })
      .first()
      .waitFor({ timeout: SOON });
    await editor.shot("17-new");
    await editor.command("File: Revert File");
  });

  await step("a server that is killed comes back by itself", async () => {
    await editor.command("View: Close All Editors");
    await page
      .locator(".dialog-buttons a", { hasText: "Don't Save" })
      .click({ timeout: 3000 })
      .catch(() => undefined);
    await editor.openFile("qingshan-county-2023.txt");
    await page.locator(".squiggly-info").first().waitFor({ timeout: SOON });
    const [first] = editor.servers();
    assert.ok(first !== undefined);
    assert.equal(editor.servers().length, 1);
    process.kill(first, "SIGKILL");
    await until("another server", () => editor.servers().find((one) => one !== first));
    await page.locator(".squiggly-info").first().waitFor({ timeout: SOON });
    // The list of reports is filled again too.
    const county = page.locator('.pane-body .monaco-list[aria-label*="报告"] .monaco-list-row', {
      hasText: "青山县人民政府",
    });
    await county.locator(".monaco-tl-twistie").click();
    await page.locator(".pane-body .monaco-list-row", { hasText: "GXT005" }).first().waitFor({ timeout: SOON });
    await editor.shot("18-back");
  });

  await step("one that dies again and again is given up with one message", async () => {
    await until(
      "the end of the attempts",
      async () => {
        for (const one of editor.servers()) process.kill(one, "SIGKILL");
        return (await page.locator(".notification-list-item", { hasText: "接连意外结束" }).count()) > 0
          ? true
          : undefined;
      },
      90_000,
    );
    await page.waitForTimeout(1500);
    assert.equal(await page.locator(".notification-list-item", { hasText: "gxlint" }).count(), 1);
    assert.deepEqual(editor.servers(), []);
    await editor.shot("19-given-up");
    await page
      .locator(".notification-list-item", { hasText: "接连意外结束" })
      .getByRole("button", { name: "重启" })
      .click();
    await until("the server that was asked for", () => editor.servers()[0]);
    await page.locator(".squiggly-info").first().waitFor({ timeout: SOON });
  });

  await step("the walkthrough shows what there is to see", async () => {
    await editor.command("Welcome: Open Walkthrough...");
    await page
      .locator(".quick-input-list .monaco-list-row", { hasText: "检查一份信息公开年报" })
      .first()
      .click({ timeout: SOON });
    await page.locator(".getting-started-step", { hasText: "打开示例报告" }).first().waitFor({ timeout: SOON });
    await page.waitForTimeout(1500);
    await editor.shot("25-walkthrough");
    await editor.command("gxlint: 打开示例报告");
    await page.locator(".tab.active", { hasText: "Untitled" }).waitFor({ timeout: SOON });
    await page.locator(".squiggly-warning").first().waitFor({ timeout: SOON });
  });

  await t.test("nothing went wrong in the window meanwhile", () => {
    assert.deepEqual(editor.problems, []);
  });
  await editor.stop();
});

test("a workspace that is not trusted runs nothing of its own", { timeout: 300_000 }, async (t) => {
  const mark = (name: string) => `open(${JSON.stringify(path.join(options.shots, name))}, "w").close()\n`;
  const evil = '#!/bin/sh\ntouch evil-ran\nexec python3 "$@"\n';
  const files = {
    [WATER]: examples()[WATER] ?? "",
    "gxlint.toml": 'plugins = ["own.py"]\n',
    "own.py": mark("plugin-ran"),
    ".venv/bin/python": evil,
    ".vscode/settings.json": JSON.stringify({ "gxlint.interpreter": "${workspaceFolder}/.venv/bin/python" }),
  };
  const ran = path.join(options.shots, "plugin-ran");
  fs.rmSync(ran, { force: true });
  const editor = await Editor.start(
    { ...options, trust: true, settings: { "security.workspace.trust.startupPrompt": "never" } },
    files,
    WATER,
  );
  fs.chmodSync(path.join(editor.workspace, ".venv/bin/python"), 0o755);
  try {
    await t.test("is checked with the bundled rules alone", async () => {
      await editor.page.locator(".squiggly-warning").first().waitFor({ timeout: FIRST });
      await editor.shot("20-untrusted");
      assert.equal(fs.existsSync(ran), false);
      const [server] = editor.servers();
      assert.ok(server !== undefined);
      const line = fs.readFileSync(`/proc/${server}/cmdline`, "utf8").split("\0");
      assert.ok(line.includes("-S") && line.includes("--bundled"));
      assert.ok(!line.some((part) => part.startsWith(editor.workspace)));
    });
    await t.test("and once trusted with its plugins too", async () => {
      await editor.command("Workspaces: Manage Workspace Trust");
      await editor.page
        .locator(".workspace-trust-editor .monaco-button", { hasText: /^Trust$/ })
        .first()
        .click({ timeout: SOON });
      await until("the plugin", () => (fs.existsSync(ran) ? true : undefined), 60_000);
    });
  } finally {
    await editor.stop();
    fs.rmSync(ran, { force: true });
  }
});

test("a computer without Python gets one message that says what to do", { timeout: 300_000 }, async () => {
  const empty = fs.mkdtempSync(path.join(options.shots, "empty-"));
  const files = { [WATER]: examples()[WATER] ?? "" };
  const editor = await Editor.start({ ...options, language: "en", searchPath: empty }, files, WATER);
  try {
    const message = editor.page.locator(".notification-list-item", { hasText: "Python 3.11" });
    await message.first().waitFor({ timeout: FIRST });
    await editor.page.waitForTimeout(3000);
    assert.equal(await message.count(), 1);
    await message.getByRole("button", { name: "Choose Python" }).waitFor({ timeout: SOON });
    await editor.page.locator(".statusbar-item", { hasText: "no Python 3.11 or newer" }).waitFor({ timeout: SOON });
    await editor.shot("21-no-python");
  } finally {
    await editor.stop();
    fs.rmSync(empty, { recursive: true });
  }
});
