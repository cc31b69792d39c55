import { z } from 'zod';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** What a person chooses about the app itself, and what holds until they do. */
export const preferencesSchema = z.object({
  language: z.enum([...languages, 'system']).default('system'),
  theme: z.enum(['light', 'dark', 'system']).default('system'),
  railCollapsed: z.boolean().nullable().default(null),
  /** Minutes of work a day is measured against. */
  dayTargetMinutes: z.int().min(0).max(1440).default(420),
  /** Monday is 1 (ISO 8601). */
  weekStart: z.int().min(1).max(7).default(1),
  morningListTime: z.iso.time({ precision: -1 }).nullable().default('09:00'),
  remindersOn: z.boolean().default(true),
  closeToTray: z.boolean().default(false),
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
