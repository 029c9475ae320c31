/** The language server's life: found, started, watched, started again, given up. */

import type { ChildProcess } from "node:child_process";
import * as vscode from "vscode";
import {
  State as ClientState,
  CloseAction,
  DidOpenTextDocumentNotification,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from "vscode-languageclient/node";
import { REPORT, SCHEMES } from "../detect/choices";
import { isBetter, type Launch, type Rejected } from "../python/probe";
import { Backoff } from "./backoff";
import { Gate, GUESTS } from "./gate";
import { type Hooks, middleware } from "./middleware";
import { Search } from "./search";
import { ended, startProcess, within } from "./server";

/** `waiting`: it has died and is started again after a pause. `failed`: it died too often. */
export type State = "idle" | "searching" | "starting" | "running" | "waiting" | "missing" | "failed";

/** A client that logs its troubles and leaves it to the service to tell about them, once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** A client with the process of its server. */
interface Live {
  readonly client: LanguageClient;
  child?: ChildProcess;
}

const SELECTOR = [REPORT, ...GUESTS].flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme })));
/** A server that does not answer by then never will. */
const STARTS_WITHIN = 60_000;
/** A server that is told to end has so long for it. */
const ENDS_WITHIN = 2000;

export class Service implements vscode.Disposable {
  readonly gate = new Gate();
  private readonly changed = new vscode.EventEmitter<State>();
  readonly onChanged = this.changed.event;
  private readonly admitted = new vscode.EventEmitter<vscode.TextDocument>();
  /** A document that was open already is a report by now. */
  readonly onAdmitted = this.admitted.event;
  private readonly backoff = new Backoff();
  readonly search: Search;
  /** Whatever was begun for an earlier generation has no say any more. */
  private generation = 0;
  private live: Live | undefined;
  private starting: Promise<LanguageClient | undefined> | undefined;
  private ending: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private now: State = "idle";
  launch: Launch | undefined;
  rejected: readonly Rejected[] = [];

  constructor(
    context: vscode.ExtensionContext,
    readonly log: vscode.LogOutputChannel,
    private readonly hooks: Hooks,
  ) {
    this.search = new Search(context, log);
  }

  get state(): State {
    return this.now;
  }

  /** The client while the server runs. */
  get running(): LanguageClient | undefined {
    return this.now === "running" ? this.live?.client : undefined;
  }

  get version(): string {
    return this.running?.initializeResult?.serverInfo?.version ?? "";
  }

  /** The running server, started where that has not been tried yet. Undefined where there is none to be had. */
  async ensure(): Promise<LanguageClient | undefined> {
    if (this.running !== undefined) return this.running;
    if (this.now === "missing" || this.now === "failed") return undefined;
    if (this.starting === undefined) {
      const starting = this.start(this.generation).finally(() => {
        if (this.starting === starting) this.starting = undefined;
      });
      this.starting = starting;
    }
    return this.starting;
  }

  /** Start anew because a person or a setting wants it. */
  async restart(): Promise<LanguageClient | undefined> {
    void this.stop();
    this.backoff.forget();
    return this.ensure();
  }

  /** A setting says which Python to use: a server that runs stays until there is a better one. */
  async reconsider(): Promise<void> {
    if (this.now === "running") await this.resolveAgain();
    else if (this.now !== "idle") await this.restart();
  }

  /** Look for the best Python again because others may be there; start anew only where that is better than before. */
  async resolveAgain(): Promise<void> {
    const { generation } = this;
    await this.starting;
    if (generation !== this.generation || (this.now !== "running" && this.now !== "missing")) return;
    const before = this.launch;
    const outcome = await this.search.first();
    if (generation !== this.generation) return;
    this.rejected = outcome.rejected;
    if (!isBetter(before, outcome)) return;
    this.log.info("another Python or gxlint is to be used");
    await this.restart();
  }

  /** Tell the server of a document that was open before it was a report. */
  async admit(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    this.gate.invite(uri);
    const client = await this.ensure();
    if (client !== undefined && !this.gate.has(uri)) {
      const feature = client.getFeature(DidOpenTextDocumentNotification.method);
      await feature.getProvider(document)?.send(document);
    }
    this.admitted.fire(document);
  }

  dispose(): void {
    void this.stop();
    this.search.dispose();
    this.changed.dispose();
    this.admitted.dispose();
  }

  async stop(): Promise<void> {
    this.generation += 1;
    clearTimeout(this.timer);
    this.starting = undefined;
    this.leave();
    this.set("idle");
    await this.ending;
  }

  /** Part with the server, which has a while to end. */
  private leave(): void {
    const { live } = this;
    this.live = undefined;
    this.gate.clear();
    if (live !== undefined) this.ending = Promise.all([this.ending, this.end(live)]).then(() => undefined);
  }

  private async end({ client, child }: Live): Promise<void> {
    // One that has not answered yet cannot be asked to end.
    const orderly = client.state === ClientState.Running;
    const gone = child === undefined ? Promise.resolve() : ended(child, orderly ? ENDS_WITHIN : 0);
    await client.dispose().catch((error: unknown) => this.log.debug(`stopping: ${String(error)}`));
    await gone;
  }

  private async start(generation: number): Promise<LanguageClient | undefined> {
    const stale = () => generation !== this.generation;
    this.set("searching");
    // Two servers at a time would quarrel about their commands.
    await this.ending;
    if (stale()) return undefined;
    try {
      const outcome = await this.search.first();
      if (stale()) return undefined;
      this.rejected = outcome.rejected;
      // What was there a moment ago has not gone missing: it fails.
      if (outcome.launch === undefined && this.backoff.crashes > 0) throw new Error("nothing answers any more");
      this.launch = outcome.launch;
      if (outcome.launch === undefined) {
        this.set("missing");
        return undefined;
      }
      return await this.run(outcome.launch, stale);
    } catch (error) {
      this.log.error(`the server did not start: ${String(error)}`);
      if (!stale()) this.died();
      return undefined;
    }
  }

  private async run(launch: Launch, stale: () => boolean): Promise<LanguageClient | undefined> {
    this.log.info(`using (${launch.origin}): ${launch.command.join(" ")} ${launch.pythonVersion}`);
    this.set("starting");
    this.gate.clear();
    const live = this.make(launch, stale);
    this.live = live;
    try {
      await within(live.client.start(), STARTS_WITHIN);
      if (stale()) return undefined;
      if (live.child?.exitCode != null || live.child?.signalCode != null) throw new Error("it has ended at once");
    } catch (error) {
      if (!stale()) this.search.doubt(launch);
      throw error;
    }
    this.set("running");
    void this.search.compile(launch);
    return live.client;
  }

  private make(launch: Launch, stale: () => boolean): Live {
    const options: LanguageClientOptions = {
      documentSelector: SELECTOR,
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticPullOptions: { onChange: true, onSave: true },
      initializationOptions: { trusted: vscode.workspace.isTrusted },
      initializationFailedHandler: () => false,
      markdown: { isTrusted: false, supportHtml: false },
      middleware: middleware(this.gate, this.hooks),
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          if (this.live === live && this.now === "running") this.died();
          return { action: CloseAction.DoNotRestart, handled: true, message: "connection closed" };
        },
      },
    };
    const launched = async () => {
      const child = await startProcess(launch, (line) => this.log.info(line));
      live.child = child;
      if (stale()) {
        child.kill("SIGKILL");
        throw new Error("not wanted any more");
      }
      return child;
    };
    const live: Live = { client: new QuietClient("gxlint", "gxlint", launched, options) };
    return live;
  }

  private died(): void {
    const pause = this.backoff.crashed();
    clearTimeout(this.timer);
    if (pause !== undefined) {
      this.log.warn(`the server has ended; started again in ${pause / 1000} s`);
      this.timer = setTimeout(() => void this.ensure(), pause);
    }
    this.set(pause === undefined ? "failed" : "waiting");
    // Last, because it takes away the findings: by now everybody knows that this means nothing.
    this.leave();
  }

  private set(state: State): void {
    if (this.now === state) return;
    this.now = state;
    this.changed.fire(state);
  }
}
