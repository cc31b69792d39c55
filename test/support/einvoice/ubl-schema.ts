import { createRequire } from 'node:module';
import type { XmlElement } from 'libxml2-wasm';
import { reading } from './parse.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

const { invoiceSchema } = createRequire(import.meta.url)('@e-invoice-eu/core') as {
  invoiceSchema: Schema & { $defs: unknown };
};

// A credit note has the same elements under these names, except for its due date, which stands with the payment.
const names: Readonly<Record<string, string>> = {
  'cbc:CreditNoteTypeCode': 'cbc:InvoiceTypeCode',
  'cac:CreditNoteLine': 'cac:InvoiceLine',
  'cbc:CreditedQuantity': 'cbc:InvoicedQuantity',
};

/**
 * What the description of EN 16931 in UBL that `@e-invoice-eu/core` carries says against a document: elements that
 * are unknown, missing, out of order or too many, and values that their patterns and code lists do not take. It is
 * somebody else's reading of the standard; OASIS's own schema comes in no package that could be had.
 */
export function ublSchemaErrors(xml: string): string[] {
  return reading(xml, (document) => {
    const root = invoiceSchema.properties?.['ubl:Invoice'];
    if (!root) throw new Error('the schema has no invoice');
    const errors: string[] = [];
    check(document.root, root, document.root.name, errors);
    return errors;
  });
}

function check(element: XmlElement, schema: Schema, path: string, errors: string[]): void {
  const properties = schema.properties ?? {};
  const order = Object.keys(properties);
  const seen = new Map<string, number>();
  let reached = 0;
  for (const child of childrenOf(element)) {
    const name = names[nameOf(child)] ?? nameOf(child);
    if (name === 'cbc:PaymentDueDate' && path.startsWith('CreditNote')) continue;
    const place = order.indexOf(name);
    const here = `${path}/${name}`;
    if (place < 0) errors.push(`${here}: not known here`);
    else if (place < reached) errors.push(`${here}: out of order`);
    reached = Math.max(reached, place);
    seen.set(name, (seen.get(name) ?? 0) + 1);
    const own = resolved(properties[name] ?? {});
    if (own.type !== 'array' && (seen.get(name) ?? 0) > 1) errors.push(`${here}: more than once`);
    const one = own.type === 'array' ? resolved(own.items ?? {}) : own;
    if (one.properties) check(child, one, here, errors);
    else value(child.content, one, here, errors);
    for (const attribute of child.attrs) {
      const rule = properties[`${name}@${attribute.name}`];
      if (rule) value(attribute.content, resolved(rule), `${here}@${attribute.name}`, errors);
      else errors.push(`${here}@${attribute.name}: not known here`);
    }
  }
  for (const name of schema.required ?? []) {
    if (!name.includes('@') && !seen.has(name)) errors.push(`${path}/${name}: missing`);
  }
}

function value(text: string, { enum: codes, pattern }: Schema, path: string, errors: string[]): void {
  if (codes && !codes.includes(text)) errors.push(`${path}: ${text} is no code`);
  if (pattern && !new RegExp(pattern).test(text)) errors.push(`${path}: ${text} has another form`);
  if (text.trim() === '') errors.push(`${path}: empty`);
}

function resolved(schema: Schema): Schema {
  if (!schema.$ref) return schema;
  const steps = schema.$ref.replace(/^#\//, '').split('/');
  const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], invoiceSchema);
  return resolved(found as Schema);
}

function childrenOf(element: XmlElement): XmlElement[] {
  return element.find('*') as XmlElement[];
}

const nameOf = (element: XmlElement) => (element.prefix ? `${element.prefix}:${element.name}` : element.name);
