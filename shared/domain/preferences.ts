import { z } from 'zod';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

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
  /** Without input for so many minutes a running timer asks what they were; 0 never asks. */
  idleMinutes: z.int('preference.idle').min(0, 'preference.idle').max(240, 'preference.idle'),
  /** A timer that runs for so many hours is asked about once; 0 never asks. */
  longTimerHours: z
    .int('preference.longTimer')
    .min(0, 'preference.longTimer')
    .max(24, 'preference.longTimer'),
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
  idleMinutes: shape.idleMinutes.default(10),
  longTimerHours: shape.longTimerHours.default(8),
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
