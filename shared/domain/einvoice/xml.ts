/** An element with its attributes and what is in it; built by `el`, written by `xmlText`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

/** Anything that may stand in an element; what is null is left out. */
export type XmlPart = XmlElement | null | readonly XmlPart[];

/** An element around other elements. One that would be empty is left out: null. */
export function el(name: string, ...parts: readonly XmlPart[]): XmlElement | null {
  const content = flat(parts);
  return content.length === 0 ? null : { name, attributes: {}, content };
}

/** An element around a text; null when there is no text. Spaces around it say nothing and are dropped. */
export function leaf(name: string, text: string | null, attributes: Readonly<Record<string, string>> = {}) {
  const content = (text ?? '').trim();
  return content === '' ? null : { name, attributes, content };
}

/** A document with its declaration. Signs that XML 1.0 cannot hold become spaces. */
export function xmlText(
  root: string,
  namespaces: Readonly<Record<string, string>>,
  ...parts: readonly XmlPart[]
) {
  const element = { name: root, attributes: namespaces, content: flat(parts) };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(element, '')}`;
}

function flat(parts: readonly XmlPart[]): XmlElement[] {
  return parts.flatMap((part): XmlElement[] => {
    if (part === null) return [];
    return isList(part) ? flat(part) : [part];
  });
}

const isList = (part: XmlPart): part is readonly XmlPart[] => Array.isArray(part);

function written({ name, attributes, content }: XmlElement, indent: string): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${indent}<${name}${pairs.join('')}>`;
  if (typeof content === 'string') return `${open}${escaped(content)}</${name}>\n`;
  return `${open}\n${content.map((child) => written(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function escaped(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(forbidden, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
