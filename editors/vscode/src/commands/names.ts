/** Names of new files. */

/** What Windows does not allow in a name, and blanks. */
const FORBIDDEN = /[\\/:*?"<>|\s\p{Cc}]+/gu;

/** The name of the file for a report, without its ending. */
export function reportName(organ: string, year: number): string {
  return `${organ.replace(FORBIDDEN, "")}${year}年政府信息公开工作年度报告`;
}

/** The name with the ending, numbered where it is taken. */
export function freeName(name: string, ending: string, taken: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const full = `${name}${number === 1 ? "" : `（${number}）`}${ending}`;
    if (!taken(full)) return full;
  }
}
