/** A report is put right: typing, quick fixes, everything at once, on saving. */

import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { examples, STREET, scenario, WATER } from "../scenario";
import { PATIENCE, SOON, until } from "../waiting";

const SAVED = "保存时修正.txt";
const text = examples(WATER)[WATER] ?? "";
const onSave = { "[gx-report]": { "editor.codeActionsOnSave": { "source.fixAll.gxlint": "explicit" } } };

scenario(
  "putting a report right",
  { files: { [WATER]: text, [SAVED]: text }, open: WATER, options: { settings: onSave } },
  async (scene) => {
    const { editor, page } = scene;

    await scene.step("typing the right total clears the squiggle, a wrong one brings it back", async () => {
      await page.locator(".squiggly-warning").first().waitFor({ timeout: PATIENCE });
      await scene.goToProblem("应为 8");
      await page.keyboard.type("8");
      await scene.gone(page.locator(".squiggly-error"));
      await page.keyboard.press("Backspace");
      await page.keyboard.type("6");
      await page.locator(".squiggly-error").first().waitFor({ timeout: SOON });
      await editor.shot("21-typed");
      await page.keyboard.press("Backspace");
      await page.keyboard.type("8");
      await scene.gone(page.locator(".squiggly-error"));
    });

    await scene.step("a quick fix by keyboard changes the text and takes the squiggle away", async () => {
      await scene.goToProblem("bookmark");
      await scene.quickFixes();
      await editor.shot("22-quickfix");
      await editor.picture("fix", { x: 52, y: 36, width: 924, height: 520 });
      await page.keyboard.press("Enter");
      await scene.gone(page.locator(".squiggly-warning"));
    });

    await scene.step("everything safe is fixed by one command, and no figure is touched", async () => {
      await editor.command("修正全部可自动修正的问题");
      await scene.says(scene.report, /未发现问题/);
      await editor.shot("23-clean");
      await page.keyboard.press("Control+S");
      await until("the saved text", () => (editor.text(WATER).includes("bookmark") ? undefined : true));
      assert.deepEqual(editor.text(WATER).match(/\d+/g), text.replace(/^\t9$/m, "\t8").match(/\d+/g));
    });

    await scene.step("saving fixes what is safe, where a person wants that", async () => {
      await editor.openFile(SAVED);
      await page.locator(".squiggly-warning").first().waitFor({ timeout: SOON });
      await page.keyboard.press("Control+End");
      await page.keyboard.press("Control+S");
      await until("the saved text", () => (editor.text(SAVED).includes("bookmark") ? undefined : true));
      assert.match(editor.text(SAVED), /\t9\n/);
      await scene.says(scene.report, /1 个错误/);
    });

    await scene.step("a finding that stays is written down with its reason", async () => {
      await scene.goToProblem("应为 8");
      const fixes = await scene.quickFixes();
      await fixes.filter({ hasText: "不再提示这一处" }).first().click();
      await page.locator(".quick-input-widget", { hasText: "GXT003" }).waitFor({ timeout: SOON });
      await scene.input.fill("含年中划转的1件，已核实");
      await editor.shot("24-reason");
      await page.keyboard.press("Enter");
      await scene.gone(page.locator(".squiggly-error"));
      const list = path.join(editor.workspace, "gxlint-ignores.toml");
      await until("the list", () => (fs.existsSync(list) ? true : undefined));
      assert.match(fs.readFileSync(list, "utf8"), /含年中划转的1件，已核实/);
    });
  },
);

scenario("an outdated form", { files: examples(STREET), open: STREET }, async (scene) => {
  const { editor, page } = scene;

  await scene.step("is moved to the form in force after a look at what has no place any more", async () => {
    await page.locator(".squiggly-error").first().waitFor({ timeout: PATIENCE });
    await scene.goToProblem("应使用国办公开办函〔2021〕30号");
    const fixes = await scene.quickFixes();
    await fixes.filter({ hasText: "换成国办公开办函〔2021〕30号的表格" }).first().click();
    await page.locator(".monaco-dialog-box", { hasText: "48.60" }).waitFor({ timeout: SOON });
    await editor.shot("25-before-migration");
    assert.match(editor.text(STREET), /本年新制作数量/);
  });

  await scene.step("keeps its figures where their meaning stays", async () => {
    await page.locator(".monaco-dialog-box .dialog-buttons a", { hasText: "采用" }).click();
    await page.locator(".view-line", { hasText: "本年制发件数" }).first().waitFor({ timeout: SOON });
    await page.keyboard.press("Control+S");
    await until("the saved text", () => (editor.text(STREET).includes("本年制发件数") ? true : undefined));
    await editor.shot("26-migrated");
    const row = (text: string) => text.split("\n").find((line) => line.includes("一、本年新收"));
    assert.equal(row(editor.text(STREET)), row(examples(STREET)[STREET] ?? ""));
  });
});
