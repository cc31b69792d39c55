import { z } from 'zod';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** One minute to `most`. */
const minutesUpTo = (most: 120 | 240) =>
  z.int(`preference.focus${most}`).min(1, `preference.focus${most}`).max(most, `preference.focus${most}`);

/** What a person chooses about the app itself. */
export const preferenceFields = z.object({
  language: z.enum([...languages, 'system']),
  theme: z.enum(['light', 'dark', 'system']),
  railCollapsed: z.boolean().nullable(),
  /** Minutes of work a day is measured against. */
  dayTargetMinutes: z
    .int('preference.dayTarget')
    .min(0, 'preference.dayTarget')
    .max(1440, 'preference.dayTarget'),
  /** Days of the week that are worked; Monday is 1. */
  workDays: z.array(z.int().min(1).max(7)).max(7),
  /** Without input for so many minutes a running timer asks what they were; 0 never asks. */
  idleMinutes: z.int('preference.idle').min(0, 'preference.idle').max(240, 'preference.idle'),
  /** A timer that runs for so many hours is asked about once; 0 never asks. */
  longTimerHours: z
    .int('preference.longTimer')
    .min(0, 'preference.longTimer')
    .max(24, 'preference.longTimer'),
  /** Minutes of a round of focus, and of the breaks between. */
  focusMinutes: minutesUpTo(240),
  focusBreakMinutes: minutesUpTo(120),
  focusLongBreakMinutes: minutesUpTo(120),
  /** After so many rounds of a day comes a long break; 0 never. */
  focusRounds: z
    .int('preference.focusRounds')
    .min(0, 'preference.focusRounds')
    .max(12, 'preference.focusRounds'),
  /** Whether the end of a round or break is a notification too. */
  focusNotify: z.boolean(),
  /** Monday is 1 (ISO 8601). */
  weekStart: z.int().min(1).max(7),
  morningListTime: z.iso.time({ precision: -1, error: 'field.time' }).nullable(),
  remindersOn: z.boolean(),
  /** Whether notifications name the task and the client. */
  notificationDetails: z.boolean(),
  closeToTray: z.boolean(),
});

const { shape } = preferenceFields;

/** What holds until a person chooses. */
export const preferencesSchema = z.object({
  language: shape.language.default('system'),
  theme: shape.theme.default('system'),
  railCollapsed: shape.railCollapsed.default(null),
  dayTargetMinutes: shape.dayTargetMinutes.default(420),
  workDays: shape.workDays.default([1, 2, 3, 4, 5]),
  idleMinutes: shape.idleMinutes.default(10),
  longTimerHours: shape.longTimerHours.default(8),
  focusMinutes: shape.focusMinutes.default(25),
  focusBreakMinutes: shape.focusBreakMinutes.default(5),
  focusLongBreakMinutes: shape.focusLongBreakMinutes.default(15),
  focusRounds: shape.focusRounds.default(4),
  focusNotify: shape.focusNotify.default(true),
  weekStart: shape.weekStart.default(1),
  morningListTime: shape.morningListTime.default('09:00'),
  remindersOn: shape.remindersOn.default(true),
  notificationDetails: shape.notificationDetails.default(true),
  closeToTray: shape.closeToTray.default(false),
});

export type Preferences = z.infer<typeof preferencesSchema>;

export const windowStateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200),
  height: z.int().min(200),
  maximized: z.boolean(),
});

export type WindowState = z.infer<typeof windowStateSchema>;
