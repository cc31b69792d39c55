// Loaded before the app's main process, by tests only: its clocks begin at a given instant and run faster, and so do
// its timers. CLIENTELE_TEST_CLOCK holds: real instant, instant shown then (both UTC milliseconds), how many times faster.
const os = require('node:os');
const { performance } = require('node:perf_hooks');

const [origin, base, speed] = process.env.CLIENTELE_TEST_CLOCK.split(' ').map(Number);
const real = { now: Date.now, monotonic: performance.now.bind(performance), uptime: os.uptime };
const started = real.uptime();

Date.now = () => Math.round(base + (real.now() - origin) * speed);
performance.now = () => real.monotonic() * speed;
os.uptime = () => started + (real.uptime() - started) * speed;

const { setTimeout: after } = globalThis;
globalThis.setTimeout = Object.assign(
  (work, milliseconds, ...rest) => after(work, milliseconds / speed, ...rest),
  after,
);
