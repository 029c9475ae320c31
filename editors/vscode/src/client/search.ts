/** Finding the command that starts the server, on this machine and with these settings. */

import * as path from "node:path";
import * as vscode from "vscode";
import { Believed } from "../python/believed";
import { compile, isCompiled, noteNothing, removeOld } from "../python/bytecode";
import { candidates } from "../python/candidates";
import { circumstances, stamp } from "../python/machine";
import { Offers } from "../python/offers";
import { firstThatWorks, type Launch, type Outcome, type Ways } from "../python/probe";
import { inLog } from "../python/reasons";

const BELIEVED = "gxlint.believed";

export class Search implements vscode.Disposable {
  readonly offers = new Offers();
  private readonly version: string;
  private readonly believed: Believed;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.version = String(context.extension.packageJSON.version);
    const known = context.globalState.get<string[]>(BELIEVED, []);
    this.believed = new Believed(known, this.version, stamp, (all) => void context.globalState.update(BELIEVED, all));
  }

  dispose(): void {
    this.offers.dispose();
  }

  /** The first candidate that works. `wake`: other extensions may be started to ask them. */
  async first(wake = true): Promise<Outcome> {
    const around = await circumstances(() => this.offers.interpreters(wake));
    const outcome = await firstThatWorks(candidates(around), this.ways());
    for (const { candidate, reason } of outcome.rejected) {
      this.log.info(`not used (${candidate.origin}): ${candidate.command.join(" ")}: ${inLog(reason)}`);
    }
    return outcome;
  }

  /** A server that was started so did not come up: try it again before the next start. */
  doubt(launch: Launch): void {
    this.believed.doubt(launch.command);
  }

  async compile(launch: Launch): Promise<void> {
    const { bundle, cache } = this.ways();
    try {
      await compile(launch, bundle, cache, this.version);
      await removeOld(path.dirname(cache), this.version);
    } catch (error) {
      this.log.info(`byte-code: ${String(error)}`);
    }
  }

  /** Compile the bundled packages where that has not been done yet, without starting anything else. */
  async prepare(): Promise<void> {
    if (await isCompiled(this.ways().cache, this.version)) return;
    const { launch } = await this.first(false);
    if (launch?.bundled === true) await this.compile(launch);
    else await noteNothing(this.ways().cache, this.version);
  }

  private ways(): Ways {
    return {
      bundle: this.context.asAbsolutePath("bundled"),
      cache: path.join(this.context.globalStorageUri.fsPath, "pycache", this.version),
      trusted: vscode.workspace.isTrusted,
      useEnvironment: vscode.workspace.getConfiguration("gxlint").get("importStrategy") !== "useBundled",
      believed: this.believed,
    };
  }
}
