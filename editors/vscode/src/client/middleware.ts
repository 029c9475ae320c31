/** What passes between editor and server: only reports go in, and some answers are shown in a better way. */

import * as vscode from "vscode";
import { DidOpenTextDocumentNotification, type LanguageClient, type Middleware } from "vscode-languageclient/node";
import type { Candidate, Gate } from "./gate";

const EXPLAIN = "gxlint.explainRule";

/** The configuration as the server should see it: a language instead of `auto`. */
export function adapted(values: unknown, uiLanguage: string): unknown {
  if (typeof values !== "object" || values === null || Array.isArray(values)) return values;
  const { language, ...others } = values as Record<string, unknown>;
  const chosen = language === "zh" || language === "en" ? language : /^zh\b/i.test(uiLanguage) ? "zh" : "en";
  return { ...others, language: chosen };
}

export function asCandidate(document: vscode.TextDocument): Candidate {
  return { uri: document.uri.toString(), languageId: document.languageId, text: () => document.getText() };
}

/** The middleware of a client. `client` gives it once it exists; `explain` shows the page of a rule. */
export function middleware(
  gate: Gate,
  client: () => LanguageClient | undefined,
  explain: (code: string) => Promise<void>,
): Middleware {
  return {
    didOpen: async (document, next) => {
      if (gate.opened(asCandidate(document))) await next(document);
    },
    didChange: async (event, next) => {
      const state = gate.edited(asCandidate(event.document));
      if (state === "inside") await next(event);
      else if (state === "enters") await open(client(), event.document);
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
    executeCommand: (command, args: unknown[], next) => {
      const code = args[0];
      return command === EXPLAIN && typeof code === "string" ? explain(code) : next(command, args);
    },
    window: {
      // The server shows the page of a rule as a file; here it is shown as a page.
      showDocument: (params, token, next) => (isRulePage(params.uri) ? { success: true } : next(params, token)),
    },
    workspace: {
      configuration: async (params, token, next) => {
        const answer = await next(params, token);
        return Array.isArray(answer) ? answer.map((one) => adapted(one, vscode.env.language)) : answer;
      },
    },
  };
}

function isRulePage(uri: string): boolean {
  return /\/gxlint\/rules\/[^/]+\/[A-Z]+\d+\.md$/.test(uri);
}

async function open(client: LanguageClient | undefined, document: vscode.TextDocument): Promise<void> {
  await client?.sendNotification(
    DidOpenTextDocumentNotification.type,
    client.code2ProtocolConverter.asOpenTextDocumentParams(document),
  );
}
