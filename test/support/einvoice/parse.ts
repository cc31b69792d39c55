import { XmlDocument, type XmlElement } from 'libxml2-wasm';

/** Prefixes for the paths in tests; the documents' own may differ. */
export const namespaces = {
  inv: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  cn: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
};

/** Reads a document, hands it over and gives its memory back; throws when it is not well-formed. */
export function reading<T>(xml: string, read: (document: XmlDocument) => T): T {
  const document = XmlDocument.fromString(xml);
  try {
    return read(document);
  } finally {
    document.dispose();
  }
}

/** The texts at a path. */
export function texts(from: XmlDocument | XmlElement, path: string): string[] {
  return from.find(path, namespaces).map((node) => node.content);
}

/** The one text at a path, or null; throws when there are more. */
export function text(from: XmlDocument | XmlElement, path: string): string | null {
  const found = texts(from, path);
  if (found.length > 1) throw new Error(`${path} stands ${found.length} times`);
  return found[0] ?? null;
}
