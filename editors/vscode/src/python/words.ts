/** What is told about the Python or gxlint that is used, or is not. */

import { l10n } from "vscode";
import type { Launch, Rejected } from "./probe";
import type { Reason } from "./reasons";

/** Which server runs, with which Python, why that one, and where it is. */
export function launchSaid({ bundled, candidate, python, pythonVersion }: Launch, origin: string): string {
  if (candidate.kind === "gxlint") return ["gxlint", origin, candidate.command.join(" ")].join(" · ");
  const which = bundled ? l10n.t("bundled") : l10n.t("from the environment");
  return [which, `Python ${pythonVersion}`, origin, python].join(" · ");
}

/** Why something is not used, without anything that is for the log. */
export function reasonSaid(reason: Reason): string {
  switch (reason.kind) {
    case "absent":
      return l10n.t("it does not exist");
    case "old":
      return l10n.t("Python {0} is too old", reason.version);
    case "foreign":
      return l10n.t("it is something else");
    case "no-gxlint":
      return l10n.t("gxlint is not installed in it");
    case "late":
      return l10n.t("it does not answer");
    case "failed":
      return l10n.t("it ends with an error");
  }
}

/** What a person has set and is not used, with the reason; undefined where nothing was refused. */
export function refusedSaid(rejected: readonly Rejected[]): string | undefined {
  const own = rejected.find(
    ({ candidate: { origin } }) => origin === "path-setting" || origin === "interpreter-setting",
  );
  if (own === undefined) return undefined;
  const { command, origin } = own.candidate;
  const setting = origin === "path-setting" ? "gxlint.path" : "gxlint.interpreter";
  return l10n.t("{0} of the setting {1} cannot be used: {2}.", command.join(" "), setting, reasonSaid(own.reason));
}
