/** What can go wrong: a server that dies, a workspace that is not trusted, a computer without Python. */

import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { COUNTY, examples, OPTIONS, scenario, WATER } from "../scenario";
import { PATIENCE, SOON, until } from "../waiting";

scenario("a server that dies", { files: examples(COUNTY), open: COUNTY }, async (scene) => {
  const { editor, page } = scene;
  const given = page.locator(".notification-list-item", { hasText: "接连意外结束" });

  await scene.step("comes back by itself", async () => {
    await page.locator(".squiggly-info").first().waitFor({ timeout: PATIENCE });
    await editor.command("检查工作区的全部报告");
    const county = page.locator('.pane-body .monaco-list[aria-label*="报告"] .monaco-list-row', {
      hasText: "青山县人民政府",
    });
    await county.waitFor({ timeout: SOON });
    const [first] = editor.servers();
    assert.ok(first !== undefined);
    assert.equal(editor.servers().length, 1);
    process.kill(first, "SIGKILL");
    await until("another server", () => editor.servers().find((one) => one !== first));
    await page.locator(".squiggly-info").first().waitFor({ timeout: SOON });
    // The list of reports is filled again too.
    await county.locator(".monaco-tl-twistie").click();
    await page.locator(".pane-body .monaco-list-row", { hasText: "GXT005" }).first().waitFor({ timeout: SOON });
    await editor.shot("61-back");
  });

  await scene.step("that hangs is replaced by a restart", async () => {
    const [stuck] = editor.servers();
    assert.ok(stuck !== undefined);
    process.kill(stuck, "SIGSTOP");
    await editor.command("gxlint: 重启语言服务器");
    await until("another server", () => {
      const now = editor.servers();
      return now.length === 1 && now[0] !== stuck ? true : undefined;
    });
    await page.locator(".squiggly-info").first().waitFor({ timeout: SOON });
  });

  await scene.step("is given up with one message where it dies again and again", async () => {
    await until(
      "the end of the attempts",
      async () => {
        for (const one of editor.servers()) process.kill(one, "SIGKILL");
        return (await given.count()) > 0 ? true : undefined;
      },
      120_000,
    );
    await page.waitForTimeout(1500);
    assert.equal(await page.locator(".notification-list-item", { hasText: "gxlint" }).count(), 1);
    assert.deepEqual(editor.servers(), []);
    await editor.shot("62-given-up");
  });

  await scene.step("is started again by the message's button", async () => {
    await given.getByRole("button", { name: "重启" }).click();
    await until("the server that was asked for", () => editor.servers()[0]);
    await page.locator(".squiggly-info").first().waitFor({ timeout: SOON });
  });
});

const ran = path.join(OPTIONS.shots, "plugin-ran");
const evil = path.join(OPTIONS.shots, "python-ran");
for (const mark of [ran, evil]) fs.rmSync(mark, { force: true });
const hostile = {
  ...examples(WATER),
  "gxlint.toml": 'plugins = ["own.py"]\n',
  "own.py": `open(${JSON.stringify(ran)}, "w").close()\n`,
  ".venv/bin/python": `#!/bin/sh\ntouch ${evil}\nexec python3 "$@"\n`,
  ".vscode/settings.json": JSON.stringify({ "gxlint.interpreter": "${workspaceFolder}/.venv/bin/python" }),
};
const untrusted = {
  trust: true,
  language: "en",
  programs: [".venv/bin/python"],
  settings: { "security.workspace.trust.startupPrompt": "never" },
} as const;

scenario("a workspace that is not trusted", { files: hostile, open: WATER, options: untrusted }, async (scene) => {
  const { editor, page } = scene;
  await scene.step("is checked with the bundled rules alone, in the language of the editor", async () => {
    await page.locator(".squiggly-warning").first().waitFor({ timeout: PATIENCE });
    await page.locator(".codelens-decoration", { hasText: "Form:" }).first().waitFor({ timeout: SOON });
    await editor.shot("63-untrusted");
    assert.equal(fs.existsSync(ran) || fs.existsSync(evil), false);
    const [server] = editor.servers();
    assert.ok(server !== undefined);
    const line = fs.readFileSync(`/proc/${server}/cmdline`, "utf8").split("\0");
    assert.ok(line.includes("-S") && line.includes("--bundled"));
    assert.ok(!line.some((part) => part.startsWith(editor.workspace)));
  });

  await scene.step("has its plugins and its Python once it is trusted", async () => {
    await editor.command("Workspaces: Manage Workspace Trust");
    await page
      .locator(".workspace-trust-editor .monaco-button", { hasText: /^Trust$/ })
      .first()
      .click({ timeout: SOON });
    await until("the plugin", () => (fs.existsSync(ran) ? true : undefined), 60_000);
    await until("the Python", () => (fs.existsSync(evil) ? true : undefined), 60_000);
  });
});

const empty = path.join(OPTIONS.shots, "nothing");
fs.mkdirSync(empty, { recursive: true });

scenario(
  "a computer without Python",
  { files: examples(WATER), open: WATER, options: { language: "en", searchPath: empty } },
  async (scene) => {
    const { editor, page } = scene;
    await scene.step("gets one message that says what to do", async () => {
      const message = page.locator(".notification-list-item", { hasText: "Python 3.11" });
      await message.first().waitFor({ timeout: PATIENCE });
      await page.waitForTimeout(3000);
      assert.equal(await message.count(), 1);
      await message.getByRole("button", { name: "Choose Python" }).waitFor({ timeout: SOON });
      await page.locator(".statusbar-item", { hasText: "no Python 3.11 or newer" }).waitFor({ timeout: SOON });
      await editor.shot("64-no-python");
    });
  },
);
