/** The language server's life: found, started, watched, started again, given up. */

import * as path from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from "vscode-languageclient/node";
import { REPORT } from "../detect/choices";
import { compile } from "../python/bytecode";
import { candidates } from "../python/candidates";
import { circumstances } from "../python/machine";
import { firstThatWorks, type Launch, type Rejected, type Ways } from "../python/probe";
import { Backoff } from "./backoff";
import { Gate, GUESTS } from "./gate";
import { middleware } from "./middleware";
import { startProcess } from "./server";

/** `waiting`: it has died and is started again after a pause. `failed`: it died too often. */
export type State = "idle" | "searching" | "starting" | "running" | "waiting" | "missing" | "failed";

/** A client that logs its troubles and leaves it to the service to tell about them, once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

const SELECTOR = [REPORT, ...GUESTS].map((language) => ({ language }));

export class Service implements vscode.Disposable {
  readonly gate = new Gate();
  private readonly changed = new vscode.EventEmitter<State>();
  readonly onChanged = this.changed.event;
  private readonly backoff = new Backoff();
  private client: LanguageClient | undefined;
  private starting: Promise<LanguageClient | undefined> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private now: State = "idle";
  launch: Launch | undefined;
  rejected: readonly Rejected[] = [];

  constructor(
    private readonly context: vscode.ExtensionContext,
    readonly log: vscode.LogOutputChannel,
    private readonly explain: (code: string) => Promise<void>,
  ) {}

  get state(): State {
    return this.now;
  }

  /** The client while the server runs. */
  get running(): LanguageClient | undefined {
    return this.now === "running" ? this.client : undefined;
  }

  get version(): string {
    return this.running?.initializeResult?.serverInfo?.version ?? "";
  }

  /** The running server, started where that has not been tried yet. Undefined where there is none to be had. */
  async ensure(): Promise<LanguageClient | undefined> {
    if (this.running !== undefined) return this.running;
    if (this.now === "missing" || this.now === "failed") return undefined;
    this.starting ??= this.start().finally(() => {
      this.starting = undefined;
    });
    return this.starting;
  }

  /** Start anew because a person or a setting wants it. */
  async restart(): Promise<LanguageClient | undefined> {
    await this.starting?.catch(() => undefined);
    await this.stop();
    this.backoff.forget();
    return this.ensure();
  }

  /** Look for the best Python again; start anew only where that is another than before. */
  async resolveAgain(): Promise<void> {
    if (this.now === "idle") return;
    await this.starting?.catch(() => undefined);
    const before = this.launch;
    const { launch } = await this.search();
    if (!isDeepStrictEqual(before?.command, launch?.command)) {
      this.log.info("another Python or gxlint is to be used");
      await this.restart();
    }
  }

  /** Compile the bundled packages where that has not been done, without starting anything else. */
  async prepare(): Promise<void> {
    const { launch } = await this.search();
    if (launch !== undefined) await this.compile(launch);
  }

  dispose(): void {
    void this.stop();
    this.changed.dispose();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    this.gate.clear();
    this.set("idle");
    await client?.dispose().catch((error: unknown) => this.log.debug(`stopping: ${String(error)}`));
  }

  private ways(): Ways {
    return {
      bundle: this.context.asAbsolutePath("bundled"),
      cache: path.join(this.context.globalStorageUri.fsPath, "pycache"),
      trusted: vscode.workspace.isTrusted,
      useEnvironment: vscode.workspace.getConfiguration("gxlint").get("importStrategy") !== "useBundled",
    };
  }

  private async search(): Promise<{ launch?: Launch; rejected: Rejected[] }> {
    const outcome = await firstThatWorks(candidates(await circumstances()), this.ways());
    for (const one of outcome.rejected) {
      this.log.info(`not used (${one.candidate.origin}): ${one.candidate.command.join(" ")}: ${one.reason}`);
    }
    this.rejected = outcome.rejected;
    return outcome;
  }

  private async compile(launch: Launch): Promise<void> {
    const { bundle, cache } = this.ways();
    const version = String(this.context.extension.packageJSON.version);
    await compile(launch, bundle, cache, version).catch((error: unknown) =>
      this.log.info(`byte-code: ${String(error)}`),
    );
  }

  private async start(): Promise<LanguageClient | undefined> {
    this.set("searching");
    const { launch } = await this.search();
    this.launch = launch;
    if (launch === undefined) {
      this.set("missing");
      return undefined;
    }
    this.log.info(`using (${launch.origin}): ${launch.python} ${launch.pythonVersion}`);
    this.set("starting");
    const client = this.make(launch);
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      this.log.error(`the server did not start: ${String(error)}`);
      if (this.client === client) this.died();
      return undefined;
    }
    if (this.client !== client) return undefined;
    this.set("running");
    void this.compile(launch);
    return client;
  }

  private make(launch: Launch): LanguageClient {
    this.gate.clear();
    let made: LanguageClient | undefined;
    const options: LanguageClientOptions = {
      documentSelector: SELECTOR,
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticPullOptions: { onChange: true, onSave: true },
      initializationOptions: { trusted: vscode.workspace.isTrusted },
      initializationFailedHandler: () => false,
      markdown: { isTrusted: false, supportHtml: false },
      middleware: middleware(this.gate, () => this.client, this.explain),
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          if (made !== undefined && this.client === made && this.now === "running") this.died();
          return { action: CloseAction.DoNotRestart, handled: true, message: "connection closed" };
        },
      },
    };
    made = new QuietClient("gxlint", "gxlint", () => startProcess(launch, (line) => this.log.info(line)), options);
    return made;
  }

  private died(): void {
    const client = this.client;
    this.client = undefined;
    this.gate.clear();
    const pause = this.backoff.crashed();
    this.set(pause === undefined ? "failed" : "waiting");
    // Last, because it takes away the findings: by now everybody knows that this means nothing.
    void client?.dispose().catch(() => undefined);
    if (pause === undefined) return;
    this.log.warn(`the server has ended; started again in ${pause / 1000} s`);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ensure(), pause);
  }

  private set(state: State): void {
    if (this.now === state) return;
    this.now = state;
    this.changed.fire(state);
  }
}
