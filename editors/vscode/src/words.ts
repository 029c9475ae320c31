/** Words that several places of the editor's window share, in the reader's language. */

import { l10n } from "vscode";
import type { Checked } from "./preview/model";
import type { Texts } from "./preview/texts";
import type { Counts } from "./tree/model";

/** `2 errors, 1 warning`; empty where nothing was found. */
export function said(counts: Counts): string {
  const parts = [
    counts.error > 0 && l10n.t("{0} error(s)", counts.error),
    counts.warning > 0 && l10n.t("{0} warning(s)", counts.warning),
    counts.info > 0 && l10n.t("{0} suggestion(s)", counts.info),
  ].filter((part) => part !== false);
  return parts.join(l10n.t(", "));
}

/** Why there are no findings although nothing is known to be in order. */
export function uncheckedSaid(state: Exclude<Checked, "checked">): string {
  switch (state) {
    case "noReport":
      return l10n.t("This is no annual report on government information disclosure, or gxlint does not recognise it.");
    case "off":
      return l10n.t("Checking is switched off (setting {0}).", "gxlint.enable");
    case "excluded":
      return l10n.t("Not checked: the settings exclude this file.");
    case "tooLarge":
      return l10n.t("Not checked: the file is too large (setting {0}).", "gxlint.maxSize");
  }
}

export function previewTexts(language: string): Texts {
  return {
    language,
    unchecked: {
      checked: l10n.t("Nothing could be read here. See the Problems list."),
      noReport: uncheckedSaid("noReport"),
      off: uncheckedSaid("off"),
      excluded: uncheckedSaid("excluded"),
      tooLarge: uncheckedSaid("tooLarge"),
    },
    reportChoice: l10n.t("Report"),
    part: l10n.t("Report {0} of {1} in this file"),
    form: l10n.t("Form: {0}"),
    formWrong: l10n.t("Form: {0}; in force: {1}"),
    findings: l10n.t("{0} finding(s)"),
    noFindings: l10n.t("Nothing found"),
    missingPart: l10n.t("This part is missing"),
    missingTable: l10n.t("This table is missing"),
    missingRow: l10n.t("The form has this row; the report has not."),
    unknownRow: l10n.t("The form in use has no such row."),
    widthRow: l10n.t("The number of cells is not that of the form."),
    held: l10n.t("✓ {0} relation(s) hold"),
    broken: l10n.t("✗ {0} relation(s) do not hold"),
    blank: l10n.t("○ {0} relation(s) not filled in yet"),
    untouched: l10n.t("○ Not filled in yet"),
    unreadable: l10n.t("This table could not be recognised. See the Problems list."),
    open: l10n.t("? {0} relation(s) cannot be checked"),
    expected: l10n.t("Should be {0}"),
    suspect: l10n.t("One of these figures is wrong"),
    previous: l10n.t("Previous finding (p)"),
    next: l10n.t("Next finding (n)"),
    save: l10n.t("Save as HTML"),
    print: l10n.t("Print"),
    listTitle: l10n.t("Findings"),
    severity: { error: l10n.t("Error"), warning: l10n.t("Warning"), info: l10n.t("Suggestion") },
    tableHelp: l10n.t("Arrow keys move between cells, Enter leads to the text"),
    notices: {
      closed: l10n.t("The text has been closed."),
      lost: l10n.t("The text has been closed without being saved. This is its last state."),
      checking: l10n.t("Checking the report"),
      stale: l10n.t(". The page may not be up to date."),
      failed: l10n.t("The page could not be made. The log says more."),
      actions: {
        reopen: l10n.t("Open the text again"),
        choosePython: l10n.t("Choose Python"),
        getPython: l10n.t("Get Python"),
        log: l10n.t("Show Log"),
        restart: l10n.t("Restart"),
      },
    },
  };
}
