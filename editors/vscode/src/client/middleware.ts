/** What passes between editor and server: only reports go in, and some answers are shown in a better way. */

import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient/node";
import { head } from "../detect/marks";
import { adapted, isRulePage, isShowable } from "./configuration";
import type { Gate, Visitor } from "./gate";
import { isNoted, noted } from "./noted";

const EXPLAIN = "gxlint.explainRule";
const LEAVE = "gxlint.ignore";

/** What the extension does in place of the server, or before it. */
export interface Hooks {
  /** Show the page of a rule. */
  explain(code: string): Promise<void>;
  /** Whether that is going on: the server's own attempt to show the page is not needed then. */
  readonly explaining: boolean;
  /** Ask for the reason why a finding may stay, and pass it on with the rest. */
  leave(args: unknown[], next: (args: unknown[]) => Promise<unknown>): Promise<void>;
  /** Tell that a command of the server has failed; the editor would show the error as it is. */
  failed(command: string, error: unknown): void;
}

function visitor(document: vscode.TextDocument): Visitor {
  return { uri: document.uri.toString(), languageId: document.languageId, head: () => head(document) };
}

export function middleware(gate: Gate, hooks: Hooks): Middleware {
  return {
    didOpen: async (document, next) => {
      if (gate.opened(visitor(document))) await next(document);
    },
    didChange: async (event, next) => {
      if (gate.has(event.document.uri.toString())) await next(event);
    },
    didSave: async (document, next) => {
      if (gate.has(document.uri.toString())) await next(document);
    },
    didClose: async (document, next) => {
      if (gate.closed(document.uri.toString())) await next(document);
    },
    provideDiagnostics: (document, previous, token, next) => {
      const uri = document instanceof vscode.Uri ? document : document.uri;
      return gate.has(uri.toString()) ? next(document, previous, token) : undefined;
    },
    provideCodeActions: async (document, range, context, token, next) => {
      const actions = await next(document, range, context, token);
      return actions?.map(noted);
    },
    // There is nothing left to resolve, and on its way to the server and back the edit would be lost.
    resolveCodeAction: (action, token, next) => (isNoted(action) ? action : next(action, token)),
    executeCommand: async (command, args: unknown[], next) => {
      const [code] = args;
      try {
        if (command === EXPLAIN && typeof code === "string") return await hooks.explain(code);
        if (command === LEAVE && args.length < 4)
          return await hooks.leave(args, async (all): Promise<unknown> => next(command, all));
        return await next(command, args);
      } catch (error) {
        hooks.failed(command, error);
        return undefined;
      }
    },
    window: {
      showDocument: (params, token, next) => {
        if (hooks.explaining || isRulePage(params.uri)) return { success: true };
        return isShowable(params.uri, params.external === true) ? next(params, token) : { success: false };
      },
    },
    workspace: {
      configuration: async (params, token, next) => {
        const answer = await next(params, token);
        return Array.isArray(answer) ? answer.map((one) => adapted(one, vscode.env.language)) : answer;
      },
    },
  };
}
