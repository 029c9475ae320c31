/** Which files are reports, and what becomes of the others. */

import assert from "node:assert/strict";
import { examples, PAGE, published, STREET, scenario, TOWN } from "../scenario";
import { PATIENCE, SOON, until } from "../waiting";

const NOTES = "随手记.txt";
const DRAFT = "草稿.md";
const SEED = "报告.txt";
// Pictures of the documentation show invented reports alone.
const seed = process.env["GXLINT_PICTURES"] === undefined ? published() : undefined;
const files: Record<string, string> = {
  ...examples(STREET, TOWN, PAGE),
  [NOTES]: "今天的会议纪要\n一、参会人员\n甲、乙、丙\n12\n",
  [DRAFT]: "",
};
if (seed !== undefined) files[SEED] = seed;
const text = examples(TOWN)[TOWN] ?? "";

scenario("files of a folder", { files, open: NOTES }, async (scene) => {
  const { editor, page } = scene;
  const squiggles = page.locator('.editor-instance [class*="squiggly"]');

  await scene.step("an ordinary text is nobody's business", async () => {
    await page.waitForTimeout(4000);
    await scene.says(scene.mode, /Plain Text/);
    assert.equal(await squiggles.count(), 0);
    assert.equal(await scene.report.count(), 0);
    // One may just be tried out, so that the first report need not wait.
    await until("no server", () => (editor.servers().length === 0 ? true : undefined));
    await editor.shot("31-ordinary");
  });

  await scene.step("a published report, where there is one, is shown with its findings", async () => {
    if (seed === undefined) return;
    await editor.openFile(SEED);
    await scene.says(scene.mode, /信息公开年报/);
    await squiggles.first().waitFor({ timeout: PATIENCE });
    await page.locator('.editor-actions a.action-label[aria-label^="在旁边预览报告"]').first().click();
    const preview = await editor.preview();
    await preview.locator("table").first().waitFor({ timeout: SOON });
    await editor.shot("32-seed");
    await editor.command("View: Close Editors in Other Groups");
  });

  await scene.step("a Markdown report keeps its language; a missing part stands where it belongs", async () => {
    await editor.openFile(TOWN);
    await page.locator(".squiggly-error").first().waitFor({ timeout: PATIENCE });
    await scene.says(scene.mode, /Markdown/);
    await page.locator('.editor-actions a.action-label[aria-label^="在旁边预览报告"]').first().click();
    const preview = await editor.preview();
    const missing = preview.locator("section.missing", { hasText: "五、" });
    await missing.waitFor({ timeout: SOON });
    await missing.scrollIntoViewIfNeeded();
    await editor.shot("33-missing");
  });

  await scene.step("what is missing is offered where one begins to write", async () => {
    await editor.command("View: Focus First Editor Group");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Space");
    const offer = page.locator(".suggest-widget .monaco-list-row", { hasText: "五、存在的主要问题" }).first();
    await offer.waitFor({ timeout: SOON });
    await editor.shot("34-completion");
    await offer.click();
    await page.locator(".view-line", { hasText: "五、存在的主要问题及改进情况" }).first().waitFor({ timeout: SOON });
    await editor.command("File: Revert File");
    await editor.command("View: Close Editors in Other Groups");
  });

  await scene.step("a web page keeps its language and has its findings under the words", async () => {
    await editor.openFile(PAGE);
    await scene.says(scene.report, /1 个错误/);
    await scene.says(scene.mode, /HTML/);
    await scene.goToProblem("收办不平衡");
    await page.locator(".squiggly-error").first().waitFor({ timeout: SOON });
    await scene.says(scene.selection, /\(1 selected\)/);
    await editor.shot("35-page");
    await editor.command("gxlint: 插入现行空白格式");
    await page
      .locator(".notification-list-item", { hasText: "空白格式可以插入纯文本和 Markdown" })
      .waitFor({ timeout: SOON });
    await editor.command("Notifications: Clear All Notifications");
  });

  await scene.step("a Markdown text becomes a report by what is pasted into it", async () => {
    await editor.openFile(DRAFT);
    await page.locator(".editor-instance .monaco-editor.focused").waitFor({ timeout: SOON });
    await page.keyboard.insertText(text);
    await scene.says(scene.report, /2 个错误/);
    await squiggles.first().waitFor({ timeout: SOON });
  });

  await scene.step("a language mode that a person has chosen is kept", async () => {
    await editor.openFile(STREET);
    await scene.says(scene.mode, /信息公开年报/);
    await editor.command("Change Language Mode");
    await scene.input.fill("Plain Text");
    await page.keyboard.press("Enter");
    await scene.says(scene.mode, /Plain Text/);
    await page.waitForTimeout(700);
    await page.locator(".tab.active .tab-actions a").first().click();
    await scene.gone(page.locator('.tab[data-resource-name^="dongqiao"]'));
    await editor.openFile(STREET);
    await page.waitForTimeout(1000);
    await scene.says(scene.mode, /Plain Text/);
  });

  await scene.step("choosing the mode of reports by hand counts too", async () => {
    await editor.command("Change Language Mode");
    await scene.input.fill("信息公开年报");
    await page.keyboard.press("Enter");
    await scene.says(scene.mode, /信息公开年报/);
    await page.locator(".squiggly-error").first().waitFor({ timeout: SOON });
    await page.locator(".tab.active .tab-actions a").first().click();
    await scene.gone(page.locator('.tab[data-resource-name^="dongqiao"]'));
    await editor.openFile(STREET);
    await scene.says(scene.mode, /信息公开年报/);
  });

  await scene.step("what is closed has no findings left", async () => {
    await editor.command("View: Close All Editors");
    await editor.command("Problems: Focus on Problems View");
    await until("an empty list", async () =>
      (await page.locator(".markers-panel .monaco-list-row").count()) === 0 ? true : undefined,
    );
  });
});
