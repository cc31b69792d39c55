import { describe, expect, it } from 'vitest';
import { noteChoices } from '#shared/domain/note-choices.ts';

const acme = { clientId: 'a', clientName: 'Acme Dental', taskId: null as string | null };
const fjord = { clientId: 'f', clientName: 'Fjord & Co', taskId: null };
const offered = (typed: string) =>
  noteChoices(typed, [{ ...fjord, taskId: 't' }, acme, fjord]).map(({ clientId, note }) => [clientId, note]);

describe('what was typed as a note', () => {
  it('is offered for each client once, in their order', () => {
    expect(offered('Write  newsletter ')).toEqual([
      ['f', 'Write newsletter'],
      ['a', 'Write newsletter'],
    ]);
    expect(noteChoices('Write', [{ ...fjord, taskId: 't' }, fjord])[0]?.taskId).toBe('t');
  });

  it('is none where it only begins to say a client', () => {
    for (const typed of ['acme', 'Fjord &', 'Acme Dental']) expect(offered(typed)).toEqual([]);
  });

  it('goes to the client it names, without the name', () => {
    for (const typed of ['acme write newsletter', 'Write newsletter Acme Dental', 'write newsletter, acm'])
      expect(offered(typed)).toEqual([['a', expect.stringMatching(/^write newsletter$/i)]]);
    expect(offered('Write to acme about rates')[0]).toEqual(['f', 'Write to acme about rates']);
  });

  it('is nothing for a letter or two, and no more than eight', () => {
    expect(offered('wr')).toEqual([]);
    const many = Array.from({ length: 20 }, (_, at) => ({ clientId: `${at}`, clientName: `Client ${at}` }));
    expect(noteChoices('Write', many)).toHaveLength(8);
  });
});
