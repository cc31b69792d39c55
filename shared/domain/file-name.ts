const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** A name that Windows, macOS and Linux all take; its ending is kept, the rest is at most 120 characters. */
export function safeFileName(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot) : '';
  const stem = [...(dot > 0 ? name.slice(0, dot) : name)]
    .map((character) => (/[\p{C}<>:"/\\|?*]/u.test(character) ? '-' : character))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = [...stem].slice(0, 120).join('').trim() || '-';
  return reserved.test(short) ? `-${short}${ending}` : `${short}${ending}`;
}
