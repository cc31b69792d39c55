import { createInterface } from 'node:readline';
import { startFakeGoogle } from '#test/google/index.ts';
import { ALL_SCOPES } from '#test/google/spec/client.ts';

/**
 * The other side of the sync benches, as a process of its own so that it does not share the event loop that is
 * measured. Prints one line of JSON, answers
 * every line with how many calls there were, and ends with its standard input.
 */
const [events = '100000', files = '1000'] = process.argv.slice(2);
const EMAIL = 'bench@example.com';
// Answers are checked in the tests; here the checks would be measured.
const google = await startFakeGoogle({ seed: 1, startAt: 1_780_000_000_000, checkResponses: false });
const user = google.addUser(EMAIL);
const calendar = google.calendar.addCalendar(EMAIL, 'Bench');
const zone = 'Europe/Berlin';
const two = (n: number): string => String(n).padStart(2, '0');
for (let i = 0; i < Number(events); i += 1) {
  const date = `${2020 + (i % 8)}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`;
  const hour = 7 + (i % 12);
  const summer = i % 12 >= 3 && i % 12 <= 8;
  const at = (h: number) => ({ dateTime: `${date}T${two(h)}:30:00+0${summer ? 2 : 1}:00`, timeZone: zone });
  calendar.put({
    summary: `Appointment ${i} with a person of the client`,
    description: i % 3 === 0 ? 'Agenda, notes and the address of the meeting room. '.repeat(4) : '',
    location: i % 2 === 0 ? 'Meeting room 2, third floor' : '',
    start: at(hour),
    end: at(hour + 1),
    ...(i % 50 === 0 ? { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=10'] } : {}),
    ...(i % 5 === 0
      ? {
          attendees: [
            { email: 'guest@client.example', responseStatus: 'accepted' },
            { email: EMAIL, self: true },
          ],
        }
      : {}),
  });
}
const { store } = google.drive;
const folder = store.folder(EMAIL, store.rootOf(EMAIL), 'Bench');
for (let i = 0; i < Number(files); i += 1) store.create(EMAIL, { name: `File ${i}.pdf`, parent: folder.id });
const grant = google.accounts.grant(user, google.client.id, ALL_SCOPES);
process.stdout.write(
  `${JSON.stringify({
    url: google.url,
    subject: user.sub,
    refreshToken: grant.refreshToken,
    calendar: calendar.id,
    folder: folder.id,
  })}\n`,
);
const questions = createInterface({ input: process.stdin });
questions.on('line', () => {
  const calls = google.requests().filter((line) => !line.operation.startsWith('oauth.'));
  process.stdout.write(`${calls.length}\n`);
});
questions.on('close', () => void google.stop().finally(() => process.exit(0)));
