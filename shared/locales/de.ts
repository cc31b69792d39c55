import billing from './de/billing.json' with { type: 'json' };
import calendar from './de/calendar.json' with { type: 'json' };
import clients from './de/clients.json' with { type: 'json' };
import common from './de/common.json' with { type: 'json' };
import errors from './de/errors.json' with { type: 'json' };
import files from './de/files.json' with { type: 'json' };
import focus from './de/focus.json' with { type: 'json' };
import gaps from './de/gaps.json' with { type: 'json' };
import importing from './de/import.json' with { type: 'json' };
import money from './de/money.json' with { type: 'json' };
import rates from './de/rates.json' with { type: 'json' };
import reminders from './de/reminders.json' with { type: 'json' };
import reports from './de/reports.json' with { type: 'json' };
import settings from './de/settings.json' with { type: 'json' };
import shell from './de/shell.json' with { type: 'json' };
import tasks from './de/tasks.json' with { type: 'json' };
import time from './de/time.json' with { type: 'json' };
import today from './de/today.json' with { type: 'json' };
import vault from './de/vault.json' with { type: 'json' };

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
