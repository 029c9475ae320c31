/** All reports of a folder, and what the commands show. */

import * as fs from "node:fs";
import * as path from "node:path";
import { COUNTY, examples, scenario, TOWN } from "../scenario";
import { again, PATIENCE, SOON, until } from "../waiting";

scenario("the reports of a workspace", { files: examples(), open: COUNTY }, async (scene) => {
  const { editor, page } = scene;
  const rows = page.locator('.pane-body .monaco-list[aria-label*="报告"] .monaco-list-row');

  await scene.step("are checked and listed by year, each with its findings", async () => {
    await page.locator(".squiggly-info").first().waitFor({ timeout: PATIENCE });
    await editor.command("检查工作区的全部报告");
    await rows.filter({ hasText: "2024 年度" }).waitFor({ timeout: SOON });
    const town = rows.filter({ hasText: "白石镇" });
    await town.waitFor({ timeout: SOON });
    await town.locator(".monaco-tl-twistie").click();
    await rows.filter({ hasText: "GXS001" }).waitFor({ timeout: SOON });
    await editor.shot("41-workspace");
    await editor.picture("workspace", { x: 0, y: 36, width: 924, height: 520 });
  });

  await scene.step("a finding of the list leads to its place", async () => {
    await rows.filter({ hasText: "GXM006" }).click();
    await page.locator(`.tab.active[data-resource-name="${TOWN}"]`).waitFor({ timeout: SOON });
    await scene.says(scene.selection, /selected|Ln 3,/);
  });

  await scene.step("a report that has gone from the disk is gone from the list", async () => {
    await editor.command("View: Close All Editors");
    fs.rmSync(path.join(editor.workspace, TOWN));
    await scene.gone(rows.filter({ hasText: "白石镇" }));
  });

  await scene.step("the menu of the status bar leads to everything", async () => {
    await editor.openFile(COUNTY);
    await scene.report.locator("a").click();
    await scene.choice("重启语言服务器").waitFor({ timeout: SOON });
    await editor.shot("42-menu");
    await scene.choice("生效的设置").click();
    await page.locator(".tab", { hasText: "生效的设置" }).waitFor({ timeout: SOON });
    await page.waitForTimeout(1500);
    await editor.shot("43-settings");
  });

  await scene.step("a rule is explained", async () => {
    // A page that is still coming up takes the focus, and with it the list.
    await again(async () => {
      await editor.command("gxlint: 查看规则说明");
      await scene.choice("GXC001").waitFor({ timeout: 8000 });
      await scene.input.fill("GXT003", { timeout: 3000 });
      await scene.choice("GXT003").click({ timeout: 3000 });
    });
    await page.locator(".tab", { hasText: "GXT003" }).waitFor({ timeout: SOON });
    await page.waitForTimeout(1500);
    await editor.shot("44-rule");
  });

  await scene.step("what a report of a fault needs is collected, without any text of a report", async () => {
    await editor.command("gxlint: 收集诊断信息");
    await page.locator(".tab.active", { hasText: "Untitled" }).waitFor({ timeout: SOON });
    await page.locator(".view-line", { hasText: "run_server.py" }).first().waitFor({ timeout: SOON });
    await editor.shot("45-diagnose");
    await editor.command("File: Revert File");
  });

  await scene.step("the server is started anew by command", async () => {
    await editor.openFile(COUNTY);
    const before = editor.servers();
    await editor.command("gxlint: 重启语言服务器");
    await until("another server", () => {
      const now = editor.servers();
      return now.length === 1 && now[0] !== before[0] ? true : undefined;
    });
    await page.locator(".squiggly-info").first().waitFor({ timeout: SOON });
  });

  await scene.step("the list is cleared", async () => {
    await editor.command("gxlint: 清除工作区检查的结果");
    await until("an empty list", async () => ((await rows.count()) === 0 ? true : undefined));
  });
});

scenario("a new report", { files: {} }, async (scene) => {
  const { editor, page } = scene;

  await scene.step("begins with the form in force, its cells to be filled in", async () => {
    await editor.command("gxlint: 新建年度报告");
    await page.locator(".quick-input-widget", { hasText: "1/2" }).waitFor({ timeout: PATIENCE });
    await scene.input.fill("青山县云岭镇人民政府");
    await page.keyboard.press("Enter");
    await page.locator(".quick-input-widget", { hasText: "2/2" }).waitFor({ timeout: SOON });
    await scene.input.fill("2024");
    await page.keyboard.press("Enter");
    await page
      .locator(".view-line", { hasText: "青山县云岭镇人民政府2024年政府信息公开工作年度报告" })
      .first()
      .waitFor({ timeout: SOON });
    await page.locator(".squiggly-warning").first().waitFor({ timeout: SOON });
    await editor.shot("51-new");
  });

  await scene.step("is saved under a name that says what it is", async () => {
    await page.keyboard.press("Control+S");
    const target = path.join(editor.workspace, "青山县云岭镇人民政府2024年政府信息公开工作年度报告.txt");
    await until("the file", () =>
      fs.existsSync(target) && fs.readFileSync(target, "utf8").includes("六、其他需要报告的事项") ? true : undefined,
    );
    await scene.says(scene.mode, /信息公开年报/);
  });

  await scene.step("the blank form goes into a text that is there already", async () => {
    await editor.command("View: Close All Editors");
    await editor.command("File: New Untitled Text File");
    await page.locator(".editor-instance .monaco-editor.focused").waitFor({ timeout: SOON });
    await editor.command("gxlint: 插入现行空白格式");
    await page.locator(".quick-input-widget", { hasText: "报告的年度" }).waitFor({ timeout: SOON });
    await page.keyboard.press("Enter");
    await page.locator(".view-line", { hasText: "一、总体情况" }).first().waitFor({ timeout: SOON });
    await scene.says(scene.mode, /信息公开年报/);
  });

  await scene.step("the walkthrough shows what there is to see", async () => {
    await editor.command("View: Close All Editors");
    await page
      .locator(".dialog-buttons a", { hasText: "Don't Save" })
      .click({ timeout: 3000 })
      .catch(() => undefined);
    await editor.command("Welcome: Open Walkthrough...");
    await scene.choice("检查一份信息公开年报").click({ timeout: SOON });
    await page.locator(".getting-started-step", { hasText: "打开示例报告" }).first().waitFor({ timeout: SOON });
    // With the side bar there is no room for the pictures.
    await page.keyboard.press("Control+B");
    await page.waitForTimeout(1500);
    await editor.shot("52-walkthrough");
    await editor.command("gxlint: 打开示例报告");
    await page.locator(".tab.active", { hasText: "Untitled" }).waitFor({ timeout: SOON });
    await page.locator(".squiggly-warning").first().waitFor({ timeout: SOON });
  });
});
