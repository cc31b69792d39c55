import { z } from 'zod';
import type { FocusPhase } from '../domain/focus.ts';
import { read, write } from './method.ts';
import { startInput } from './time.ts';

/** The round or break there is. Lengths are milliseconds. */
export interface FocusRound {
  readonly phase: FocusPhase;
  readonly length: number;
  /** When it will be over if it goes on so, UTC milliseconds; null while it stands still or is over. */
  readonly endsAt: number | null;
  /** What is left while it stands still. */
  readonly left: number;
  /** The person has stopped the round; a round also stands still while no timer runs or nobody is there. */
  readonly paused: boolean;
  /** Of the break that follows this round. */
  readonly breakLength: number;
}

export interface FocusView {
  readonly round: FocusRound | null;
  /** Rounds worked through today. */
  readonly finishedToday: number;
  /** Of a round that would begin now. */
  readonly length: number;
}

export const focusContract = {
  'focus.get': read<FocusView>()(z.undefined(), ['focus', 'time', 'settings']),
  /**
   * Begins a round on what runs, or starts the timer with it. A round that there is goes on. Refused with `conflict`
   * when nothing runs and nothing is given to start.
   */
  'focus.start': write()(startInput.optional()),
  /** Stops the round; the timer goes on. */
  'focus.pause': write()(z.undefined()),
  /**
   * Goes on working: with a paused round, with the next one after a round that is done, and after or instead of the rest
   * of a break. Starts the last work again where no timer runs. Refused with `conflict` when there is no round.
   */
  'focus.goOn': write()(z.undefined()),
  /** Stops the timer for a break. A round that was not worked through does not count as one. */
  'focus.rest': write()(z.undefined()),
  /** No more rounds; a timer that runs goes on. */
  'focus.end': write()(z.undefined()),
};
