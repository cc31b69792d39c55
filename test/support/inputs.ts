import fc, { type Arbitrary } from 'fast-check';
import type { z } from 'zod';

/** What a zod schema is made of, as far as inputs use it. */
interface Definition {
  readonly type: string;
  readonly shape?: Record<string, Schema>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
  readonly items?: readonly Schema[];
  readonly entries?: Record<string, string | number>;
  readonly values?: readonly unknown[];
  readonly in?: Schema;
  readonly valueType?: Schema;
}
type Schema = Pick<z.ZodType, 'safeParse'> & { readonly def: Definition };

/** Texts that break things: control characters, lone surrogates, SQL, very long, other scripts, look-alikes of values. */
const texts: readonly string[] = [
  '',
  ' ',
  'A',
  '15',
  'Fjord & Co',
  "'; DROP TABLE clients; --",
  'a\u0000b',
  '\ud800',
  'x'.repeat(30_000),
  '日本語 🌊 e\u0301',
  '2026-02-30',
  '2026-11-25',
  '24:00',
  '09:30',
  'Europe/Berlin',
  'Mars/Base',
  'EUR',
  'eur',
  'en',
  '--',
  'name@example.com',
  'https://example.com/',
  'javascript:alert(1)',
];
const numbers = [0, 1, -1, 8, 9, 60, 1441, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53), Number.NaN, 1_764_067_320_000];

/**
 * Inputs for a call: mostly of the right shape, with wrong parts anywhere in them. `ids` are values that name
 * something stored.
 */
export function inputsFor(schema: z.ZodType, ids: readonly string[]): Arbitrary<unknown> {
  const junk = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, ...texts, ...numbers, true, [], {}),
    fc.anything({ maxDepth: 2 }),
  );
  const anyText = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: 'binary' }), fc.uuid({ version: 7 }));
  const anyNumber = fc.oneof(fc.constantFrom(...numbers), fc.integer(), fc.double());
  // Mostly what this very part takes, so that most inputs get past the schema and reach the rules behind it.
  const mostly = <Value>(part: Schema, known: readonly Value[], any: Arbitrary<Value>) => {
    const taken = known.filter((value) => part.safeParse(value).success);
    return fc.oneof(
      { arbitrary: taken.length > 0 ? fc.constantFrom(...taken) : any, weight: 15 },
      { arbitrary: any.map((value) => value), weight: 1 },
    );
  };
  const shapes: Record<string, (def: Definition, part: Schema) => Arbitrary<unknown>> = {
    object: ({ shape = {} }) =>
      fc
        .tuple(
          fc.record(mapValues(shape, build)),
          fc.oneof(
            { arbitrary: fc.constant({}), weight: 30 },
            { arbitrary: fc.dictionary(fc.string(), junk, { maxKeys: 1 }), weight: 1 },
          ),
        )
        .map(([known, more]) => ({ ...known, ...more })),
    array: ({ element }) => fc.array(element ? build(element) : junk, { maxLength: 4 }),
    tuple: ({ items = [] }) => fc.tuple(...items.map(build)),
    optional: ({ innerType }) => fc.option(inner(innerType), { nil: undefined, freq: 3 }),
    nullable: ({ innerType }) => fc.option(inner(innerType), { nil: null }),
    default: ({ innerType }) => inner(innerType),
    pipe: (def) => inner(def.in),
    union: ({ options = [] }) => fc.oneof(...options.map(build)),
    record: ({ valueType }) => fc.dictionary(anyText, inner(valueType), { maxKeys: 3 }),
    enum: ({ entries = {} }) => fc.constantFrom(...Object.values(entries)),
    literal: ({ values = [] }) => fc.constantFrom(...values),
    string: (_, part) => mostly(part, [...ids, ...texts], anyText),
    number: (_, part) => mostly(part, numbers, anyNumber),
    boolean: () => fc.boolean(),
    undefined: () => fc.constant(undefined),
  };
  const inner = (part: Schema | undefined) => (part ? build(part) : junk);
  function build(part: Schema): Arbitrary<unknown> {
    const right = shapes[part.def.type]?.(part.def, part) ?? junk;
    return fc.oneof({ arbitrary: right, weight: 60 }, { arbitrary: junk, weight: 1 });
  }
  return build(schema as unknown as Schema);
}

function mapValues<Value, Made>(
  record: Record<string, Value>,
  make: (value: Value) => Made,
): Record<string, Made> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));
}
