import { TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { useAnnounce } from '../../../ui/feedback/Feedback.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import classes from './ContactsField.module.css';
import type { ContactValues } from './values.ts';

export interface ContactsFieldProps {
  readonly value: readonly ContactValues[];
  readonly onChange: (value: readonly ContactValues[]) => void;
  /** The message at `<index>.<field>` of the list. */
  readonly errorAt: (path: string) => string | undefined;
}

const parts = ['name', 'role', 'email', 'phone'] as const;

/** The people to talk to, in the order in which they are asked. */
export function ContactsField({ value, onChange, errorAt }: ContactsFieldProps) {
  const { t } = useTranslation('clients');
  const announce = useAnnounce();
  const made = useRef(0);
  const list = useRef<HTMLDivElement>(null);
  const add = () => {
    made.current += 1;
    onChange([...value, { key: `new-${made.current}`, name: '', role: '', email: '', phone: '' }]);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(':scope > :last-child input')?.focus(),
    );
  };
  const remove = (contact: ContactValues) => {
    onChange(value.filter((other) => other !== contact));
    announce(t('contacts.removed'));
  };
  return (
    <div className={classes.root}>
      <div ref={list} className={classes.list}>
        {value.map((contact, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every engine
          <div
            key={contact.key}
            className={classes.contact}
            role="group"
            aria-label={contact.name || t('contacts.number', { number: index + 1 })}
          >
            {parts.map((part) => (
              <TextInput
                key={part}
                label={t(`contacts.${part}`)}
                type={part === 'email' ? 'email' : part === 'phone' ? 'tel' : 'text'}
                value={contact[part]}
                error={errorAt(`${index}.${part}`)}
                onChange={(event) => {
                  const text = event.currentTarget.value;
                  onChange(value.map((other) => (other === contact ? { ...contact, [part]: text } : other)));
                }}
              />
            ))}
            <IconButton
              className={classes.remove}
              size="lg"
              label={t('contacts.remove')}
              icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
              onClick={() => remove(contact)}
            />
          </div>
        ))}
      </div>
      <Button icon={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={add}>
        {t('contacts.add')}
      </Button>
    </div>
  );
}
