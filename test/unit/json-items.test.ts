import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonItems } from '#main/google/json-items.ts';

test('cuts any answer into the same items, wherever the chunks break', () => {
  const answer = fc.record({
    kind: fc.string(),
    note: fc.jsonValue(),
    items: fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
    nextPageToken: fc.string(),
  });
  fc.assert(
    fc.property(answer, fc.integer({ min: 1, max: 40 }), fc.boolean(), (value, size, spaced) => {
      const text = JSON.stringify(value, null, spaced ? 1 : 0);
      const cutter = new JsonItems();
      const items: unknown[] = [];
      for (let at = 0; at < text.length; at += size) {
        for (const item of cutter.push(text.slice(at, at + size))) items.push(JSON.parse(item));
      }
      expect(items).toEqual(JSON.parse(JSON.stringify(value.items)));
      expect(cutter.end()).toEqual({ ...JSON.parse(text), items: [] });
    }),
    { numRuns: 1_000 },
  );
});

test('a text that was cut off is an error', () => {
  const cutter = new JsonItems();
  cutter.push('{"items":[{"a":1},{"b"');
  expect(() => cutter.end()).toThrow(SyntaxError);
});
