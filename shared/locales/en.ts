import billing from './en/billing.json' with { type: 'json' };
import calendar from './en/calendar.json' with { type: 'json' };
import clients from './en/clients.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import errors from './en/errors.json' with { type: 'json' };
import files from './en/files.json' with { type: 'json' };
import focus from './en/focus.json' with { type: 'json' };
import gaps from './en/gaps.json' with { type: 'json' };
import importing from './en/import.json' with { type: 'json' };
import money from './en/money.json' with { type: 'json' };
import rates from './en/rates.json' with { type: 'json' };
import reminders from './en/reminders.json' with { type: 'json' };
import reports from './en/reports.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import tasks from './en/tasks.json' with { type: 'json' };
import time from './en/time.json' with { type: 'json' };
import today from './en/today.json' with { type: 'json' };
import vault from './en/vault.json' with { type: 'json' };

/** All words of this language, by namespace. */
export default {
  common,
  shell,
  clients,
  tasks,
  time,
  today,
  calendar,
  files,
  focus,
  gaps,
  import: importing,
  billing,
  money,
  rates,
  vault,
  reminders,
  reports,
  settings,
  errors,
};
