/** A mail that the real service would send to a guest. */
export interface Mail {
  kind: 'invitation' | 'update' | 'cancellation';
  to: string;
  calendarId: string;
  eventId: string;
}

export interface MailLog {
  all(): readonly Mail[];
  send(mail: Mail): void;
  clear(): void;
}

export function createMailLog(): MailLog {
  let mails: Mail[] = [];
  return {
    all: () => mails,
    send: (mail) => {
      mails.push(mail);
    },
    clear: () => {
      mails = [];
    },
  };
}
