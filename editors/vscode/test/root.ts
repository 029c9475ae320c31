import * as fs from "node:fs";
import * as path from "node:path";

/** The folder of the extension; tests run from a bundle elsewhere. */
export const root = process.env["GXLINT_ROOT"] ?? process.cwd();

export function read(file: string): string {
  return fs.readFileSync(path.join(root, file), "utf8");
}

export function json(file: string): Record<string, unknown> {
  return JSON.parse(read(file)) as Record<string, unknown>;
}
