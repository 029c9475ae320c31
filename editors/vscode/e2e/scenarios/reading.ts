/** A report is opened and read: what the editor shows without being asked. */

import assert from "node:assert/strict";
import { examples, scenario, WATER } from "../scenario";
import { PATIENCE, SOON, until } from "../waiting";

scenario("a report in the editor", { files: examples(WATER), open: WATER }, async (scene) => {
  const { editor, page } = scene;

  await scene.step("is recognised by what it says, and checked", async () => {
    await page.locator(".squiggly-warning").first().waitFor({ timeout: PATIENCE });
    await scene.says(scene.mode, /信息公开年报/);
    await scene.says(scene.report, /1 个错误/);
    await page.locator(".codelens-decoration", { hasText: "发现 3 处问题" }).waitFor({ timeout: SOON });
    await editor.shot("01-report");
    await editor.picture("sample", { x: 352, y: 36, width: 924, height: 520 });
  });

  await scene.step("has its findings in the Problems list, each with the places that belong to it", async () => {
    await editor.command("Problems: Focus on Problems View");
    const row = page.locator(".markers-panel .monaco-list-row", { hasText: "应为 8" }).first();
    await row.waitFor({ timeout: SOON });
    await row.click();
    await page.keyboard.press("ArrowRight");
    await page.locator(".markers-panel .monaco-list-row", { hasText: "商业企业：3" }).waitFor({ timeout: SOON });
    await editor.shot("02-problems");
    await page.keyboard.press("Control+J");
    await scene.goToProblem("应为 8");
    await scene.says(scene.selection, /\(1 selected\)/);
    await page.locator(".squiggly-error").first().waitFor({ timeout: SOON });
  });

  await scene.step("has the sum beside a wrong figure, and the headings above the text", async () => {
    await page.locator(".editor-instance .view-lines", { hasText: "应为 8" }).first().waitFor({ timeout: SOON });
    await page.locator(".sticky-widget .sticky-line-content", { hasText: "三、" }).first().waitFor({ timeout: SOON });
  });

  await scene.step("shows the table round a figure in the hover", async () => {
    await editor.command("Show or Focus Hover");
    const hover = page.locator(".monaco-hover:not(.hidden)");
    await hover.locator("table").first().waitFor({ timeout: SOON });
    await hover.filter({ hasText: "应为 8" }).first().waitFor({ timeout: SOON });
    await page.keyboard.press("Escape");
    for (let down = 0; down < 10; down += 1) await page.keyboard.press("ArrowDown");
    await editor.command("Show or Focus Hover");
    await hover.locator("table").first().waitFor({ timeout: SOON });
    await editor.shot("03-hover");
    await editor.picture("finding", { x: 352, y: 36, width: 924, height: 520 });
    await page.keyboard.press("Escape");
  });

  await scene.step("colours figures by what they are", async () => {
    await scene.goToProblem("应为 8");
    // In front of the figure: behind it there is no token.
    await until("the caret in front of the figure", async () => {
      if (!/selected/.test(await scene.selection.innerText())) return true;
      await page.keyboard.press("ArrowLeft");
      await page.waitForTimeout(200);
      return undefined;
    });
    await editor.command("Developer: Inspect Editor Tokens and Scopes");
    await page.locator(".token-inspect-widget", { hasText: "wrongTotal" }).waitFor({ timeout: SOON });
    await page.keyboard.press("Escape");
    await scene.gone(page.locator(".token-inspect-widget"));
  });

  await scene.step("leads from a total to its parts, and from a part to its totals", async () => {
    await page.keyboard.press("F12");
    const rows = page.locator(".peekview-widget .monaco-list-row");
    await rows.first().waitFor({ timeout: SOON });
    assert.equal(await rows.count(), 6);
    await editor.shot("04-parts");
    await page.keyboard.press("Escape");
    await scene.gone(page.locator(".peekview-widget"));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Shift+F12");
    await rows.first().waitFor({ timeout: SOON });
    await page.keyboard.press("Escape");
    await scene.gone(page.locator(".peekview-widget"));
  });

  await scene.step("has its parts and tables in the outline, and folds them", async () => {
    await editor.command("Explorer: Focus on Outline View");
    const outline = page.locator(".outline-tree .monaco-list-row");
    await outline.filter({ hasText: "一、总体情况" }).first().waitFor({ timeout: SOON });
    await editor.shot("05-outline");
    await editor.command("View: Focus First Editor Group");
    const line = page.locator(".editor-instance .view-line", { hasText: "四、政府信息公开行政复议" });
    await editor.command("Fold All");
    await line.first().waitFor({ timeout: SOON });
    await editor.shot("06-folded");
    await editor.command("Unfold All");
    await until("the text", async () => ((await line.count()) === 0 ? true : undefined));
  });
});
