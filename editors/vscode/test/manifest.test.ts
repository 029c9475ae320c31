import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { test } from "node:test";
import { namedLikeReport } from "../src/detect/marks";
import { json, read, root } from "./root";

interface Manifest {
  readonly main: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly extensionDependencies?: unknown;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly configurationDefaults: { readonly "[gx-report]": Readonly<Record<string, unknown>> };
    readonly commands: readonly { readonly command: string }[];
    readonly languages: readonly { readonly id: string; readonly filenamePatterns: readonly string[] }[];
    readonly configuration: readonly {
      readonly properties: Readonly<
        Record<string, { readonly type: unknown; readonly default: unknown; readonly enum?: readonly string[] }>
      >;
    }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly image: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly semanticTokenTypes: readonly { readonly id: string }[];
  };
}

const manifest = json("package.json") as unknown as Manifest;
const properties = Object.assign(
  {},
  ...manifest.contributes.configuration.map((group) => group.properties),
) as Manifest["contributes"]["configuration"][number]["properties"];

function sources(folder = "src"): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(name);
    return name.endsWith(".ts") ? [read(name)] : [];
  });
}

const code = sources().join("\n");

test("every text of the manifest is there in English and in Chinese, and none is left over", () => {
  const used = new Set([...read("package.json").matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]));
  for (const file of ["package.nls.json", "package.nls.zh-cn.json"]) {
    assert.deepEqual(Object.keys(json(file)).sort(), [...used].sort(), file);
  }
});

test("every text of the code is there in Chinese with the same fields, and none is left over", () => {
  const used = new Set(
    [...code.matchAll(/l10n\.t\(\s*("(?:[^"\\]|\\.)*")/g)].map((match) => JSON.parse(match[1] ?? '""') as string),
  );
  const chinese = json("l10n/bundle.l10n.zh-cn.json");
  assert.deepEqual(Object.keys(chinese).sort(), [...used].sort());
  const fields = (text: unknown) => [...String(text).matchAll(/\{\d\}/g)].map(([field]) => field).sort();
  for (const [english, text] of Object.entries(chinese)) assert.deepEqual(fields(text), fields(english), english);
});

test("every contributed command is registered, and the other way round", () => {
  const contributed = manifest.contributes.commands.map((one) => one.command).sort();
  const body = /const named: .*? = \{([\s\S]*?)\n {4}\};/.exec(read("src/commands/index.ts"))?.[1] ?? "";
  const registered = [...body.matchAll(/^ {6}(?:"([a-zA-Z.]+)"|([a-z]+)):/gm)]
    .map((match) => `gxlint.${match[1] ?? match[2]}`)
    .sort();
  assert.deepEqual(registered, contributed);
});

test("the extension's commands have other names than the server's, which the client registers", () => {
  const server = fs.readFileSync(path.resolve(root, "../../lsp/gxlint_lsp/commands.py"), "utf8");
  const names = [...server.matchAll(/"(gxlint\.\w+)"/g)].map((match) => match[1]);
  assert.ok(names.length > 0);
  const own = manifest.contributes.commands.map((one) => one.command);
  assert.deepEqual(
    own.filter((one) => names.includes(one)),
    [],
  );
});

test("settings are the server's or the extension's own, with the server's choices", () => {
  const options = fs.readFileSync(path.resolve(root, "../../lsp/gxlint_lsp/options.py"), "utf8");
  const [, keys = ""] = /KEYS[^{]*\{([^}]*)\}/.exec(options) ?? [];
  const ofServer = [...keys.matchAll(/"(\w+)":/g)].map((match) => `gxlint.${match[1]}`);
  assert.ok(ofServer.length > 5);
  assert.deepEqual(
    ofServer.filter((one) => !(one in properties)),
    [],
  );
  for (const [name, kind] of [
    ["run", "Run"],
    ["inlayHints", "Hints"],
    ["workspace", "Workspace"],
  ] as const) {
    const [, literal = ""] = new RegExp(`^${kind} = Literal\\[(.*)\\]`, "m").exec(options) ?? [];
    assert.deepEqual(
      properties[`gxlint.${name}`]?.enum,
      [...literal.matchAll(/"(\w+)"/g)].map((match) => match[1]),
      name,
    );
  }
});

test("defaults have the type that their setting has", () => {
  for (const [name, { type, default: value, enum: choices }] of Object.entries(properties)) {
    const kind =
      value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
    assert.ok([type].flat().includes(kind), name);
    if (choices !== undefined) assert.ok(choices.includes(String(value)), name);
  }
});

test("what starts programs or names files is not taken from an untrusted workspace", () => {
  const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  assert.deepEqual([...restrictedConfigurations].sort(), [
    "gxlint.configFile",
    "gxlint.importStrategy",
    "gxlint.interpreter",
    "gxlint.path",
    "gxlint.plugins",
    "gxlint.rulePages",
  ]);
  for (const name of restrictedConfigurations) assert.ok(name in properties, name);
});

test("a report in GBK is read as such where its name tells that it is one", () => {
  assert.equal(manifest.contributes.configurationDefaults["[gx-report]"]["files.autoGuessEncoding"], true);
});

test("the patterns of file names are those that the code knows", () => {
  const patterns = manifest.contributes.languages[0]?.filenamePatterns ?? [];
  assert.ok(patterns.length > 0);
  for (const pattern of patterns) assert.ok(namedLikeReport(`/x/${pattern.replaceAll("*", "2024年")}`), pattern);
});

test("the tokens of the server have their colours", () => {
  const tokens = fs.readFileSync(path.resolve(root, "../../lsp/gxlint_lsp/features/tokens.py"), "utf8");
  const [, types = ""] = /^TYPES = \(([^)]*)\)/m.exec(tokens) ?? [];
  const names = [...types.matchAll(/"(\w+)"/g)].map((match) => match[1]);
  assert.deepEqual(
    manifest.contributes.semanticTokenTypes.map((one) => one.id),
    names,
  );
});

test("the extension needs no other one, and its typings are not newer than its editor", () => {
  assert.equal(manifest.extensionDependencies, undefined);
  assert.equal(`^${manifest.devDependencies["@types/vscode"]}`, manifest.engines.vscode);
});

test("the pictures of the walkthrough exist, and its steps are done by commands that exist", () => {
  const own = manifest.contributes.commands.map((one) => one.command);
  for (const step of manifest.contributes.walkthroughs.flatMap((one) => one.steps)) {
    assert.ok(fs.existsSync(path.join(root, step.media.image)), step.media.image);
    for (const event of step.completionEvents) {
      const command = event.replace("onCommand:", "");
      assert.ok(own.includes(command) || command.startsWith("editor."), event);
    }
  }
});

test("no pure module knows the editor", () => {
  const pure = [
    "detect/marks",
    "detect/markup",
    "detect/encoding",
    "detect/choices",
    "python/candidates",
    "python/probe",
    "python/run",
    "python/handshake",
    "python/reasons",
    "python/believed",
    "python/bytecode",
    "client/backoff",
    "client/gate",
    "client/calm",
    "client/configuration",
    "client/refusal",
    "client/server",
    "commands/names",
    "preview/html",
    "preview/locate",
    "preview/render",
    "preview/documents",
    "preview/notice",
    "preview/sheet",
    "preview/writer",
    "preview/texts",
    "tree/model",
    "settings-page",
    "standing",
  ];
  for (const name of pure) assert.ok(!read(`src/${name}.ts`).includes('from "vscode'), name);
});
