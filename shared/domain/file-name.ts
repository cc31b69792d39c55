const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** The ending of a name with its dot, such as `.pdf`; empty for none. What follows the dot of a sentence is none. */
export function fileEnding(name: string): string {
  return /(?<!^)\.[\p{L}\p{N}]{1,16}$/u.exec(name)?.[0] ?? '';
}

/** A name that Windows, macOS and Linux all take; its ending is kept, the rest is at most 120 characters. */
export function safeFileName(name: string): string {
  const ending = fileEnding(name);
  const stem = [...name.slice(0, name.length - ending.length)]
    .map((character) => (/[\p{C}<>:"/\\|?*]/u.test(character) ? '-' : character))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = [...stem].slice(0, 120).join('').trim() || '-';
  return reserved.test(short) ? `-${short}${ending}` : `${short}${ending}`;
}
