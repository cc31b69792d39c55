const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** The ending of a name with its dot, such as `.pdf`; empty for none. What follows the dot of a sentence is none. */
export function fileEnding(name: string): string {
  return /(?<!^)\.[\p{L}\p{N}]{1,16}$/u.exec(name)?.[0] ?? '';
}

/** Of the 255 bytes that Linux gives a name, as it is stored there (UTF-8), with room for what is put behind it. */
const most = { characters: 120, bytes: 200 };

/** A name that Windows, macOS and Linux all take; its ending is kept, the rest is short enough for all of them. */
export function safeFileName(name: string): string {
  const ending = fileEnding(name);
  const stem = [...name.slice(0, name.length - ending.length)]
    .map((character) => (/[\p{C}<>:"/\\|?*]/u.test(character) ? '-' : character))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = shortened(stem).trim() || '-';
  return reserved.test(short) ? `-${short}${ending}` : `${short}${ending}`;
}

function shortened(text: string): string {
  let [short, bytes] = ['', 0];
  for (const character of [...text].slice(0, most.characters)) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > most.bytes) break;
    short += character;
  }
  return short;
}
