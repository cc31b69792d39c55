import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';

type CalendarModule = typeof import('googleapis/build/src/apis/calendar/index.js');
type DriveModule = typeof import('googleapis/build/src/apis/drive/index.js');

export type OAuthClient = InstanceType<CalendarModule['auth']['OAuth2']>;
export type Calendar = calendar_v3.Calendar;
export type Drive = drive_v3.Drive;

/** The client library, loaded when it is first needed: only these two parts, never the whole package. */
export function loadCalendar(): Promise<CalendarModule> {
  return import('googleapis/build/src/apis/calendar/index.js');
}

export function loadDrive(): Promise<DriveModule> {
  return import('googleapis/build/src/apis/drive/index.js');
}
