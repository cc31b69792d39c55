import { MINUTE } from '#shared/domain/duration.ts';
import type { OpenGap } from '#shared/ipc/time.ts';
import { addClients, fjord, newsletter, northwind, openTime } from './time.ts';

/** The time feature on Wednesday 25 November 2026 with a pulse that beats, and its gaps as a person answers them. */
export function openGaps() {
  const time = openTime();
  addClients(time.store);
  time.pulse.start();
  const start = time.clock.now();
  const pass = (milliseconds: number) => time.clockwork.pass(milliseconds);
  const open = () => time.handlers['time.gaps'](undefined) as readonly OpenGap[];
  const theGap = () => {
    const [gap] = open();
    if (!gap) throw new Error('no gap');
    return gap;
  };
  return {
    ...time,
    start,
    /** The moment so many minutes after the start. */
    at: (minutes: number) => start + minutes * MINUTE,
    pass,
    open,
    theGap,
    answer: (input: Parameters<(typeof time.handlers)['time.answerGap']>[0]) =>
      time.handlers['time.answerGap'](input),
    /** Twenty minutes of work, a sleep of 33, five more minutes. */
    workWithGap(): OpenGap {
      time.timer.start({ clientId: northwind, taskId: newsletter });
      pass(20 * MINUTE);
      time.clock.sleep(33 * MINUTE);
      time.power.resume();
      pass(5 * MINUTE);
      return theGap();
    },
    /** The day's entries: whose they are, and the minutes from the start that they begin and end at. */
    rows: () =>
      time.days
        .day('2026-11-25', null)
        .entries.map(({ clientId, startedAt, endedAt }) => [
          clientId === northwind ? 'northwind' : 'fjord',
          (startedAt - start) / MINUTE,
          endedAt === null ? null : (endedAt - start) / MINUTE,
        ]),
  };
}

/** A call with a client, to be given its times. */
export const rota = {
  key: 'rota@1',
  eventId: 'rota',
  clientId: fjord,
  title: 'Rota call',
  allDay: false,
  meetingUrl: null,
};
