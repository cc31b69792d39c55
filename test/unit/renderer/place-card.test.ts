import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeWay, placeCard } from '#renderer/ui/card/place-card.ts';

const room = { left: 0, top: 0, width: 1440, height: 852 };
const card = { width: 368, height: 450 };

describe('where a card lies', () => {
  it('points at what it is about from its right', () => {
    const block = { left: 570, top: 450, width: 474, height: 50 };
    expect(placeCard(block, 'right', card, room)).toEqual({ left: 1056, top: 363, arrow: 112 });
  });

  it('covers a little of it, without an arrow, where there is no room beside it', () => {
    const block = { left: 700, top: 450, width: 600, height: 50 };
    expect(placeCard(block, 'right', card, room)).toEqual({ left: 1060, top: 363, arrow: null });
  });

  it('stands above a button in the bar, and without one at the lower right', () => {
    const button = { left: 900, top: 860, width: 120, height: 28 };
    expect(placeCard(button, 'above', card, room)).toEqual({ left: 776, top: 398, arrow: 184 });
    expect(placeCard(null, 'above', card, room)).toEqual({ left: 1060, top: 390, arrow: null });
  });

  it('is whole inside the window wherever it points', () => {
    const box = fc.record({
      left: fc.integer({ min: -500, max: 2_000 }),
      top: fc.integer({ min: -500, max: 2_000 }),
      width: fc.integer({ min: 0, max: 900 }),
      height: fc.integer({ min: 0, max: 900 }),
    });
    fc.assert(
      fc.property(box, fc.constantFrom('right' as const, 'above' as const), (about, side) => {
        const { left, top } = placeCard(about, side, card, room);
        expect(left).toBeGreaterThanOrEqual(12);
        expect(left + card.width).toBeLessThanOrEqual(room.width - 12);
        expect(top).toBeGreaterThanOrEqual(12);
      }),
    );
  });
});

describe('what messages in the corner do about it', () => {
  it('stays where it is while the card is elsewhere', () => {
    const usual = { aside: null, lift: null };
    expect(makeWay({ left: 300, top: 390, ...card }, room)).toEqual(usual);
    expect(makeWay({ left: 1060, top: 12, ...card }, room)).toEqual(usual);
  });

  it('moves beside the card, or above it in a narrow window', () => {
    expect(makeWay({ left: 1060, top: 390, ...card }, room)).toEqual({ aside: 392, lift: null });
    const narrow = { left: 0, top: 0, width: 512, height: 500 };
    expect(makeWay({ left: 132, top: 38, ...card }, narrow)).toEqual({ aside: null, lift: 440 });
  });
});
