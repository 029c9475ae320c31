/** The report beside the text as a page. */

import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { examples, scenario, WATER } from "../scenario";
import { PATIENCE, SOON, until } from "../waiting";

/** The line that is nothing but this figure, after a line that begins with these words; from 1. */
function lineAfter(text: string, words: string, figure: number): number {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.trim().startsWith(words));
  const numbers = lines.flatMap((line, at) => (at > start && /^\s*-?\d+\s*$/.test(line) ? [at + 1] : []));
  const line = numbers[figure];
  assert.ok(start >= 0 && line !== undefined, `no figure ${figure} after ${words}`);
  return line;
}

const THEMES = [
  ["Dark Modern", "vscode-dark", "13-preview-dark"],
  ["Dark High Contrast", "vscode-high-contrast", "14-preview-contrast"],
  ["Light High Contrast", "vscode-high-contrast-light", "15-preview-contrast-light"],
  ["Light Modern", "vscode-light", "16-preview-light"],
] as const;

scenario("the preview", { files: examples(WATER), open: WATER }, async (scene) => {
  const { editor, page } = scene;

  await scene.step("shows tables; a cell leads to the text", async () => {
    await page.locator(".squiggly-warning").first().waitFor({ timeout: PATIENCE });
    // Without the side bar there is room for both.
    await page.keyboard.press("Control+B");
    await page.locator('.editor-actions a.action-label[aria-label^="在旁边预览报告"]').first().click();
    const preview = await editor.preview();
    const wrong = preview.locator("td.wrong");
    await wrong.waitFor({ timeout: SOON });
    assert.equal(await wrong.count(), 1);
    assert.match((await wrong.innerText()).replace(/\s/g, ""), /^9→?8$/);
    assert.equal((await preview.locator("table").count()) >= 4, true);
    const cell = preview.locator("tr", { hasText: "本年新收" }).locator("td").first();
    await cell.click();
    const line = lineAfter(editor.text(WATER), "一、本年新收", 0);
    await scene.says(scene.selection, new RegExp(`Ln ${line},`));
    await preview.locator("td.lit").waitFor({ timeout: SOON });
  });

  await scene.step("lights up the cell at the caret, and tells the relation where one points", async () => {
    await scene.goToProblem("应为 8");
    const preview = await editor.preview();
    await preview.locator("td.wrong.lit").waitFor({ timeout: SOON });
    await preview.locator("td.wrong").hover();
    await preview.locator("#hint:not([hidden])", { hasText: "17" }).waitFor({ timeout: SOON });
    await editor.shot("11-preview", true);
    await editor.picture("preview", { x: 52, y: 36, width: 1224, height: 690 });
  });

  await scene.step("can be used with keys alone", async () => {
    const preview = await editor.preview();
    await preview.locator("td.wrong").focus();
    await page.keyboard.press("ArrowLeft");
    assert.equal(await preview.locator(":focus").first().textContent(), "0");
    // Two findings stand before the wrong cell, and none after it: round and round.
    await preview.locator("td.wrong").focus();
    await page.keyboard.press("n");
    await preview.locator("p .lit, p.found.lit").first().waitFor({ timeout: SOON });
    await page.keyboard.press("p");
    await preview.locator("td.wrong.lit").waitFor({ timeout: SOON });
    await preview.locator("td.wrong").focus();
    await page.keyboard.press("Enter");
    await page.locator(".editor-instance .monaco-editor.focused").waitFor({ timeout: SOON });
  });

  await scene.step("tells a screen reader what is wrong", async () => {
    const preview = await editor.preview();
    const cell = preview.locator("td.wrong");
    assert.equal(await cell.getAttribute("aria-invalid"), "true");
    assert.match((await cell.getAttribute("aria-description")) ?? "", /应为 8/);
    assert.equal(await preview.locator("main").getAttribute("lang"), "zh-CN");
  });

  await scene.step("is saved as a page that stands alone", async () => {
    const target = path.join(editor.workspace, "page.html");
    await editor.command("将预览另存为 HTML");
    // The same field asks for commands: it is the dialog's once it proposes a name.
    await until("the dialog", async () => ((await scene.input.inputValue()).endsWith(".html") ? true : undefined));
    await scene.input.fill(target);
    await until("its answer", async () => ((await scene.input.inputValue()) === target ? true : undefined));
    await page.keyboard.press("Enter");
    await until("the file", () => (fs.existsSync(target) && fs.statSync(target).size > 0 ? true : undefined));
    assert.doesNotMatch(fs.readFileSync(target, "utf8"), /<script|https?:\/\//);
    await editor.shotOf(target, "12-saved");
    fs.rmSync(target);
  });

  await scene.step("says how it is printed where no browser can be opened", async () => {
    await editor.command("打印预览");
    const message = page.locator(".notification-list-item", { hasText: "从浏览器打印" });
    await message.getByRole("button", { name: "另存为 HTML" }).waitFor({ timeout: SOON });
    assert.equal(fs.existsSync(path.join(editor.home, "d/User/globalStorage/gxlint.gxlint/print.html")), false);
    await editor.command("Notifications: Clear All Notifications");
  });

  for (const [theme, kind, shot] of THEMES) {
    await scene.step(`follows the theme ${theme}`, async () => {
      await editor.command("Preferences: Color Theme");
      await scene.choice("Modern").waitFor({ timeout: SOON });
      await scene.input.fill(theme);
      await scene.choice(theme).click();
      const preview = await editor.preview();
      await preview.locator(`body.${kind}`).waitFor({ timeout: SOON });
      await editor.shot(shot);
    });
  }

  await scene.step("keeps up with what is typed", async () => {
    await editor.command("View: Focus First Editor Group");
    await scene.goToProblem("应为 8");
    await page.keyboard.type("8");
    const preview = await editor.preview();
    await scene.gone(page.locator(".squiggly-error"));
    await scene.gone(preview.locator("td.wrong"));
    await page.keyboard.press("Backspace");
    await page.keyboard.type("6");
    await preview.locator("td.wrong").first().waitFor({ timeout: SOON });
    await editor.shot("17-typed");
  });

  await scene.step("is there again, where it was, after the window was loaded anew", async () => {
    await editor.command("File: Revert File");
    await editor.load();
    const preview = await editor.preview();
    await preview.locator("td.wrong").waitFor({ timeout: PATIENCE });
    await editor.shot("18-reloaded");
  });
});
